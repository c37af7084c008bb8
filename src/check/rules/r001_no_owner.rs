//! R001 no-owner: something that nobody answers for.

use std::collections::BTreeSet;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::{Kind, Role};
use crate::diagnostic::code;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::NO_OWNER,
    finds: "An open action without `owner`; and an open item of another kind, as soon as others of \
            its kind have owners. Milestones are in the hands of those who have the action, and \
            measures in the hands of those who have the goal; they may do without.",
    why: "What belongs to everybody is done by nobody. A team can carry the work; that it is done is \
          for one person to answer for, and for one to be asked.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nowner: Ada Lindqvist\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let items = subject.plan.items.iter();
    let owned = items.filter(|item| item.raci.owner.is_some());
    let owned: BTreeSet<Kind> = owned.map(|item| item.kind).collect();
    for item in &subject.plan.items {
        let needs = match item.role {
            Role::Action => true,
            Role::Milestone | Role::Measure => false,
            _ => owned.contains(&item.kind),
        };
        if needs && item.is_open() && !item.states("owner") {
            let found = Findings::about(&code::NO_OWNER, item, format!("{} has no owner", item.id));
            findings.add(found.help("add `owner:` with the name of who answers for it"));
        }
    }
}
