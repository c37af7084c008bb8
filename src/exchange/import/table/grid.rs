//! Cells of a sheet, whatever file it comes from.

use crate::quantity::{Date, show_number};

/// The most rows of a sheet that are read.
pub const MAX_ROWS: usize = 100_000;
/// The most columns of a sheet that are read.
pub const MAX_COLUMNS: usize = 1_000;

/// What is in a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing, or blanks.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that is shown in percent: 0.5 is 50 %.
    Share(f64),
    /// A date.
    Day(Date),
    /// Yes or no.
    Bool(bool),
    /// An error of a formula: `#REF!`.
    Broken(String),
}

/// A sheet: its cells by row and column, from the first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Its name; empty where the file has no sheets.
    pub name: String,
    /// Whether the file does not show it.
    pub is_hidden: bool,
    /// Rows of cells, of differing lengths.
    pub rows: Vec<Vec<Cell>>,
    /// Empty cells that have a colour, by row and column.
    pub coloured: Vec<(usize, usize)>,
    /// What could not be read of it.
    pub problems: Vec<(String, String)>,
}

impl Cell {
    /// Words; blanks are nothing.
    pub fn of(text: &str) -> Self {
        if text.trim().is_empty() {
            Self::Empty
        } else {
            Self::Text(text.trim_end().to_owned())
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// What it says, on as many lines as it has.
    pub fn words(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Broken(text) => text.trim().to_owned(),
            Self::Number(number) => plain(*number),
            Self::Share(share) => format!("{}%", plain(share * 100.0)),
            Self::Day(day) => day.to_string(),
            Self::Bool(true) => "yes".to_owned(),
            Self::Bool(false) => "no".to_owned(),
        }
    }

    /// What it says, on one line.
    pub fn line(&self) -> String {
        let words = self.words();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Grid {
    /// A cell; one outside the sheet is empty.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        let row = self.rows.get(row);
        row.and_then(|cells| cells.get(column)).unwrap_or(EMPTY)
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// "cell D7 of sheet Actions".
    pub fn cell_place(&self, row: usize, column: usize) -> String {
        self.within(&format!("cell {}{}", letters(column), row + 1))
    }

    /// "row 7 of sheet Actions".
    pub fn row_place(&self, row: usize) -> String {
        self.within(&format!("row {}", row + 1))
    }

    /// "column D of sheet Actions".
    pub fn column_place(&self, column: usize) -> String {
        self.within(&format!("column {}", letters(column)))
    }

    /// "sheet Actions".
    pub fn place(&self) -> String {
        if self.name.is_empty() {
            "the table".to_owned()
        } else {
            format!("sheet {}", self.name)
        }
    }

    fn within(&self, place: &str) -> String {
        if self.name.is_empty() {
            place.to_owned()
        } else {
            format!("{place} of sheet {}", self.name)
        }
    }
}

/// A number as few digits as it has, without noise behind the tenth decimal.
pub fn plain(number: f64) -> String {
    if number.abs() >= 1e15 {
        return show_number(number);
    }
    let fixed = format!("{number:.10}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// The letters of a column: A, B, … Z, AA.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        before => format!("{}{last}", letters(before - 1)),
    }
}
