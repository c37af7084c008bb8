//! Which items of one kind hold which of another.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Kind;
use crate::plan::{ItemIx, Plan, Relation};

use super::Graph;
use super::chains::reach;

/// Some items against others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The items down the side.
    pub rows: Vec<ItemIx>,
    /// The items across the top, in the plan's order.
    pub columns: Vec<ItemIx>,
    /// The pairs that have to do with one another: a row's item, then a
    /// column's.
    pub cells: BTreeMap<(ItemIx, ItemIx), Cell>,
}

/// How two items have to do with one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// The row's item states this relation to the column's.
    States(Relation),
    /// The column's item states this relation to the row's.
    Stated(Relation),
    /// A chain leads from one to the other through items that are not dropped:
    /// of supports, and of what is measured, threatened, mitigated, answered.
    Through,
}

impl Matrix {
    /// One kind against another, less what was dropped.
    pub fn of(plan: &Plan, graph: &Graph, rows: Kind, columns: Kind) -> Self {
        let of_kind = |kind: Kind| {
            let items = plan.all().filter(|(_, item)| item.kind == kind);
            let live = items.filter(|(_, item)| !item.is_dropped());
            live.map(|(at, _)| at).collect::<Vec<ItemIx>>()
        };
        Self::between(graph, of_kind(rows), of_kind(columns))
    }

    /// Some items against others; the columns stand in the plan's order.
    pub fn between(graph: &Graph, rows: Vec<ItemIx>, mut columns: Vec<ItemIx>) -> Self {
        columns.sort_unstable();
        Self {
            cells: cells(graph, &rows, &columns),
            rows,
            columns,
        }
    }

    /// Some items against those of others, which stand in the plan's order,
    /// that they have to do with, and against `more` of the others.
    pub fn among(
        graph: &Graph,
        rows: Vec<ItemIx>,
        others: &[ItemIx],
        more: impl IntoIterator<Item = ItemIx>,
    ) -> Self {
        let cells = cells(graph, &rows, others);
        let more = more.into_iter();
        let more = more.filter(|at| others.binary_search(at).is_ok());
        let columns: BTreeSet<ItemIx> = cells.keys().map(|(_, at)| *at).chain(more).collect();
        Self {
            rows,
            columns: columns.into_iter().collect(),
            cells,
        }
    }

    /// The rows that have to do with no column.
    pub fn empty_rows(&self) -> impl Iterator<Item = ItemIx> {
        let used: BTreeSet<ItemIx> = self.cells.keys().map(|(row, _)| *row).collect();
        let rows = self.rows.iter().copied();
        rows.filter(move |row| !used.contains(row))
    }

    /// The columns that have to do with no row.
    pub fn empty_columns(&self) -> impl Iterator<Item = ItemIx> {
        let used: BTreeSet<ItemIx> = self.cells.keys().map(|(_, column)| *column).collect();
        let columns = self.columns.iter().copied();
        columns.filter(move |column| !used.contains(column))
    }
}

/// The pairs that have to do with one another; the columns stand in the plan's
/// order.
fn cells(graph: &Graph, rows: &[ItemIx], columns: &[ItemIx]) -> BTreeMap<(ItemIx, ItemIx), Cell> {
    let mut cells = BTreeMap::new();
    for &row in rows {
        for (other, cell) in around(graph, row) {
            if other != row && columns.binary_search(&other).is_ok() {
                cells.entry((row, other)).or_insert(cell);
            }
        }
    }
    cells
}

/// Everything that an item has to do with, what is stated first.
fn around(graph: &Graph, at: ItemIx) -> Vec<(ItemIx, Cell)> {
    let mut found = Vec::new();
    for relation in Relation::ALL {
        found.extend(
            graph
                .to(at, relation)
                .map(|to| (to, Cell::States(relation))),
        );
        found.extend(
            graph
                .from(at, relation)
                .map(|from| (from, Cell::Stated(relation))),
        );
    }
    let live = |(_, other): &(Relation, ItemIx)| graph.is_live(*other);
    let item = |(_, item): (Relation, ItemIx)| item;
    let upward = reach(at, |at| graph.steps_up(at).filter(live).map(item));
    let downward = reach(at, |at| graph.steps_down(at).filter(live).map(item));
    let through = upward.into_iter().chain(downward);
    found.extend(through.map(|other| (other, Cell::Through)));
    found
}
