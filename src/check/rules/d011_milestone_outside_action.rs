//! D011 milestone-outside-action: a milestone that its action never passes.

use crate::check::{Findings, Reads, Rule, Subject, within};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::Item;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::MILESTONE_OUTSIDE_ACTION,
    finds: "An open milestone that is due before its action starts or after its action is due. \
            Periods are taken as kindly as they can be.",
    why: "A milestone shows on the way whether the action will be in time. One that lies behind \
          its end can warn of nothing, and the action will be reported late, or done with a part \
          open.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-03-31\n---\n# Open a second counter\n",
        ),
        (
            "milestones/A1.1.md",
            "---\nsupports: A1\ndue: 2027-06-30\n---\n# The first visitor is served\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-06-30\n---\n# Open a second counter\n",
        ),
        (
            "milestones/A1.1.md",
            "---\nsupports: A1\ndue: 2027-06-30\n---\n# The first visitor is served\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let holds = |item: &Item| item.is_open() && item.role == Role::Milestone;
    for (at, item) in subject.plan.all().filter(|(_, item)| holds(item)) {
        if let Some(late) = within::too_late(subject, at) {
            let found = late.found(&code::MILESTONE_OUTSIDE_ACTION, item, "after", "is due");
            let parent = &late.parent.id;
            findings.add(found.help(format!("bring it forward, or move the end of {parent}")));
        }
        if let Some(early) = within::too_early(subject, at) {
            let found = early.found(&code::MILESTONE_OUTSIDE_ACTION, item, "before", "starts");
            let parent = &early.parent.id;
            findings.add(found.help(format!("move it, or let {parent} start sooner")));
        }
    }
}
