//! One kind against another: what has to do with what.

use serde::Serialize;

use crate::config::Kind;
use crate::plan::ItemIx;
use crate::trace::{Cell, Matrix};

use super::super::address;
use super::super::frame::Frame;
use super::super::grid::Grid;
use super::super::pieces::{ItemLink, Pen, Words};
use super::super::words;
use super::Pair;
use super::coverage::{Share, share, title};
use super::parts::{COLUMNS, Part};

/// One kind against another, or part of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MatrixView {
    /// What stands around it.
    pub frame: Frame,
    /// The two kinds.
    pub title: String,
    /// Where all matrices are.
    pub up: Words,
    /// On a part: the goal that its rows lead to; without an id where they
    /// lead to none.
    pub goal: Option<ItemLink>,
    /// What the rows are called, and how many of them have a mark.
    pub rows: (String, Share),
    /// What the columns are called, and how many of them have a mark.
    pub columns: (String, Share),
    /// The matrix as HTML; empty where it is shown otherwise.
    pub table: String,
    /// The columns by id and title, where the matrix has no room for titles.
    pub legend: Vec<ItemLink>,
    /// The rows with what they have to do with, where there are too many
    /// columns for a table.
    pub lists: Vec<ListRow>,
    /// The parts, where it is too much for one page.
    pub parts: Vec<MatrixPart>,
}

/// A row of a matrix that is shown as lists.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ListRow {
    /// The row's item.
    pub item: ItemLink,
    /// What it has to do with directly.
    pub directly: Vec<ItemLink>,
    /// What it has to do with through others.
    pub through: Vec<ItemLink>,
    /// How much more it has to do with.
    pub hidden: usize,
}

/// A way to part of a matrix.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MatrixPart {
    /// The goal; without an id for what leads to none.
    pub goal: ItemLink,
    /// Where the part is.
    pub href: String,
    /// Which stretch of the goal's rows it is, where there are several.
    pub stretch: Option<Share>,
    /// How many rows it has.
    pub rows: usize,
}

/// The most items in a list.
const LISTED: usize = 24;

/// A matrix, or the part of it that has a number.
pub(super) fn view(
    pen: &Pen<'_, '_>,
    pair: &Pair,
    parts: &[Part],
    number: Option<usize>,
) -> MatrixView {
    match number {
        None => whole(pen, pair, parts),
        Some(number) => part(pen, pair, &parts[number]),
    }
}

fn whole(pen: &Pen<'_, '_>, pair: &Pair, parts: &[Part]) -> MatrixView {
    let subject = pen.context.subject;
    let [rows, columns] = [pair.rows, pair.columns].map(|kind| pen.context.live(kind).to_vec());
    let matrix = Matrix::between(&subject.trace.graph, rows, columns);
    let mut view = bare(pen, pair, &matrix);
    if parts.is_empty() {
        fill(pen, pair, &matrix, &mut view);
    }
    view.parts = parts
        .iter()
        .map(|part| MatrixPart {
            goal: goal(pen, part),
            href: pen.href(&address::matrix_part(&pair.slug, &part.slug)),
            stretch: (part.stretch.1 > 1).then(|| share(pen, part.stretch.0, part.stretch.1)),
            rows: part.rows.len(),
        })
        .collect();
    view
}

fn part(pen: &Pen<'_, '_>, pair: &Pair, part: &Part) -> MatrixView {
    let subject = pen.context.subject;
    let graph = &subject.trace.graph;
    let all = pen.context.live(pair.columns);
    let is_split = part.stretch.1 > 1;
    let whole = part.goal.filter(|_| !is_split);
    let below = whole.into_iter().flat_map(|goal| graph.leading_to(goal));
    let matrix = Matrix::among(graph, part.rows.clone(), all, below);
    let mut view = bare(pen, pair, &matrix);
    let goal = goal(pen, part);
    view.frame.title = words::join(pen.locale(), &[goal.title.clone(), view.title.clone()]);
    view.up = Words {
        text: std::mem::take(&mut view.title),
        href: Some(pen.href(&address::matrix(&pair.slug))),
    };
    view.title.clone_from(&goal.title);
    view.goal = Some(goal);
    fill(pen, pair, &matrix, &mut view);
    view
}

/// The goal of a part; words alone for what leads to none.
fn goal(pen: &Pen<'_, '_>, part: &Part) -> ItemLink {
    match part.goal {
        Some(goal) => pen.item(goal),
        None => ItemLink {
            id: String::new(),
            title: pen.say("matrix-no-goal"),
            kind: String::new(),
            href: String::new(),
        },
    }
}

/// The page without the matrix itself.
fn bare(pen: &Pen<'_, '_>, pair: &Pair, matrix: &Matrix) -> MatrixView {
    let met = |kind: Kind, all: &[ItemIx], empty: usize| {
        let plural = pen.context.kind(kind).plural.clone();
        (plural, share(pen, all.len() - empty, all.len()))
    };
    let title = title(pen, pair);
    MatrixView {
        frame: Frame::of(pen, "matrix", &title, &address::traceability()),
        title,
        up: Words {
            text: pen.say("trace-title"),
            href: Some(pen.href(&address::traceability())),
        },
        goal: None,
        rows: met(pair.rows, &matrix.rows, matrix.empty_rows().count()),
        columns: met(
            pair.columns,
            &matrix.columns,
            matrix.empty_columns().count(),
        ),
        table: String::new(),
        legend: Vec::new(),
        lists: Vec::new(),
        parts: Vec::new(),
    }
}

/// Shows a matrix as a table, or as lists where it has too many columns.
fn fill(pen: &Pen<'_, '_>, pair: &Pair, matrix: &Matrix, view: &mut MatrixView) {
    if matrix.columns.len() > COLUMNS {
        view.lists = matrix
            .rows
            .iter()
            .map(|at| list(pen, matrix, *at))
            .collect();
        return;
    }
    let kinds = &pen.context.subject.config.kinds;
    let is_traced = |kind: Kind| kinds[kind].role.is_traced();
    let grid = Grid {
        matrix,
        caption: &view.title,
        gaps: is_traced(pair.rows) && is_traced(pair.columns),
        whole: true,
    };
    view.table = grid.html(pen);
    if !grid.is_titled() {
        view.legend = matrix.columns.iter().map(|at| pen.item(*at)).collect();
    }
}

fn list(pen: &Pen<'_, '_>, matrix: &Matrix, row: ItemIx) -> ListRow {
    let cells = matrix
        .cells
        .range((row, ItemIx(0))..=(row, ItemIx(usize::MAX)));
    let (through, directly): (Vec<_>, Vec<_>) =
        cells.partition(|(_, cell)| **cell == Cell::Through);
    let some = |cells: &[(&(ItemIx, ItemIx), &Cell)]| -> Vec<ItemLink> {
        let items = cells.iter().take(LISTED).map(|((_, at), _)| pen.item(*at));
        items.collect()
    };
    ListRow {
        item: pen.item(row),
        directly: some(&directly),
        through: some(&through),
        hidden: directly.len().saturating_sub(LISTED) + through.len().saturating_sub(LISTED),
    }
}
