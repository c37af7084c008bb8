//! Plain cycles: every so many days, weeks, months or years.

use jiff::Span;
use jiff::civil::Date;

use super::quoted;
use crate::value::Wrong;

/// Every so many units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Cycle {
    /// At least 1.
    pub every: u16,
    pub unit: CycleUnit,
}

/// What a cycle counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CycleUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

const WORDS: [(&str, u16, CycleUnit); 11] = [
    ("daily", 1, CycleUnit::Day),
    ("weekly", 1, CycleUnit::Week),
    ("fortnightly", 2, CycleUnit::Week),
    ("monthly", 1, CycleUnit::Month),
    ("quarterly", 3, CycleUnit::Month),
    ("half-yearly", 6, CycleUnit::Month),
    ("semi-annually", 6, CycleUnit::Month),
    ("yearly", 1, CycleUnit::Year),
    ("annual", 1, CycleUnit::Year),
    ("annually", 1, CycleUnit::Year),
    ("biennially", 2, CycleUnit::Year),
];

/// Words with two meanings, and both of them.
const AMBIGUOUS: [(&str, &str, &str); 6] = [
    ("biweekly", "every 2 weeks", "FREQ=WEEKLY;BYDAY=MO,TH"),
    ("bi-weekly", "every 2 weeks", "FREQ=WEEKLY;BYDAY=MO,TH"),
    (
        "bimonthly",
        "every 2 months",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
    ),
    (
        "bi-monthly",
        "every 2 months",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
    ),
    ("biannual", "every 6 months", "every 2 years"),
    ("biannually", "every 6 months", "every 2 years"),
];

/// Longer cycles are slips of the pen.
const MOST: u16 = 1000;

impl Cycle {
    pub(super) fn parse(text: &str) -> Result<Self, Wrong> {
        let plain = text.trim().to_ascii_lowercase();
        if let Some((_, every, unit)) = WORDS.into_iter().find(|(word, ..)| *word == plain) {
            return Ok(Self { every, unit });
        }
        if let Some((word, one, other)) = AMBIGUOUS.into_iter().find(|(word, ..)| *word == plain) {
            let message = format!("`{word}` has two meanings");
            return Err(Wrong::new(message).help(format!("write `{one}` or `{other}`")));
        }
        every(&plain).ok_or_else(|| {
            let message = format!("{} does not say how often", quoted(text));
            Wrong::new(message).help(
                "write `weekly`, `monthly`, `quarterly`, `yearly`, `every 2 weeks`, \
                 or a rule such as `FREQ=MONTHLY;BYDAY=1MO`",
            )
        })
    }

    pub(super) fn canonical(self) -> String {
        let word = WORDS.iter().find(|(_, every, unit)| {
            // `fortnightly` and the like read worse than `every 2 weeks`.
            (*every, *unit) == (self.every, self.unit) && (*every == 1 || *every == 3)
        });
        match word {
            Some((word, ..)) => (*word).to_owned(),
            None => format!("every {} {}s", self.every, self.unit.word()),
        }
    }

    /// The days from `from` on, without end but that of time.
    pub(super) fn occurrences(self, start: Date, from: Date) -> impl Iterator<Item = Date> {
        let skipped = self.skipped(start, from);
        let days = (skipped..).map_while(move |times| start.checked_add(self.span(times)?).ok());
        days.skip_while(move |day| *day < from)
    }

    /// How many cycles surely end before a day.
    fn skipped(self, start: Date, day: Date) -> i32 {
        let days = (day - start).get_days();
        let longest = match self.unit {
            CycleUnit::Day => 1,
            CycleUnit::Week => 7,
            CycleUnit::Month => 31,
            CycleUnit::Year => 366,
        };
        (days / (longest * i32::from(self.every)) - 1).max(0)
    }

    /// So many cycles in one; `None` when that is longer than time.
    fn span(self, times: i32) -> Option<Span> {
        let units = times.checked_mul(i32::from(self.every))?;
        match self.unit {
            CycleUnit::Day => Span::new().try_days(units).ok(),
            CycleUnit::Week => Span::new().try_weeks(units).ok(),
            CycleUnit::Month => Span::new().try_months(units).ok(),
            CycleUnit::Year => Span::new().try_years(units).ok(),
        }
    }
}

impl CycleUnit {
    fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// `every quarter`, `every 2 weeks`.
fn every(plain: &str) -> Option<Cycle> {
    let words: Vec<&str> = plain.split_whitespace().collect();
    let (number, unit) = match words[..] {
        ["every" | "each", unit] => (1, unit),
        ["every", number, unit] => (number.parse().ok()?, unit),
        _ => return None,
    };
    let (times, unit) = match unit.strip_suffix('s').unwrap_or(unit) {
        "day" => (1, CycleUnit::Day),
        "week" => (1, CycleUnit::Week),
        "month" => (1, CycleUnit::Month),
        "quarter" => (3, CycleUnit::Month),
        "year" => (1, CycleUnit::Year),
        _ => return None,
    };
    let every = u16::checked_mul(times, number)?;
    (1..=MOST).contains(&every).then_some(Cycle { every, unit })
}
