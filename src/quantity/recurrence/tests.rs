use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn recurrence(text: &str) -> Recurrence {
    Recurrence::parse(text).unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"))
}

fn days(text: &str, start: Date, limit: usize) -> Vec<String> {
    let days = recurrence(text).occurrences_between(start, start, Date::MAX, limit);
    days.iter().map(ToString::to_string).collect()
}

#[test]
fn a_cycle_is_a_word_or_a_number_of_units() {
    let cases = [
        ("daily", "daily"),
        ("Weekly", "weekly"),
        ("monthly", "monthly"),
        ("quarterly", "quarterly"),
        ("every 3 months", "quarterly"),
        ("every quarter", "quarterly"),
        ("annually", "yearly"),
        ("fortnightly", "every 2 weeks"),
        ("every  2 Weeks", "every 2 weeks"),
        ("semi-annually", "every 6 months"),
    ];
    for (text, canonical) in cases {
        let recurrence = recurrence(text);
        assert_eq!(recurrence.canonical(), canonical, "{text}");
    }
}

#[test]
fn a_rule_is_tidied() {
    let rule = recurrence("rrule: byday=mo ; freq=weekly; until=20261231T235959Z;");
    assert_eq!(rule.canonical(), "FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO");
}

#[test]
fn what_is_wrong_with_a_rule_is_said() {
    let cases = [
        ("BYDAY=MO", "it does not say how often"),
        ("FREQ=HOURLY", "a plan counts in days"),
        ("FREQ=DAILY;BYHOUR=9", "a plan counts in days"),
        ("FREQ=SOMETIMES", "is not a valid frequency"),
        ("FREQ=DAILY;FREQ=DAILY", "`FREQ` occurs twice"),
        ("FREQ=DAILY;EVERY=2", "`EVERY` is no part of one"),
        (
            "FREQ=DAILY;INTERVAL=0",
            "`INTERVAL` is not a number from 1 to 1000",
        ),
        (
            "FREQ=DAILY;COUNT=99999999999",
            "`COUNT` is not a number from 1 to 10000",
        ),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "it has two ends"),
        ("FREQ=DAILY;UNTIL=soon", "`UNTIL` is not a date"),
        ("FREQ=DAILY;UNTIL=20260230", "February 2026 has 28 days"),
        ("FREQ=DAILY;BYMONTH=13", "BYMONTH"),
        ("FREQ=WEEKLY;BYDAY=XX", "XX"),
        (
            "FREQ=WEEKLY;BYDAY=",
            "`BYDAY` has no value that can be read",
        ),
    ];
    for (text, message) in cases {
        let wrong = Recurrence::parse(text).expect_err(text);
        assert!(wrong.message.contains(message), "{text}: {}", wrong.message);
    }
}

#[test]
fn a_word_with_two_meanings_is_answered_with_both() {
    let wrong = Recurrence::parse("biweekly").unwrap_err();
    let help = "write `every 2 weeks` or `FREQ=WEEKLY;BYDAY=MO,TH`";
    assert_eq!(wrong.help.as_deref(), Some(help));
    for text in [
        "often",
        "",
        "every",
        "every 0 weeks",
        "every -1 weeks",
        "every 2 moons",
    ] {
        let help = Recurrence::parse(text).expect_err(text).help.unwrap();
        assert!(help.starts_with("write `weekly`"), "{text}");
    }
}

#[test]
fn a_cycle_keeps_to_the_end_of_the_month() {
    let january = date(2026, 1, 31);
    assert_eq!(
        days("monthly", january, 3),
        ["2026-01-31", "2026-02-28", "2026-03-31"]
    );
    assert_eq!(days("quarterly", january, 2), ["2026-01-31", "2026-04-30"]);
    assert_eq!(
        days("yearly", date(2024, 2, 29), 2),
        ["2024-02-29", "2025-02-28"]
    );
    assert_eq!(
        days("every 2 weeks", january, 2),
        ["2026-01-31", "2026-02-14"]
    );
}

