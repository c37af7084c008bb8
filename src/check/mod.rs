//! The rules, and what they say of a plan.
//!
//! A rule is a file in `rules/`: its documentation, its examples, its check.
//! Rules find; they do no parsing and no graph walks of their own.

mod answers;
mod baseline;
mod circles;
mod explain;
mod expressions;
mod files;
mod known;
mod levels;
mod links;
mod measures;
mod names;
mod registry;
mod risks;
mod rules;
mod sight;
mod within;
mod words;

pub use answers::{ANSWERS, Answer, Verdict, addresses, answers, answers_file};
pub use baseline::{BASELINE, baseline, baseline_renamed};
pub use explain::{explain, reference};
pub use registry::{Example, Reads, Rule, RuleOption, all, find};

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, SourceId, code, sort};
use crate::edition::Imprint;
use crate::plan::{Item, Plan};
use crate::quantity::Date;
use crate::review::Reviews;
use crate::source::SourceSet;
use crate::trace::Trace;

/// What the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What follows from it.
    pub trace: &'a Trace,
    /// Its settings.
    pub config: &'a Config,
    /// Its files.
    pub sources: &'a SourceSet,
    /// What was reviewed.
    pub reviews: &'a Reviews,
    /// The day.
    pub today: Date,
    /// What its site says of itself.
    pub imprint: &'a Imprint,
}

impl Subject<'_> {
    /// A number that a rule goes by: the last one in `plan.toml`, else its
    /// default.
    pub fn number(self, code: &Code, option: &RuleOption) -> u32 {
        let settings = self.config.levels.numbers().iter().rev();
        let mut settings = settings.filter(|setting| {
            let rule = setting.rule.as_str();
            let is_rule =
                rule.eq_ignore_ascii_case(code.code) || rule.eq_ignore_ascii_case(code.name);
            is_rule && setting.name.value == option.name
        });
        settings
            .next()
            .map_or(option.default, |setting| setting.value)
    }
}

/// What rules find, collected.
#[derive(Debug, Default)]
pub struct Findings {
    found: Vec<Diagnostic>,
}

impl Findings {
    /// Adds a finding.
    pub fn add(&mut self, found: Diagnostic) {
        self.found.push(found);
    }

    /// Adds findings.
    pub fn extend(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(found);
    }

    /// Starts a finding about an item, at the item's id or title.
    pub fn about(code: &'static Code, item: &Item, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, message)
            .at(item.place, "")
            .about(&item.id)
    }
}

/// What each rule has found, in the order of the rules, before levels are
/// applied.
#[derive(Debug, Clone, Default)]
pub struct Found(Vec<Arc<[Diagnostic]>>);

/// Everything that is wrong with a plan: what reading it has found and what
/// the rules find, at the levels of `plan.toml`, without what items allow, in
/// the order of files and places.
pub fn check(subject: Subject<'_>, found_before: Vec<Diagnostic>) -> Vec<Diagnostic> {
    check_again(subject, found_before, None).0
}

/// Everything that is wrong with a plan; `last` is what was found in one that
/// means the same and has the same settings, on the same day.
pub fn check_again(
    subject: Subject<'_>,
    found_before: Vec<Diagnostic>,
    last: Option<&Found>,
) -> (Vec<Diagnostic>, Found) {
    let misread = misread(&found_before);
    let rules = registry::all().par_iter().enumerate();
    let found: Vec<Arc<[Diagnostic]>> = rules
        .map(|(at, rule)| {
            let last = last.filter(|_| rule.reads == Reads::Plan);
            last.map_or_else(|| looked_for(subject, rule), |last| Arc::clone(&last.0[at]))
        })
        .collect();
    let by_rules = found.iter().flat_map(|found| found.iter().cloned());
    let all = found_before.into_iter().chain(by_rules).collect();
    let mut shown = levels::apply(subject, all);
    shown.retain(|found| !is_consequence(found, &misread));
    let stale = baseline::apply(subject, &mut shown).into_iter();
    shown.extend(stale.filter_map(|stale| levels::level(subject, stale)));
    sort(&mut shown);
    (shown, Found(found))
}

fn looked_for(subject: Subject<'_>, rule: &Rule) -> Arc<[Diagnostic]> {
    let mut findings = Findings::default();
    if let Some(check) = rule.check {
        check(subject, &mut findings);
    }
    Arc::from(findings.found)
}

/// The files of which not all could be read.
fn misread(found: &[Diagnostic]) -> BTreeSet<SourceId> {
    let causes = [&code::UNREADABLE_FILE, &code::INVALID_FRONT_MATTER];
    let found = found.iter().filter(|found| causes.contains(&found.code));
    found
        .filter_map(|found| Some(found.primary.as_ref()?.span.source))
        .collect()
}

/// Whether a finding says that something is absent from a file of which not
/// all could be read, or has changed there: it may well be as it was.
fn is_consequence(found: &Diagnostic, misread: &BTreeSet<SourceId>) -> bool {
    let mut labels = found.primary.iter().chain(&found.secondary);
    found.code.of_absence && labels.any(|label| misread.contains(&label.span.source))
}
