//! Dates as people write them in tables.

use deunicode::deunicode;

use crate::quantity::{Date, FiscalCalendar, Period, Recurrence};

use super::grid::Cell;

/// What a cell of a column of dates says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// A date or a period, as the plan format writes it.
    At(String),
    /// An event or a duty without an end.
    Upon(String),
    /// How often.
    Repeats(String),
    /// Why it is none of these.
    Unclear(String),
}

/// Which of two numbers of a date is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 31/12/2026.
    DayFirst,
    /// 12/31/2026.
    MonthFirst,
}

/// Months in German, French and Spanish that do not begin as in English, by
/// plain letters.
const MONTHS: [(&str, &str); 27] = [
    ("januar", "January"),
    ("janner", "January"),
    ("janvier", "January"),
    ("enero", "January"),
    ("ene", "January"),
    ("februar", "February"),
    ("fevrier", "February"),
    ("fevr", "February"),
    ("febrero", "February"),
    ("marz", "March"),
    ("mars", "March"),
    ("marzo", "March"),
    ("avril", "April"),
    ("avr", "April"),
    ("abril", "April"),
    ("abr", "April"),
    ("mai", "May"),
    ("mayo", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("juil", "July"),
    ("aout", "August"),
    ("ago", "August"),
    ("okt", "October"),
    ("dez", "December"),
    ("dic", "December"),
    ("sept", "September"),
];
/// Longer names, by their beginning.
const LONGER: [(&str, &str); 12] = [
    ("juni", "June"),
    ("junio", "June"),
    ("juli", "July"),
    ("julio", "July"),
    ("agosto", "August"),
    ("septembre", "September"),
    ("septiembre", "September"),
    ("oktober", "October"),
    ("octobre", "October"),
    ("octubre", "October"),
    ("novembre", "November"),
    ("noviembre", "November"),
];
const LAST: [(&str, &str); 3] = [
    ("dezember", "December"),
    ("decembre", "December"),
    ("diciembre", "December"),
];

/// Words for what has no end, folded.
const ONGOING: [&str; 10] = [
    "ongoing",
    "on going",
    "continuous",
    "continuing",
    "permanent",
    "laufend",
    "dauerhaft",
    "en continu",
    "continuo",
    "permanente",
];
/// Words that name an event.
const EVENTS: [&str; 14] = [
    "after",
    "upon",
    "once",
    "when",
    "following",
    "pending",
    "within",
    "before",
    "nach",
    "sobald",
    "apres",
    "des que",
    "despues",
    "tras",
];

/// The order of day and month that the cells of a column show without doubt;
/// none where they show none, or both.
pub fn order<'a>(cells: impl Iterator<Item = &'a Cell>) -> Option<Order> {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells {
        let Cell::Text(text) = cell else { continue };
        match numbers(text) {
            Some((first, 1..=12, _, _)) if first > 12 => day_first = true,
            Some((1..=12, second, _, _)) if second > 12 => month_first = true,
            _ => {}
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// What a cell says.
pub fn read(cell: &Cell, order: Option<Order>) -> When {
    match cell {
        Cell::Day(day) => When::At(day.to_string()),
        Cell::Number(number) if (1900.0..=2200.0).contains(number) && number.fract() == 0.0 => {
            When::At(format!("{number}"))
        }
        Cell::Text(text) => words(text.trim(), order),
        other => When::Unclear(format!("`{}` is not a date", other.line())),
    }
}

fn words(text: &str, order: Option<Order>) -> When {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((first, second, year, sign)) = numbers(&line) {
        return numeric(
            &line,
            (first, second, year),
            if sign == '.' {
                Some(Order::DayFirst)
            } else {
                order
            },
        );
    }
    let english = in_english(&line);
    let calendar = FiscalCalendar::default();
    match Period::parse(&english, &calendar) {
        Ok(period) => return When::At(period.canonical()),
        Err(wrong) => {
            if let Some(meant) = wrong.meant {
                return When::At(meant);
            }
        }
    }
    if let Some(year) = split_year(&english) {
        return When::At(year);
    }
    let plain = super::heading::folded(&line);
    if ONGOING.contains(&plain.as_str()) {
        return When::Upon(line);
    }
    if let Ok(recurrence) = Recurrence::parse(&line) {
        return When::Repeats(recurrence.canonical());
    }
    let padded = format!(" {plain} ");
    if EVENTS
        .iter()
        .any(|word| padded.contains(&format!(" {word} ")))
    {
        return When::Upon(line);
    }
    When::Unclear(format!("`{line}` is not a date"))
}

/// Two numbers and a year with one sign between them.
fn numbers(text: &str) -> Option<(i8, i8, i16, char)> {
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    if !"/.-".contains(sign) {
        return None;
    }
    let parts: Vec<&str> = text.trim().split(sign).map(str::trim).collect();
    let [first, second, year] = parts[..] else {
        return None;
    };
    if first.len() > 2 || second.len() > 2 || !matches!(year.len(), 2 | 4) {
        return None;
    }
    let year: i16 = year
        .parse()
        .ok()
        .filter(|_| year.chars().all(|c| c.is_ascii_digit()))?;
    let year = if year < 100 { year + 2000 } else { year };
    Some((first.parse().ok()?, second.parse().ok()?, year, sign))
}

fn numeric(text: &str, (first, second, year): (i8, i8, i16), order: Option<Order>) -> When {
    let day_first = Date::new(year, second, first).ok();
    let month_first = Date::new(year, first, second).ok();
    let day = match (day_first, month_first, order) {
        (Some(one), Some(other), _) if one == other => one,
        (Some(day), _, Some(Order::DayFirst))
        | (_, Some(day), Some(Order::MonthFirst))
        | (Some(day), None, None)
        | (None, Some(day), None) => day,
        (Some(one), Some(other), None) => {
            return When::Unclear(format!(
                "`{text}` may be {one} or {other}; say --day-first or --month-first"
            ));
        }
        (None, None, _) => return When::Unclear(format!("`{text}` is not a day")),
        _ => {
            return When::Unclear(format!(
                "`{text}` has day and month the other way round than its column"
            ));
        }
    };
    When::At(day.to_string())
}

/// A text with months and years as English dates have them.
fn in_english(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let is_month = |word: &&str| month(word).is_some() || is_english_month(word);
    let has_month = words.iter().any(is_month);
    let last = words.len().saturating_sub(1);
    let words = words.iter().enumerate().map(|(at, word)| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_short_year = has_month && at == last && at > 1 && bare.len() == 2;
        match month(word) {
            Some(month) => month.to_owned(),
            None if matches!(bare, "de" | "del") => String::new(),
            None if is_short_year && bare.chars().all(|c| c.is_ascii_digit()) => {
                format!("20{bare}")
            }
            None => (*word).to_owned(),
        }
    });
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The English name of a month of another language.
fn month(word: &str) -> Option<&'static str> {
    let bare = letters(word);
    let mut all = MONTHS.iter().chain(&LONGER).chain(&LAST);
    all.find(|(name, _)| *name == bare).map(|(_, month)| *month)
}

fn is_english_month(word: &str) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    BEGINNINGS.iter().any(|it| letters(word).starts_with(it))
}

fn letters(word: &str) -> String {
    deunicode(word.trim_matches(|c: char| !c.is_alphanumeric())).to_lowercase()
}

/// `FY 2026-27` and `FY 27`.
fn split_year(text: &str) -> Option<String> {
    let upper = text.to_uppercase();
    let rest = upper.strip_prefix("FY")?.trim();
    let parts: Vec<&str> = rest.split(['-', '/', '\u{2013}']).map(str::trim).collect();
    let last = match parts[..] {
        [only] => only,
        [first, last] if first.len() >= last.len() => last,
        _ => return None,
    };
    let year: i16 = last.parse().ok()?;
    let year = if year < 100 { year + 2000 } else { year };
    let starts = match parts[..] {
        [first, _] => first.parse::<i16>().ok()? % 100 + 1 == year % 100,
        _ => true,
    };
    starts.then(|| format!("FY{year}"))
}

#[cfg(test)]
mod tests {
    use super::{Order, When, order, read};
    use crate::exchange::import::table::grid::Cell;

    fn at(text: &str) -> When {
        read(&Cell::of(text), None)
    }

    #[test]
    fn dates_are_read_in_the_forms_of_several_nations() {
        for (text, date) in [
            ("31/12/2026", "2026-12-31"),
            ("12/31/2026", "2026-12-31"),
            ("31.12.2026", "2026-12-31"),
            ("5.6.26", "2026-06-05"),
            ("Dec 2026", "2026-12"),
            ("December 31, 2026", "2026-12-31"),
            ("31 Dec 26", "2026-12-31"),
            ("Q3 2026", "2026-Q3"),
            ("FY27", "FY2027"),
            ("FY 2026-27", "FY2027"),
            ("31. Dezember 2026", "2026-12-31"),
            ("mars 2027", "2027-03"),
            ("15 de abril de 2027", "2027-04-15"),
            ("2026", "2026"),
        ] {
            assert_eq!(at(text), When::At(date.to_owned()), "{text}");
        }
        assert!(matches!(at("ongoing"), When::Upon(_)));
        assert!(matches!(at("90 days after adoption"), When::Upon(_)));
        assert_eq!(at("quarterly"), When::Repeats("quarterly".to_owned()));
        for text in ["ASAP", "TBD", "05/06/2026", "31/02/2026"] {
            assert!(matches!(at(text), When::Unclear(_)), "{text}");
        }
    }

    #[test]
    fn a_column_decides_which_number_is_the_day() {
        let cells = ["05/06/2026", "12/31/2026"].map(Cell::of);
        assert_eq!(order(cells.iter()), Some(Order::MonthFirst));
        let day = read(&cells[0], order(cells.iter()));
        assert_eq!(day, When::At("2026-05-06".to_owned()));
        let both = ["31/12/2026", "12/31/2026"].map(Cell::of);
        assert_eq!(order(both.iter()), None);
    }
}
