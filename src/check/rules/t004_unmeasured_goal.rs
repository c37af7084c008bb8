//! T004 unmeasured-goal: a goal of which nobody will know whether it is reached.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::Relation;

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::UNMEASURED_GOAL,
    finds: "A goal or objective that no measure measures. For a goal, a measure on one of its \
            objectives is enough. Dropped items are not looked at.",
    why: "At the end of the plan somebody will ask whether the goal was reached. Without a number \
          that was agreed on at the start, the answer is an opinion.",
    bad: &[GOAL],
    good: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\n---\n# Minutes of waiting\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let mut kinds = subject.config.kinds.all();
    let Some((measure, _)) = kinds.find(|(_, def)| def.role == Role::Measure) else {
        return;
    };
    let measure = words::one(subject.config, measure);
    let measured = measured(subject);
    for (at, item) in subject.plan.all() {
        let is_goal = matches!(item.role, Role::Goal | Role::Objective) && !item.is_dropped();
        if is_goal && !measured[at.0] {
            let message = format!("nothing measures whether {} is reached", item.id);
            let found = Findings::about(&code::UNMEASURED_GOAL, item, message);
            findings.add(found.help(format!("add {measure} with `measures: {}`", item.id)));
        }
    }
}

/// Whether a measure measures each item, or an objective that supports it.
fn measured(subject: Subject<'_>) -> Vec<bool> {
    let graph = &subject.trace.graph;
    let mut measured = vec![false; subject.plan.items.len()];
    for &at in &graph.bottom_up {
        let parts = graph.down(at).iter().map(|thread| thread.item);
        let mut objectives = parts.filter(|part| subject.plan[*part].role == Role::Objective);
        measured[at.0] = graph.from(at, Relation::Measures).next().is_some()
            || objectives.any(|part| measured[part.0]);
    }
    measured
}
