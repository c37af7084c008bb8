//! T005 no-line-of-sight: a chain upward that ends before the top.

use crate::check::sight::{self, Sight};
use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx};

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::NO_LINE_OF_SIGHT,
    finds: "An item that supports something, and yet leads to no goal: all that it supports was \
            dropped, or leads no further itself. Only the item at which the chain breaks is named, \
            not everything below it; a chain that breaks at an orphan, an unknown id, a circle \
            or a plan B for nothing is named there (T001, L001, T006, T011), and work under way \
            whose every aim was dropped as that (P004).",
    why: "It looks well anchored, because it supports something. But the work serves nothing that \
          the plan still wants, and figures rolled up to the goals leave it out.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "strategies/S2.md",
            "---\nsupports: G1\nstatus: dropped\nhealth_note: Nobody asked for it.\n---\n# Fewer visits\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S2\nstatus: done\n---\n# Renew permits by post\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "strategies/S2.md",
            "---\nsupports: G1\nstatus: dropped\nhealth_note: Nobody asked for it.\n---\n# Fewer visits\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\nstatus: done\n---\n# Renew permits by post\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let sights = sight::all(subject);
    for ((at, item), sight) in subject.plan.all().zip(sights) {
        if sight == Sight::Cut && !sight::is_active_under_dropped(subject, at) {
            findings.add(found(subject, at, item));
        }
    }
}

fn found(subject: Subject<'_>, at: ItemIx, item: &Item) -> Diagnostic {
    let threads = subject.trace.graph.up(at);
    let ends: Vec<String> = threads
        .iter()
        .map(|thread| end(&subject.plan[thread.item]))
        .collect();
    let top = subject
        .plan
        .items
        .first()
        .map_or_else(String::new, |top| words::one(subject.config, top.kind));
    let message = format!(
        "{} does not lead to {top}: it supports {}",
        item.id,
        words::and(&ends)
    );
    let mut found = Findings::about(&code::NO_LINE_OF_SIGHT, item, message);
    if let Some(thread) = threads.first() {
        let reference = &subject.plan.references[thread.reference];
        let parent = &subject.plan[thread.item];
        found = found
            .at(reference.written.span, "the chain ends here")
            .also(parent.place, format!("{} leads no further", parent.id));
    }
    found.help("support something that leads on, or let what it supports do so")
}

/// What an item supports and why that is the end.
fn end(parent: &Item) -> String {
    if parent.is_dropped() {
        format!("{}, which was dropped", parent.id)
    } else {
        format!("{}, which leads no further", parent.id)
    }
}
