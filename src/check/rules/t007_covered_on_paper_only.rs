//! T007 covered-on-paper-only: support that stands still.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::{Role, Status};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::COVERED_ON_PAPER_ONLY,
    finds: "A goal, objective, strategy or level of the plan's own that is still wanted, while all \
            that supports it was dropped or is on hold. Items that are themselves on hold, done or \
            dropped are not looked at.",
    why: "In lists and charts it looks supported. In truth nobody works for it, and it will not be \
          reached unless somebody takes the work up again.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: on-hold\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: on-hold\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\n---\n# Open an hour earlier\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

/// How many of the items that stand still are pointed at.
const SHOWN: usize = 3;

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, item) in subject.plan.all() {
        let parts = subject.trace.graph.down(at).iter();
        let parts: Vec<ItemIx> = parts.map(|thread| thread.item).collect();
        let still =
            !parts.is_empty() && parts.iter().all(|part| stands_still(&subject.plan[*part]));
        if still && is_wanted(item) {
            findings.add(found(subject, item, &parts));
        }
    }
}

fn is_wanted(item: &Item) -> bool {
    let roles = [Role::Goal, Role::Objective, Role::Strategy, Role::Own];
    roles.contains(&item.role) && item.is_open() && !item.is(Status::OnHold)
}

fn stands_still(item: &Item) -> bool {
    item.is_dropped() || item.is(Status::OnHold)
}

fn found(subject: Subject<'_>, item: &Item, parts: &[ItemIx]) -> Diagnostic {
    let dropped = |part: &&ItemIx| subject.plan[**part].is_dropped();
    let how = match parts.iter().filter(dropped).count() {
        0 => "is on hold",
        all if all == parts.len() => "was dropped",
        _ => "was dropped or is on hold",
    };
    let message = format!("all that supports {} {how}", item.id);
    let mut found = Findings::about(&code::COVERED_ON_PAPER_ONLY, item, message);
    for part in parts.iter().take(SHOWN).map(|part| &subject.plan[*part]) {
        if let Some(status) = &part.status {
            let how = if part.is_dropped() {
                "was dropped"
            } else {
                "is on hold"
            };
            found = found.also(status.span, format!("{} {how}", part.id));
        }
    }
    found.help(format!(
        "take some of it up again, let other work support {0}, or put {0} on hold too",
        item.id
    ))
}
