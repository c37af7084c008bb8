//! The fiscal year: when it begins, and the years and quarters it makes.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{YEARS, month_named};
use super::{Period, Unit, quoted};
use crate::value::Wrong;

/// The day on which the fiscal year begins; 1 January unless a plan says
/// otherwise.
///
/// A fiscal year has the number of the calendar year in which it ends: where
/// it begins on 1 October, FY2026 is 1 October 2025 to 30 September 2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalCalendar {
    month: i8,
    day: i8,
}

impl Default for FiscalCalendar {
    fn default() -> Self {
        Self { month: 1, day: 1 }
    }
}

impl FiscalCalendar {
    /// Reads the day on which the fiscal year begins: `10-01`, `October 1`,
    /// `1 October` or `October`.
    ///
    /// # Errors
    ///
    /// When it is not a day that every year has.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let wrong = || {
            Wrong::new(format!("{} is not a day of the year", quoted(text)))
                .help("write month and day, as `10-01` for 1 October")
        };
        let (month, day) = month_and_day(text).ok_or_else(wrong)?;
        if (month, day) == (2, 29) {
            let message = "a fiscal year cannot begin on 29 February: most years have none";
            return Err(Wrong::new(message).help("write `03-01` or `02-28`"));
        }
        // 2000 is a leap year, and the one day that others lack is out.
        Date::new(2000, month, day).map_err(|_| wrong())?;
        Ok(Self { month, day })
    }

    /// Month and day as `parse` reads them: `10-01`.
    pub fn canonical(self) -> String {
        format!("{:02}-{:02}", self.month, self.day)
    }

    /// Whether fiscal years are calendar years.
    pub fn is_calendar(self) -> bool {
        self == Self::default()
    }

    /// The fiscal year of a day.
    pub fn year_of(self, day: Date) -> i16 {
        if self.is_calendar() || day < self.opening(day.year()) {
            day.year()
        } else {
            day.year() + 1
        }
    }

    /// The fiscal year of a day, and its quarter, 1 to 4.
    pub fn quarter_of(self, day: Date) -> (i16, u8) {
        let year = self.year_of(day);
        let begun = (1..=4).filter(|quarter| self.quarter_opening(year, *quarter) <= day);
        (year, begun.count().max(1) as u8)
    }

    /// A fiscal year. Years before 1900 and after 2200 are taken as those.
    pub fn year(self, year: i16) -> Period {
        let year = year.clamp(*YEARS.start(), *YEARS.end());
        Period {
            first: self.quarter_opening(year, 1),
            last: day_before(self.quarter_opening(year, 5)),
            unit: Unit::FiscalYear { year },
        }
    }

    /// A quarter of a fiscal year. Years before 1900 and after 2200 are taken
    /// as those, quarters outside 1 to 4 likewise.
    pub fn quarter(self, year: i16, quarter: u8) -> Period {
        let year = year.clamp(*YEARS.start(), *YEARS.end());
        let quarter = quarter.clamp(1, 4);
        Period {
            first: self.quarter_opening(year, quarter),
            last: day_before(self.quarter_opening(year, quarter + 1)),
            unit: Unit::FiscalQuarter { year, quarter },
        }
    }

    /// A fiscal year by the name that people use: where fiscal years are
    /// calendar years, it is one.
    pub fn named_year(self, year: i16) -> Period {
        let mut period = self.year(year);
        if let (true, Unit::FiscalYear { year }) = (self.is_calendar(), &period.unit) {
            period.unit = Unit::Year { year: *year };
        }
        period
    }

    /// A quarter of a fiscal year by the name that people use, likewise.
    pub fn named_quarter(self, year: i16, quarter: u8) -> Period {
        let mut period = self.quarter(year, quarter);
        if let (true, Unit::FiscalQuarter { year, quarter }) = (self.is_calendar(), &period.unit) {
            let (year, quarter) = (*year, *quarter);
            period.unit = Unit::Quarter { year, quarter };
        }
        period
    }

    /// The first day of a quarter; the fifth is the first of the next year.
    fn quarter_opening(self, year: i16, quarter: u8) -> Date {
        let begins_in = if self.is_calendar() { year } else { year - 1 };
        let months = 3 * (i32::from(quarter) - 1);
        self.opening(begins_in).saturating_add(months.months())
    }

    /// The day in a calendar year on which a fiscal year begins.
    fn opening(self, calendar_year: i16) -> Date {
        // Every year has the day; only years before -9999 are out of reach.
        Date::new(calendar_year, self.month, self.day).unwrap_or(Date::MIN)
    }
}

fn day_before(day: Date) -> Date {
    day.saturating_sub(1.day())
}

