//! A scale of days: how far along a picture each day lies, and the years,
//! quarters and months that are marked on it.
//!
//! Years and quarters are those of the plan's fiscal year. In languages that
//! run from right to left, so does time.

use jiff::ToSpan;

use crate::quantity::{Date, FiscalCalendar, Period, Unit};

/// A stretch of days, laid out from 0 to 100.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    first: Date,
    /// The day after the last.
    end: Date,
    fiscal: FiscalCalendar,
    mirrored: bool,
}

/// What is marked on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Month,
    Quarter,
    Year,
}

/// A mark on a scale, where a period begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    pub period: Period,
    pub at: f64,
}

/// A scale is never longer, in years: a date that is a slip of the pen would
/// leave no room for the others.
const LONGEST: i16 = 40;

/// The steps that leave room for words, closest first: every so many.
const SPACES: [(Step, i32); 9] = [
    (Step::Month, 1),
    (Step::Quarter, 1),
    (Step::Quarter, 2),
    (Step::Year, 1),
    (Step::Year, 2),
    (Step::Year, 5),
    (Step::Year, 10),
    (Step::Year, 20),
    (Step::Year, 50),
];

impl Scale {
    /// Whole periods of a step that hold these days; none without a day. Of
    /// more than forty years, those around a day.
    pub fn of(
        step: Step,
        days: impl IntoIterator<Item = Date>,
        fiscal: FiscalCalendar,
        around: Date,
    ) -> Option<Self> {
        let mut days = days.into_iter();
        let day = days.next()?;
        let (mut first, mut last) = days.fold((day, day), |(first, last), day| {
            (first.min(day), last.max(day))
        });
        if last.year() - first.year() >= LONGEST {
            let around = around.clamp(first, last);
            first = first.max(around.saturating_sub((LONGEST / 2).years()));
            last = last.min(around.saturating_add((LONGEST / 2 - 1).years()));
        }
        Some(Self {
            first: period(step, first, fiscal).first,
            end: after(period(step, last, fiscal).last),
            fiscal,
            mirrored: false,
        })
    }

    /// The scale for a language that runs from right to left, if it does.
    pub fn mirrored(self, mirrored: bool) -> Self {
        Self { mirrored, ..self }
    }

    pub fn is_mirrored(&self) -> bool {
        self.mirrored
    }

    /// How many years it is long.
    pub fn years(&self) -> f64 {
        self.days() / 365.25
    }

    fn days(&self) -> f64 {
        f64::from((self.end - self.first).get_days())
    }

    /// The last day.
    pub fn last(&self) -> Date {
        self.end.saturating_sub(1.day())
    }

    /// How far along a day begins, 0 to 100; a day outside lies at the end.
    pub fn at(&self, day: Date) -> f64 {
        let days = f64::from((day - self.first).get_days());
        let at = (days / self.days() * 100.0).clamp(0.0, 100.0);
        let at = if self.mirrored { 100.0 - at } else { at };
        thousandths(at)
    }

    /// How far along a day ends.
    pub fn end_of(&self, day: Date) -> f64 {
        self.at(after(day))
    }

    /// Where a bar over whole days lies: its edge on the side of 0, and its
    /// width.
    pub fn span(&self, first: Date, last: Date) -> (f64, f64) {
        let (from, to) = (self.at(first), self.end_of(last));
        let width = thousandths((to - from).abs());
        (from.min(to), width)
    }

    pub fn holds(&self, day: Date) -> bool {
        self.first <= day && day < self.end
    }

    /// The periods that begin on the scale, in time's order.
    pub fn ticks(&self, step: Step) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut next = period(step, self.first, self.fiscal);
        if next.first < self.first {
            next = period(step, after(next.last), self.fiscal);
        }
        while next.first < self.end {
            let following = period(step, after(next.last), self.fiscal);
            let at = self.at(next.first);
            ticks.push(Tick { period: next, at });
            if following.first <= ticks[ticks.len() - 1].period.first {
                break; // the end of time
            }
            next = following;
        }
        ticks
    }

    /// The period in which the scale begins, where it began before that.
    pub fn begun(&self, step: Step) -> Option<Tick> {
        let period = period(step, self.first, self.fiscal);
        let at = self.at(self.first);
        (period.first < self.first).then_some(Tick { period, at })
    }

    /// As many ticks as can carry words, and what they mark.
    pub fn spaced(&self, most: usize) -> (Step, Vec<Tick>) {
        for (step, every) in SPACES {
            let mut ticks = self.ticks(step);
            // Halves of a year begin with its first and third quarter.
            let begins = if step == Step::Quarter { 1 % every } else { 0 };
            ticks.retain(|tick| i32::from(number(&tick.period)) % every == begins);
            if ticks.len() <= most {
                return (step, ticks);
            }
        }
        (Step::Year, Vec::new())
    }
}

/// Fine enough to tell a day from the next on the longest scale.
fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// What a period counts by: its quarter, else its year.
fn number(period: &Period) -> i16 {
    match period.unit {
        Unit::Quarter { quarter, .. } | Unit::FiscalQuarter { quarter, .. } => quarter.into(),
        Unit::Year { year } | Unit::FiscalYear { year } => year,
        _ => 0,
    }
}

/// The period of a step that holds a day.
fn period(step: Step, day: Date, fiscal: FiscalCalendar) -> Period {
    match step {
        Step::Month => Period {
            first: day.first_of_month(),
            last: day.last_of_month(),
            unit: Unit::Month,
        },
        Step::Quarter => {
            let (year, quarter) = fiscal.quarter_of(day);
            fiscal.named_quarter(year, quarter)
        }
        Step::Year => fiscal.named_year(fiscal.year_of(day)),
    }
}

fn after(day: Date) -> Date {
    day.saturating_add(1.day())
}

#[cfg(test)]
mod tests;
