//! Whose running text mentions an item.

use crate::plan::{Place, Plan, Target};

pub(super) fn all(plan: &Plan) -> Vec<Vec<Place>> {
    let mut mentions = vec![Vec::new(); plan.items.len()];
    for (from, _) in plan.bodies() {
        for target in plan.targets(from) {
            let item = match target {
                Target::Text {
                    place: Place::Item(item),
                    ..
                } => *item,
                Target::Fact(fact) => fact.item,
                _ => continue,
            };
            if Place::Item(item) != from {
                mentions[item.0].push(from);
            }
        }
    }
    for places in &mut mentions {
        places.sort_unstable();
        places.dedup();
    }
    mentions
}
