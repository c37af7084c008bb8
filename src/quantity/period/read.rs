//! Reading a period.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Period, Unit, mend};
use crate::quantity::calendar::date;
use crate::quantity::{FiscalCalendar, quoted};
use crate::value::Wrong;

/// Reads a single period or a range.
pub(super) fn period(text: &str, fiscal: FiscalCalendar) -> Result<Period, Wrong> {
    match text.split_once("..") {
        Some((from, to)) => range(text, from, to, fiscal),
        None => single(text, fiscal).map_err(|wrong| mend::suggest(text, wrong, fiscal)),
    }
}

fn range(text: &str, from: &str, to: &str, fiscal: FiscalCalendar) -> Result<Period, Wrong> {
    for (end, name) in [(from, "start"), (to, "end")] {
        if end.trim().is_empty() {
            let message = format!("{} has no {name}", quoted(text));
            return Err(Wrong::new(message).help("write both, as `2026-Q1..2026-Q3`"));
        }
    }
    let suggest = |end, wrong| mend::suggest(end, wrong, fiscal).meant(None);
    let read = |end| single(end, fiscal).map_err(|wrong| suggest(end, wrong));
    let (from, to) = (read(from)?, read(to)?);
    if to.last < from.first {
        let message = format!("{} ends before it starts", quoted(text));
        return Err(Wrong::new(message).help(format!("did you mean `{to}..{from}`?")));
    }
    Ok(Period {
        // `2026..2026-Q1` is odd but means something.
        first: from.first,
        last: to.last,
        unit: Unit::Range(Box::new([from, to])),
    })
}

/// Reads a period that is not a range, without guessing what else was meant.
pub(super) fn single(text: &str, fiscal: FiscalCalendar) -> Result<Period, Wrong> {
    let plain: String = text.split_whitespace().collect();
    let plain = plain.to_ascii_uppercase();
    let read = match plain.strip_prefix("FY") {
        Some(rest) => fiscal_period(text, rest, fiscal),
        None => calendar_period(text, &plain),
    };
    read.unwrap_or_else(|| {
        let message = format!("{} is not a date or a period", quoted(text));
        Err(Wrong::new(message).help(mend::SPELLINGS))
    })
}

/// `None` when it has not the shape of a fiscal period at all.
fn fiscal_period(text: &str, plain: &str, fiscal: FiscalCalendar) -> Option<Result<Period, Wrong>> {
    let (digits, rest) = leading_digits(plain);
    let number: i16 = digits.parse().ok()?;
    let year = match digits.len() {
        2 => 2000 + number,
        4 => number,
        _ => return None,
    };
    let period = match rest {
        "" => Ok(fiscal.year(year)),
        _ => quarter(text, rest)?.map(|quarter| fiscal.quarter(year, quarter)),
    };
    Some(date(text, year, 1, 1).and(period))
}

/// `None` when it has not the shape of a calendar period at all.
fn calendar_period(text: &str, plain: &str) -> Option<Result<Period, Wrong>> {
    let (digits, rest) = leading_digits(plain);
    let year: i16 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    let numbers: Option<Vec<i8>> = rest
        .strip_prefix('-')
        .and_then(|rest| rest.split('-').map(two_digits).collect());
    Some(match (rest, numbers.as_deref()) {
        ("", _) => months(text, year, 1, 12, Unit::Year { year }),
        (_, Some([month])) => months(text, year, *month, 1, Unit::Month),
        (_, Some([month, day])) => date(text, year, *month, *day).map(Period::day),
        _ => quarter(text, rest)?.and_then(|quarter| {
            let first_month = [1, 4, 7, 10][usize::from(quarter) - 1];
            months(text, year, first_month, 3, Unit::Quarter { year, quarter })
        }),
    })
}

fn months(text: &str, year: i16, month: i8, count: i32, unit: Unit) -> Result<Period, Wrong> {
    let first = date(text, year, month, 1)?;
    let last = first.saturating_add((count - 1).months()).last_of_month();
    Ok(Period { first, last, unit })
}

/// `Q3` or `-Q3`.
fn quarter(text: &str, plain: &str) -> Option<Result<u8, Wrong>> {
    let plain = plain.strip_prefix('-').unwrap_or(plain);
    let number: u8 = plain.strip_prefix('Q')?.parse().ok()?;
    Some(if (1..=4).contains(&number) {
        Ok(number)
    } else {
        let message = format!("{}: there is no quarter {number}", quoted(text));
        Err(Wrong::new(message).help("quarters are `Q1` to `Q4`"))
    })
}

fn leading_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit());
    text.split_at(end.unwrap_or(text.len()))
}

fn two_digits(text: &str) -> Option<i8> {
    let number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    number.then(|| text.parse().ok())?
}

/// The date at the start of a timestamp: `2026-09-30T12:00:00Z`.
pub(super) fn date_of_timestamp(text: &str) -> Option<Date> {
    let (date, time) = text.trim().split_at_checked(10)?;
    let separated = time.starts_with(['T', 't', ' ']);
    let clock = time[separated.then_some(1)?..].trim_start();
    let (hour, rest) = leading_digits(clock);
    (hour.len() == 2 && rest.starts_with(':')).then(|| date.parse().ok())?
}
