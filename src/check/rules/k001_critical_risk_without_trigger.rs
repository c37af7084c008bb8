//! K001 critical-risk-without-trigger: nobody knows when plan B begins.

use crate::check::{Findings, Reads, Rule, RuleOption, Subject, risks, words};
use crate::config::{Role, Status};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx, Relation};

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::CRITICAL_RISK_WITHOUT_TRIGGER,
    finds: "An open risk with a critical score that no plan B with a `trigger` answers. A plan B that \
            is under way or done needs none. A risk without any answer is left to T010, and one \
            with `response: accept` alone.",
    why: "When it happens, people hope for a few weeks more before they give plan A up. A trigger that \
          was agreed on in cold blood decides it for them.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "risks/R1.md",
            "---\nthreatens: A1\nlikelihood: 5\nimpact: 4\n---\n# The landlord ends the lease\n",
        ),
        (
            "contingencies/C1.md",
            "---\nanswers: R1\n---\n# Rent a counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "risks/R1.md",
            "---\nthreatens: A1\nlikelihood: 5\nimpact: 4\n---\n# The landlord ends the lease\n",
        ),
        (
            "contingencies/C1.md",
            "---\nanswers: R1\ntrigger: The landlord has not signed by the end of March\n---\n# Rent a counter\n",
        ),
    ],
    options: &[SCORE],
    reads: Reads::Texts,
    check: Some(check),
};

const SCORE: RuleOption = RuleOption {
    name: "score",
    default: 20,
    what: "The least score, likelihood times impact and so from 1 to 25, that is critical.",
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let Some(plan_b) = words::one_with_role(subject.config, Role::Contingency) else {
        return;
    };
    let least = subject.number(&code::CRITICAL_RISK_WITHOUT_TRIGGER, &SCORE);
    for (at, item) in subject.plan.all().filter(|(_, item)| item.risk.is_some()) {
        let score = risks::pressing(subject, at).filter(|score| u32::from(*score) >= least);
        let Some(score) = score else { continue };
        let plans: Vec<&Item> = plan_bs(subject, at).collect();
        let is_answered = risks::answers(subject, at).next().is_some();
        if is_answered && !plans.iter().any(|plan| has_trigger(plan)) {
            let message = format!(
                "{} has a score of {score}, and nothing with a trigger answers it",
                item.id
            );
            let found = Findings::about(&code::CRITICAL_RISK_WITHOUT_TRIGGER, item, message);
            findings.add(match plans.first() {
                Some(plan) => without(found, plan),
                None => found.help(format!(
                    "add {plan_b} with `answers: {}` and a `trigger:`",
                    item.id
                )),
            });
        }
    }
}

fn plan_bs(subject: Subject<'_>, risk: ItemIx) -> impl Iterator<Item = &Item> {
    let plans = subject.trace.graph.from(risk, Relation::Answers);
    let plans = plans.map(|it| &subject.plan[it]);
    plans.filter(|plan| !plan.is_dropped())
}

/// Whether it has a trigger, be it one that cannot be read, or needs none.
fn has_trigger(plan: &Item) -> bool {
    let begun = plan.is(Status::Active) || !plan.is_open();
    begun || plan.states("trigger")
}

fn without(found: Diagnostic, plan: &Item) -> Diagnostic {
    let id = &plan.id;
    found
        .also(plan.place, format!("{id} answers it, and has no trigger"))
        .help(format!(
            "add `trigger:` to {id}: `{{measure: …, below: …, by: …}}`, `{{item: …, later_than: …}}` or a sentence"
        ))
}
