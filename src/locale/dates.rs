//! Days, months, periods.

use icu_calendar::week::WeekInformation;
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{E, M, YM, YMD};

use crate::quantity::{Date, Period, Unit, Weekday};

use super::{Locale, THERE};

/// How the days of one language read, in the Gregorian calendar.
pub(super) struct Dates {
    day: Formatter<Gregorian, YMD>,
    month: Formatter<Gregorian, YM>,
    long_month: Formatter<Gregorian, YM>,
    month_name: Formatter<Gregorian, M>,
    weekday: Formatter<Gregorian, E>,
    weekday_name: Formatter<Gregorian, E>,
    /// The day with which weeks begin.
    week: Weekday,
}

impl Dates {
    pub fn new(locale: &icu_locale::Locale) -> Self {
        let day = Formatter::try_new(locale.into(), YMD::medium()).expect(THERE);
        let month = Formatter::try_new(locale.into(), YM::medium()).expect(THERE);
        let long = YMD::long();
        let long_month = || Formatter::try_new(locale.into(), YM::long()).expect(THERE);
        let sample = icu(jiff::civil::date(2026, 12, 15));
        let in_digits = |text: String| !text.chars().any(char::is_alphabetic);
        Self {
            // Where the medium form is all digits, the long one cannot be mistaken.
            day: if in_digits(day.format(&sample).to_string()) {
                Formatter::try_new(locale.into(), long).expect(THERE)
            } else {
                day
            },
            month: if in_digits(month.format(&sample).to_string()) {
                long_month()
            } else {
                month
            },
            long_month: long_month(),
            month_name: Formatter::try_new(locale.into(), M::medium()).expect(THERE),
            weekday: Formatter::try_new(locale.into(), E::short()).expect(THERE),
            weekday_name: Formatter::try_new(locale.into(), E::long()).expect(THERE),
            week: week(locale),
        }
    }
}

/// The day with which weeks begin, 1 for Monday in both libraries.
fn week(locale: &icu_locale::Locale) -> Weekday {
    let week = WeekInformation::try_new(locale.into()).expect(THERE);
    Weekday::from_monday_one_offset(week.first_weekday as i8).unwrap_or(Weekday::Monday)
}

fn icu(day: Date) -> IcuDate<Gregorian> {
    let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    IcuDate::try_new_gregorian(day.year().into(), month, of_month)
        .expect("a day is one in every library")
}

impl Locale {
    /// `15 Dec 2026`, `15. Dezember 2026`.
    pub fn day(&self, day: Date) -> String {
        self.dates.day.format(&icu(day)).to_string()
    }

    /// The month of a day: `Dec 2026`.
    pub fn month(&self, day: Date) -> String {
        self.dates.month.format(&icu(day)).to_string()
    }

    /// The month of a day, as a heading: `December 2026`.
    pub fn long_month(&self, day: Date) -> String {
        self.dates.long_month.format(&icu(day)).to_string()
    }

    /// The month of a day without its year: `Dec`.
    pub fn month_name(&self, day: Date) -> String {
        self.dates.month_name.format(&icu(day)).to_string()
    }

    /// The day of the week: `Tue`.
    pub fn weekday(&self, day: Date) -> String {
        self.dates.weekday.format(&icu(day)).to_string()
    }

    /// The day with which weeks begin.
    pub fn first_weekday(&self) -> Weekday {
        self.dates.week
    }

    /// A day of the week in full: `Tuesday`.
    pub fn weekday_name(&self, day: Weekday) -> String {
        let since_monday = day.to_monday_zero_offset();
        let date = jiff::civil::date(2024, 1, 1 + since_monday);
        self.dates.weekday_name.format(&icu(date)).to_string()
    }

    /// The names of all months and days of the week, as dates have them.
    pub fn names_of_times(&self) -> Vec<String> {
        let months = (1..=12).map(|month| jiff::civil::date(2026, month, 1));
        let months = months.flat_map(|day| [self.day(day), self.long_month(day), self.month(day)]);
        let days = (1..=7).map(|day| jiff::civil::date(2024, 1, day));
        let days = days.flat_map(|day| [self.weekday(day), self.weekday_name(day.weekday())]);
        months.chain(days).collect()
    }

    /// A year by its number: a name, not an amount, whose digits are not
    /// grouped.
    pub fn year(&self, year: i16) -> String {
        self.ungrouped(year)
    }

    /// A period on one line; of a range, each end.
    pub fn unbroken_period(&self, period: &Period) -> String {
        let words = self.period(period);
        match period.unit {
            Unit::Range(_) | Unit::FiscalYear { .. } => words,
            _ => words.replace(' ', "\u{a0}"),
        }
    }

    /// `15 Dec 2026`, `Dec 2026`, `Q4 2026`, `FY 2027 Q1`.
    pub fn period(&self, period: &Period) -> String {
        let year = |year: &i16| self.year(*year).into();
        match &period.unit {
            Unit::Day => self.day(period.first),
            Unit::Month => self.month(period.first),
            Unit::Quarter { year: of, quarter } => self.say_with(
                "period-quarter",
                [("quarter", (*quarter).into()), ("year", year(of))],
            ),
            Unit::Year { year } => self.year(*year),
            Unit::FiscalQuarter { year: of, quarter } => self.say_with(
                "period-fiscal-quarter",
                [("quarter", (*quarter).into()), ("year", year(of))],
            ),
            Unit::FiscalYear { year: of } => {
                self.say_with("period-fiscal-year", [("year", year(of))])
            }
            Unit::Range(ends) => {
                let [from, to] = [&ends[0], &ends[1]].map(|end| self.unbroken_period(end));
                self.say_with("period-range", [("from", from.into()), ("to", to.into())])
            }
        }
    }
}
