//! T009 risk-to-nothing: a risk that comes in the way of nothing.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::Relation;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::RISK_TO_NOTHING,
    finds: "A risk that states nothing that it threatens. Risks that are done or dropped are not \
            looked at, nor is a plan of risks alone.",
    why: "Whoever answers for a goal or an action finds its risks on its page, and this one stands \
          nowhere. Nobody can say what its impact would be on, either.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        ("risks/R1.md", "# The landlord ends the lease\n"),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "risks/R1.md",
            "---\nthreatens: A1\n---\n# The landlord ends the lease\n",
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
        let is_risk = item.role == Role::Risk && item.is_open();
        if is_risk && !item.states(Relation::Threatens.field()) {
            let message = format!("{} threatens nothing", item.id);
            let found = Findings::about(&code::RISK_TO_NOTHING, item, message);
            findings.add(found.help("add `threatens:` with the id of what it would hit first"));
        }
    }
}
