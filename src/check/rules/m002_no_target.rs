//! M002 no-target: a measure that is to go nowhere.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, Measure};

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::NO_TARGET,
    finds: "A measure without a `target`. Targets on the way (`targets`) do not take its place.",
    why: "A number without a target is a statistic. Nobody will ever be able to say that the goal \
          was reached, or that it was not.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n---\n\
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
    if item.states("target") {
        return None;
    }
    let message = format!("{} does not say where it is to be in the end", item.id);
    let found = Findings::about(&code::NO_TARGET, item, message);
    Some(match measure.steps.last() {
        Some(last) => found
            .at(last.place, "only on the way")
            .help("write the last of `targets` as `target`"),
        None => found.help("write `target: {value: 90, on: 2027-12-31}`"),
    })
}
