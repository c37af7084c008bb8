//! T006 trace-cycle: items that support one another in a circle.

use crate::check::circles::Circles;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::code;
use crate::plan::Relation;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::TRACE_CYCLE,
    finds: "Items that support one another in a circle: A1 supports A2, and A2 supports A1, be it \
            through others. Where circles run into one another, the shortest is named first.",
    why: "Each would be a part of itself: progress, money and health cannot be rolled up, and no \
          goal can be reached from within the circle. The supports of the circle are left out of \
          the trace until one of them is taken out.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: [S1, A3]\n---\n# Train the new staff\n",
        ),
        (
            "actions/A3.md",
            "---\nsupports: A2\n---\n# Write a handbook\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\n---\n# Train the new staff\n",
        ),
        (
            "actions/A3.md",
            "---\nsupports: A2\n---\n# Write a handbook\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    if subject.trace.graph.cycles.is_empty() {
        return;
    }
    let circles = Circles::new(subject, Relation::Supports);
    for cycle in &subject.trace.graph.cycles {
        let found = circles.found(&code::TRACE_CYCLE, cycle, "support one another in a circle");
        findings.add(
            found.help("take one of these supports out: of two items, one is part of the other"),
        );
    }
}
