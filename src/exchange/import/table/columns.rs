//! Which column holds what.

use std::collections::BTreeSet;

use super::Options;
use super::amounts::Habit;
use super::dates::{self, Order};
use super::grid::{Cell, Grid};
use super::heading::{self, Guess, folded};
use super::number;

/// How a column came to its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Its heading is known.
    Guessed,
    /// By hand.
    ByHand,
    /// Nobody knows it: its cells are kept.
    Kept,
}

/// A column of a sheet, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// Where it stands: "column D of sheet Actions".
    pub place: String,
    /// Its heading.
    pub heading: String,
    /// The field that its cells go into; `kept` where there is none.
    pub field: String,
    /// How that was found.
    pub how: How,
    /// What else it could be.
    pub doubt: Option<String>,
}

/// A column with what reading its cells needs.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub at: usize,
    pub heading: String,
    /// A field of the plan format, the name of a kind for a column with titles
    /// of that kind, or what tables alone have.
    pub field: &'static str,
    /// All kinds that its heading names.
    pub kinds: Vec<&'static str>,
    pub period: Option<String>,
    pub how: How,
    pub doubt: Option<String>,
    pub order: Option<Order>,
    pub habit: Habit,
    /// Whether most of its cells begin with a number, as titles do.
    pub is_numbered: bool,
}

/// Fields of which an item may have more than one column.
const MANY: [&str; 8] = [
    "keep",
    "current",
    "target",
    "notes",
    "text",
    "tags",
    "contributors",
    "parent",
];

/// Fields that hold numbers.
const AMOUNTS: [&str; 7] = [
    "budget", "spent", "progress", "weight", "baseline", "target", "current",
];

/// The row that has the most headings that are known, from the first.
pub(super) fn header_row(grid: &Grid, options: &Options) -> Option<usize> {
    if let Some(row) = options.header_row {
        return row.checked_sub(1).filter(|row| *row < grid.rows.len());
    }
    let score = |row: &Vec<Cell>| {
        let known = row.iter().filter(|cell| match cell {
            Cell::Text(text) => {
                let guess = heading::guess(text);
                by_hand(text, options).is_some()
                    || !guess.fields.is_empty()
                    || !guess.kinds.is_empty()
            }
            _ => false,
        });
        known.count()
    };
    let scores = grid.rows.iter().take(50).map(score).enumerate();
    let best = scores.rev().max_by_key(|(_, score)| *score)?;
    let least = if grid.width() > 2 { 2 } else { 1 };
    (best.1 >= least).then_some(best.0)
}

fn by_hand(heading: &str, options: &Options) -> Option<&'static str> {
    let wanted = folded(heading);
    let found = options
        .map
        .iter()
        .find(|(known, _)| folded(known) == wanted);
    found.and_then(|(_, field)| heading::field(field))
}

/// The columns below a row of headings.
pub(super) fn read(
    grid: &Grid,
    header: usize,
    kind: Option<&str>,
    options: &Options,
) -> Vec<Column> {
    let mut columns: Vec<Column> = (0..grid.width())
        .filter(|at| (header..grid.rows.len()).any(|row| !grid.cell(row, *at).is_empty()))
        .map(|at| column(grid, header, at, options))
        .collect();
    // Who writes a comma before decimals in one column does so in all.
    let is_amount = |it: &&Column| AMOUNTS.contains(&it.field);
    if columns
        .iter()
        .filter(is_amount)
        .any(|it| it.habit.decimal_comma)
    {
        for column in &mut columns {
            column.habit.decimal_comma = true;
        }
    }
    measures(&mut columns, kind);
    titles(&mut columns);
    let mut taken = BTreeSet::new();
    for column in &mut columns {
        let is_free = MANY.contains(&column.field) || taken.insert(column.field);
        if !is_free && column.how != How::ByHand {
            column.doubt = Some(format!("another column is `{}` already", column.field));
            column.field = "keep";
            column.how = How::Kept;
        }
    }
    columns
}

