//! Everything that is wrong with the plan, by rule.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::check;
use crate::diagnostic::Diagnostic;

use super::address;
use super::findings::{self, FindingView};
use super::frame::Frame;
use super::pieces::{Badge, Pen};
use super::words;

/// Everything that is wrong with the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ProblemsView {
    /// What stands around it.
    pub frame: Frame,
    /// How many: "2 errors, 5 warnings".
    pub summary: String,
    /// The findings by rule, the worst first.
    pub rules: Vec<RuleView>,
}

/// The findings of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RuleView {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How bad its findings are at most.
    pub severity: Badge,
    /// What it finds.
    pub finds: String,
    /// Why that matters.
    pub why: String,
    /// How many findings there are.
    pub count: usize,
    /// The findings.
    pub findings: Vec<FindingView>,
    /// How many there is no room for.
    pub hidden: usize,
}

/// How many findings of a rule the page shows.
const SHOWN: usize = 200;

pub(super) fn view(pen: &Pen<'_, '_>) -> ProblemsView {
    let all = pen.context.diagnostics;
    let mut by_rule: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for found in all {
        by_rule.entry(found.code.code).or_default().push(found);
    }
    let mut groups: Vec<Vec<&Diagnostic>> = by_rule.into_values().collect();
    groups.sort_by_key(|group| std::cmp::Reverse(worst(group)));
    ProblemsView {
        frame: Frame::of(pen, "problems", "Problems", &address::problems()),
        summary: crate::diagnostic::summary(all),
        rules: groups.iter().map(|group| rule(pen, group)).collect(),
    }
}

fn worst(group: &[&Diagnostic]) -> crate::diagnostic::Severity {
    let severities = group.iter().map(|found| found.severity);
    severities.max().unwrap_or(crate::diagnostic::Severity::Off)
}

fn rule(pen: &Pen<'_, '_>, group: &[&Diagnostic]) -> RuleView {
    let code = group[0].code;
    let documented = check::find(code.code);
    RuleView {
        code: code.code.to_owned(),
        name: code.name.replace('-', " "),
        severity: words::severity(worst(group)),
        finds: documented
            .map(|rule| rule.finds.to_owned())
            .unwrap_or_default(),
        why: documented
            .map(|rule| rule.why.to_owned())
            .unwrap_or_default(),
        count: group.len(),
        findings: group
            .iter()
            .take(SHOWN)
            .map(|found| findings::view(pen, found))
            .collect(),
        hidden: group.len().saturating_sub(SHOWN),
    }
}
