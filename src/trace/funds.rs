//! Money, rolled up.

use crate::plan::{ItemIx, Plan};
use crate::quantity::{Decimal, Money, Moneys};

use super::Graph;

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
}

pub(super) fn all(plan: &Plan, graph: &Graph) -> Vec<Funds> {
    let mut funds = vec![Funds::default(); plan.items.len()];
    for &at in &graph.bottom_up {
        let item = &plan[at];
        let mut own = Funds::default();
        for thread in graph
            .down(at)
            .iter()
            .filter(|it| !plan[it.item].is_dropped())
        {
            let share = share(graph, thread.item, at);
            let part = &funds[thread.item.0];
            own.parts_budget.add_share(&part.budget, share);
            own.parts_spent.add_share(&part.spent, share);
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
