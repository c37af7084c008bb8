//! What `planwright trace` tells: how well the plan holds together, for people
//! and for programs.

mod chains;
mod coverage;
mod matrix;

pub use chains::{Chains, Step};
pub use coverage::{CoverageReport, Gap, Level};
pub use matrix::{MatrixReport, Pair};

use serde::Serialize;

use crate::check::Subject;
use crate::plan::ItemIx;

use super::lines_of_json;
use super::table::Table;

/// How a trace is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// For people.
    Text,
    /// One JSON object.
    Json,
    /// Comma-separated values.
    Csv,
}

/// Something that can be told in each shape.
pub trait Told: Serialize {
    /// For people, with an end of line at the end.
    fn text(&self) -> String;
    /// As rows under heads.
    #[doc(hidden)]
    fn table(&self) -> Rows;

    /// In a shape, with an end of line at the end.
    fn write(&self, shape: Shape) -> String
    where
        Self: Sized,
    {
        match shape {
            Shape::Text => self.text(),
            Shape::Json => lines_of_json(self),
            Shape::Csv => self.table().0.csv(),
        }
    }
}

/// Rows under heads.
#[derive(Debug)]
pub struct Rows(Table);

/// "12 of 40 (30 %)".
fn part(count: usize, all: usize) -> String {
    match crate::quantity::Percent::of(count, all) {
        Some(percent) => format!("{count} of {all} ({} %)", percent.value()),
        None => format!("{count} of {all}"),
    }
}

/// "A12 Open a branch", and whether it was dropped.
fn named(subject: Subject<'_>, at: ItemIx) -> String {
    let item = &subject.plan[at];
    let dropped = if item.is_dropped() { " (dropped)" } else { "" };
    format!("{} {}{dropped}", item.id, item.title)
}
