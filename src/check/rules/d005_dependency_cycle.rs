//! D005 dependency-cycle: items that wait for one another.

use crate::check::circles::Circles;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::code;
use crate::plan::Relation;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::DEPENDENCY_CYCLE,
    finds: "Open items that depend on one another in a circle: A1 on A2, and A2 on A1, be it \
            through others. Where circles run into one another, the shortest is named first.",
    why: "Each waits for the others to end, so none can ever begin.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndepends_on: A2\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\ndepends_on: A1\n---\n# Train the new staff\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndepends_on: A2\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\n---\n# Train the new staff\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let cycles = &subject.trace.graph.dependency_cycles;
    if cycles.is_empty() {
        return;
    }
    let circles = Circles::new(subject, Relation::DependsOn);
    for cycle in cycles {
        let found = circles.found(&code::DEPENDENCY_CYCLE, cycle, "wait for one another");
        findings.add(found.help(
            "take one of these dependencies out, or split an item into what comes before and after",
        ));
    }
}
