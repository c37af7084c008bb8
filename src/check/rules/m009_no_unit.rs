//! M009 no-unit: numbers of nothing.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, Measure};

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::NO_UNIT,
    finds: "A measure with values and without a `unit`.",
    why: "The site shows 30 where readers need to know whether that is minutes, people or percent. \
          The title says it only to those who knew before.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\n---\n# Minutes of waiting\n",
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
    let points = [measure.baseline, measure.target].into_iter().flatten();
    let mut places = points
        .map(|point| point.place)
        .chain(measure.readings.iter().map(|reading| reading.place));
    let place = places.next().filter(|_| !item.states("unit"))?;
    let message = format!("the values of {} have no unit", item.id);
    let found = Diagnostic::new(&code::NO_UNIT, message)
        .at(place, "of what?")
        .help("add `unit:`, as in `unit: \"%\"` or `unit: visits a year`");
    Some(found.about(&item.id))
}
