//! P001 done-with-open-parts: something finished of which a part goes on.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::config::Status;
use crate::diagnostic::{Diagnostic, Span, code};
use crate::plan::{Item, ItemIx};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::DONE_WITH_OPEN_PARTS,
    finds: "An item that is done, while something that supports it has a status that is open. A \
            part that supports something else too that is not closed, one that comes again \
            (`repeats`) and one without a status are not looked at.",
    why: "Either the whole is not done, and is reported as if it were, or people still work on \
          something that nobody needs any more.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: done\n---\n# Open a second counter\n",
        ),
        (
            "milestones/A1.1.md",
            "---\nsupports: A1\nstatus: active\n---\n# The first visitor is served\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: active\n---\n# Open a second counter\n",
        ),
        (
            "milestones/A1.1.md",
            "---\nsupports: A1\nstatus: active\n---\n# The first visitor is served\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

/// How many open parts are pointed at.
const SHOWN: usize = 5;

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, item) in subject.plan.all() {
        let Some(end) = end(item) else { continue };
        let parts = open_parts(subject, at);
        if !parts.is_empty() {
            findings.add(found(item, end, &parts));
        }
    }
}

/// Where it is said that an item is done.
fn end(item: &Item) -> Option<Span> {
    let done = item.status.as_ref().filter(|it| it.is == Status::Done);
    let completed = item.dates.completed.as_ref();
    let completed = completed.filter(|_| !item.is_dropped());
    done.map(|it| it.span).or(completed.map(|it| it.span))
}

/// The parts that are said to be open, and are part of nothing else that is.
fn open_parts(subject: Subject<'_>, at: ItemIx) -> Vec<&Item> {
    let graph = &subject.trace.graph;
    let parts = graph.down(at).iter().map(|thread| thread.item);
    let only_here = |part: &ItemIx| {
        let mut wholes = graph.up(*part).iter();
        wholes.all(|whole| !subject.plan[whole.item].is_open())
    };
    let parts = parts
        .filter(only_here)
        .map(|part| &subject.plan[part])
        .filter(|part| part.is_open() && part.status.is_some() && part.dates.repeats.is_none());
    parts.collect()
}

fn found(item: &Item, end: Span, parts: &[&Item]) -> Diagnostic {
    let mut ids: Vec<String> = parts
        .iter()
        .take(SHOWN)
        .map(|part| part.id.clone())
        .collect();
    if parts.len() > SHOWN {
        ids.push(format!("{} others", parts.len() - SHOWN));
    }
    let (part, are) = if parts.len() == 1 {
        ("part", "is")
    } else {
        ("parts", "are")
    };
    let message = format!(
        "{} is done, and its {part} {} {are} open",
        item.id,
        words::and(&ids)
    );
    let mut found = Diagnostic::new(&code::DONE_WITH_OPEN_PARTS, message).at(end, "done");
    for part in parts.iter().take(SHOWN) {
        if let Some(status) = &part.status {
            found = found.also(status.span, format!("{} is open", part.id));
        }
    }
    found
        .help("close or drop what is open, or take the whole up again")
        .about(&item.id)
}
