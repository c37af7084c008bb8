//! T003 strategy-without-action: a strategy that nobody carries out.

use crate::check::{Findings, Rule, Subject, words};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::ItemIx;

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
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let mut kinds = subject.config.kinds.all();
    let Some((action, _)) = kinds.find(|(_, def)| def.role == Role::Action) else {
        return;
    };
    let action = words::one(subject.config, action);
    for (at, item) in subject.plan.all() {
        if item.role == Role::Strategy && !item.is_dropped() && !has_action(subject, at) {
            let message = format!("no action carries out {}", item.id);
            let found = Findings::about(&code::STRATEGY_WITHOUT_ACTION, item, message);
            findings.add(found.help(format!("add {action} with `supports: {}`", item.id)));
        }
    }
}

fn has_action(subject: Subject<'_>, at: ItemIx) -> bool {
    let graph = &subject.trace.graph;
    let is_action = |item: &ItemIx| subject.plan[*item].role == Role::Action;
    graph.down(at).iter().any(|thread| is_action(&thread.item))
        || graph.below(at).iter().any(is_action)
}
