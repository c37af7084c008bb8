//! T010 unanswered-risk: a grave risk that is only written down.

use crate::check::{Findings, Reads, Rule, RuleOption, Subject, risks, words};
use crate::config::Role;
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{ItemIx, Relation};

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::UNANSWERED_RISK,
    finds: "An open risk with a high score that nothing mitigates and that no plan B answers. A risk \
            with `response: accept` is answered, and so is one when all that it threatens is over. \
            Dropped actions and plan Bs answer nothing.",
    why: "The plan's authors know what is likely to go wrong, and that it would hurt. As long as \
          nothing follows from that, knowing it is no use.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "risks/R1.md",
            "---\nthreatens: A1\nlikelihood: 4\nimpact: 4\n---\n# The landlord ends the lease\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "risks/R1.md",
            "---\nthreatens: A1\nlikelihood: 4\nimpact: 4\n---\n# The landlord ends the lease\n",
        ),
        (
            "actions/A2.md",
            "---\nmitigates: R1\n---\n# Ask for a lease of five years\n",
        ),
    ],
    options: &[SCORE],
    reads: Reads::Texts,
    check: Some(check),
};

const SCORE: RuleOption = RuleOption {
    name: "score",
    default: 12,
    what: "The least score, likelihood times impact and so from 1 to 25, that needs an answer.",
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let least = subject.number(&code::UNANSWERED_RISK, &SCORE);
    for (at, item) in subject.plan.all().filter(|(_, item)| item.risk.is_some()) {
        let score = risks::pressing(subject, at).filter(|score| u32::from(*score) >= least);
        let Some(score) = score else { continue };
        if risks::answers(subject, at).next().is_none() {
            let message = format!(
                "{} has a score of {score}, and nothing mitigates or answers it",
                item.id
            );
            let found = Findings::about(&code::UNANSWERED_RISK, item, message);
            let found = given_up(subject, at, found);
            findings.add(found.help(mend(subject, at)));
        }
    }
}

/// Points at an answer that was dropped.
fn given_up(subject: Subject<'_>, risk: ItemIx, found: Diagnostic) -> Diagnostic {
    let graph = &subject.trace.graph;
    let mut answers = [Relation::Mitigates, Relation::Answers]
        .into_iter()
        .flat_map(|relation| graph.from(risk, relation));
    let answer = answers.find_map(|it| Some((it, subject.plan[it].status.as_ref()?)));
    match answer {
        Some((it, status)) => {
            let id = &subject.plan[it].id;
            found.also(status.span, format!("{id} was its answer and was dropped"))
        }
        None => found,
    }
}

fn mend(subject: Subject<'_>, risk: ItemIx) -> String {
    let id = &subject.plan[risk].id;
    if let Some(plan_b) = near_by(subject, risk) {
        let plan_b = &subject.plan[plan_b].id;
        return format!("add {id} to `answers` of {plan_b}, if that is the plan B for it");
    }
    let one = |role| words::one_with_role(subject.config, role);
    let action = one(Role::Action).map(|action| format!("{action} with `mitigates: {id}`"));
    let plan_b = one(Role::Contingency).map(|plan_b| format!("{plan_b} with `answers: {id}`"));
    let ways: Vec<String> = action.into_iter().chain(plan_b).collect();
    if ways.is_empty() {
        return "accept it with `response: accept`".to_owned();
    }
    format!("add {}, or `response: accept`", ways.join(", "))
}

/// A plan B for what the risk threatens.
fn near_by(subject: Subject<'_>, risk: ItemIx) -> Option<ItemIx> {
    let graph = &subject.trace.graph;
    let mut threatened = graph.to(risk, Relation::Threatens);
    threatened.find_map(|it| {
        let mut plans = graph.from(it, Relation::Answers);
        plans.find(|plan| subject.plan[*plan].is_open())
    })
}
