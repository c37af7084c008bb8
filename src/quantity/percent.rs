//! Progress in whole percent.

use super::{parse_number, quoted};
use crate::value::Wrong;

/// A share of the whole in percent, 0 to 100.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u8);

impl Percent {
    /// Nothing of it.
    pub const NONE: Self = Self(0);
    /// All of it.
    pub const ALL: Self = Self(100);

    /// Reads `40`, `40%` or `40 %`.
    ///
    /// # Errors
    ///
    /// When it is not a whole number from 0 to 100.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let trimmed = text.trim();
        let digits = trimmed.strip_suffix('%').unwrap_or(trimmed).trim_end();
        if let Ok(number @ 0..=100) = digits.parse() {
            return Ok(Self(number));
        }
        let message = format!("{} is not a percentage from 0 to 100", quoted(text));
        let help = match parse_number(text) {
            Ok(share) if share > 0.0 && share < 1.0 => {
                format!(
                    "for {} % write `{}`",
                    share * 100.0,
                    Self::of_share(share).0
                )
            }
            Ok(number) if (0.0..=100.0).contains(&number) => {
                format!(
                    "write a whole number: `{}`",
                    Self::of_share(number / 100.0).0
                )
            }
            _ => "write a whole number, as `40`".to_owned(),
        };
        Err(Wrong::new(message).help(help))
    }

    /// The share in percent, 0 to 100.
    pub fn value(self) -> u8 {
        self.0
    }

    /// How much of a total is done; `None` of a total of nothing.
    pub fn of(done: usize, total: usize) -> Option<Self> {
        (total > 0).then(|| Self::of_share(done as f64 / total as f64))
    }

    /// A share from 0.0 to 1.0 in percent, rounded, but never to 100 before
    /// all is done, nor to 0 once something is. What lies outside is taken as
    /// none or all, and what is not a number as none.
    pub fn of_share(share: f64) -> Self {
        if share >= 1.0 {
            Self::ALL
        } else if share > 0.0 {
            Self((share * 100.0).round().clamp(1.0, 99.0) as u8)
        } else {
            Self::NONE
        }
    }

    /// The share as a part of one, 0.0 to 1.0.
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// `40 %`, with a no-break space; reads back as the same.
    pub fn show(self) -> String {
        format!("{}\u{a0}%", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_percent_sign_is_optional() {
        for text in ["40", "40%", "40 %", " 40\u{a0}% "] {
            assert_eq!(Percent::parse(text).map(Percent::value), Ok(40), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_whole_percentage_is_refused() {
        let cases = [
            ("0.4", "for 40 % write `40`"),
            ("33.3", "write a whole number: `33`"),
            ("120", "write a whole number, as `40`"),
            ("-5", "write a whole number, as `40`"),
            ("half", "write a whole number, as `40`"),
            ("", "write a whole number, as `40`"),
        ];
        for (text, help) in cases {
            let wrong = Percent::parse(text).expect_err(text);
            assert_eq!(wrong.help.as_deref(), Some(help), "{text}");
        }
    }

    #[test]
    fn only_what_is_done_is_done() {
        assert_eq!(Percent::of(999, 1000).map(Percent::value), Some(99));
        assert_eq!(Percent::of(1, 1000).map(Percent::value), Some(1));
        assert_eq!(Percent::of(2, 3).map(Percent::value), Some(67));
        assert_eq!(Percent::of(3, 3), Some(Percent::ALL));
        assert_eq!(Percent::of(0, 3), Some(Percent::NONE));
        assert_eq!(Percent::of(0, 0), None);
        assert_eq!(Percent::of_share(f64::NAN), Percent::NONE);
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in ".*") {
            let _ = Percent::parse(&text);
        }

        #[test]
        fn what_is_shown_reads_back(number in 0..=100_u8) {
            prop_assert_eq!(Percent::parse(&Percent(number).show()), Ok(Percent(number)));
        }

        #[test]
        fn of_stays_within_bounds(done: usize, total: usize) {
            prop_assert!(Percent::of(done, total).is_none_or(|share| share <= Percent::ALL));
        }
    }
}
