//! How far each item has come.

use crate::config::Status;
use crate::plan::{Item, Plan};
use crate::quantity::Percent;

use super::Graph;

/// Works out progress from the bottom up.
///
/// The first of these that can be said: 100 where the item is done; the
/// stated progress; the mean of its parts (what supports it and is not
/// dropped), weighted; the ticked share of its task list; 0 where a status
/// says that it is not done (the 0/100 rule of earned value). Parts of which
/// nobody has said anything make the whole unknown only if no part is known.
pub(super) fn all(plan: &Plan, graph: &Graph) -> Vec<Option<Percent>> {
    let mut progress: Vec<Option<Percent>> = vec![None; plan.items.len()];
    for &at in &graph.bottom_up {
        let parts = graph.down(at).iter();
        let parts = parts.filter(|thread| graph.is_live(thread.item));
        let known: Vec<(f64, Option<Percent>)> = parts
            .map(|thread| (thread.weight, progress[thread.item.0]))
            .collect();
        progress[at.0] = of(&plan[at], &known);
    }
    progress
}

fn of(item: &Item, parts: &[(f64, Option<Percent>)]) -> Option<Percent> {
    if item.is(Status::Done) || (item.dates.completed.is_some() && !item.is_dropped()) {
        return Some(Percent::ALL);
    }
    if let Some(stated) = &item.progress {
        return Some(stated.value);
    }
    if !parts.is_empty() {
        return mean(parts);
    }
    let tasks = item.body.document.tasks;
    let stated = || item.status.as_ref().map(|_| Percent::NONE);
    Percent::of(tasks.done, tasks.all).or_else(stated)
}

fn mean(parts: &[(f64, Option<Percent>)]) -> Option<Percent> {
    let known = parts
        .iter()
        .filter_map(|(weight, part)| Some((weight, (*part)?)));
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, part) in known {
        sum += weight * part.share();
        weights += weight;
    }
    (weights > 0.0).then(|| Percent::of_share(sum / weights))
}
