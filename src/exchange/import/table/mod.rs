//! Tables of items: sheets of a workbook or a file of separated values.
//!
//! | in the table | in the plan |
//! |---|---|
//! | a heading that is known, in one of four languages | a field |
//! | a heading that nobody knows | `kept` |
//! | Goal, Strategy, Action side by side; numbers; levels; indentation; parents | kinds and `supports` |
//! | a column of KPIs, with baselines, targets and years | measures with readings |
//!
//! Nothing is guessed silently: what a cell says and could not be taken over is
//! kept under its heading, and said with its place.

mod amounts;
mod calls;
mod columns;
mod dates;
mod entry;
mod grid;
mod heading;
mod number;
mod people;
mod place;
mod rows;
mod sheet;
mod tree;
mod words;

use super::{Datum, Draft, Loss, Refusal};

pub use columns::{How, Mapped};
pub(super) use entry::Entry;
pub(super) use grid::{Cell, Grid, MAX_COLUMNS, MAX_ROWS};
pub(super) use heading::kind as kind_named;
pub(super) use number::split as split_number;
pub(super) use place::{is_named, set_named};
pub(super) use tree::{draft as draft_of, give_kinds};

use columns::rank;
use grid::Cell as GridCell;
use sheet::{Rows, Sheet};

/// What is known of a table beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Headings with the fields that they stand for.
    pub map: Vec<(String, String)>,
    /// The sheets to be read, each with the kind of its items; all that are
    /// shown where there are none.
    pub sheets: Vec<(String, Option<String>)>,
    /// The kind of the items, where nothing in the table says it.
    pub kind: Option<String>,
    /// The row of the headings, from 1; found by itself where there is none.
    pub header_row: Option<usize>,
    /// Whether 05/06/2026 is the 5th of June, where a column does not show it.
    pub day_first: Option<bool>,
}

/// What was read of tables.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    /// The items.
    pub draft: Draft,
    /// What became of each column.
    pub columns: Vec<Mapped>,
}

/// All that `map` can map a heading to.
pub fn fields() -> Vec<&'static str> {
    heading::fields()
}

/// Reads sheets into one draft.
///
/// # Errors
///
/// When an option names something that is not there, and when there is no
/// table with items in it.
pub(super) fn read(grids: &[Grid], options: &Options) -> Result<Read, Refusal> {
    check(grids, options)?;
    let mut rows = Rows::default();
    let mut columns = Vec::new();
    let mut title = None;
    let mut sheets = Vec::new();
    for grid in grids {
        if !is_left_out(grid, options, &mut rows.losses) {
            sheets.push((grid, kind_of(grid, options)));
        }
    }
    // What others stand below comes first.
    sheets.sort_by_key(|(_, kind)| kind.and_then(rank).unwrap_or(0));
    for (at, (grid, kind)) in sheets.into_iter().enumerate() {
        let Some(header) = columns::header_row(grid, options) else {
            skip(
                grid,
                "it has no row of headings that are known",
                &mut rows.losses,
            );
            continue;
        };
        let all = columns::read(grid, header, kind, options);
        let sheet = Sheet::new(grid, header, &all, kind, at);
        if !sheet.has_titles() {
            skip(grid, "no column holds titles", &mut rows.losses);
            continue;
        }
        above(grid, header, &mut title, &mut rows.losses);
        columns.extend(all.iter().map(|column| mapped(grid, column)));
        for (place, what) in &grid.problems {
            rows.losses.push(Loss {
                place: place.clone(),
                what: what.clone(),
            });
        }
        rows::read(&sheet, &mut rows);
    }
    if rows.entries.is_empty() {
        let what = rows
            .losses
            .first()
            .map_or_else(String::new, |it| format!(": {}: {}", it.place, it.what));
        return Err(Refusal::new(format!("there is no table with items in it{what}"))
            .help("head the column of titles `Title`, `Goal` or `Action`, or use --header-row and --map HEADING=title"));
    }
    let mut draft = tree::draft(rows.entries, rows.losses);
    draft
        .settings
        .within("plan")
        .set("title", title.unwrap_or_default());
    draft
        .settings
        .0
        .retain(|(_, value)| !Datum::is_empty(value));
    Ok(Read { draft, columns })
}