fn column(grid: &Grid, header: usize, at: usize, options: &Options) -> Column {
    let heading = grid.cell(header, at).line();
    let cells = || (header + 1..grid.rows.len()).map(move |row| grid.cell(row, at));
    let Guess {
        mut fields,
        kinds,
        period,
    } = heading::guess(&grid.cell(header, at).words());
    let is_dated = |cell: &Cell| {
        matches!(cell, Cell::Day(_))
            || matches!(cell, Cell::Text(_))
                && matches!(dates::read(cell, None), dates::When::At(_))
    };
    let mut doubt = None;
    // "Target" heads dates as well as values.
    if fields == ["target"] && period.is_none() && !kinds.contains(&"measure") {
        let filled = cells().filter(|cell| !cell.is_empty()).count();
        if filled > 0 && cells().filter(|cell| is_dated(cell)).count() * 2 > filled {
            fields = vec!["due"];
            doubt = Some("its cells are dates, so it is no value to be reached".to_owned());
        }
    }
    if kinds.is_empty() && fields.len() > 1 {
        doubt = Some(format!("it may be {} too", fields[1..].join(" or ")));
    }
    let by_hand = by_hand(&heading, options);
    let guessed = kinds.last().or(fields.first()).copied();
    let how = match (by_hand, guessed) {
        (Some(_), _) => How::ByHand,
        (None, Some(_)) => How::Guessed,
        (None, None) => How::Kept,
    };
    let given = options.day_first.map(|first| {
        if first {
            Order::DayFirst
        } else {
            Order::MonthFirst
        }
    });
    let texts: Vec<String> = cells()
        .map(Cell::line)
        .filter(|it| !it.is_empty())
        .collect();
    let numbered = texts.iter().filter(|it| number::split(it, true).is_some());
    let numbered = numbered.count();
    Column {
        at,
        is_numbered: numbered > 0 && numbered * 2 >= texts.len(),
        field: by_hand.or(guessed).unwrap_or("keep"),
        kinds: if by_hand.is_some() { Vec::new() } else { kinds },
        period,
        how,
        doubt: if by_hand.is_some() { None } else { doubt },
        order: dates::order(cells()).or(given),
        habit: Habit::of(&heading, cells().collect::<Vec<_>>().into_iter()),
        heading: if heading.is_empty() {
            grid.column_place(at)
        } else {
            heading
        },
    }
}

/// The only column of a table with one cell below one heading.
pub(super) fn only(grid: &Grid) -> Column {
    column(grid, 0, 0, &Options::default())
}

/// Columns of values mean something only where there are measures.
fn measures(columns: &mut [Column], kind: Option<&str>) {
    let has = |field: &str| columns.iter().any(|column| column.field == field);
    let is_measured = kind == Some("measure") || has("measure") || has("kind");
    if is_measured {
        return;
    }
    for column in columns.iter_mut().filter(|it| it.how == How::Guessed) {
        if matches!(
            column.field,
            "baseline" | "target" | "current" | "unit" | "as_of" | "direction"
        ) {
            column.doubt = Some(format!(
                "it would be `{}` of a measure, and no column names one",
                column.field
            ));
            column.field = "keep";
            column.how = How::Kept;
        }
    }
}

/// The column of titles where no heading says so.
fn titles(columns: &mut [Column]) {
    let is_titled = |column: &Column| column.field == "title" || rank(column.field).is_some();
    if columns.iter().any(is_titled) {
        return;
    }
    for instead in ["text", "summary", "parent"] {
        let Some(column) = columns.iter_mut().find(|it| it.field == instead) else {
            continue;
        };
        column.doubt = Some("no column is headed as a title, so this is taken for it".to_owned());
        column.field = "title";
        return;
    }
}

/// Whether a column with titles of that kind is a level of the trace.
pub(super) fn is_level(kind: &str) -> bool {
    rank(kind).is_some_and(|rank| rank < 5)
}

/// Where a kind stands in the trace, from the top.
pub(super) fn rank(kind: &str) -> Option<usize> {
    const RANKS: [&str; 8] = [
        "goal",
        "objective",
        "strategy",
        "action",
        "milestone",
        "measure",
        "risk",
        "contingency",
    ];
    RANKS.iter().position(|known| *known == kind)
}
