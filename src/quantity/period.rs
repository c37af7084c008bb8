//! Periods: a day, a month, a quarter, a year, or from one to another.

mod mend;
mod read;

use std::fmt;

use jiff::civil::Date;

use super::FiscalCalendar;
use crate::value::Wrong;

/// A stretch of whole days, both ends included, and the unit it was named by.
///
/// Periods are ordered by their first day, then by their last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day, never before the first.
    pub last: Date,
    /// What it was named by.
    pub unit: Unit,
}

/// What a period is named by. Quarters count from 1 to 4.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// One day.
    Day,
    /// A calendar month.
    Month,
    /// A quarter of a calendar year.
    Quarter {
        /// The calendar year.
        year: i16,
        /// 1 to 4.
        quarter: u8,
    },
    /// A calendar year.
    Year {
        /// The calendar year.
        year: i16,
    },
    /// A quarter of a fiscal year.
    FiscalQuarter {
        /// The fiscal year.
        year: i16,
        /// 1 to 4.
        quarter: u8,
    },
    /// A fiscal year.
    FiscalYear {
        /// The fiscal year.
        year: i16,
    },
    /// From the start of one period to the end of another; neither is a range.
    Range(Box<[Period; 2]>),
}

impl Period {
    /// Reads a period. Case and spaces inside do not matter.
    ///
    /// | written | meaning |
    /// |---|---|
    /// | `2026-09-30` | a day |
    /// | `2026-09` | a month |
    /// | `2026-Q3`, `2026Q3` | a quarter of the calendar year |
    /// | `2026` | a calendar year |
    /// | `FY2026`, `FY26` | a fiscal year; two digits are a year from 2000 |
    /// | `FY2026-Q3`, `FY26 Q3` | a quarter of a fiscal year |
    /// | `FY20..FY22` | from the first day of one to the last of the other |
    ///
    /// # Errors
    ///
    /// When there is no such day, when the year is not from 1900 to 2200,
    /// when a range ends before it starts, and when it is written in a way
    /// that is not in the table; what it probably means is then suggested.
    pub fn parse(text: &str, fiscal: &FiscalCalendar) -> Result<Self, Wrong> {
        read::period(text, *fiscal)
    }

    /// A single day.
    pub fn day(day: Date) -> Self {
        Self {
            first: day,
            last: day,
            unit: Unit::Day,
        }
    }

    /// From the start of this period to the end of a later one.
    #[must_use]
    pub fn through(self, end: Self) -> Self {
        Self {
            first: self.first,
            last: end.last.max(self.first),
            unit: Unit::Range(Box::new([self, end])),
        }
    }

    /// Whether it is a single day by name, not only by length.
    pub fn is_day(&self) -> bool {
        self.unit == Unit::Day
    }

    /// Which quarter of its year it is, 1 to 4; none where it is no quarter.
    pub fn quarter(&self) -> Option<u8> {
        match self.unit {
            Unit::Quarter { quarter, .. } | Unit::FiscalQuarter { quarter, .. } => Some(quarter),
            _ => None,
        }
    }

    /// Whether every day of it lies before every day of another: whatever
    /// days are meant, this one comes first.
    pub fn is_before(&self, other: &Self) -> bool {
        self.last < other.first
    }

    /// Whether a day lies in it.
    pub fn contains(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// The spelling that reads back as this period: `2026-09-30`, `2026-09`,
    /// `2026-Q3`, `2026`, `FY2026-Q3`, `FY2026`, `FY2020..FY2022`.
    pub fn canonical(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.unit {
            Unit::Day => write!(f, "{}", self.first),
            Unit::Month => write!(f, "{:04}-{:02}", self.first.year(), self.first.month()),
            Unit::Quarter { year, quarter } => write!(f, "{year}-Q{quarter}"),
            Unit::Year { year } => write!(f, "{year}"),
            Unit::FiscalQuarter { year, quarter } => write!(f, "FY{year}-Q{quarter}"),
            Unit::FiscalYear { year } => write!(f, "FY{year}"),
            Unit::Range(ends) => write!(f, "{}..{}", ends[0], ends[1]),
        }
    }
}

#[cfg(test)]
mod tests;
