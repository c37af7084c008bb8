//! Who supports whom, as a graph without circles, and all relations both ways.

use petgraph::algo::toposort;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::plan::{ItemIx, Plan, Relation};

use super::rings::Rings;

/// One end of a support: the item at the other end and how strongly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thread {
    /// The item at the other end.
    pub item: ItemIx,
    /// The share in the roll-up.
    pub weight: f64,
    /// The reference's place in [`Plan::references`].
    pub reference: usize,
}

/// The relations of a plan. Supports that close a circle are left out of
/// everything but [`Graph::cycles`].
#[derive(Debug, Clone)]
pub struct Graph {
    up: Vec<Vec<Thread>>,
    down: Vec<Vec<Thread>>,
    out: Vec<Vec<(Relation, ItemIx)>>,
    back: Vec<Vec<(Relation, ItemIx)>>,
    /// Whether each item is live. It is asked at each step, and the items
    /// themselves lie far apart.
    live: Vec<bool>,
    /// Circles of supports, each as its items in the order of the circle.
    pub cycles: Vec<Vec<ItemIx>>,
    /// Circles of dependencies among what is open, likewise.
    pub dependency_cycles: Vec<Vec<ItemIx>>,
    /// All items, each after everything that supports it.
    pub bottom_up: Vec<ItemIx>,
}

impl Graph {
    /// The relations of a plan.
    pub fn of(plan: &Plan) -> Self {
        let count = plan.items.len();
        let mut graph = Self {
            up: vec![Vec::new(); count],
            down: vec![Vec::new(); count],
            out: vec![Vec::new(); count],
            back: vec![Vec::new(); count],
            live: plan.each().map(|item| !item.is_dropped()).collect(),
            cycles: Vec::new(),
            dependency_cycles: waiting(plan).cycles,
            bottom_up: Vec::new(),
        };
        let ring = supporting(plan);
        for (at, reference) in plan.references.iter().enumerate() {
            let Some(to) = reference.to else { continue };
            let (from, relation) = (reference.from, reference.relation);
            if graph.out[from.0].contains(&(relation, to)) {
                continue;
            }
            graph.out[from.0].push((relation, to));
            graph.back[to.0].push((relation, from));
            if relation != Relation::Supports || ring.joins(from, to) {
                continue;
            }
            let weight = reference.weight.unwrap_or(plan[from].weight);
            let thread = |item| Thread {
                item,
                weight,
                reference: at,
            };
            graph.up[from.0].push(thread(to));
            graph.down[to.0].push(thread(from));
        }
        for threads in graph.up.iter_mut().chain(&mut graph.down) {
            threads.sort_by_key(|thread| thread.item);
        }
        graph.bottom_up = graph.order();
        graph.cycles = ring.cycles;
        graph
    }

    /// Whether an item is not dropped.
    pub fn is_live(&self, item: ItemIx) -> bool {
        self.live[item.0]
    }

    /// What an item supports.
    pub fn up(&self, item: ItemIx) -> &[Thread] {
        &self.up[item.0]
    }

    /// What supports an item.
    pub fn down(&self, item: ItemIx) -> &[Thread] {
        &self.down[item.0]
    }

    /// The items that an item refers to by a relation, in the order written.
    pub fn to(&self, item: ItemIx, relation: Relation) -> impl Iterator<Item = ItemIx> {
        let all = self.out[item.0].iter();
        all.filter(move |(it, _)| *it == relation)
            .map(|(_, to)| *to)
    }

    /// The items that refer to an item by a relation, in the plan's order.
    pub fn from(&self, item: ItemIx, relation: Relation) -> impl Iterator<Item = ItemIx> {
        let all = self.back[item.0].iter();
        all.filter(move |(it, _)| *it == relation)
            .map(|(_, from)| *from)
    }

    /// Items after what supports them; the order among equals is the plan's.
    fn order(&self) -> Vec<ItemIx> {
        let mut supports = DiGraph::<(), ()>::new();
        for _ in &self.up {
            supports.add_node(());
        }
        for (from, threads) in self.up.iter().enumerate() {
            for thread in threads {
                supports.add_edge(NodeIndex::new(from), NodeIndex::new(thread.item.0), ());
            }
        }
        let order = toposort(&supports, None).unwrap_or_default();
        debug_assert_eq!(order.len(), self.up.len(), "circles were left out");
        order.into_iter().map(|node| ItemIx(node.index())).collect()
    }
}

/// The circles among the supports.
fn supporting(plan: &Plan) -> Rings {
    let stated = plan.stated(Relation::Supports);
    Rings::of(
        plan.items.len(),
        stated.map(|(reference, to)| (reference.from, to)),
    )
}

/// The circles among what is still to be done: items that wait for one
/// another.
fn waiting(plan: &Plan) -> Rings {
    let stated = plan.stated(Relation::DependsOn);
    let pairs = stated.map(|(reference, to)| (reference.from, to));
    let open = pairs.filter(|(from, to)| plan[*from].is_open() && plan[*to].is_open());
    Rings::of(plan.items.len(), open)
}
