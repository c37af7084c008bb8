//! T002 unsupported-goal: a goal that nothing leads to.

use std::collections::BTreeSet;

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::config::{Kind, Role};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::Item;

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
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let used: BTreeSet<Kind> = subject.plan.items.iter().map(|item| item.kind).collect();
    for (at, item) in subject.plan.all() {
        let is_goal = matches!(item.role, Role::Goal | Role::Objective) && !item.is_dropped();
        if is_goal && subject.trace.graph.down(at).is_empty() {
            let kinds = supporters(subject, item.kind);
            if kinds.iter().any(|kind| used.contains(kind)) {
                findings.add(found(subject, item, &kinds));
            }
        }
    }
}

fn found(subject: Subject<'_>, item: &Item, kinds: &[Kind]) -> Diagnostic {
    let kinds = kinds
        .iter()
        .map(|kind| words::several(subject.config, *kind));
    let kinds: Vec<String> = kinds.collect();
    let message = format!("nothing supports {}", item.id);
    Findings::about(&code::UNSUPPORTED_GOAL, item, message).help(format!(
        "add `supports: {}` where it is worked for: in {}",
        item.id,
        words::and(&kinds)
    ))
}

/// The kinds that may support one.
fn supporters(subject: Subject<'_>, kind: Kind) -> Vec<Kind> {
    let kinds = &subject.config.kinds;
    let all = kinds.all().map(|(kind, _)| kind);
    all.filter(|from| kinds.may_support(*from, kind)).collect()
}
