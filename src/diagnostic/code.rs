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
    /// Whether its findings say that something is absent, or not what it was:
    /// of a file of which not all could be read, nobody can say that.
    pub of_absence: bool,
}

impl Code {
    /// The letter of its group.
    pub fn group(&self) -> &'static str {
        &self.code[..1]
    }

    const fn of_absence(mut self) -> Self {
        self.of_absence = true;
        self
    }
}

const fn error(code: &'static str, name: &'static str) -> Code {
    Code {
        code,
        name,
        severity: Severity::Error,
        of_absence: false,
    }
}

const fn warn(code: &'static str, name: &'static str) -> Code {
    Code {
        code,
        name,
        severity: Severity::Warn,
        of_absence: false,
    }
}

const fn info(code: &'static str, name: &'static str) -> Code {
    Code {
        code,
        name,
        severity: Severity::Info,
        of_absence: false,
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
pub const MISSING_FIELD: Code = error("S005", "missing-field").of_absence();
/// A kind that is neither built in nor in `plan.toml`.
pub const UNKNOWN_KIND: Code = error("S006", "unknown-kind");
/// Two items with one id.
pub const DUPLICATE_ID: Code = error("S007", "duplicate-id");
/// An id with characters that addresses cannot carry.
pub const INVALID_ID: Code = error("S008", "invalid-id");
/// Two pages with one address.
pub const PATH_CLASH: Code = error("S009", "path-clash");
/// An item that says nothing beyond its title.
pub const EMPTY_ITEM: Code = info("S010", "empty-item").of_absence();
/// TBD, TODO or template text left standing.
pub const LEFTOVER_PLACEHOLDER: Code = warn("S011", "leftover-placeholder");
/// Lines that a version control system left behind.
pub const MERGE_CONFLICT_MARKERS: Code = error("S012", "merge-conflict-markers");
/// Two items of one kind with one title.
pub const DUPLICATE_TITLE: Code = warn("S013", "duplicate-title");
/// A heading that skips a level.
pub const HEADING_JUMP: Code = info("S014", "heading-jump");
/// An `allow` that no longer matches a finding.
pub const UNUSED_ALLOW: Code = warn("S015", "unused-allow").of_absence();
/// A pattern that matches nothing.
pub const NOTHING_FOUND: Code = warn("S016", "nothing-found");
/// A line of the baseline that no finding fits any more.
pub const STALE_BASELINE: Code = warn("S017", "stale-baseline");
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
/// A link to a web address at which nothing is any more.
pub const DEAD_EXTERNAL_LINK: Code = warn("L011", "dead-external-link");
/// An item named by an id that it had, or in other case.
pub const MOVED_REFERENCE: Code = info("L012", "moved-reference");
/// An item that supports nothing.
pub const ORPHAN: Code = warn("T001", "orphan").of_absence();
/// A goal or objective that nothing supports.
pub const UNSUPPORTED_GOAL: Code = warn("T002", "unsupported-goal").of_absence();
/// A strategy that no action carries out.
pub const STRATEGY_WITHOUT_ACTION: Code = warn("T003", "strategy-without-action").of_absence();
/// A goal or objective that nothing measures.
pub const UNMEASURED_GOAL: Code = info("T004", "unmeasured-goal").of_absence();
/// An item whose chain upward never reaches a goal.
pub const NO_LINE_OF_SIGHT: Code = warn("T005", "no-line-of-sight").of_absence();
/// Items that support one another in a circle.
pub const TRACE_CYCLE: Code = error("T006", "trace-cycle");
/// All that supports an item was dropped or is on hold.
pub const COVERED_ON_PAPER_ONLY: Code = warn("T007", "covered-on-paper-only");
/// A measure that measures nothing.
pub const MEASURE_OF_NOTHING: Code = warn("T008", "measure-of-nothing").of_absence();
/// A risk that threatens nothing.
pub const RISK_TO_NOTHING: Code = warn("T009", "risk-to-nothing").of_absence();
/// A grave risk that nothing mitigates and nothing answers.
pub const UNANSWERED_RISK: Code = warn("T010", "unanswered-risk").of_absence();
/// A plan B for nothing.
pub const CONTINGENCY_FOR_NOTHING: Code = warn("T011", "contingency-for-nothing").of_absence();
/// What an item is for has changed since the item was reviewed.
pub const SUSPECT_LINK: Code = warn("T012", "suspect-link").of_absence();
/// A support that passes a level by.
pub const SKIPPED_LEVEL: Code = info("T013", "skipped-level");
/// A support that another one implies.
pub const REDUNDANT_SUPPORT: Code = info("T014", "redundant-support");
/// A goal that hangs on a single action.
pub const THIN_SUPPORT: Code = info("T015", "thin-support");
/// Fewer or more links than the plan's settings ask for.
pub const LINK_COUNT: Code = warn("T016", "link-count");
/// An end before the beginning.
pub const ENDS_BEFORE_START: Code = error("D001", "ends-before-start");
/// A part that lies outside the time of what it supports.
pub const OUTSIDE_PARENT: Code = warn("D002", "outside-parent");
/// A start or end after the end of the plan.
pub const OUTSIDE_PLAN_PERIOD: Code = warn("D003", "outside-plan-period");
/// Work that begins before what it waits for has ended.
pub const STARTS_TOO_SOON: Code = warn("D004", "starts-before-its-dependency-ends");
/// Items that wait for one another in a circle.
pub const DEPENDENCY_CYCLE: Code = error("D005", "dependency-cycle");
/// An open item whose due date has passed.
pub const OVERDUE: Code = warn("D006", "overdue");
/// An end that was noted before its day.
pub const COMPLETED_IN_THE_FUTURE: Code = error("D007", "completed-in-the-future");
/// Work whose start has passed and that has not begun.
pub const SHOULD_HAVE_STARTED: Code = warn("D008", "should-have-started");
/// Work without an end.
pub const NO_DUE_DATE: Code = info("D009", "no-due-date").of_absence();
/// A due date that was put off again and again.
pub const SLIPPED_OFTEN: Code = warn("D010", "slipped-often");
/// A milestone outside the time of its action.
pub const MILESTONE_OUTSIDE_ACTION: Code = warn("D011", "milestone-outside-action");
/// A condition that nobody watches.
pub const UNDATED_CONDITION: Code = warn("D012", "undated-condition").of_absence();
/// Something done of which a part is open.
pub const DONE_WITH_OPEN_PARTS: Code = warn("P001", "done-with-open-parts");
/// Something open of which every part is done.
pub const ALL_PARTS_DONE_BUT_OPEN: Code = info("P002", "all-parts-done-but-open");
/// A progress or an end that the status denies.
pub const PROGRESS_CONTRADICTS_STATUS: Code = warn("P003", "progress-contradicts-status");
/// Work under way for something dropped.
pub const ACTIVE_UNDER_DROPPED: Code = warn("P004", "active-under-dropped");
/// A stated health that is better than the computed one.
pub const HEALTH_CONTRADICTS_FORECAST: Code = warn("P005", "health-contradicts-forecast");
/// A last look that is too long ago.
pub const STALE_REVIEW: Code = warn("P006", "stale-review");
/// At risk or off track without a note.
pub const UNEXPLAINED_RISK_STATUS: Code = info("P007", "unexplained-risk-status").of_absence();
/// A dropped item that says nothing.
pub const DROPPED_WITHOUT_REASON: Code = info("P008", "dropped-without-reason").of_absence();
/// A measure without a value at the start.
pub const NO_BASELINE: Code = info("M001", "no-baseline").of_absence();
/// A measure without a value to be reached.
pub const NO_TARGET: Code = info("M002", "no-target").of_absence();
/// A target on the wrong side of the baseline.
pub const TARGET_BEHIND_BASELINE: Code = error("M003", "target-behind-baseline");
/// A measure's reading that is not a date and a number.
pub const BAD_READING: Code = error("M004", "bad-reading");
/// A reading whose day does not fit in, or two on one day.
pub const READINGS_OUT_OF_ORDER: Code = warn("M005", "readings-out-of-order");
/// A measure that was not read for too long.
pub const NO_RECENT_READING: Code = warn("M006", "no-recent-reading").of_absence();
/// A measure far from where it was to be.
pub const OFF_TRACK: Code = info("M007", "off-track");
/// A long way from baseline to target without a step.
pub const NO_INTERIM_TARGET: Code = info("M008", "no-interim-target").of_absence();
/// Values without a unit.
pub const NO_UNIT: Code = info("M009", "no-unit").of_absence();
/// A goal of which only the effort is measured.
pub const ONLY_ACTIVITY_MEASURES: Code = warn("M010", "only-activity-measures");
/// Work or a goal that nobody answers for.
pub const NO_OWNER: Code = info("R001", "no-owner").of_absence();
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
/// A visible text that refers to something hidden.
pub const REFERENCE_TO_HIDDEN: Code = warn("E001", "reference-to-hidden");
/// An item whose line of sight leads through something hidden.
pub const TRACE_THROUGH_HIDDEN: Code = warn("E002", "trace-through-hidden");
/// Something hidden that stands in a finished site.
pub const LEAK: Code = error("E003", "leak");
/// A critical risk of which nothing says when plan B begins.
pub const CRITICAL_RISK_WITHOUT_TRIGGER: Code =
    warn("K001", "critical-risk-without-trigger").of_absence();
/// A plan B that is needed and has not begun.
pub const TRIGGER_TRIPPED: Code = warn("K002", "trigger-tripped");
/// A plan B whose trigger can no longer trip.
pub const TRIGGER_EXPIRED: Code = warn("K003", "trigger-expired");
/// A risk without likelihood or impact.
pub const UNSCORED_RISK: Code = info("K004", "unscored-risk").of_absence();
/// More goals than anybody can keep in mind.
pub const TOO_MANY_GOALS: Code = info("B001", "too-many-goals");
/// A perspective without a goal.
pub const EMPTY_PERSPECTIVE: Code = info("B002", "empty-perspective");
/// A goal with next to no share of the money.
pub const LOPSIDED_PLAN: Code = info("B003", "lopsided-plan");
/// What a rule of the plan's own finds.
pub const OWN_RULE: Code = warn("X001", "own-rule").of_absence();
/// A view that should show something and shows nothing.
pub const EMPTY_VIEW: Code = warn("X002", "empty-view");
/// An expression that cannot be understood.
pub const BAD_EXPRESSION: Code = error("X003", "bad-expression");
/// An expression that cannot be worked out for an item.
pub const FAILING_EXPRESSION: Code = warn("X004", "failing-expression");
