//! How many items of one kind have to do with any of another kind.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::config::Kind;
use crate::plan::{ItemIx, Plan, Relation};

use super::Graph;

/// Of a [matrix](super::Matrix) of two kinds, how many rows are not empty.
///
/// To follow the thread from each item would take time in the square of its
/// length, so what lies along it is gathered on one way through all items.
pub(super) fn all(plan: &Plan, graph: &Graph) -> BTreeMap<(Kind, Kind), usize> {
    let item = |(_, item): (Relation, ItemIx)| item;
    let above = along(plan, graph, |at| graph.steps_up(at).map(item));
    let below = along(plan, graph, |at| graph.steps_down(at).map(item));
    let mut meeting = BTreeMap::new();
    for (at, item) in plan.all().filter(|(at, _)| graph.is_live(*at)) {
        let stated = Relation::ALL.into_iter();
        let stated = stated.flat_map(|it| graph.to(at, it).chain(graph.from(at, it)));
        let stated = stated.filter(|other| *other != at && graph.is_live(*other));
        let stated = stated.map(|other| plan[other].kind);
        let through = above[at.0].iter().chain(&below[at.0]).copied();
        let kinds: BTreeSet<Kind> = stated.chain(through).collect();
        for kind in kinds {
            *meeting.entry((item.kind, kind)).or_default() += 1;
        }
    }
    meeting
}

/// The kinds of all live items, other than itself, that steps lead to from each
/// item, through live ones.
fn along<I: Iterator<Item = ItemIx>>(
    plan: &Plan,
    graph: &Graph,
    steps: impl Fn(ItemIx) -> I,
) -> Vec<BTreeSet<Kind>> {
    let mut live = DiGraph::<(), ()>::new();
    for _ in &plan.items {
        live.add_node(());
    }
    for (at, _) in plan.all() {
        for next in steps(at).filter(|next| graph.is_live(*next)) {
            live.add_edge(NodeIndex::new(at.0), NodeIndex::new(next.0), ());
        }
    }
    let kind = |node: NodeIndex| plan[ItemIx(node.index())].kind;
    let mut ring_of = vec![usize::MAX; plan.items.len()];
    let mut kinds = vec![BTreeSet::new(); plan.items.len()];
    // Each ring, most often of one item, comes after all that it leads to.
    for (number, ring) in kosaraju_scc(&live).into_iter().enumerate() {
        let mut within: BTreeMap<Kind, usize> = BTreeMap::new();
        for node in &ring {
            ring_of[node.index()] = number;
            *within.entry(kind(*node)).or_default() += 1;
        }
        let mut beyond = BTreeSet::new();
        for next in ring.iter().flat_map(|node| live.neighbors(*node)) {
            if ring_of[next.index()] != number {
                beyond.insert(kind(next));
                beyond.extend(&kinds[next.index()]);
            }
        }
        for node in ring {
            let others = within.iter();
            let others = others.filter(|(it, count)| **it != kind(node) || **count > 1);
            let others = others.map(|(kind, _)| *kind);
            kinds[node.index()] = others.chain(beyond.iter().copied()).collect();
        }
    }
    kinds
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::all;
    use crate::plan::Relation;
    use crate::trace::testing::{config, plan};
    use crate::trace::{Graph, Matrix};

    const KINDS: [&str; 4] = ["goals/G", "strategies/S", "actions/A", "risks/R"];

    proptest! {
        // Two of a kind in one ring, with nothing else between them, are rare.
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        /// They are the rows of each matrix that are not empty.
        #[test]
        fn they_are_counted_as_matrices_count_them(
            items in prop::collection::vec((0..4_usize, 0..5_u8, prop::collection::vec((prop::sample::select(&Relation::ALL[..]), 0..9_usize), 0..4)), 1..9),
        ) {
            let id = |at: usize| {
                let (kind, _, _) = &items[at % items.len()];
                format!("{}{}", KINDS[*kind].rsplit('/').next().unwrap(), at % items.len() + 1)
            };
            let files = items.iter().enumerate().map(|(at, (kind, state, relations))| {
                let mut matter = String::new();
                if *state == 0 {
                    matter.push_str("status: dropped\n");
                }
                for relation in Relation::ALL {
                    let to = relations.iter().filter(|(it, _)| *it == relation);
                    let to: Vec<String> = to.map(|(_, to)| id(*to)).collect();
                    if !to.is_empty() {
                        let _ = writeln!(matter, "{}: [{}]", relation.field(), to.join(", "));
                    }
                }
                (format!("{}{}.md", KINDS[*kind], at + 1), format!("---\n{matter}---\n# It\n"))
            });
            let files: Vec<(String, String)> = files.collect();
            let (config, plan) = (config(), plan(files.clone()));
            let graph = Graph::of(&plan);
            let mut counted = BTreeMap::new();
            for (rows, _) in config.kinds.all() {
                for (columns, _) in config.kinds.all() {
                    let matrix = Matrix::of(&plan, &graph, rows, columns);
                    let met = matrix.rows.len() - matrix.empty_rows().count();
                    if met > 0 {
                        counted.insert((rows, columns), met);
                    }
                }
            }
            prop_assert_eq!(all(&plan, &graph), counted, "{:?}", files);
        }
    }
}
