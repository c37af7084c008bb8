//! M001 no-baseline: a measure that does not say where it began.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Direction, Item, Measure};

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::NO_BASELINE,
    finds: "A measure without a `baseline`, unless it is to be held.",
    why: "Without the value at the start nobody can say how far it has come, nor whether the \
          target asks for anything: there is no attainment, no expectation and no health.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\ntarget: {value: 10, on: 2026-12-31}\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\n---\n# Minutes of waiting\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    findings.extend(
        subject
            .measures()
            .filter_map(|(item, measure)| found(item, measure)),
    );
}

fn found(item: &Item, measure: &Measure) -> Option<Diagnostic> {
    if measure.direction == Direction::Hold || item.states("baseline") {
        return None;
    }
    let first = measure.readings.first();
    let mend = first.map_or("{value: 41, on: 2025-12-31}".to_owned(), |first| {
        format!("{{value: {}, on: {}}}", first.value, first.on)
    });
    let message = format!("{} does not say where it began", item.id);
    let says = first.map_or("write", |_| "its first reading may be it:");
    Some(
        Findings::about(&code::NO_BASELINE, item, message)
            .help(format!("{says} `baseline: {mend}`")),
    )
}