fn month_and_day(text: &str) -> Option<(i8, i8)> {
    let words = text.split(|c: char| c.is_whitespace() || c == '-');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    match words[..] {
        [month] => Some((month_named(month)?, 1)),
        [first, second] => match (month_named(first), month_named(second)) {
            (Some(month), _) => Some((month, second.parse().ok()?)),
            (_, Some(month)) => Some((month, first.parse().ok()?)),
            _ => Some((first.parse().ok()?, second.parse().ok()?)),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn calendar(text: &str) -> FiscalCalendar {
        FiscalCalendar::parse(text).unwrap()
    }

    #[test]
    fn the_day_can_be_written_in_several_ways() {
        for text in [
            "10-01",
            "10-1",
            "October 1",
            "1 October",
            "oct",
            " OCTOBER ",
        ] {
            assert_eq!(calendar(text).canonical(), "10-01", "{text}");
        }
    }

    #[test]
    fn a_day_that_not_every_year_has_is_refused() {
        for text in [
            "02-29", "02-30", "13-01", "10", "", "10-01-01", "soon", "0-0",
        ] {
            assert!(FiscalCalendar::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_fiscal_year_is_named_after_the_year_in_which_it_ends() {
        let federal = calendar("10-01");
        assert_eq!(federal.year_of(date(2025, 9, 30)), 2025);
        assert_eq!(federal.year_of(date(2025, 10, 1)), 2026);
        let year = federal.year(2026);
        assert_eq!(
            (year.first, year.last),
            (date(2025, 10, 1), date(2026, 9, 30))
        );
    }

    #[test]
    fn without_a_fiscal_year_the_calendar_year_counts() {
        let calendar = FiscalCalendar::default();
        assert!(calendar.is_calendar());
        assert_eq!(calendar.year_of(date(2026, 12, 31)), 2026);
        let year = calendar.year(2026);
        assert_eq!(
            (year.first, year.last),
            (date(2026, 1, 1), date(2026, 12, 31))
        );
    }

    #[test]
    fn calendar_years_and_quarters_are_named_as_such() {
        let plain = FiscalCalendar::default();
        assert_eq!(plain.named_year(2026).canonical(), "2026");
        assert_eq!(plain.named_quarter(2026, 3).canonical(), "2026-Q3");
        let federal = calendar("10-01");
        assert_eq!(federal.named_year(2026).canonical(), "FY2026");
        assert_eq!(federal.named_quarter(2026, 3).canonical(), "FY2026-Q3");
    }

    #[test]
    fn quarters_are_counted_from_the_start_of_the_fiscal_year() {
        let federal = calendar("10-01");
        assert_eq!(federal.quarter_of(date(2025, 12, 31)), (2026, 1));
        assert_eq!(federal.quarter_of(date(2026, 7, 1)), (2026, 4));
        let third = federal.quarter(2026, 3);
        assert_eq!(
            (third.first, third.last),
            (date(2026, 4, 1), date(2026, 6, 30))
        );
    }

    #[test]
    fn numbers_out_of_range_are_taken_as_the_nearest() {
        let federal = calendar("10-01");
        assert_eq!(federal.year(i16::MAX), federal.year(2200));
        assert_eq!(federal.quarter(i16::MIN, 9), federal.quarter(1900, 4));
    }

    prop_compose! {
        fn any_start()(days in 0..365_i32) -> FiscalCalendar {
            let day = date(2001, 1, 1).saturating_add(days.days());
            FiscalCalendar { month: day.month(), day: day.day() }
        }
    }

    proptest! {
        #[test]
        fn quarters_tile_the_year(start in any_start(), number in 1900..=2200_i16) {
            let year = start.year(number);
            let quarters: Vec<Period> = (1..=4).map(|q| start.quarter(number, q)).collect();
            prop_assert_eq!(quarters[0].first, year.first);
            prop_assert_eq!(quarters[3].last, year.last);
            for pair in quarters.windows(2) {
                prop_assert_eq!(pair[0].last.tomorrow().unwrap(), pair[1].first);
            }
        }

        #[test]
        fn a_day_lies_in_its_own_quarter_and_year(start in any_start(), days in 0..109_000_i32) {
            let day = date(1900, 12, 31).saturating_add(days.days());
            let (year, quarter) = start.quarter_of(day);
            prop_assert_eq!(start.year_of(day), year);
            prop_assert!(start.year(year).contains(day));
            prop_assert!(start.quarter(year, quarter).contains(day));
        }

        #[test]
        fn canonical_reads_back(start in any_start()) {
            prop_assert_eq!(FiscalCalendar::parse(&start.canonical()).unwrap(), start);
        }

        #[test]
        fn nothing_makes_it_panic(text in ".*") {
            let _ = FiscalCalendar::parse(&text);
        }

        #[test]
        fn no_day_makes_it_panic(start in any_start(), year in -9999..=9999_i16) {
            start.quarter_of(date(year, 1, 1));
            start.quarter_of(date(year, 12, 31));
        }
    }
}
