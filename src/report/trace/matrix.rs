//! Any kind against any kind.

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Subject;
use crate::config::Kind;
use crate::plan::ItemIx;
use crate::trace::{Cell, Matrix};

use super::{Rows, Table, Told, part};

/// Which items of one kind hold which of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatrixReport {
    /// The version of this format.
    pub version: u32,
    /// The kind down the side.
    pub row_kind: String,
    /// The kind across the top.
    pub column_kind: String,
    /// The ids down the side.
    pub rows: Vec<String>,
    /// The ids across the top.
    pub columns: Vec<String>,
    /// The pairs that have to do with one another.
    pub pairs: Vec<Pair>,
    /// The rows that have to do with no column.
    pub empty_rows: Vec<String>,
    /// The columns that have to do with no row.
    pub empty_columns: Vec<String>,
}

/// Two items that have to do with one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pair {
    /// The row's id.
    pub row: String,
    /// The column's id.
    pub column: String,
    /// The relation as front matter names it; null where only a chain leads
    /// from one to the other.
    pub relation: Option<String>,
    /// The id of the item that states the relation.
    pub stated_by: Option<String>,
}

/// The widest grid of text, in columns of the terminal.
const WIDEST: usize = 160;

impl MatrixReport {
    /// One kind against another, less what was dropped.
    pub fn of(subject: Subject<'_>, rows: Kind, columns: Kind) -> Self {
        let matrix = Matrix::of(subject.plan, &subject.trace.graph, rows, columns);
        let id = |at: ItemIx| subject.plan[at].id.clone();
        let kind = |kind: Kind| subject.config.kinds[kind].name.clone();
        Self {
            version: 1,
            row_kind: kind(rows),
            column_kind: kind(columns),
            rows: matrix.rows.iter().copied().map(id).collect(),
            columns: matrix.columns.iter().copied().map(id).collect(),
            pairs: matrix
                .cells
                .iter()
                .map(|((row, column), cell)| pair(id(*row), id(*column), *cell))
                .collect(),
            empty_rows: matrix.empty_rows().map(id).collect(),
            empty_columns: matrix.empty_columns().map(id).collect(),
        }
    }

    /// A cell for each pair of a row and a column.
    fn grid(&self, cell: impl Fn(Option<&Pair>) -> String) -> Table {
        let mut table =
            Table::new(std::iter::once("").chain(self.columns.iter().map(String::as_str)));
        let mut pairs = self.pairs.iter().peekable();
        for row in &self.rows {
            let mut line = vec![row.clone()];
            for column in &self.columns {
                let here = pairs.next_if(|pair| pair.row == *row && pair.column == *column);
                line.push(cell(here));
            }
            table.rows.push(line);
        }
        table
    }
}

fn pair(row: String, column: String, cell: Cell) -> Pair {
    let (relation, stated_by) = match cell {
        Cell::States(relation) => (Some(relation), Some(row.clone())),
        Cell::Stated(relation) => (Some(relation), Some(column.clone())),
        Cell::Through => (None, None),
    };
    Pair {
        row,
        column,
        relation: relation.map(|relation| relation.field().to_owned()),
        stated_by,
    }
}

impl Told for MatrixReport {
    fn text(&self) -> String {
        let grid = self.grid(|pair| match pair {
            Some(pair) if pair.relation.is_some() => "\u{25cf}".to_owned(),
            Some(_) => "\u{25cb}".to_owned(),
            None => "\u{b7}".to_owned(),
        });
        let grid = grid.text();
        let widest = grid.lines().map(|line| line.chars().count()).max();
        let mut text = if widest.unwrap_or(0) <= WIDEST {
            grid
        } else {
            self.list()
        };
        text += "\n\u{25cf} stated, \u{25cb} through others\n";
        for (kind, empty, all) in [
            (&self.row_kind, &self.empty_rows, &self.rows),
            (&self.column_kind, &self.empty_columns, &self.columns),
        ] {
            let held = part(all.len() - empty.len(), all.len());
            let _ = write!(text, "{kind}: {held} have one");
            if !empty.is_empty() {
                let _ = write!(text, "; not {}", empty.join(", "));
            }
            text.push('\n');
        }
        text
    }

    fn table(&self) -> Rows {
        Rows(self.grid(|pair| match pair {
            None => String::new(),
            Some(Pair { relation: None, .. }) => "through".to_owned(),
            Some(pair) => {
                let relation = pair.relation.clone().unwrap_or_default();
                if pair.stated_by.as_ref() == Some(&pair.row) {
                    relation
                } else {
                    format!("{relation} (stated by {})", pair.column)
                }
            }
        }))
    }
}

impl MatrixReport {
    /// A line for each row, where the grid would be too wide to read.
    fn list(&self) -> String {
        let mut text = String::new();
        let mut pairs = self.pairs.iter().peekable();
        for row in &self.rows {
            let _ = write!(text, "{row}");
            while let Some(pair) = pairs.next_if(|pair| pair.row == *row) {
                let mark = if pair.relation.is_some() {
                    '\u{25cf}'
                } else {
                    '\u{25cb}'
                };
                let _ = write!(text, "  {mark} {}", pair.column);
            }
            text.push('\n');
        }
        text
    }
}