fn mapped(grid: &Grid, column: &columns::Column) -> Mapped {
    Mapped {
        place: grid.column_place(column.at),
        heading: column.heading.clone(),
        field: if column.field == "keep" {
            "kept"
        } else {
            column.field
        }
        .to_owned(),
        how: column.how,
        doubt: column.doubt.clone(),
    }
}

fn check(grids: &[Grid], options: &Options) -> Result<(), Refusal> {
    for (heading, field) in &options.map {
        if heading::field(field).is_none() {
            let help = format!(
                "a heading can be mapped to {}",
                heading::fields().join(", ")
            );
            return Err(Refusal::new(format!(
                "`{heading}` cannot be mapped to `{field}`: there is no such field"
            ))
            .help(help));
        }
        let wanted = heading::folded(heading);
        let is_there =
            grids.iter().flat_map(|grid| &grid.rows).flatten().any(
                |cell| matches!(cell, GridCell::Text(text) if heading::folded(text) == wanted),
            );
        if !is_there {
            return Err(Refusal::new(format!("no column is headed `{heading}`")));
        }
    }
    let named = options.sheets.iter().filter_map(|(_, kind)| kind.as_ref());
    for kind in named.chain(&options.kind) {
        if heading::kind(kind).is_none() {
            return Err(Refusal::new(format!("there is no kind `{kind}`"))
                .help("the kinds are goal, objective, strategy, action, milestone, measure, risk and contingency"));
        }
    }
    for (name, _) in &options.sheets {
        if !grids.iter().any(|grid| grid.name == *name) {
            let names: Vec<&str> = grids
                .iter()
                .map(|grid| grid.name.as_str())
                .filter(|it| !it.is_empty())
                .collect();
            return Err(Refusal::new(format!("there is no sheet `{name}`"))
                .help(format!("the sheets are: {}", names.join(", "))));
        }
    }
    Ok(())
}

/// Whether a sheet is not to be read, which is said.
fn is_left_out(grid: &Grid, options: &Options, losses: &mut Vec<Loss>) -> bool {
    let why = if options.sheets.iter().any(|(name, _)| *name == grid.name) {
        return false;
    } else if grid.is_hidden {
        "it is hidden; --sheet reads it"
    } else if !options.sheets.is_empty() {
        "it was not asked for"
    } else {
        return false;
    };
    skip(grid, why, losses);
    true
}

/// The kind of the items of a sheet.
fn kind_of(grid: &Grid, options: &Options) -> Option<&'static str> {
    let named = options.sheets.iter().find(|(name, _)| *name == grid.name);
    let by_hand = named.and_then(|(_, kind)| kind.as_ref());
    match by_hand.or(options.kind.as_ref()) {
        Some(kind) => heading::kind(kind),
        None => heading::kind_within(&grid.name),
    }
}

fn skip(grid: &Grid, why: &str, losses: &mut Vec<Loss>) {
    let count = grid
        .rows
        .iter()
        .flatten()
        .filter(|cell| !cell.is_empty())
        .count();
    if count > 0 {
        let what = format!("{why}; left out, with what it says in {count} of its cells");
        losses.push(Loss {
            place: grid.place(),
            what,
        });
    }
}

/// What stands above the headings: the first of it is the title of the plan.
fn above(grid: &Grid, header: usize, title: &mut Option<String>, losses: &mut Vec<Loss>) {
    for row in 0..header {
        for column in 0..grid.width() {
            let cell = grid.cell(row, column);
            match cell {
                Cell::Empty => {}
                Cell::Text(_) if title.is_none() => *title = Some(cell.line()),
                _ if title.as_deref() == Some(&cell.line()) => {}
                _ => losses.push(Loss {
                    place: grid.cell_place(row, column),
                    what: format!("it stands above the table; left out: `{}`", cell.line()),
                }),
            }
        }
    }
}
