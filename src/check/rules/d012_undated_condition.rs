//! D012 undated-condition: an event that nobody waits for.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::UNDATED_CONDITION,
    finds: "An open item whose end depends on an event (`due_when`), with no due date beside it, \
            and with no owner, neither of its own nor of anything that it supports directly.",
    why: "No calendar will remind anybody of an event. Without somebody who watches for it, the \
          condition comes true and nothing happens.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue_when: 90 days after the lease is signed\n---\n\
             # Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nowner: Ada Lindqvist\n\
             due_when: 90 days after the lease is signed\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let items = subject.plan.all();
    findings.extend(items.filter_map(|(at, item)| found(subject, at, item)));
}

fn found(subject: Subject<'_>, at: ItemIx, item: &Item) -> Option<Diagnostic> {
    let when = item.dates.due_when.as_deref()?;
    if !item.is_open() || item.dates.due.is_some() || is_watched(subject, at, item) {
        return None;
    }
    let message = format!("nobody is named to watch for what {} waits for", item.id);
    let found = Diagnostic::new(&code::UNDATED_CONDITION, message)
        .at(when.span, "the event")
        .help("add `owner:`, or a `due:` on which somebody looks whether it has happened");
    Some(found.about(&item.id))
}

fn is_watched(subject: Subject<'_>, at: ItemIx, item: &Item) -> bool {
    let threads = subject.trace.graph.up(at).iter();
    let mut parents = threads.map(|thread| &subject.plan[thread.item]);
    item.raci.owner.is_some() || parents.any(|parent| parent.raci.owner.is_some())
}
