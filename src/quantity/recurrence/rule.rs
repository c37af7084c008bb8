//! Recurrence rules by RFC 5545, section 3.3.10, as far as they count in days.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use rrule::RRuleSet;

use super::cycle::{Cycle, CycleUnit};
use super::quoted;
use super::rhythm::{End, On, Rhythm};
use crate::quantity::calendar::date;
use crate::value::Wrong;

/// A valid rule, as its parts in the order of `NAMES`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Rule(Vec<(&'static str, String)>);

/// The parts that a rule may have, in the order in which they are written.
const NAMES: [&str; 11] = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYMONTH",
    "BYWEEKNO",
    "BYYEARDAY",
    "BYMONTHDAY",
    "BYDAY",
    "BYSETPOS",
    "WKST",
];

/// Parts that divide a day.
const TIMES: [&str; 3] = ["BYHOUR", "BYMINUTE", "BYSECOND"];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// No rule that a person writes is longer, in bytes.
const LONGEST: usize = 1000;

impl Rule {
    pub(super) fn parse(text: &str) -> Result<Self, Wrong> {
        let plain = text.split_whitespace().collect::<String>();
        let plain = plain.to_ascii_uppercase();
        let parts = plain.strip_prefix("RRULE:").unwrap_or(&plain);
        if parts.len() > LONGEST {
            return Err(not_a_rule(text, "it is too long"));
        }
        let mut rule = Self(Vec::new());
        for part in parts.trim_end_matches(';').split(';') {
            rule.take(text, part)?;
        }
        rule.0
            .sort_by_key(|(name, _)| NAMES.iter().position(|known| known == name));
        rule.check(text)?;
        Ok(rule)
    }

