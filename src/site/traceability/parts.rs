//! How a matrix that is too much for one page is split: by goal, and a goal's
//! rows into stretches.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Role;
use crate::plan::ItemIx;

use super::super::context::Context;
use super::super::people::free_slug;
use super::Pair;

/// What one page shows.
#[derive(Debug)]
pub(super) struct Part {
    /// The goal that its rows lead to; none for those that lead to none.
    pub goal: Option<ItemIx>,
    pub slug: String,
    pub rows: Vec<ItemIx>,
    /// Which stretch of the goal's rows this is, and of how many.
    pub stretch: (usize, usize),
}

/// The most rows, columns and cells of a matrix on one page.
const ROWS: usize = 120;
pub(super) const COLUMNS: usize = 60;
const CELLS: usize = 4000;

/// The parts of a matrix; none where it fits on one page.
pub(super) fn of(context: &Context<'_>, pair: &Pair) -> Arc<Vec<Part>> {
    let [rows, columns] = [pair.rows, pair.columns].map(|kind| context.live(kind));
    if rows.len() <= ROWS && columns.len() <= COLUMNS && rows.len() * columns.len() <= CELLS {
        return Arc::default();
    }
    let graph = &context.subject.trace.graph;
    let is_goal = |at: &ItemIx| {
        let item = context.item(*at);
        item.role == Role::Goal && !item.is_dropped()
    };
    let mut by_goal: BTreeMap<Option<ItemIx>, Vec<ItemIx>> = BTreeMap::new();
    for &row in rows {
        let goals: Vec<ItemIx> = graph.leads_to(row).into_iter().filter(is_goal).collect();
        for goal in &goals {
            by_goal.entry(Some(*goal)).or_default().push(row);
        }
        if goals.is_empty() {
            by_goal.entry(None).or_default().push(row);
        }
    }
    let mut taken = BTreeSet::new();
    let rest = by_goal.remove(&None).map(|rows| (None, rows));
    let mut parts = Vec::new();
    for (goal, rows) in by_goal.into_iter().chain(rest) {
        let name = goal.map_or("other", |goal| &context.item(goal).id);
        let all = rows.len().div_ceil(ROWS);
        for (number, rows) in rows.chunks(ROWS).enumerate() {
            parts.push(Part {
                goal,
                slug: free_slug(name, &mut taken),
                rows: rows.to_vec(),
                stretch: (number + 1, all),
            });
        }
    }
    Arc::new(parts)
}
