//! Months and days, with the reason when there is no such day.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::quoted;
use crate::value::Wrong;

/// The years that a plan may speak of; anything else is a slip of the pen.
pub(super) const YEARS: RangeInclusive<i16> = 1900..=2200;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12.
pub(super) fn month_name(month: i8) -> &'static str {
    MONTHS[(month.clamp(1, 12) - 1) as usize]
}

/// The month of that English name, or of its first three letters or more.
pub(super) fn month_named(word: &str) -> Option<i8> {
    let word = word.to_ascii_lowercase();
    let named = |name: &str| name.to_ascii_lowercase().starts_with(&word);
    let position = MONTHS.iter().position(|name| named(name))?;
    (word.len() >= 3).then_some(position as i8 + 1)
}

/// A day of a year that a plan may speak of, or what is wrong with it.
pub(super) fn date(written: &str, year: i16, month: i8, day: i8) -> Result<Date, Wrong> {
    let wrong = |why: String| Wrong::new(format!("{} is not a date: {why}", quoted(written)));
    if !YEARS.contains(&year) {
        let (from, to) = (YEARS.start(), YEARS.end());
        return Err(wrong(format!("{year} is not a year from {from} to {to}")));
    }
    let Ok(first) = Date::new(year, month, 1) else {
        return Err(wrong(format!("there is no month {month}")));
    };
    Date::new(year, month, day).map_err(|_| {
        let (name, days) = (month_name(month), first.days_in_month());
        wrong(format!("{name} {year} has {days} days"))
    })
}
