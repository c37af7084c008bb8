//! Lengths of time, and how often something comes again.

use crate::locale::Locale;
use crate::quantity::{CycleUnit, End, Lag, On, Recurrence, Rhythm};

/// `2 weeks`, `1 year 6 months`.
pub(in crate::site) fn lag(locale: &Locale, lag: Lag) -> String {
    let units = ["lag-years", "lag-months", "lag-weeks", "lag-days"];
    let parts = lag.parts().into_iter().zip(units);
    let words: Vec<String> = parts
        .filter(|(number, _)| *number != 0)
        .map(|(number, id)| locale.say_with(id, [("count", number.into())]))
        .collect();
    if words.is_empty() {
        locale.say_with("lag-days", [("count", 0.into())])
    } else {
        words.join(" ")
    }
}

/// `every quarter`, `every 2 weeks on Monday`. A rule that has no short
/// wording stays as it is.
pub(in crate::site) fn rhythm(locale: &Locale, recurrence: &Recurrence) -> String {
    let Some(Rhythm {
        every,
        unit,
        on,
        end,
    }) = recurrence.rhythm()
    else {
        return recurrence.canonical();
    };
    let id = match unit {
        CycleUnit::Day => "repeats-days",
        CycleUnit::Week => "repeats-weeks",
        CycleUnit::Month => "repeats-months",
        CycleUnit::Year => "repeats-years",
    };
    let often = locale.say_with(id, [("every", every.into())]);
    until(locale, self::on(locale, often, on), end)
}

fn on(locale: &Locale, often: String, on: On) -> String {
    let rhythm = ("rhythm", often.clone().into());
    match on {
        On::Any => often,
        On::Weekdays(days) => {
            let names = days.into_iter().map(|day| locale.weekday_name(day));
            let names = locale.list(&names.collect::<Vec<_>>());
            locale.say_with("repeats-on-weekdays", [rhythm, ("days", names.into())])
        }
        On::Nth(nth, day) => {
            let day = ("day", locale.weekday_name(day).into());
            locale.say_with("repeats-on-nth", [rhythm, ("nth", nth.into()), day])
        }
        On::LastDay => locale.say_with("repeats-on-last-day", [rhythm]),
        On::Day(day) => locale.say_with("repeats-on-day", [rhythm, ("day", day.into())]),
    }
}

fn until(locale: &Locale, often: String, end: Option<End>) -> String {
    let rhythm = ("rhythm", often.clone().into());
    match end {
        None => often,
        Some(End::Times(count)) => {
            locale.say_with("repeats-times", [rhythm, ("count", count.into())])
        }
        Some(End::Until(day)) => {
            locale.say_with("repeats-until", [rhythm, ("day", locale.day(day).into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{lag, rhythm};
    use crate::locale::Locale;
    use crate::quantity::{Lag, Recurrence};

    fn said(language: &str, text: &str) -> String {
        let (locale, _) = Locale::new(language, &BTreeMap::new());
        rhythm(&locale, &Recurrence::parse(text).expect("a recurrence"))
    }

    #[test]
    fn cycles_and_simple_rules_have_words() {
        let cases = [
            ("daily", "every day"),
            ("quarterly", "every quarter"),
            ("fortnightly", "every 2 weeks"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Monday"),
            (
                "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                "every week on Monday, Wednesday and Friday",
            ),
            ("FREQ=MONTHLY;INTERVAL=3", "every quarter"),
            ("FREQ=MONTHLY;BYDAY=1MO", "every month on the first Monday"),
            ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
            ("FREQ=MONTHLY;BYMONTHDAY=15", "every month on day 15"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
            ("FREQ=YEARLY;COUNT=3", "every year, 3 times"),
            (
                "FREQ=DAILY;UNTIL=20261231T120000Z",
                "every day until 31 Dec 2026",
            ),
            ("FREQ=YEARLY;BYMONTH=3,9", "FREQ=YEARLY;BYMONTH=3,9"),
        ];
        for (text, words) in cases {
            assert_eq!(said("en", text), words, "{text}");
        }
        assert_eq!(said("de", "fortnightly"), "alle 2 Wochen");
        assert_eq!(
            said("de", "FREQ=MONTHLY;BYDAY=1MO"),
            "jeden Monat am ersten Montag"
        );
        assert_eq!(said("fr", "quarterly"), "chaque trimestre");
        assert_eq!(said("es", "yearly"), "cada año");
        assert_eq!(said("ar", "FREQ=WEEKLY;INTERVAL=2"), "كل أسبوعين");
    }

    #[test]
    fn lags_have_words() {
        let said = |language: &str, text: &str| {
            let (locale, _) = Locale::new(language, &BTreeMap::new());
            lag(&locale, Lag::parse(text).expect("a lag"))
        };
        assert_eq!(said("en", "1y 6mo"), "1 year 6 months");
        assert_eq!(said("en", "0d"), "0 days");
        assert_eq!(said("de", "1w"), "1 Woche");
        assert_eq!(said("ar", "2y"), "سنتان");
    }
}
