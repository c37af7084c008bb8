//! D002 outside-parent: a part that does not fit into the time of its whole.

use crate::check::{Findings, Reads, Rule, Subject, within};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::Item;

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::OUTSIDE_PARENT,
    finds: "An open item that starts before anything that it supports has begun, or is due after \
            all of it has ended. Of several parents one is enough to hold it, and a parent without \
            that date sets no bound. Milestones have a rule of their own (D011).",
    why: "The whole will be reported on while its parts are not finished, or work goes on for \
          which nobody has decided anything yet. One of the two has moved, and the other was \
          forgotten.",
    bad: &[
        GOAL,
        (
            "strategies/S1.md",
            "---\nsupports: G1\ndue: 2027-06-30\n---\n# More counters\n",
        ),
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-10-31\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "strategies/S1.md",
            "---\nsupports: G1\ndue: 2027-12-31\n---\n# More counters\n",
        ),
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-10-31\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let holds = |item: &Item| item.is_open() && item.role != Role::Milestone;
    for (at, item) in subject.plan.all().filter(|(_, item)| holds(item)) {
        if let Some(late) = within::too_late(subject, at) {
            let found = late.found(&code::OUTSIDE_PARENT, item, "after", "is to end");
            findings.add(found.help(format!(
                "bring it forward, or give {} more time",
                late.parent.id
            )));
        }
        if let Some(early) = within::too_early(subject, at) {
            let found = early.found(&code::OUTSIDE_PARENT, item, "before", "starts");
            findings.add(found.help(format!(
                "start later, or let {} begin with it",
                early.parent.id
            )));
        }
    }
}
