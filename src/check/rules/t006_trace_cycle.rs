//! T006 trace-cycle: items that support one another in a circle.

use std::collections::BTreeMap;

use crate::check::{Findings, Rule, Subject};
use crate::diagnostic::{Diagnostic, Span, code};
use crate::plan::{ItemIx, Relation};

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
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    if subject.trace.graph.cycles.is_empty() {
        return;
    }
    let places = places(subject);
    for cycle in &subject.trace.graph.cycles {
        findings.add(found(subject, cycle, &places));
    }
}

/// Where each support is written.
fn places(subject: Subject<'_>) -> BTreeMap<(ItemIx, ItemIx), Span> {
    let stated = subject.plan.stated(Relation::Supports);
    stated
        .map(|(reference, to)| ((reference.from, to), reference.written.span))
        .collect()
}

fn found(
    subject: Subject<'_>,
    cycle: &[ItemIx],
    places: &BTreeMap<(ItemIx, ItemIx), Span>,
) -> Diagnostic {
    let id = |item: ItemIx| subject.plan[item].id.as_str();
    let round = cycle.iter().chain(cycle.first());
    let ids: Vec<&str> = round.clone().map(|item| id(*item)).collect();
    let message = format!("{} support one another in a circle", ids.join(" \u{2192} "));
    let mut found = Diagnostic::new(&code::TRACE_CYCLE, message);
    for (from, to) in cycle.iter().zip(round.skip(1)) {
        let Some(place) = places.get(&(*from, *to)) else {
            continue;
        };
        let label = format!("{} supports {}", id(*from), id(*to));
        found = match found.primary {
            None => found.at(*place, label).about(id(*from)),
            Some(_) => found.also(*place, label),
        };
    }
    found.help("take one of these supports out: of two items, one is part of the other")
}
