//! The page of a rule that has found something: what it is for, and all that
//! it has found.

use serde::Serialize;

use crate::check::{self, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::findings::{self, FindingView};
use crate::site::frame::Frame;
use crate::site::pieces::{Badge, Pen};
use crate::site::{address, words};

/// The page of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RuleView {
    /// What stands around it.
    pub frame: Frame,
    /// Its code; for a rule of the plan's own, its name.
    pub code: String,
    /// Whether it is one of the plan's own.
    pub own: bool,
    /// Its name as words.
    pub name: String,
    /// Its name as `plan.toml` and `allow:` take it.
    pub setting: String,
    /// How bad its findings are unless the plan says otherwise.
    pub severity: Badge,
    /// What it finds.
    pub finds: String,
    /// Why that matters; empty for a rule of the plan's own.
    pub why: String,
    /// The numbers that it goes by.
    pub numbers: Vec<NumberView>,
    /// A plan in which it finds something.
    pub bad: Vec<ExampleFile>,
    /// What of that plan has to change.
    pub good: Vec<ExampleFile>,
    /// How many findings there are.
    pub count: usize,
    /// The findings, by file and place.
    pub findings: Vec<FindingView>,
    /// How many there is no room for.
    pub hidden: usize,
    /// Where all problems are.
    pub problems: String,
}

/// A number that a rule goes by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NumberView {
    /// What it is called in `plan.toml`.
    pub name: String,
    /// What it is in this plan.
    pub value: u32,
    /// What it settles.
    pub what: String,
}

/// A file of an example.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ExampleFile {
    /// Its path.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// How many findings the page shows.
const SHOWN: usize = 200;

/// The rules that have found something, by their tags, each once.
pub(in crate::site) fn spoken(found: &[Diagnostic]) -> Vec<&str> {
    let mut tags: Vec<&str> = found.iter().map(Diagnostic::tag).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

pub(in crate::site) fn view(pen: &Pen<'_, '_>, tag: &str) -> RuleView {
    let all = pen.context.diagnostics.iter();
    let found: Vec<&Diagnostic> = all.filter(|found| found.tag() == tag).collect();
    let worst = found.iter().map(|found| found.severity).max();
    let about = About::of(pen, tag);
    let name = about.setting.replace('-', " ");
    let title = if about.rule.is_some() {
        format!("{tag} {name}")
    } else {
        name.clone()
    };
    RuleView {
        frame: Frame::of(pen, "rule", &title, &address::problems()),
        code: tag.to_owned(),
        own: about.rule.is_none(),
        name,
        setting: about.setting.to_owned(),
        severity: words::severity(pen.locale(), worst.unwrap_or(Severity::Off)),
        finds: about.finds,
        why: about.why,
        numbers: about.rule.map_or_else(Vec::new, |rule| numbers(pen, rule)),
        bad: about
            .rule
            .map_or_else(Vec::new, |rule| rule.bad.iter().map(file).collect()),
        good: about.rule.map_or_else(Vec::new, mended),
        count: found.len(),
        findings: found
            .iter()
            .take(SHOWN)
            .map(|found| findings::view(pen, found))
            .collect(),
        hidden: found.len().saturating_sub(SHOWN),
        problems: pen.href(&address::problems()),
    }
}

/// What a rule is for.
struct About<'a> {
    /// The program's rule; none where it is the plan's own.
    rule: Option<&'static Rule>,
    /// Its name in `plan.toml`.
    setting: &'a str,
    finds: String,
    why: String,
}

impl<'a> About<'a> {
    fn of(pen: &Pen<'_, 'a>, tag: &'a str) -> Self {
        let rules = &pen.context.subject.config.rules;
        let own = rules.iter().find(|rule| rule.name.value == tag);
        let rule = check::find(tag);
        let (finds, why) = match (rule, own) {
            (Some(rule), _) => (rule.finds.to_owned(), rule.why.to_owned()),
            (None, Some(own)) => {
                let asks = format!("{} `{}`", pen.say("rule-of-this-plan"), own.when.trim());
                (asks, own.help.clone().unwrap_or_default())
            }
            (None, None) => (String::new(), String::new()),
        };
        Self {
            rule,
            setting: rule.map_or(tag, |rule| rule.code.name),
            finds,
            why,
        }
    }
}

fn numbers(pen: &Pen<'_, '_>, rule: &Rule) -> Vec<NumberView> {
    let numbers = rule.options.iter().map(|option| NumberView {
        name: option.name.to_owned(),
        value: pen.context.subject.number(rule.code, option),
        what: option.what.to_owned(),
    });
    numbers.collect()
}

fn mended(rule: &Rule) -> Vec<ExampleFile> {
    let changed = rule.good.iter().filter(|file| !rule.bad.contains(file));
    changed.map(file).collect()
}

fn file((path, text): &(&str, &str)) -> ExampleFile {
    ExampleFile {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
    }
}