#[test]
fn a_rule_follows_the_standard() {
    let january = date(2026, 1, 1);
    let first_mondays = ["2026-01-05", "2026-02-02"];
    assert_eq!(days("FREQ=MONTHLY;BYDAY=1MO", january, 2), first_mondays);
    assert_eq!(
        days("FREQ=YEARLY;COUNT=2", january, 9),
        ["2026-01-01", "2027-01-01"]
    );
    let until = "FREQ=DAILY;UNTIL=20260102";
    assert_eq!(days(until, january, 9), ["2026-01-01", "2026-01-02"]);
    assert!(days(until, date(2027, 1, 1), 9).is_empty());
}

#[test]
fn only_days_in_the_window_are_given() {
    let (start, from, to) = (date(2020, 1, 1), date(2026, 1, 1), date(2026, 1, 15));
    for text in ["weekly", "FREQ=WEEKLY"] {
        let days = recurrence(text).occurrences_between(start, from, to, 9);
        assert_eq!(days, [date(2026, 1, 7), date(2026, 1, 14)], "{text}");
        let days = recurrence(text).occurrences_between(to, from, start, 9);
        assert!(days.is_empty());
    }
}

#[test]
fn a_rule_that_never_comes_true_ends() {
    for text in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;INTERVAL=1000;BYMONTHDAY=31;BYMONTH=4",
        "FREQ=WEEKLY;INTERVAL=1000;BYMONTH=2;BYDAY=MO;BYSETPOS=53",
    ] {
        assert!(days(text, date(2026, 1, 1), 9).is_empty(), "{text}");
    }
}

fn any_rule() -> impl Strategy<Value = String> {
    let freq = "FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)";
    let parts = "(;INTERVAL=[1-9][0-9]{0,2})?(;(COUNT=[1-9][0-9]?|UNTIL=20[0-9]{2}0[1-9]1[0-9]))?\
                 (;BYMONTH=[1-9](,1[0-2])?)?(;BYMONTHDAY=-?[1-3])?(;BYWEEKNO=-?[1-5][0-3]?)?\
                 (;BYYEARDAY=-?[1-3][0-9]{0,2})?\
                 (;BYDAY=-?[1-5]?(MO|SU)(,TU)?)?(;BYSETPOS=-?[1-9])?(;WKST=(SU|WE))?";
    (freq, parts).prop_map(|(freq, parts)| freq + &parts)
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(text in ".*|FREQ=.{0,20}|(FREQ|BYDAY|UNTIL|COUNT|X)=[A-Z0-9é,;=+-]{0,20}") {
        if let Ok(read) = Recurrence::parse(&text) {
            prop_assert_eq!(Recurrence::parse(&read.canonical()), Ok(read));
        }
    }

    #[test]
    fn cycles_read_back(every in 1..=333_u16, unit in "(day|week|month|quarter|year)s?") {
        let read = recurrence(&format!("every {every} {unit}"));
        prop_assert_eq!(Recurrence::parse(&read.canonical()), Ok(read));
    }

    #[test]
    fn occurrences_are_in_order_and_in_the_window(rule in any_rule(), start in -20_000..60_000_i32, length in 0..4000_i32) {
        let start = date(2000, 1, 1).saturating_add(jiff::Span::new().days(start));
        let to = start.saturating_add(jiff::Span::new().days(length));
        if let Ok(read) = Recurrence::parse(&rule) {
            let days = read.occurrences_between(start, start, to, 50);
            prop_assert!(days.len() <= 50);
            prop_assert!(days.iter().all(|day| (start..=to).contains(day)));
            prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    #[test]
    fn cycles_skip_nothing(every in 1..40_u16, unit in "(day|week|month|year)", later in 0..4000_i32) {
        let start = date(2024, 2, 29);
        let from = start.saturating_add(jiff::Span::new().days(later));
        let read = recurrence(&format!("every {every} {unit}s"));
        let all = read.occurrences_between(start, start, date(2200, 1, 1), usize::MAX);
        let later = read.occurrences_between(start, from, date(2200, 1, 1), usize::MAX);
        let expected: Vec<Date> = all.into_iter().filter(|day| *day >= from).collect();
        prop_assert_eq!(later, expected);
    }
}
