//! The rules' codes, names and default severities, in one list.
//!
//! A code is stable: it is written in `plan.toml`, in baselines and in
//! links to the documentation. What a rule finds and why it matters stands
//! with the rule, in `check::rules`.

use super::Severity;

/// What a rule is called.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// A letter for the group and three digits.
    pub code: &'static str,
    /// A kebab-case name that reads well after "allow".
    pub name: &'static str,
    /// How bad a finding is unless `plan.toml` says otherwise.
    pub severity: Severity,
}

impl Code {
    /// The letter of its group.
    pub fn group(&self) -> &'static str {
        &self.code[..1]
    }
}

const fn error(code: &'static str, name: &'static str) -> Code {
    Code {
        code,
        name,
        severity: Severity::Error,
    }
}

const fn warn(code: &'static str, name: &'static str) -> Code {
    Code {
        code,
        name,
        severity: Severity::Warn,
    }
}

const fn info(code: &'static str, name: &'static str) -> Code {
    Code {
        code,
        name,
        severity: Severity::Info,
    }
}

/// A file that cannot be read as text.
pub const UNREADABLE_FILE: Code = error("S001", "unreadable-file");
/// Front matter or `plan.toml` that is not well-formed.
pub const INVALID_FRONT_MATTER: Code = error("S002", "invalid-front-matter");
/// A field or setting that nothing knows.
pub const UNKNOWN_FIELD: Code = error("S003", "unknown-field");
/// A value of the wrong type or outside its range.
pub const INVALID_VALUE: Code = error("S004", "invalid-value");
/// A field that the plan's settings require is absent.
pub const MISSING_FIELD: Code = error("S005", "missing-field");
/// A kind that is neither built in nor in `plan.toml`.
pub const UNKNOWN_KIND: Code = error("S006", "unknown-kind");
/// Two items with one id.
pub const DUPLICATE_ID: Code = error("S007", "duplicate-id");
/// An id with characters that addresses cannot carry.
pub const INVALID_ID: Code = error("S008", "invalid-id");
/// Two pages with one address.
pub const PATH_CLASH: Code = error("S009", "path-clash");
/// An item that says nothing beyond its title.
pub const EMPTY_ITEM: Code = info("S010", "empty-item");
/// TBD, TODO or template text left standing.
pub const LEFTOVER_PLACEHOLDER: Code = warn("S011", "leftover-placeholder");
/// Lines that a version control system left behind.
pub const MERGE_CONFLICT_MARKERS: Code = error("S012", "merge-conflict-markers");
/// Two items of one kind with one title.
pub const DUPLICATE_TITLE: Code = warn("S013", "duplicate-title");
/// A heading that skips a level.
pub const HEADING_JUMP: Code = info("S014", "heading-jump");
/// An `allow` that no longer matches a finding.
pub const UNUSED_ALLOW: Code = warn("S015", "unused-allow");
/// A pattern that matches nothing.
pub const NOTHING_FOUND: Code = warn("S016", "nothing-found");
/// A relation or wikilink to an id that does not exist.
pub const UNKNOWN_REFERENCE: Code = error("L001", "unknown-reference");
/// A link to a file that does not exist.
pub const BROKEN_LINK: Code = error("L002", "broken-link");
/// A link to a heading that does not exist.
pub const BROKEN_ANCHOR: Code = error("L003", "broken-anchor");
/// A link or image whose file does not exist.
pub const MISSING_ATTACHMENT: Code = error("L004", "missing-attachment");
/// A link that leads out of the plan folder.
pub const LINK_OUTSIDE_PLAN: Code = error("L005", "link-outside-plan");
/// A relation to an item of a kind it cannot hold.
pub const WRONG_KIND_OF_TARGET: Code = error("L006", "wrong-kind-of-target");
/// An item that refers to itself.
pub const SELF_REFERENCE: Code = error("L007", "self-reference");
/// The same reference twice in one list.
pub const DUPLICATE_REFERENCE: Code = warn("L008", "duplicate-reference");
/// Work in hand that rests on a dropped item.
pub const REFERENCE_TO_DROPPED: Code = warn("L009", "reference-to-dropped");
/// An image without alternative text.
pub const MISSING_IMAGE_TEXT: Code = warn("L010", "missing-image-text");
/// An item that supports nothing.
pub const ORPHAN: Code = warn("T001", "orphan");
/// A goal or objective that nothing supports.
pub const UNSUPPORTED_GOAL: Code = warn("T002", "unsupported-goal");
/// A strategy that no action carries out.
pub const STRATEGY_WITHOUT_ACTION: Code = warn("T003", "strategy-without-action");
/// A goal or objective that nothing measures.
pub const UNMEASURED_GOAL: Code = info("T004", "unmeasured-goal");
/// An item whose chain upward never reaches a goal.
pub const NO_LINE_OF_SIGHT: Code = warn("T005", "no-line-of-sight");
/// Items that support one another in a circle.
pub const TRACE_CYCLE: Code = error("T006", "trace-cycle");
/// A measure's reading that is not a date and a number.
pub const BAD_READING: Code = error("M004", "bad-reading");
/// What a rule of the plan's own finds.
pub const OWN_RULE: Code = warn("X001", "own-rule");
/// A view that should show something and shows nothing.
pub const EMPTY_VIEW: Code = warn("X002", "empty-view");
/// An expression that cannot be understood.
pub const BAD_EXPRESSION: Code = error("X003", "bad-expression");
/// An expression that cannot be worked out for an item.
pub const FAILING_EXPRESSION: Code = warn("X004", "failing-expression");
