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
/// All that supports an item was dropped or is on hold.
pub const COVERED_ON_PAPER_ONLY: Code = warn("T007", "covered-on-paper-only");
/// A measure that measures nothing.
pub const MEASURE_OF_NOTHING: Code = warn("T008", "measure-of-nothing");
/// A risk that threatens nothing.
pub const RISK_TO_NOTHING: Code = warn("T009", "risk-to-nothing");
/// A grave risk that nothing mitigates and nothing answers.
pub const UNANSWERED_RISK: Code = warn("T010", "unanswered-risk");
/// A plan B for nothing.
pub const CONTINGENCY_FOR_NOTHING: Code = warn("T011", "contingency-for-nothing");
/// A support that passes a level by.
pub const SKIPPED_LEVEL: Code = info("T013", "skipped-level");
/// A support that another one implies.
pub const REDUNDANT_SUPPORT: Code = info("T014", "redundant-support");
/// A goal that hangs on a single action.
pub const THIN_SUPPORT: Code = info("T015", "thin-support");
/// Fewer or more links than the plan's settings ask for.
pub const LINK_COUNT: Code = warn("T016", "link-count");
/// A measure's reading that is not a date and a number.
pub const BAD_READING: Code = error("M004", "bad-reading");
/// Work or a goal that nobody answers for.
pub const NO_OWNER: Code = info("R001", "no-owner");
/// A name that `[people.*]` does not list.
pub const UNKNOWN_PERSON: Code = warn("R002", "unknown-person");
/// Somebody with too many actions at once.
pub const OVERLOADED_OWNER: Code = info("R003", "overloaded-owner");
/// Parts whose budgets come to more than that of the whole.
pub const BUDGET_EXCEEDS_PARENT: Code = warn("R004", "budget-exceeds-parent");
/// More spent than was set aside.
pub const OVERSPENT: Code = warn("R005", "overspent");
/// One person under several names.
pub const NAME_VARIANTS: Code = warn("R006", "name-variants");
/// A critical risk of which nothing says when plan B begins.
pub const CRITICAL_RISK_WITHOUT_TRIGGER: Code = warn("K001", "critical-risk-without-trigger");
/// A plan B that is needed and has not begun.
pub const TRIGGER_TRIPPED: Code = warn("K002", "trigger-tripped");
/// A plan B whose trigger can no longer trip.
pub const TRIGGER_EXPIRED: Code = warn("K003", "trigger-expired");
/// A risk without likelihood or impact.
pub const UNSCORED_RISK: Code = info("K004", "unscored-risk");
/// More goals than anybody can keep in mind.
pub const TOO_MANY_GOALS: Code = info("B001", "too-many-goals");
/// A perspective without a goal.
pub const EMPTY_PERSPECTIVE: Code = info("B002", "empty-perspective");
/// A goal with next to no share of the money.
pub const LOPSIDED_PLAN: Code = info("B003", "lopsided-plan");
