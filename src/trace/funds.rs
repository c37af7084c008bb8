//! Money, rolled up.

use crate::plan::{ItemIx, Plan};
use crate::quantity::{Decimal, Money, Moneys};

use super::{Graph, Thread};

/// The money of an item.
///
/// A stated amount stands for the item and all its parts. Without one the
/// item has the sum of its parts, where a part that supports several items
/// gives to each by weight, so that nothing is counted twice.
#[derive(Debug, Clone, Default)]
pub struct Funds {
    /// What is set aside: stated, else the sum of the parts.
    pub budget: Moneys,
    /// What is used: stated, else the sum of the parts.
    pub spent: Moneys,
    /// What the parts' budgets add up to.
    pub parts_budget: Moneys,
    /// What the parts have used.
    pub parts_spent: Moneys,
    /// What the parts' budgets come to whatever is thought of shared parts: a
    /// part that supports several items counts only where one of its supports
    /// states a weight.
    pub sure_parts_budget: Moneys,
    /// What the parts have surely used.
    pub sure_parts_spent: Moneys,
}

/// What may be lost or won when shares are rounded to hundredths, in units of
/// the currency.
const ROUNDING: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// By how much sums exceed an amount in its currency, if by more than rounding
/// explains.
pub fn excess(sums: &Moneys, limit: &Money) -> Option<Money> {
    let amount = sums.amount(limit.currency.as_deref()) - limit.amount;
    let currency = limit.currency.clone();
    (amount > ROUNDING).then_some(Money { amount, currency })
}

pub(super) fn all(plan: &Plan, graph: &Graph) -> Vec<Funds> {
    let mut funds = vec![Funds::default(); plan.items.len()];
    for &at in &graph.bottom_up {
        let item = &plan[at];
        let mut own = Funds::default();
        for thread in graph.down(at).iter().filter(|it| graph.is_live(it.item)) {
            let share = share(graph, thread.item, at);
            let part = &funds[thread.item.0];
            own.parts_budget.add_share(&part.budget, share);
            own.parts_spent.add_share(&part.spent, share);
            if is_sure(plan, graph, thread.item) {
                let item = &plan[thread.item];
                let budget = stated(item.budget.as_deref(), &part.sure_parts_budget);
                let spent = stated(item.spent.as_deref(), &part.sure_parts_spent);
                own.sure_parts_budget.add_share(&budget, share);
                own.sure_parts_spent.add_share(&spent, share);
            }
        }
        own.budget = stated(item.budget.as_deref(), &own.parts_budget);
        own.spent = stated(item.spent.as_deref(), &own.parts_spent);
        funds[at.0] = own;
    }
    funds
}

fn stated(stated: Option<&Money>, parts: &Moneys) -> Moneys {
    match stated {
        None => parts.clone(),
        Some(money) => {
            let mut moneys = Moneys::default();
            moneys.add(money);
            moneys
        }
    }
}

/// Whether it is known which part of an item's money goes where.
fn is_sure(plan: &Plan, graph: &Graph, part: ItemIx) -> bool {
    let threads = graph.up(part);
    let has_weight = |thread: &Thread| plan.references[thread.reference].weight.is_some();
    threads.len() == 1 || threads.iter().any(has_weight)
}

/// The part of an item's money that goes to one of the items it supports.
fn share(graph: &Graph, part: ItemIx, whole: ItemIx) -> Decimal {
    let threads = graph.up(part);
    let all: f64 = threads.iter().map(|thread| thread.weight).sum();
    let this = threads.iter().filter(|thread| thread.item == whole);
    let this: f64 = this.map(|thread| thread.weight).sum();
    if threads.len() == 1 || all <= 0.0 {
        return Decimal::ONE;
    }
    Decimal::try_from(this / all).unwrap_or(Decimal::ONE)
}
