//! Supports that another support of the same item implies.

use crate::plan::{ItemIx, Plan};

use super::{Graph, Thread};

/// A support that adds nothing to the trace: another support of the same item
/// leads to the same place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Implied {
    /// The item that states both.
    pub item: ItemIx,
    /// The support that is implied.
    pub support: Thread,
    /// The support that implies it.
    pub through: Thread,
}

/// How many ends are looked for on one way through the graph: the bits of a
/// word.
const AT_ONCE: usize = 64;

/// All implied supports, in the plan's order. Dropped items state nothing, and
/// no chain runs through them.
///
/// The whole graph is walked once for every 64 items that may be an end, so
/// that long chains cost no more than short ones.
pub(super) fn all(plan: &Plan, graph: &Graph) -> Vec<Implied> {
    let joining: Vec<ItemIx> = plan
        .all()
        .filter(|(at, _)| graph.up(*at).len() > 1 && graph.is_live(*at))
        .map(|(at, _)| at)
        .collect();
    let mut implied = Vec::new();
    for ends in ends(graph, &joining).chunks(AT_ONCE) {
        let reach = Reach::of(graph, ends);
        for &item in &joining {
            let supports = graph.up(item);
            let above = supports.iter().fold(0, |bits, it| bits | reach.above(it));
            let repeated = supports.iter().filter(|it| reach.own(it) & above != 0);
            implied.extend(repeated.filter_map(|support| {
                let leads = |it: &&Thread| reach.above(it) & reach.own(support) != 0;
                let through = *supports.iter().find(leads)?;
                let support = *support;
                Some(Implied {
                    item,
                    support,
                    through,
                })
            }));
        }
    }
    implied.sort_by_key(|it| (it.item, it.support.item));
    implied
}

/// What the items support beside other things, as far as something else
/// supports it too.
fn ends(graph: &Graph, joining: &[ItemIx]) -> Vec<ItemIx> {
    let all = joining.iter().flat_map(|item| graph.up(*item));
    let shared = all.map(|support| support.item);
    let mut ends: Vec<ItemIx> = shared.filter(|end| graph.down(*end).len() > 1).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Which of some ends lie above each item, a bit for each.
struct Reach {
    own: Vec<u64>,
    above: Vec<u64>,
}

impl Reach {
    fn of(graph: &Graph, ends: &[ItemIx]) -> Self {
        let mut own = vec![0; graph.bottom_up.len()];
        for (bit, end) in ends.iter().enumerate() {
            own[end.0] = 1 << bit;
        }
        let above = vec![0; graph.bottom_up.len()];
        let mut reach = Self { own, above };
        for &at in graph.bottom_up.iter().rev() {
            if graph.is_live(at) {
                let supports = graph.up(at).iter();
                reach.above[at.0] =
                    supports.fold(0, |bits, it| bits | reach.own(it) | reach.above(it));
            }
        }
        reach
    }

    fn own(&self, support: &Thread) -> u64 {
        self.own[support.item.0]
    }

    fn above(&self, support: &Thread) -> u64 {
        self.above[support.item.0]
    }
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::trace::Graph;
    use crate::trace::testing::plan;

    #[test]
    fn a_long_chain_is_seen_through_to_its_end() {
        let action = |at: usize| {
            let text = format!("---\nsupports: [A{}, A{}, A1]\n---\n# A\n", at - 1, at - 2);
            (format!("actions/A{at}.md"), text)
        };
        let plan = plan((3..=200).map(action).collect());
        let implied = all(&plan, &Graph::of(&plan));
        // A1 and A2 do not exist; A3 and A4 support too little to repeat it.
        assert_eq!(implied.len(), 196);
        for it in implied {
            let id = |at: usize| plan.items[at].id.as_str();
            assert_eq!(it.support.item.0 + 2, it.item.0, "{}", id(it.item.0));
            assert_eq!(it.through.item.0 + 1, it.item.0, "{}", id(it.item.0));
        }
    }
}
