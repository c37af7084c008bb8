//! Lines of sight: the ways from an item to the top, and what hangs below it.

use ahash::AHashSet;

use crate::plan::{ItemIx, Relation};

use super::Graph;

impl Graph {
    /// The ways upward from an item, each from the top down to the item
    /// itself; at most `limit` of them, the first in the plan's order.
    pub fn lines_of_sight(&self, item: ItemIx, limit: usize) -> Vec<Vec<ItemIx>> {
        let up = |at| self.up(at).iter().map(|it| (Relation::Supports, it.item));
        let lines = chains(item, up, |_| false, limit).into_iter();
        let downward = |line: Chain| line.into_iter().rev().map(|(_, item)| item).collect();
        lines.map(downward).collect()
    }

    /// The steps up the golden thread: what an item supports, and what it
    /// measures, threatens, mitigates and answers.
    pub fn steps_up(&self, item: ItemIx) -> impl Iterator<Item = (Relation, ItemIx)> {
        let supports = self.up(item).iter();
        let supports = supports.map(|thread| (Relation::Supports, thread.item));
        let aside = ASIDE.into_iter().flat_map(move |relation| {
            let items = self.to(item, relation);
            items.map(move |item| (relation, item))
        });
        supports.chain(aside)
    }

    /// The steps down the golden thread, the same backwards.
    pub fn steps_down(&self, item: ItemIx) -> impl Iterator<Item = (Relation, ItemIx)> {
        let supported = self.down(item).iter();
        let supported = supported.map(|thread| (Relation::Supports, thread.item));
        let aside = ASIDE.into_iter().flat_map(move |relation| {
            let items = self.from(item, relation);
            items.map(move |item| (relation, item))
        });
        supported.chain(aside)
    }

    /// Everything that an item supports, directly or through others, in the
    /// plan's order.
    pub fn above(&self, item: ItemIx) -> Vec<ItemIx> {
        let up = |at| self.up(at).iter().map(|thread| thread.item);
        reach(item, up)
    }

    /// Everything that the golden thread leads up to from an item, be it
    /// through what it measures, threatens, mitigates or answers, in the
    /// plan's order.
    pub fn leads_to(&self, item: ItemIx) -> Vec<ItemIx> {
        let up = |at| self.steps_up(at).map(|(_, item)| item);
        reach(item, up)
    }

    /// Everything from which the golden thread leads up to an item: what
    /// [leads to](Self::leads_to) it, in the plan's order.
    pub fn leading_to(&self, item: ItemIx) -> Vec<ItemIx> {
        let down = |at| self.steps_down(at).map(|(_, item)| item);
        reach(item, down)
    }

    /// Everything that supports an item, directly or through others, in the
    /// plan's order.
    pub fn below(&self, item: ItemIx) -> Vec<ItemIx> {
        let down = |at| self.down(at).iter().map(|thread| thread.item);
        reach(item, down)
    }
}

/// Relations that carry the thread on beside the supports.
const ASIDE: [Relation; 4] = [
    Relation::Measures,
    Relation::Threatens,
    Relation::Mitigates,
    Relation::Answers,
];

/// Everything that steps lead to from an item, in the plan's order.
pub(super) fn reach<I: Iterator<Item = ItemIx>>(
    from: ItemIx,
    next: impl Fn(ItemIx) -> I,
) -> Vec<ItemIx> {
    let mut met = AHashSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        open.extend(next(at).filter(|item| met.insert(*item)));
    }
    let mut found: Vec<ItemIx> = met.into_iter().collect();
    found.sort_unstable();
    found
}

/// A way along the golden thread: the item it begins at, then each step.
pub type Chain = Vec<(Option<Relation>, ItemIx)>;

/// The ways from an item along steps, each as far as it goes or until an item
/// that ends it; the first `limit` of them in the plan's order. A way never
/// passes an item twice.
pub fn chains<I: Iterator<Item = (Relation, ItemIx)>>(
    from: ItemIx,
    steps: impl Fn(ItemIx) -> I,
    ends: impl Fn(ItemIx) -> bool,
    limit: usize,
) -> Vec<Chain> {
    let mut found = Vec::new();
    let mut open: Vec<Chain> = vec![vec![(None, from)]];
    while let Some(chain) = open.pop() {
        if found.len() == limit {
            break;
        }
        let at = chain.last().map_or(from, |(_, item)| *item);
        let passed = |item: ItemIx| chain.iter().any(|(_, it)| *it == item);
        let next: Vec<_> = steps(at).filter(|(_, item)| !passed(*item)).collect();
        if next.is_empty() || ends(at) {
            found.push(chain);
            continue;
        }
        for (relation, item) in next.into_iter().rev() {
            let mut longer = chain.clone();
            longer.push((Some(relation), item));
            open.push(longer);
        }
    }
    found
}
