//! Lines of sight: the ways from an item to the top, and what hangs below it.

use crate::plan::ItemIx;

use super::Graph;

impl Graph {
    /// The ways upward from an item, each from the top down to the item
    /// itself; at most `limit` of them, the first in the plan's order.
    pub fn lines_of_sight(&self, item: ItemIx, limit: usize) -> Vec<Vec<ItemIx>> {
        let mut lines = Vec::new();
        let mut open = vec![vec![item]];
        while let Some(line) = open.pop() {
            if lines.len() == limit {
                break;
            }
            let top = *line.last().unwrap_or(&item);
            let parents = self.up(top);
            if parents.is_empty() {
                lines.push(line.into_iter().rev().collect());
                continue;
            }
            for parent in parents.iter().rev() {
                let mut longer = line.clone();
                longer.push(parent.item);
                open.push(longer);
            }
        }
        lines
    }

    /// Everything that an item supports, directly or through others, in the
    /// plan's order.
    pub fn above(&self, item: ItemIx) -> Vec<ItemIx> {
        reach(item, |at| self.up(at))
    }

    /// Everything that supports an item, directly or through others, in the
    /// plan's order.
    pub fn below(&self, item: ItemIx) -> Vec<ItemIx> {
        reach(item, |at| self.down(at))
    }
}

fn reach<'a>(item: ItemIx, next: impl Fn(ItemIx) -> &'a [super::Thread]) -> Vec<ItemIx> {
    let mut found = std::collections::BTreeSet::new();
    let mut open = vec![item];
    while let Some(at) = open.pop() {
        for thread in next(at) {
            if found.insert(thread.item) {
                open.push(thread.item);
            }
        }
    }
    found.into_iter().collect()
}
