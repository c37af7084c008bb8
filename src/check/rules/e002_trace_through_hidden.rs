//! E002 trace-through-hidden: a line of sight that an edition breaks.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::{Diagnostic, code};
use crate::edition::Clearance;
use crate::plan::{ItemIx, Place};

use super::thread::{ACTION, PUBLIC_EDITION, PUBLIC_GOAL, PUBLIC_STRATEGY, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::TRACE_THROUGH_HIDDEN,
    finds: "An item that leads to the top of the plan, and in an edition does not: it is shown there, \
            and all that it supports is hidden. Only the item at which the line breaks is named, not \
            what follows from it.",
    why: "Readers of that edition see work that serves nothing, and goals that look emptier than \
          they are. Either they may know what the work is for, or they need not see the work.",
    bad: &[
        PUBLIC_EDITION,
        PUBLIC_GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\naudience: public\n---\n# Tell the neighbours\n",
        ),
    ],
    good: &[
        PUBLIC_EDITION,
        PUBLIC_GOAL,
        PUBLIC_STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\naudience: public\n---\n# Tell the neighbours\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let mut broken: Vec<Vec<String>> = vec![Vec::new(); subject.plan.items.len()];
    for edition in &subject.config.editions {
        let clearance = Clearance::of(subject.plan, subject.config, edition);
        let is_seen = |at: ItemIx| clearance.place(Place::Item(at));
        for at in subject.trace.broken_by(subject.plan, is_seen) {
            broken[at.0].push(format!("`{}`", edition.name));
        }
    }
    for ((at, _), editions) in subject.plan.all().zip(broken) {
        if !editions.is_empty() {
            findings.add(found(subject, at, &editions));
        }
    }
}

fn found(subject: Subject<'_>, at: ItemIx, editions: &[String]) -> Diagnostic {
    let item = &subject.plan[at];
    let number = if editions.len() == 1 {
        "edition"
    } else {
        "editions"
    };
    let editions = words::and(editions);
    let message = format!(
        "in the {number} {editions}, {} leads nowhere: what it supports is hidden",
        item.id
    );
    let mut found = Findings::about(&code::TRACE_THROUGH_HIDDEN, item, message);
    if let Some(thread) = subject.trace.graph.up(at).first() {
        let reference = &subject.plan.references[thread.reference];
        let parent = &subject.plan[thread.item];
        found = found
            .at(reference.written.span, "the line of sight ends here")
            .also(parent.place, format!("{} is hidden there", parent.id));
    }
    found.help("let the same people see both, or hide both from them")
}
