//! T008 measure-of-nothing: a measure that says nothing of any goal.

use std::collections::BTreeSet;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::{ItemIx, Relation};

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::MEASURE_OF_NOTHING,
    finds: "A measure that states nothing that it measures. One that the trigger of a plan B watches \
            is of use without. Measures that are done or dropped are not looked at, nor is a plan that \
            has nothing to measure yet.",
    why: "Somebody collects the number, and no goal is the wiser. The readings count for nobody's \
          health, and the measure stands on no goal's page.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        ("measures/M1.md", "# Minutes of waiting\n"),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "measures/M1.md",
            "---\nmeasures: G1\n---\n# Minutes of waiting\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    if !subject.plan.items.iter().any(|item| item.role.is_traced()) {
        return;
    }
    let watched = watched(subject);
    for (at, item) in subject.plan.all() {
        let measures = item.role == Role::Measure && item.is_open() && !watched.contains(&at);
        if measures && !item.states(Relation::Measures.field()) {
            let message = format!("{} measures nothing", item.id);
            let found = Findings::about(&code::MEASURE_OF_NOTHING, item, message);
            findings
                .add(found.help("add `measures:` with the id of what it shows the progress of"));
        }
    }
}

/// What the triggers of plan Bs watch.
fn watched(subject: Subject<'_>) -> BTreeSet<ItemIx> {
    let items = subject.plan.items.iter();
    let triggers = items.filter_map(|item| item.trigger.as_ref()?.watches()?.1);
    triggers.collect()
}
