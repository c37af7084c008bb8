//! T011 contingency-for-nothing: a plan B without a plan A.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::{Item, Relation};

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::CONTINGENCY_FOR_NOTHING,
    finds: "A plan B that states nothing that it answers. Plan Bs that are done or dropped are not \
            looked at, nor is a plan of plan Bs alone.",
    why: "On the day when something goes wrong, people look at the risk or the action that went \
          wrong. If the plan B is not linked there, they will improvise.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        ("contingencies/C1.md", "# Rent a counter\n"),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "contingencies/C1.md",
            "---\nanswers: A1\n---\n# Rent a counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    if !subject.plan.items.iter().any(|item| item.role.is_traced()) {
        return;
    }
    for item in &subject.plan.items {
        let is_plan_b = item.role == Role::Contingency && item.is_open();
        if is_plan_b && !item.states(Relation::Answers.field()) {
            let message = format!("{} answers nothing", item.id);
            let found = Findings::about(&code::CONTINGENCY_FOR_NOTHING, item, message);
            findings.add(found.help(mend(subject, item)));
        }
    }
}

fn mend(subject: Subject<'_>, item: &Item) -> String {
    let watched = item.trigger.as_ref().and_then(|it| it.watches()?.1);
    let watched = watched.map(|it| &subject.plan[it]);
    match watched.filter(|watched| watched.role.is_work()) {
        Some(watched) => format!("add `answers: {}`, which its trigger watches", watched.id),
        None => {
            "add `answers:` with the id of the risk, action or strategy that it is for".to_owned()
        }
    }
}
