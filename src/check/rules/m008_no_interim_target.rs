//! M008 no-interim-target: a long way without a step.

use crate::check::measures::is_same;
use crate::check::{Findings, Reads, Rule, RuleOption, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Direction, Item, Measure};
use crate::quantity::Date;

use super::thread::GOAL;

const DAYS: RuleOption = RuleOption {
    name: "days",
    default: 366,
    what: "The days from baseline to target from which there should be a target on the way.",
};

pub(super) const RULE: Rule = Rule {
    code: &code::NO_INTERIM_TARGET,
    finds: "A measure with more than a year between its baseline and its target, and no dated \
            target on the way. What is to be held needs none, nor does one whose target's day has \
            passed.",
    why: "Only at the end will anybody see that it was missed. Without steps a straight line is \
          expected, and few things grow in one.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2029-12-31}\n---\n# Minutes of waiting\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             targets: [{value: 20, on: 2027-12-31}]\ntarget: {value: 10, on: 2029-12-31}\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    options: &[DAYS],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let days = subject.number(&code::NO_INTERIM_TARGET, &DAYS);
    let measures = subject.measures();
    findings.extend(measures.filter_map(|(item, it)| found(item, it, days, subject.today)));
}

fn found(item: &Item, measure: &Measure, days: u32, today: Date) -> Option<Diagnostic> {
    let (from, to) = (measure.baseline?, measure.target?);
    let (start, end) = (from.on?, to.on?);
    let is_long = i64::from((end - start).get_days()) > i64::from(days);
    let held = measure.direction == Direction::Hold || is_same(from.value, to.value);
    if !is_long || held || end < today || item.states("targets") {
        return None;
    }
    let message = format!("{} has no target between {start} and {end}", item.id);
    let found = Diagnostic::new(&code::NO_INTERIM_TARGET, message)
        .at(to.place, "the only target")
        .also(from.place, "the baseline")
        .help("add `targets:` with a value for the end of each year");
    Some(found.about(&item.id))
}
