//! R004 budget-exceeds-parent: parts that cost more than the whole.

use std::cmp::Reverse;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx};
use crate::quantity::Money;
use crate::trace::{self, Thread};

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::BUDGET_EXCEEDS_PARENT,
    finds: "An open item whose parts have budgets that come to more than its own, in the same \
            currency. The parts are what supports it and was not dropped. A part that supports \
            several items counts by weight where one of its supports states a weight, else not at \
            all; amounts in another currency are not compared.",
    why: "Either the whole was approved with too little, or the parts were planned with too much. \
          Whoever signs last will find that there is no money left.",
    bad: &[
        GOAL,
        (
            "strategies/S1.md",
            "---\nsupports: G1\nbudget: 100k EUR\n---\n# More counters\n",
        ),
        (
            "actions/A1.md",
            "---\nsupports: S1\nbudget: 80k EUR\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\nbudget: 50k EUR\n---\n# Train the staff\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "strategies/S1.md",
            "---\nsupports: G1\nbudget: 130k EUR\n---\n# More counters\n",
        ),
        (
            "actions/A1.md",
            "---\nsupports: S1\nbudget: 80k EUR\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\nbudget: 50k EUR\n---\n# Train the staff\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

/// How many of the parts are pointed at.
const SHOWN: usize = 3;

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, item) in subject.plan.all().filter(|(_, item)| item.is_open()) {
        let Some(budget) = &item.budget else { continue };
        let parts = &subject.trace.funds[at.0].sure_parts_budget;
        if let Some(excess) = trace::excess(parts, budget) {
            findings.add(found(subject, at, budget, &excess));
        }
    }
}

fn found(subject: Subject<'_>, at: ItemIx, budget: &Money, excess: &Money) -> Diagnostic {
    let item = &subject.plan[at];
    let (less, more) = (budget.show(), excess.show());
    let message = format!(
        "the parts of {} have {more} more than its budget of {less}",
        item.id
    );
    let place = item.budget.as_ref().map_or(item.place, |it| it.span);
    let mut found = Diagnostic::new(&code::BUDGET_EXCEEDS_PARENT, message)
        .at(place, "less than its parts have")
        .about(&item.id);
    for part in largest(subject, at, budget) {
        if let Some(money) = &part.budget {
            found = found.also(money.span, format!("{} has {}", part.id, money.show()));
        }
    }
    found.help("lower the budgets of the parts, or raise that of the whole")
}

/// The parts that have the most in the currency of the whole.
fn largest<'a>(subject: Subject<'a>, at: ItemIx, whole: &Money) -> Vec<&'a Item> {
    let parts = subject.trace.graph.down(at).iter();
    let item = |part: &Thread| &subject.plan[part.item];
    let in_currency = |item: &&Item| {
        let budget = item.budget.as_ref();
        !item.is_dropped() && budget.is_some_and(|it| it.currency == whole.currency)
    };
    let mut parts: Vec<&Item> = parts.map(item).filter(in_currency).collect();
    parts.sort_by_key(|item| Reverse(item.budget.as_ref().map(|it| it.amount)));
    parts.truncate(SHOWN);
    parts
}