    /// Reads one `NAME=VALUE`.
    fn take(&mut self, text: &str, part: &str) -> Result<(), Wrong> {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        if TIMES.contains(&name) {
            return Err(
                not_a_rule(text, "a plan counts in days").help(format!("leave out `{name}`"))
            );
        }
        let Some(name) = NAMES.into_iter().find(|known| *known == name) else {
            let known = format!("a rule has the parts {}", NAMES.join(", "));
            return Err(
                not_a_rule(text, &format!("{} is no part of one", quoted(name))).help(known),
            );
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || "+-,".contains(c);
        if value.is_empty() || !value.chars().all(plain) {
            return Err(not_a_rule(
                text,
                &format!("`{name}` has no value that can be read"),
            ));
        }
        if self.part(name).is_some() {
            return Err(not_a_rule(text, &format!("`{name}` occurs twice")));
        }
        let value = match name {
            "UNTIL" => until(text, value)?.strftime("%Y%m%d").to_string(),
            _ => value.to_owned(),
        };
        self.0.push((name, value));
        Ok(())
    }

    /// What the crate that expands rules does not check, and what it does.
    fn check(&self, text: &str) -> Result<(), Wrong> {
        match self.part("FREQ") {
            None => {
                let wrong = not_a_rule(text, "it does not say how often");
                return Err(wrong.help("start it with `FREQ=MONTHLY` or the like"));
            }
            Some("HOURLY" | "MINUTELY" | "SECONDLY") => {
                let wrong = not_a_rule(text, "a plan counts in days");
                return Err(wrong.help("`FREQ` is `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`"));
            }
            Some(_) => {}
        }
        for (name, most) in [("INTERVAL", 1000), ("COUNT", 10_000)] {
            let number = self.part(name).map(str::parse::<u16>);
            if number.is_some_and(|number| !number.is_ok_and(|n| (1..=most).contains(&n))) {
                let why = format!("`{name}` is not a number from 1 to {most}");
                return Err(not_a_rule(text, &why));
            }
        }
        if self.part("COUNT").is_some() && self.part("UNTIL").is_some() {
            let wrong = not_a_rule(text, "it has two ends");
            return Err(wrong.help("leave out `COUNT` or `UNTIL`"));
        }
        let earliest = Date::constant(1900, 1, 1);
        let expanded = self.starting(earliest).parse::<RRuleSet>();
        expanded.map(drop).map_err(|error| {
            let why = error.to_string();
            not_a_rule(text, why.rsplit(": ").next().unwrap_or(&why))
        })
    }

    pub(super) fn canonical(&self) -> String {
        let parts = self.0.iter().map(|(name, value)| format!("{name}={value}"));
        parts.collect::<Vec<_>>().join(";")
    }

    pub(super) fn occurrences(&self, start: Date, from: Date, to: Date, limit: usize) -> Vec<Date> {
        // Rules that never come true end: a limited set gives up after 100,000
        // periods without a day.
        let Ok(set) = self.starting(start).parse::<RRuleSet>() else {
            // It ended before it started.
            return Vec::new();
        };
        let days = set.limit().into_iter().map_while(|time| {
            let time = Timestamp::from_second(time.timestamp()).ok()?;
            Some(TimeZone::UTC.to_datetime(time).date())
        });
        days.take_while(|day| *day <= to)
            .filter(|day| *day >= from)
            .take(limit)
            .collect()
    }

    /// The rule with its start, as the lines of a calendar file.
    fn starting(&self, start: Date) -> String {
        let parts = self.0.iter().map(|(name, value)| match *name {
            "UNTIL" => format!("{name}={value}T000000Z"),
            _ => format!("{name}={value}"),
        });
        let rule = parts.collect::<Vec<_>>().join(";");
        format!("DTSTART:{}T000000Z\nRRULE:{rule}", start.strftime("%Y%m%d"))
    }

    fn part(&self, name: &str) -> Option<&str> {
        let mut parts = self.0.iter();
        let found = parts.find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What there are words for.
    pub(super) fn rhythm(&self) -> Option<Rhythm> {
        let Cycle { every, unit } = self.cycle()?;
        let is_by = |(name, _): &&(&str, String)| name.starts_with("BY");
        let by: Vec<(&str, &str)> = self
            .0
            .iter()
            .filter(is_by)
            .map(|(n, v)| (*n, v.as_str()))
            .collect();
        let on = match (&by[..], unit) {
            ([], _) => On::Any,
            ([("BYDAY", days)], CycleUnit::Week) => {
                let days: Option<Vec<Weekday>> = days.split(',').map(weekday).collect();
                On::Weekdays(days?)
            }
            ([("BYDAY", day)], CycleUnit::Month) => nth_weekday(day)?,
            ([("BYMONTHDAY", "-1")], CycleUnit::Month) => On::LastDay,
            ([("BYMONTHDAY", day)], CycleUnit::Month) => On::Day(day.parse().ok()?),
            _ => return None,
        };
        let end = match (self.part("COUNT"), self.part("UNTIL")) {
            (Some(count), _) => Some(End::Times(count.parse().ok()?)),
            (_, Some(day)) => Some(End::Until(until("", day).ok()?)),
            _ => None,
        };
        Some(Rhythm {
            every,
            unit,
            on,
            end,
        })
    }

    fn cycle(&self) -> Option<Cycle> {
        let unit = match self.part("FREQ")? {
            "DAILY" => CycleUnit::Day,
            "WEEKLY" => CycleUnit::Week,
            "MONTHLY" => CycleUnit::Month,
            "YEARLY" => CycleUnit::Year,
            _ => return None,
        };
        let every = self.part("INTERVAL").unwrap_or("1").parse().ok()?;
        Some(Cycle { every, unit })
    }
}

fn not_a_rule(text: &str, why: &str) -> Wrong {
    let why = why.trim_end_matches('.');
    Wrong::new(format!("{} is not a recurrence rule: {why}", quoted(text)))
}

/// The last day: a date, or a time whose date counts.
fn until(text: &str, value: &str) -> Result<Date, Wrong> {
    let digits = value.split('T').next().unwrap_or(value);
    let number: Option<u32> = digits.parse().ok().filter(|_| digits.len() == 8);
    let Some(number) = number else {
        let wrong = not_a_rule(text, "`UNTIL` is not a date");
        return Err(wrong.help("write it as `UNTIL=20261231`"));
    };
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    date(value, year as i16, month as i8, day as i8)
}

/// `1MO`: the first Monday.
fn nth_weekday(day: &str) -> Option<On> {
    let (nth, day) = day.split_at_checked(day.len().checked_sub(2)?)?;
    let nth: i8 = nth.parse().ok()?;
    matches!(nth, -1 | 1..=4).then_some(On::Nth(nth, weekday(day)?))
}

fn weekday(code: &str) -> Option<Weekday> {
    let known = WEEKDAYS.into_iter().find(|(known, _)| *known == code);
    known.map(|(_, day)| day)
}
