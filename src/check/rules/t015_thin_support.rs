//! T015 thin-support: a goal that hangs on a single action.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::{Item, ItemIx};

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::THIN_SUPPORT,
    finds: "A goal that has one single action among all that supports it, directly or through other \
            items. Dropped items do not count. As long as no goal has more than one action, the plan \
            is small or only beginning, and nothing is said of it.",
    why: "If that action fails or its owner leaves, the goal has nothing left. Often the goal is \
          really an action, or the rest of the work was never written down.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        ("goals/G2.md", "# Friendlier letters\n"),
        (
            "strategies/S2.md",
            "---\nsupports: G2\n---\n# Plain words\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S2\n---\n# Rewrite the forms\n",
        ),
        (
            "actions/A3.md",
            "---\nsupports: S2\n---\n# Train the writers\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        ("goals/G2.md", "# Friendlier letters\n"),
        (
            "strategies/S2.md",
            "---\nsupports: G2\n---\n# Plain words\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S2\n---\n# Rewrite the forms\n",
        ),
        (
            "actions/A3.md",
            "---\nsupports: S2\n---\n# Train the writers\n",
        ),
        (
            "actions/A4.md",
            "---\nsupports: S1\n---\n# Open an hour earlier\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

/// How many actions carry an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Carried {
    ByNone,
    By(ItemIx),
    ByMany,
}

impl Carried {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::ByNone, one) | (one, Self::ByNone) => one,
            (one, other) if one == other => one,
            _ => Self::ByMany,
        }
    }
}

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let carried = carried(subject);
    let goals = subject
        .plan
        .all()
        .filter(|(_, item)| item.role == Role::Goal);
    let mut goals = goals.map(|(at, _)| carried[at.0]);
    if !goals.any(|goal| goal == Carried::ByMany) {
        return;
    }
    for (at, item) in subject.plan.all() {
        if let Carried::By(action) = carried[at.0]
            && item.role == Role::Goal
            && item.is_open()
        {
            let action = &subject.plan[action];
            let message = format!("{} hangs on a single action, {}", item.id, action.id);
            let found = Findings::about(&code::THIN_SUPPORT, item, message);
            let found = found.also(action.place, format!("the only one for {}", item.id));
            let others = words::several(subject.config, action.kind);
            findings.add(found.help(format!(
                "write down the other {others} for {}, or make it part of another goal",
                item.id
            )));
        }
    }
}

fn is_action(item: &Item) -> bool {
    item.role == Role::Action && !item.is_dropped()
}

/// The actions that carry each item, itself among them.
fn carried(subject: Subject<'_>) -> Vec<Carried> {
    let mut carried = vec![Carried::ByNone; subject.plan.items.len()];
    for &at in &subject.trace.graph.bottom_up {
        let item = &subject.plan[at];
        let own = if is_action(item) {
            Carried::By(at)
        } else {
            Carried::ByNone
        };
        let parts = subject.trace.graph.down(at).iter();
        let below = parts.fold(own, |all, part| all.and(carried[part.item.0]));
        carried[at.0] = if item.is_dropped() {
            Carried::ByNone
        } else {
            below
        };
    }
    carried
}
