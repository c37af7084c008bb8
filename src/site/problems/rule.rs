//! The page of a rule that has found something: what it is for, and all that
//! it has found.

use serde::Serialize;

use crate::check::{self, Rule};
use crate::diagnostic::Diagnostic;
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
const SHOWN: usize = 500;

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
    let rule = check::find(found.first().map_or(tag, |found| found.code.code));
    let own = found.first().and_then(|found| found.own_rule.as_deref());
    let name = own.or(rule.map(|rule| rule.code.name)).unwrap_or(tag);
    let title = name.replace('-', " ");
    RuleView {
        frame: Frame::of(pen, "rule", &format!("{tag} {title}"), &address::problems()),
        code: tag.to_owned(),
        setting: name.to_owned(),
        severity: words::severity(
            found
                .iter()
                .map(|it| it.severity)
                .max()
                .unwrap_or(crate::diagnostic::Severity::Off),
        ),
        finds: rule.map_or_else(String::new, |rule| rule.finds.to_owned()),
        why: rule.map_or_else(String::new, |rule| rule.why.to_owned()),
        numbers: rule.map_or_else(Vec::new, |rule| numbers(pen, rule)),
        bad: rule.map_or_else(Vec::new, |rule| rule.bad.iter().map(file).collect()),
        good: rule.map_or_else(Vec::new, mended),
        count: found.len(),
        findings: found
            .iter()
            .take(SHOWN)
            .map(|found| findings::view(pen, found))
            .collect(),
        hidden: found.len().saturating_sub(SHOWN),
        problems: pen.href(&address::problems()),
        name: title,
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
