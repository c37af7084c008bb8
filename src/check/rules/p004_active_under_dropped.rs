//! P004 active-under-dropped: work that goes on for something given up.

use crate::check::{Findings, Reads, Rule, Subject, sight, words};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx};

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::ACTIVE_UNDER_DROPPED,
    finds: "An item that is under way although all that it supports was dropped, and which serves \
            nothing else, by `mitigates` or `answers`. It takes the place of what L009 and T005 \
            say of items that are not under way.",
    why: "People spend time and money on it today, and the plan has decided that it is not wanted.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "strategies/S2.md",
            "---\nsupports: G1\nstatus: dropped\n---\n# Fewer visits\n\nThe law asks for them.\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S2\nstatus: active\n---\n# Renew permits by post\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "strategies/S2.md",
            "---\nsupports: G1\nstatus: dropped\n---\n# Fewer visits\n\nThe law asks for them.\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S2\nstatus: dropped\n---\n# Renew permits by post\n\nS2 was dropped.\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let wasted = subject.plan.all();
    let wasted = wasted.filter(|(at, _)| sight::is_active_under_dropped(subject, *at));
    findings.extend(wasted.map(|(at, item)| found(subject, at, item)));
}

fn found(subject: Subject<'_>, at: ItemIx, item: &Item) -> Diagnostic {
    let threads = subject.trace.graph.up(at);
    let parents = threads.iter().map(|thread| &subject.plan[thread.item]);
    let ids: Vec<String> = parents.clone().map(|parent| parent.id.clone()).collect();
    let were = if ids.len() == 1 { "was" } else { "were" };
    let ids = words::and(&ids);
    let message = format!(
        "{} is under way, and {ids}, which it supports, {were} dropped",
        item.id
    );
    let place = item.status.as_ref().map_or(item.place, |it| it.span);
    let mut found = Diagnostic::new(&code::ACTIVE_UNDER_DROPPED, message).at(place, "under way");
    for parent in parents {
        if let Some(status) = &parent.status {
            found = found.also(status.span, format!("{} was dropped here", parent.id));
        }
    }
    let mend =
        format!("stop it and set `status: dropped`, give it another aim, or take {ids} up again");
    found.help(mend).about(&item.id)
}
