//! What somebody probably meant who wrote a date in another way.

use jiff::civil::Date;

use super::read::{date_of_timestamp, single};
use crate::quantity::calendar::{date, month_name, month_named};
use crate::quantity::{FiscalCalendar, quoted};
use crate::value::Wrong;

/// The help when nothing better is known.
pub(super) const SPELLINGS: &str = "\
    write a date as `2026-09-30`, or a period as `2026-09`, `2026-Q3`, `2026`, `FY2026`, \
    `FY2026-Q3` or `2026-Q1..2026-Q3`";

/// A run of digits or of letters.
enum Part {
    /// A number and how many digits it has.
    Number(i16, usize),
    Month(i8),
    Word(String),
}

use Part::{Month, Number, Word};

/// Adds to what is wrong how it was probably meant.
pub(super) fn suggest(text: &str, wrong: Wrong, fiscal: FiscalCalendar) -> Wrong {
    if let Some(known) = date_of_timestamp(text) {
        return wrong.help(format!("write the date without the time: `{known}`"));
    }
    if let Some((range, is_sure)) = range(text, fiscal) {
        let meant = is_sure.then(|| range.clone());
        return wrong.help(format!("write `{range}`")).meant(meant);
    }
    let parts = parts(text);
    if let [Number(a, _), Number(b, _), Number(year, 4)] = parts[..] {
        return numeric(text, (a, b, year), wrong);
    }
    match meant(&parts).filter(|meant| is_period(meant, fiscal)) {
        Some(meant) => {
            let sure = is_sure(&parts, fiscal).then(|| meant.clone());
            wrong.help(format!("write `{meant}`")).meant(sure)
        }
        None => wrong,
    }
}

fn is_period(text: &str, fiscal: FiscalCalendar) -> bool {
    text.split("..").all(|end| single(end, fiscal).is_ok())
}

/// Whether it can mean nothing else: a quarter, a half-year and two years side
/// by side may be counted from another month.
fn is_sure(parts: &[Part], fiscal: FiscalCalendar) -> bool {
    let [Number(_, 4), Number(_, 2 | 4)] = parts else {
        let is_named = |part: &Part| matches!(part, Word(word) if word.parse::<u32>().is_err());
        return fiscal.is_calendar() || !parts.iter().any(is_named);
    };
    meant(parts).is_some_and(|meant| !meant.starts_with("FY"))
}

/// `FY2020 to FY2022` and the like, and whether it can mean nothing else:
/// `2025/2026` may be one year.
fn range(text: &str, fiscal: FiscalCalendar) -> Option<(String, bool)> {
    let separators = [" to ", " until ", "–", "—", " - ", "/", "-"];
    separators.into_iter().find_map(|separator| {
        let (from, to) = text.split_once(separator)?;
        let (from, to) = (single(from, fiscal).ok()?, single(to, fiscal).ok()?);
        let is_word = separator.contains(char::is_alphabetic);
        (from.first <= to.last).then(|| (format!("{from}..{to}"), is_word))
    })
}

/// Two numbers and a year: the day may be the first or the second.
fn numeric(text: &str, (a, b, year): (i16, i16, i16), wrong: Wrong) -> Wrong {
    let day_first = known_date(year, b, a);
    let month_first = known_date(year, a, b).filter(|_| !text.contains('.'));
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => {
            let message = format!(
                "{} may be {} or {}",
                quoted(text),
                spoken(one),
                spoken(other)
            );
            Wrong::new(message).help(format!("write `{one}` or `{other}`"))
        }
        (Some(one), _) | (_, Some(one)) => {
            let is_sure = a == b || day_first.xor(known_date(year, a, b)).is_some();
            let meant = is_sure.then(|| one.to_string());
            wrong
                .help(format!("write the date as `{one}`"))
                .meant(meant)
        }
        (None, None) => wrong,
    }
}

fn meant(parts: &[Part]) -> Option<String> {
    Some(match parts {
        [Number(y, 4), Number(m, _), Number(d, _)] => known_date(*y, *m, *d)?.to_string(),
        [Number(d, 1 | 2), Month(m), Number(y, 4)]
        | [Month(m), Number(d, 1 | 2), Number(y, 4)]
        | [Number(y, 4), Month(m), Number(d, 1 | 2)] => {
            known_date(*y, i16::from(*m), *d)?.to_string()
        }
        [Month(m), Number(y, 4)] | [Number(y, 4), Month(m)] => format!("{y}-{m:02}"),
        [Word(q), Number(n, 1), Number(y, 4)] if q == "q" => format!("{y}-Q{n}"),
        [Number(n, 1), Word(q), Number(y, 4)] if q == "q" => format!("{y}-Q{n}"),
        [Word(q), Number(n, 1), Word(fy), Number(y, _)] if q == "q" && fy == "fy" => {
            format!("FY{y}-Q{n}")
        }
        [Word(h), Number(n, 1), Number(y, 4)] | [Number(y, 4), Word(h), Number(n, 1)]
            if h == "h" =>
        {
            half_year(*y, *n)?
        }
        [Number(y, 4), Number(next, 2 | 4)] | [Word(_), Number(y, 4), Number(next, 2 | 4)]
            if (y + 1) % 100 == next % 100 =>
        {
            format!("FY{}", y + 1)
        }
        [Number(m, 1 | 2), Number(y, 4)] | [Number(y, 4), Number(m, 1 | 2)] => {
            format!("{y}-{m:02}")
        }
        _ => return eight_digits(parts).map(|date| date.to_string()),
    })
}

fn half_year(year: i16, half: i16) -> Option<String> {
    match half {
        1 => Some(format!("{year}-Q1..{year}-Q2")),
        2 => Some(format!("{year}-Q3..{year}-Q4")),
        _ => None,
    }
}

fn eight_digits(parts: &[Part]) -> Option<Date> {
    let [Word(word)] = parts else {
        return None;
    };
    let digits: u32 = word.parse().ok().filter(|_| word.len() == 8)?;
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    known_date(year as i16, month as i16, day as i16)
}

fn known_date(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (month.try_into().ok()?, day.try_into().ok()?);
    date("", year, month, day).ok()
}

fn spoken(date: Date) -> String {
    let name = month_name(date.month());
    format!("{} {name} {}", date.day(), date.year())
}

/// Splits into numbers and words; ordinal endings and articles say nothing.
fn parts(text: &str) -> Vec<Part> {
    let mut runs: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in text.to_lowercase().chars() {
        let goes_on = c.is_ascii_digit() == before.is_ascii_digit() && before.is_alphanumeric();
        match runs.last_mut() {
            Some(run) if c.is_alphanumeric() && goes_on => run.push(c),
            _ if c.is_alphanumeric() => runs.push(c.to_string()),
            _ => {}
        }
        before = c;
    }
    let silent = ["st", "nd", "rd", "th", "of", "the"];
    runs.retain(|run| !silent.contains(&run.as_str()));
    runs.into_iter().map(part).collect()
}

fn part(run: String) -> Part {
    if let Some(month) = month_named(&run) {
        return Month(month);
    }
    match run.parse() {
        Ok(number) if run.len() <= 4 => Number(number, run.len()),
        _ => Word(run),
    }
}
