//! A sheet whose columns are known.

use super::super::Loss;
use super::columns::{Column, How, is_level, rank};
use super::entry::{Entry, Reference};
use super::grid::{Cell, Grid};

/// A sheet whose columns are known.
pub(super) struct Sheet<'a> {
    pub grid: &'a Grid,
    pub header: usize,
    pub columns: &'a [Column],
    pub kind: Option<&'static str>,
    /// Its place among the sheets.
    pub at: usize,
    /// Which columns are levels, from the top.
    pub levels: Vec<usize>,
    /// The column of titles where there are no levels.
    pub title: Option<usize>,
    /// The last row with more than one cell.
    pub end: usize,
    /// The least number in a column of levels.
    pub least_level: usize,
}

/// What was read so far.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub entries: Vec<Entry>,
    pub losses: Vec<Loss>,
}

impl<'a> Sheet<'a> {
    pub fn new(
        grid: &'a Grid,
        header: usize,
        columns: &'a [Column],
        kind: Option<&'static str>,
        at: usize,
    ) -> Self {
        let find = |field: &str| columns.iter().position(|column| column.field == field);
        let mut levels: Vec<usize> = (0..columns.len())
            .filter(|at| is_level(columns[*at].field) && columns[*at].kinds.len() < 2)
            .collect();
        levels.sort_by_key(|at| rank(columns[*at].field));
        let many = columns.iter().position(|column| column.kinds.len() > 1);
        let own = kind.and_then(find);
        let sides = ["risk", "contingency", "measure"]
            .into_iter()
            .find_map(find);
        let title = find("title")
            .or(many)
            .or(own.filter(|at| !levels.contains(at)));
        let title = title.or_else(|| sides.filter(|_| levels.is_empty()));
        let has = |row: &usize| {
            columns
                .iter()
                .filter(|it| !grid.cell(*row, it.at).is_empty())
                .count()
                > 1
        };
        let rows = header + 1..grid.rows.len();
        let level = find("level").map(|it| columns[it].at);
        let levels_of = level.into_iter().flat_map(|column| {
            let rows = rows.clone();
            rows.filter_map(move |row| depth_of(grid.cell(row, column)))
        });
        Self {
            least_level: levels_of.min().unwrap_or(0),
            end: rows.clone().rev().find(has).unwrap_or(header),
            grid,
            header,
            columns,
            kind,
            at,
            levels,
            title,
        }
    }

    /// Whether anything says what its rows are called.
    pub fn has_titles(&self) -> bool {
        self.title.is_some() || !self.levels.is_empty()
    }

    /// How deep a row stands, where a column says that in a number.
    pub fn level(&self, row: usize) -> Option<usize> {
        let column = self.columns.iter().find(|it| it.field == "level")?;
        depth_of(self.grid.cell(row, column.at))
    }

    pub fn cell(&self, row: usize, column: usize) -> &'a Cell {
        self.grid.cell(row, self.columns[column].at)
    }

    /// Says which columns nobody knows.
    pub fn say_columns(&self, losses: &mut Vec<Loss>) {
        let grid = self.grid;
        let mut lose = |place, what| losses.push(Loss { place, what });
        for column in self.columns {
            let rows = self.header + 1..grid.rows.len();
            let count = rows
                .clone()
                .filter(|row| !grid.cell(*row, column.at).is_empty())
                .count();
            let place = grid.column_place(column.at);
            if count > 0 && column.how == How::Kept {
                let why = column
                    .doubt
                    .as_deref()
                    .unwrap_or("no field has that heading");
                let cells = if count == 1 {
                    "its cell is".to_owned()
                } else {
                    format!("its {count} cells are")
                };
                lose(
                    place,
                    format!("{why}; {cells} kept as `{}`", column.heading),
                );
            } else if let Some(doubt) = &column.doubt {
                lose(
                    place,
                    format!(
                        "`{}` was read as `{}`: {doubt}",
                        column.heading, column.field
                    ),
                );
            }
            let coloured = grid
                .coloured
                .iter()
                .filter(|(row, at)| *at == column.at && rows.contains(row))
                .count();
            if coloured > 0 && matches!(column.field, "status" | "health") {
                let what = format!(
                    "colours are not read, and {coloured} of the empty cells of `{}` have one; write the word",
                    column.heading
                );
                lose(grid.column_place(column.at), what);
            }
        }
    }
}

/// Words of a cell that name other entries.
pub(super) fn reference(
    sheet: &Sheet<'_>,
    row: usize,
    column: &Column,
    field: &'static str,
) -> Reference {
    Reference {
        words: sheet.grid.cell(row, column.at).words(),
        field,
        heading: column.heading.clone(),
        place: sheet.grid.cell_place(row, column.at),
    }
}

/// How deep a cell of a column of levels says that its row stands.
pub(super) fn depth_of(cell: &Cell) -> Option<usize> {
    cell.line().parse().ok().filter(|level| *level < 20)
}
