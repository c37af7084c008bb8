//! B003 lopsided-plan: a goal that is left without means.

use std::collections::BTreeMap;

use crate::check::{Findings, Reads, Rule, RuleOption, Subject, words};
use crate::config::Role;
use crate::diagnostic::{Diagnostic, code};
use crate::plan::ItemIx;
use crate::quantity::{Money, Moneys, show_number};

use super::thread::ACTION;

pub(super) const RULE: Rule = Rule {
    code: &code::LOPSIDED_PLAN,
    finds: "A goal with next to no money beside goals that have it. Its share of all goals' budgets, \
            stated or rolled up, is compared with its share of their weights. Only open goals count \
            that something supports, each plan of a family on its own; unless two goals \
            or more have a budget, all of them in one currency, it says nothing.",
    why: "What a plan wants is seen in what it pays for. A goal that weighs as much as others and gets \
          a hundredth of the money is there for show, or its costs were forgotten.",
    bad: &[
        (
            "goals/G1.md",
            "---\nbudget: 900k EUR\n---\n# Shorter waits\n",
        ),
        (
            "goals/G2.md",
            "---\nbudget: 5k EUR\n---\n# Friendlier letters\n",
        ),
        (
            "goals/G3.md",
            "---\nbudget: 700k EUR\n---\n# Open on Saturdays\n",
        ),
        (
            "strategies/S1.md",
            "---\nsupports: [G1, G2, G3]\n---\n# More counters\n",
        ),
        ACTION,
    ],
    good: &[
        (
            "goals/G1.md",
            "---\nbudget: 900k EUR\n---\n# Shorter waits\n",
        ),
        (
            "goals/G2.md",
            "---\nbudget: 200k EUR\n---\n# Friendlier letters\n",
        ),
        (
            "goals/G3.md",
            "---\nbudget: 700k EUR\n---\n# Open on Saturdays\n",
        ),
        (
            "strategies/S1.md",
            "---\nsupports: [G1, G2, G3]\n---\n# More counters\n",
        ),
        ACTION,
    ],
    options: &[PERCENT],
    reads: Reads::Plan,
    check: Some(check),
};

const PERCENT: RuleOption = RuleOption {
    name: "percent",
    default: 5,
    what: "The least part, in percent, of what a goal's weight would give it of the money.",
};

/// What a goal has and how much it weighs.
struct Means {
    goal: ItemIx,
    /// In the one currency of the plan; zero where it has none.
    money: f64,
    weight: f64,
}

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let least = f64::from(subject.number(&code::LOPSIDED_PLAN, &PERCENT));
    let mut plans: BTreeMap<Option<&str>, Vec<ItemIx>> = BTreeMap::new();
    for (at, item) in subject.plan.all() {
        let supported = !subject.trace.graph.down(at).is_empty();
        if item.role == Role::Goal && item.is_open() && supported {
            let plan = item.plan.as_ref().map(|plan| plan.value.as_str());
            plans.entry(plan).or_default().push(at);
        }
    }
    for goals in plans.into_values() {
        let means = means(subject, &goals);
        let budgets: f64 = means.iter().map(|it| it.money).sum();
        let weights: f64 = means.iter().map(|it| it.weight).sum();
        for it in &means {
            let (has, due) = (it.money / budgets, it.weight / weights);
            if has * 100.0 < due * least {
                findings.add(found(subject, it.goal, [has, due]));
            }
        }
    }
}

/// The means of each goal; none where they cannot be compared.
fn means(subject: Subject<'_>, goals: &[ItemIx]) -> Vec<Means> {
    let budgets = goals.iter().map(|goal| &subject.trace.funds[goal.0].budget);
    let moneys: Vec<&Money> = budgets.flat_map(Moneys::iter).collect();
    let one_currency = moneys
        .windows(2)
        .all(|two| two[0].currency == two[1].currency);
    let Some(first) = moneys.first().filter(|_| one_currency && moneys.len() > 1) else {
        return Vec::new();
    };
    let means = goals.iter().map(|&goal| {
        let budget = &subject.trace.funds[goal.0].budget;
        let money = budget.amount(first.currency.as_deref());
        Means {
            goal,
            money: f64::try_from(money).unwrap_or_default(),
            weight: subject.plan[goal].weight,
        }
    });
    means.collect()
}

/// What is said of a goal with such shares of the money and of the weight.
fn found(subject: Subject<'_>, goal: ItemIx, shares: [f64; 2]) -> Diagnostic {
    let item = &subject.plan[goal];
    let [has, weighs] = shares.map(|share| show_number(share * 100.0));
    let all = words::several(subject.config, item.kind);
    let message = if subject.trace.funds[goal.0].budget.is_empty() {
        format!(
            "{} has no budget, and {weighs} % of the weight of all {all}",
            item.id
        )
    } else {
        format!(
            "{} has {has} % of the budgets of all {all}, and {weighs} % of their weight",
            item.id
        )
    };
    let found = Findings::about(&code::LOPSIDED_PLAN, item, message);
    let found = match &item.budget {
        Some(budget) => found.at(budget.span, "far less than its weight would give it"),
        None => found,
    };
    found.help("state what it costs, give it a smaller `weight:`, or give it more money")
}
