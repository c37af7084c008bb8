//! P002 all-parts-done-but-open: something whose every part is finished.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::{Role, Status};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx};
use crate::quantity::Percent;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::ALL_PARTS_DONE_BUT_OPEN,
    finds: "An open action, or an open item of a kind of the plan's own, of which every part that \
            was not dropped is done. Not where it says itself that something is left: by a stated \
            progress, by a task that is not ticked, by `repeats`, or because it is on hold.",
    why: "Mostly it is done as well and nobody has noted that. Else there is work in it that no \
          part stands for.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: active\n---\n# Open a second counter\n",
        ),
        (
            "milestones/A1.1.md",
            "---\nsupports: A1\nstatus: done\n---\n# The first visitor is served\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: done\n---\n# Open a second counter\n",
        ),
        (
            "milestones/A1.1.md",
            "---\nsupports: A1\nstatus: done\n---\n# The first visitor is served\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let seems_done = |at, item: &Item| says_nothing_is_left(item) && all_done(subject, at);
    for (_, item) in subject
        .plan
        .all()
        .filter(|(at, item)| seems_done(*at, item))
    {
        let message = format!("all parts of {} are done, and it is open", item.id);
        let place = item.status.as_ref().map_or(item.place, |it| it.span);
        let found = Diagnostic::new(&code::ALL_PARTS_DONE_BUT_OPEN, message)
            .at(place, "open")
            .help("set `status: done`, or add what is still to be done as a part");
        findings.add(found.about(&item.id));
    }
}

fn says_nothing_is_left(item: &Item) -> bool {
    let tasks = item.body.document.tasks;
    matches!(item.role, Role::Action | Role::Own)
        && item.is_open()
        && !item.is(Status::OnHold)
        && item.dates.repeats.is_none()
        && item
            .progress
            .as_ref()
            .is_none_or(|it| it.value == Percent::ALL)
        && tasks.done == tasks.all
}

fn all_done(subject: Subject<'_>, at: ItemIx) -> bool {
    let threads = subject.trace.graph.down(at).iter();
    let parts = threads.map(|thread| &subject.plan[thread.item]);
    let mut parts = parts.filter(|part| !part.is_dropped()).peekable();
    parts.peek().is_some() && parts.all(|part| !part.is_open())
}
