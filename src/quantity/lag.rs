//! Stretches of time by the calendar: the lag between two actions.

use jiff::civil::Date;
use jiff::fmt::friendly::{Direction, SpanParser, SpanPrinter};
use jiff::{Span, SpanFieldwise, Unit};

use super::quoted;
use crate::value::Wrong;

const PRINTER: SpanPrinter = SpanPrinter::new()
    .direction(Direction::Sign)
    .zero_unit(Unit::Day);

/// A number of years, months, weeks and days, as written: `12mo` and `1y` are
/// different lags of the same length. Negative ones reach back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lag(SpanFieldwise);

impl Lag {
    /// Reads `2w`, `30d`, `3mo`, `1y`, `2 weeks`, `1 year 6 months`, `-5d`.
    ///
    /// # Errors
    ///
    /// When it has hours or minutes, or is something else altogether.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let wrong = || Wrong::new(format!("{} is not a length of time in days", quoted(text)));
        let text = text.trim();
        match SpanParser::new().parse_span(text.to_lowercase()) {
            Ok(span) if calendar_part(span) == SpanFieldwise(span) => Ok(Self(SpanFieldwise(span))),
            Ok(span) if minutes_alone(span) => {
                let months = span.get_minutes();
                Err(wrong().help(format!("for months write `{months}mo`")))
            }
            _ => match text.parse::<i32>() {
                Ok(days) => Err(wrong().help(format!("for days write `{days}d`"))),
                Err(_) => Err(wrong().help("write it as `10d`, `2w`, `3mo` or `1y`")),
            },
        }
    }

    /// The day that lies so much later; a month's last day stands in for days
    /// that the month has not. `None` beyond the year 9999.
    pub fn after(self, day: Date) -> Option<Date> {
        day.checked_add(self.0.0).ok()
    }

    /// About how many days it is, to compare lags with: a month counts as
    /// 30.44 days, a year as 365.25.
    pub fn days_about(self) -> i64 {
        let span = self.0.0;
        let years = f64::from(span.get_years()) * 365.25;
        let months = f64::from(span.get_months()) * 30.4375;
        let days = i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
        (years + months).round() as i64 + days
    }

    /// Years, months, weeks and days, as written.
    pub fn parts(self) -> [i64; 4] {
        let span = self.0.0;
        [
            i64::from(span.get_years()),
            i64::from(span.get_months()),
            i64::from(span.get_weeks()),
            i64::from(span.get_days()),
        ]
    }

    /// The words for it in English: `2 weeks`, `1 year 6 months`.
    pub fn words(self) -> String {
        let units = ["year", "month", "week", "day"];
        let parts = self.parts().into_iter().zip(units);
        let parts = parts.filter(|(number, _)| *number != 0);
        let words: Vec<String> = parts
            .map(|(number, unit)| match number {
                1 => format!("1 {unit}"),
                number => format!("{number} {unit}s"),
            })
            .collect();
        if words.is_empty() {
            "0 days".to_owned()
        } else {
            words.join(" ")
        }
    }

    /// The spelling that reads back as this lag: `2w`, `1y 6mo`, `-5d`.
    pub fn canonical(self) -> String {
        PRINTER.span_to_string(&self.0.0)
    }
}

fn calendar_part(span: Span) -> SpanFieldwise {
    let calendar = Span::new()
        .years(span.get_years())
        .months(span.get_months())
        .weeks(span.get_weeks())
        .days(span.get_days());
    SpanFieldwise(calendar)
}

/// `3m`, which is short for minutes but meant as months.
fn minutes_alone(span: Span) -> bool {
    span.fieldwise() == Span::new().minutes(span.get_minutes()).fieldwise()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn lag(text: &str) -> Lag {
        Lag::parse(text).unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"))
    }

    #[test]
    fn units_can_be_written_short_or_in_full() {
        let cases = [
            ("2w", "2w"),
            ("30d", "30d"),
            ("3mo", "3mo"),
            ("1y", "1y"),
            ("2 weeks", "2w"),
            ("6 Months", "6mo"),
            ("1 year, 6 months", "1y 6mo"),
            ("-5d", "-5d"),
            ("5 days ago", "-5d"),
            ("0d", "0d"),
        ];
        for (text, canonical) in cases {
            assert_eq!(lag(text).canonical(), canonical, "{text}");
        }
    }

    #[test]
    fn a_lag_counts_in_days() {
        let cases = [
            ("3m", "for months write `3mo`"),
            ("-3m", "for months write `-3mo`"),
            ("14", "for days write `14d`"),
            ("8h", "write it as `10d`, `2w`, `3mo` or `1y`"),
            ("1.5 weeks", "write it as `10d`, `2w`, `3mo` or `1y`"),
            ("a while", "write it as `10d`, `2w`, `3mo` or `1y`"),
            ("", "write it as `10d`, `2w`, `3mo` or `1y`"),
        ];
        for (text, help) in cases {
            let wrong = Lag::parse(text).expect_err(text);
            assert_eq!(wrong.help.as_deref(), Some(help), "{text}");
        }
    }

    #[test]
    fn a_lag_leads_from_day_to_day() {
        let cases = [
            ("2w", date(2026, 1, 31), date(2026, 2, 14)),
            ("1mo", date(2026, 1, 31), date(2026, 2, 28)),
            ("1y", date(2024, 2, 29), date(2025, 2, 28)),
            ("-5d", date(2026, 1, 3), date(2025, 12, 29)),
        ];
        for (text, from, to) in cases {
            assert_eq!(lag(text).after(from), Some(to), "{text}");
        }
        assert_eq!(lag("9000y").after(date(2026, 1, 1)), None);
    }

    #[test]
    fn lags_compare_by_about_how_many_days_they_are() {
        assert_eq!(lag("2w").days_about(), 14);
        assert_eq!(lag("3mo").days_about(), 91);
        assert_eq!(lag("1y").days_about(), lag("12mo").days_about());
        assert_eq!(lag("-1w").days_about(), -7);
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in ".*|-?[0-9]{1,12} ?(y|mo|m|w|d|h|weeks)") {
            if let Ok(lag) = Lag::parse(&text) {
                lag.after(date(2026, 1, 1));
                lag.days_about();
                prop_assert_eq!(Lag::parse(&lag.canonical()), Ok(lag));
            }
        }

        #[test]
        fn canonical_reads_back(
            sign in prop_oneof![Just(""), Just("-")],
            (y, mo, w, d) in (0..100_u32, 0..100_u32, 0..100_u32, 0..100_u32),
        ) {
            let lag = lag(&format!("{sign}{y}y {mo}mo {w}w {d}d"));
            prop_assert_eq!(Lag::parse(&lag.canonical()), Ok(lag));
        }
    }
}
