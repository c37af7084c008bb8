//! T002 unsupported-goal: a goal that nothing leads to.

use crate::check::{Findings, Rule, Subject, words};
use crate::config::{Kind, Role};
use crate::diagnostic::code;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::UNSUPPORTED_GOAL,
    finds: "A goal or objective that nothing supports. As long as the plan has no item that could, \
            it says nothing: a plan begins with its goals. Dropped items are not looked at.",
    why: "A goal that no strategy leads to is a wish. It will be reported on at the end of the plan \
          without anybody having worked for it.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        ("goals/G2.md", "# Friendlier letters\n"),
    ],
    good: &[
        GOAL,
        ("goals/G2.md", "# Friendlier letters\n"),
        (
            "strategies/S1.md",
            "---\nsupports: [G1, G2]\n---\n# More people at the counter\n",
        ),
        ACTION,
    ],
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, item) in subject.plan.all() {
        let is_goal = matches!(item.role, Role::Goal | Role::Objective) && !item.is_dropped();
        if is_goal && subject.trace.graph.down(at).is_empty() {
            let kinds = supporters(subject, item.kind);
            if subject
                .plan
                .items
                .iter()
                .any(|item| kinds.contains(&item.kind))
            {
                let names: Vec<String> = kinds
                    .iter()
                    .map(|kind| words::several(subject.config, *kind))
                    .collect();
                let message = format!("nothing supports {}", item.id);
                let found = Findings::about(&code::UNSUPPORTED_GOAL, item, message);
                let help = format!(
                    "add `supports: {}` where it is worked for: in {}",
                    item.id,
                    words::and(&names)
                );
                findings.add(found.help(help));
            }
        }
    }
}

/// The kinds that may support one.
fn supporters(subject: Subject<'_>, kind: Kind) -> Vec<Kind> {
    let kinds = &subject.config.kinds;
    let all = kinds.all().map(|(kind, _)| kind);
    all.filter(|from| kinds.may_support(*from, kind)).collect()
}
