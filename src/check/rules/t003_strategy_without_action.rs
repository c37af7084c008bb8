//! T003 strategy-without-action: a strategy that nobody carries out.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::config::Role;
use crate::diagnostic::code;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::STRATEGY_WITHOUT_ACTION,
    finds: "A strategy that no action supports, directly or through levels of the plan's own. \
            Dropped strategies are not looked at.",
    why: "A strategy says how; an action says who does what by when. Without one, the strategy is \
          an intention that no work plan will ever contain.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "strategies/S2.md",
            "---\nsupports: G1\n---\n# Fewer visits\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "strategies/S2.md",
            "---\nsupports: G1\n---\n# Fewer visits\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S2\n---\n# Renew permits by post\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let mut kinds = subject.config.kinds.all();
    let Some((action, _)) = kinds.find(|(_, def)| def.role == Role::Action) else {
        return;
    };
    let action = words::one(subject.config, action);
    let carried = carried(subject);
    for (at, item) in subject.plan.all() {
        if item.role == Role::Strategy && !item.is_dropped() && !carried[at.0] {
            let message = format!("no action carries out {}", item.id);
            let found = Findings::about(&code::STRATEGY_WITHOUT_ACTION, item, message);
            findings.add(found.help(format!("add {action} with `supports: {}`", item.id)));
        }
    }
}

/// Whether an action supports each item, directly or through others.
fn carried(subject: Subject<'_>) -> Vec<bool> {
    let mut carried = vec![false; subject.plan.items.len()];
    for &at in &subject.trace.graph.bottom_up {
        let mut parts = subject
            .trace
            .graph
            .down(at)
            .iter()
            .map(|thread| thread.item);
        carried[at.0] =
            parts.any(|part| subject.plan[part].role == Role::Action || carried[part.0]);
    }
    carried
}
