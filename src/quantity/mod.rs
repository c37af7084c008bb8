//! Dates, periods, money and numbers as people write them in a plan.
//!
//! Pure values: nothing here knows of files, of the plan or of today. Each
//! type reads what people write (`parse`), says how else to write what it
//! cannot read for certain ([`Wrong`](crate::value::Wrong)), and has one
//! spelling of its own (`canonical`) that reads back as the same value.

mod calendar;
mod fiscal;
mod lag;
mod money;
mod number;
mod percent;
mod period;
mod recurrence;

pub use fiscal::FiscalCalendar;
pub use jiff::civil::{Date, Weekday};
pub use lag::Lag;
pub use money::{Money, Moneys, parse_currency};
pub use number::{parse_number, show_number};
pub use percent::Percent;
pub use period::{Period, Unit};
pub use recurrence::{CycleUnit, End, On, Recurrence, Rhythm};
pub use rust_decimal::Decimal;

/// What was written, as a message quotes it: of something long only the start.
fn quoted(written: &str) -> String {
    const ENOUGH: usize = 60;
    let written = written.trim();
    match written.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("`{}…`", &written[..end]),
        None => format!("`{written}`"),
    }
}
