//! Dates, periods, money and numbers as people write them in a plan.
//!
//! Pure values: nothing here knows of files, of the plan or of today.

mod fiscal;
mod lag;
mod money;
mod number;
mod percent;
mod period;
mod recurrence;

pub use fiscal::FiscalCalendar;
pub use jiff::civil::Date;
pub use lag::Lag;
pub use money::{Money, Moneys};
pub use number::{parse_number, show_number};
pub use percent::Percent;
pub use period::Period;
pub use recurrence::Recurrence;
