//! Duties that come again.

mod cycle;
mod rhythm;
mod rule;

use jiff::civil::Date;

use super::quoted;
use crate::value::Wrong;

pub use cycle::CycleUnit;
pub use rhythm::{End, On, Rhythm};

use cycle::Cycle;
use rule::Rule;

/// How often something comes again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Recurrence(Kind);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Kind {
    Cycle(Cycle),
    Rule(Rule),
}

impl Recurrence {
    /// Reads `daily`, `weekly`, `monthly`, `quarterly`, `yearly`, `every 2
    /// weeks`, or a rule by RFC 5545, with or without `RRULE:`, such as
    /// `FREQ=MONTHLY;BYDAY=1MO`.
    ///
    /// # Errors
    ///
    /// When a word has two meanings (`biweekly`), when a rule is not valid,
    /// and when a rule counts in hours or less.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let kind = if text.contains('=') {
            Kind::Rule(Rule::parse(text)?)
        } else {
            Kind::Cycle(Cycle::parse(text)?)
        };
        Ok(Self(kind))
    }

    /// The spelling that reads back as this: `quarterly`, `every 2 weeks`,
    /// `FREQ=MONTHLY;BYDAY=1MO`.
    pub fn canonical(&self) -> String {
        match &self.0 {
            Kind::Cycle(cycle) => cycle.canonical(),
            Kind::Rule(rule) => rule.canonical(),
        }
    }

    /// The rule of RFC 5545 for it, without `RRULE:`.
    pub fn rule(&self) -> String {
        match &self.0 {
            Kind::Rule(rule) => rule.canonical(),
            Kind::Cycle(cycle) => {
                let unit = match cycle.unit {
                    CycleUnit::Day => "DAILY",
                    CycleUnit::Week => "WEEKLY",
                    CycleUnit::Month => "MONTHLY",
                    CycleUnit::Year => "YEARLY",
                };
                match cycle.every {
                    1 => format!("FREQ={unit}"),
                    every => format!("FREQ={unit};INTERVAL={every}"),
                }
            }
        }
    }

    /// What there are words for; none for a rule that has no short wording.
    pub fn rhythm(&self) -> Option<Rhythm> {
        match &self.0 {
            Kind::Cycle(cycle) => Some(Rhythm {
                every: cycle.every,
                unit: cycle.unit,
                on: On::Any,
                end: None,
            }),
            Kind::Rule(rule) => rule.rhythm(),
        }
    }

    /// The days from `from` to `to`, both included, on which it occurs if it
    /// starts on `start`; at most `limit` of them.
    ///
    /// `monthly`, `quarterly` and `yearly` fall on the last day of a month
    /// that lacks the day they started on; a rule by RFC 5545 skips it.
    pub fn occurrences_between(
        &self,
        start: Date,
        from: Date,
        to: Date,
        limit: usize,
    ) -> Vec<Date> {
        match &self.0 {
            Kind::Cycle(cycle) => {
                let days = cycle.occurrences(start, from);
                days.take_while(|day| *day <= to).take(limit).collect()
            }
            Kind::Rule(rule) => rule.occurrences(start, from, to, limit),
        }
    }
}

#[cfg(test)]
mod tests;
