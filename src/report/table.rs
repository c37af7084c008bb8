//! Rows under heads: in columns for people, as CSV for programs.

use unicode_width::UnicodeWidthStr as _;

use crate::value::csv_text;

/// Rows under heads.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(heads: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            heads: heads.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
        }
    }

    /// In columns: the first to the left, the others to the right.
    pub fn text(&self) -> String {
        let lines = || std::iter::once(&self.heads).chain(&self.rows);
        let width = |column: usize| {
            let cells = lines().filter_map(|line| line.get(column));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.heads.len()).map(width).collect();
        lines().map(|line| columns(line, &widths)).collect()
    }

    pub fn csv(&self) -> String {
        csv_text(std::iter::once(&self.heads).chain(&self.rows))
    }
}

fn columns(line: &[String], widths: &[usize]) -> String {
    let mut text = String::new();
    for (column, (cell, width)) in line.iter().zip(widths).enumerate() {
        let gap = " ".repeat(width.saturating_sub(cell.width()));
        if column == 0 {
            text += cell;
            text += &gap;
        } else {
            text += "  ";
            text += &gap;
            text += cell;
        }
    }
    text.trim_end().to_owned() + "\n"
}
