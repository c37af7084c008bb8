//! Recurrences that can be put into a few words.

use jiff::civil::{Date, Weekday};

use super::cycle::CycleUnit;

/// How often, on which days, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rhythm {
    /// How many units lie between; at least 1.
    pub every: u16,
    /// What it counts in.
    pub unit: CycleUnit,
    /// On which days of that.
    pub on: On,
    /// Where it ends, if it does.
    pub end: Option<End>,
}

/// The days of a week or month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// That of its start.
    Any,
    /// These days of the week.
    Weekdays(Vec<Weekday>),
    /// The first, second, third or fourth such day of the month; the last one
    /// for -1.
    Nth(i8, Weekday),
    /// The last day of the month.
    LastDay,
    /// This day of the month.
    Day(u8),
}

/// The end of a recurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// After so many times.
    Times(u32),
    /// On this day.
    Until(Date),
}
