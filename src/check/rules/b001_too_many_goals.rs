//! B001 too-many-goals: more than anybody can keep in mind.

use std::collections::BTreeMap;

use crate::check::{Findings, Reads, Rule, RuleOption, Subject, words};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::Item;

use super::thread::{ACTION, GOAL};

pub(super) const RULE: Rule = Rule {
    code: &code::TOO_MANY_GOALS,
    finds: "More open goals than a plan can pursue at once. Each plan of a family is counted on its \
            own. The first goal that is too many is pointed at.",
    why: "Goals are for choosing: they tell people what to leave. A plan in which everything is a goal \
          does not choose, and few who work by it can name them all.",
    bad: &[
        ("plan.toml", "[checks]\nB001 = {goals = 1}\n"),
        GOAL,
        ("goals/G2.md", "# Friendlier letters\n"),
        (
            "strategies/S1.md",
            "---\nsupports: [G1, G2]\n---\n# More counters\n",
        ),
        ACTION,
    ],
    good: &[
        ("plan.toml", "[checks]\nB001 = {goals = 1}\n"),
        GOAL,
        (
            "strategies/S1.md",
            "---\nsupports: G1\n---\n# More counters\n",
        ),
        ACTION,
    ],
    options: &[GOALS],
    reads: Reads::Plan,
    check: Some(check),
};

const GOALS: RuleOption = RuleOption {
    name: "goals",
    default: 7,
    what: "The most open goals that one plan may have.",
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let most = subject.number(&code::TOO_MANY_GOALS, &GOALS) as usize;
    let items = subject.plan.items.iter();
    let mut plans: BTreeMap<Option<&str>, Vec<&Item>> = BTreeMap::new();
    for goal in items.filter(|item| item.role == Role::Goal && item.is_open()) {
        let plan = goal.plan.as_ref().map(|plan| plan.value.as_str());
        plans.entry(plan).or_default().push(goal);
    }
    for (plan, goals) in plans {
        let Some(goal) = goals.get(most) else {
            continue;
        };
        let kind = words::several(subject.config, goal.kind);
        let plan = plan.map_or_else(
            || "the plan".to_owned(),
            |name| format!("the plan `{name}`"),
        );
        let message = format!("{plan} has {} {kind}, more than {most}", goals.len());
        let found = Findings::about(&code::TOO_MANY_GOALS, goal, message);
        findings.add(found.help("make some of them parts of others, or leave them for later"));
    }
}
