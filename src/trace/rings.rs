//! Circles: items that refer to one another by one relation.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::plan::ItemIx;

/// The circles of a relation.
pub(super) struct Rings {
    /// The circle that an item is in.
    of: Vec<Option<usize>>,
    /// Each as its items in the order of the circle.
    pub cycles: Vec<Vec<ItemIx>>,
}

impl Rings {
    /// The circles of that many items, by who refers to whom.
    pub fn of(items: usize, references: impl Iterator<Item = (ItemIx, ItemIx)>) -> Self {
        let mut stated = DiGraph::<(), ()>::new();
        for _ in 0..items {
            stated.add_node(());
        }
        for (from, to) in references {
            stated.update_edge(NodeIndex::new(from.0), NodeIndex::new(to.0), ());
        }
        let mut groups: Vec<Vec<NodeIndex>> = tarjan_scc(&stated)
            .into_iter()
            .filter(|group| group.len() > 1)
            .collect();
        for group in &mut groups {
            group.sort_unstable();
        }
        groups.sort_unstable();
        let mut of = vec![None; items];
        for (number, group) in groups.iter().enumerate() {
            for node in group {
                of[node.index()] = Some(number);
            }
        }
        let cycles = groups.iter().map(|group| circle(&stated, group)).collect();
        Self { of, cycles }
    }

    /// Whether a reference lies within a circle or leads to its own item.
    pub fn joins(&self, from: ItemIx, to: ItemIx) -> bool {
        from == to || (self.of[from.0].is_some() && self.of[from.0] == self.of[to.0])
    }
}

/// The shortest way from a group's first item back to itself.
fn circle(stated: &DiGraph<(), ()>, group: &[NodeIndex]) -> Vec<ItemIx> {
    let start = group[0];
    let mut came_from = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        let mut next: Vec<NodeIndex> = stated.neighbors(at).collect();
        next.sort_unstable();
        for to in next
            .into_iter()
            .filter(|to| group.binary_search(to).is_ok())
        {
            if to == start {
                return walk_back(&came_from, start, at);
            }
            if let Entry::Vacant(slot) = came_from.entry(to) {
                slot.insert(at);
                queue.push_back(to);
            }
        }
    }
    group.iter().map(|node| ItemIx(node.index())).collect()
}

fn walk_back(
    came_from: &BTreeMap<NodeIndex, NodeIndex>,
    start: NodeIndex,
    last: NodeIndex,
) -> Vec<ItemIx> {
    let mut way = vec![ItemIx(last.index())];
    let mut at = last;
    while at != start {
        at = came_from[&at];
        way.push(ItemIx(at.index()));
    }
    way.reverse();
    way
}
