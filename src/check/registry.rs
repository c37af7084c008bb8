//! The list of all rules.

use crate::diagnostic::Code;

use super::rules::RULES;
use super::{Findings, Subject};

/// A file of an example plan: its path and its text.
pub type Example = &'static [(&'static str, &'static str)];

/// A number that a rule goes by, set in `plan.toml` as `T010 = {score = 12}`.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleOption {
    /// What it is called.
    pub name: &'static str,
    /// What it is unless `plan.toml` says otherwise.
    pub default: u32,
    /// What it settles, with its unit, in Markdown.
    pub what: &'static str,
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its code, name and default severity.
    pub code: &'static Code,
    /// What it finds, in Markdown.
    pub finds: &'static str,
    /// Why that matters, in Markdown.
    pub why: &'static str,
    /// A plan in which it finds something.
    pub bad: Example,
    /// The same plan, mended.
    pub good: Example,
    /// The numbers that it goes by.
    pub options: &'static [RuleOption],
    /// What it looks at.
    pub reads: Reads,
    /// Looks for it; none where reading the plan finds it.
    pub check: Option<fn(Subject<'_>, &mut Findings)>,
}

/// What a rule looks at: what it has found holds while that is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// What the plan means, be its texts worded as they may: items and what
    /// follows from them.
    Plan,
    /// Texts, files, links, reviews too.
    Texts,
}

/// All rules, by code.
pub fn all() -> &'static [&'static Rule] {
    RULES
}

/// The rule of that code or name, whatever the case.
pub fn find(name: &str) -> Option<&'static Rule> {
    let fits = |rule: &&&Rule| {
        rule.code.code.eq_ignore_ascii_case(name) || rule.code.name.eq_ignore_ascii_case(name)
    };
    all().iter().find(fits).copied()
}
