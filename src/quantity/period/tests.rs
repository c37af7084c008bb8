use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn federal() -> FiscalCalendar {
    FiscalCalendar::parse("10-01").unwrap()
}

fn read(text: &str) -> Period {
    Period::parse(text, &federal()).unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"))
}

fn wrong(text: &str) -> Wrong {
    Period::parse(text, &federal()).expect_err(text)
}

fn help(text: &str) -> String {
    wrong(text).help.unwrap_or_default()
}

#[test]
fn one_comes_before_another_whatever_days_are_meant() {
    assert!(read("2026-06-30").is_before(&read("2026-Q3")));
    assert!(!read("2026-07-01").is_before(&read("2026-Q3")));
    assert!(!read("2026-Q3").is_before(&read("2026-08")));
}

#[test]
fn a_period_has_a_first_and_a_last_day() {
    let cases = [
        ("2026-09-30", date(2026, 9, 30), date(2026, 9, 30)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("FY2026", date(2025, 10, 1), date(2026, 9, 30)),
        ("FY2026-Q2", date(2026, 1, 1), date(2026, 3, 31)),
        ("FY20..FY22", date(2019, 10, 1), date(2022, 9, 30)),
        ("2026-Q1..2026-Q3", date(2026, 1, 1), date(2026, 9, 30)),
        (
            "2026-01-01..2026-03-31",
            date(2026, 1, 1),
            date(2026, 3, 31),
        ),
        ("2026-Q2..2027-01-15", date(2026, 4, 1), date(2027, 1, 15)),
    ];
    for (text, first, last) in cases {
        let period = read(text);
        assert_eq!((period.first, period.last), (first, last), "{text}");
    }
}

#[test]
fn case_and_spaces_and_short_forms_do_not_matter() {
    let cases = [
        ("2026q3", "2026-Q3"),
        (" 2026 Q3 ", "2026-Q3"),
        ("fy26", "FY2026"),
        ("FY 2026", "FY2026"),
        ("FY26 Q3", "FY2026-Q3"),
        ("fy26-q3", "FY2026-Q3"),
        ("FY20 .. FY22", "FY2020..FY2022"),
    ];
    for (text, canonical) in cases {
        assert_eq!(read(text).canonical(), canonical, "{text}");
    }
}

#[test]
fn the_unit_says_how_it_was_named() {
    assert!(read("2026-09-30").is_day());
    assert!(!read("2026-09-30..2026-09-30").is_day());
    assert_eq!(read("2026-09").unit, Unit::Month);
    let (year, quarter) = (2026, 3);
    assert_eq!(read("2026-Q3").unit, Unit::Quarter { year, quarter });
    assert_eq!(read("FY26Q3").unit, Unit::FiscalQuarter { year, quarter });
}

#[test]
fn a_period_contains_both_its_ends() {
    let month = read("2026-09");
    assert!(month.contains(date(2026, 9, 1)) && month.contains(date(2026, 9, 30)));
    assert!(!month.contains(date(2026, 8, 31)) && !month.contains(date(2026, 10, 1)));
}

#[test]
fn a_day_that_does_not_exist_is_refused_with_the_reason() {
    let cases = [
        (
            "2026-02-30",
            "`2026-02-30` is not a date: February 2026 has 28 days",
        ),
        (
            "2024-02-30",
            "`2024-02-30` is not a date: February 2024 has 29 days",
        ),
        (
            "2026-13-01",
            "`2026-13-01` is not a date: there is no month 13",
        ),
        ("2026-00", "`2026-00` is not a date: there is no month 0"),
        (
            "0226-09-30",
            "`0226-09-30` is not a date: 226 is not a year from 1900 to 2200",
        ),
        (
            "FY2300",
            "`FY2300` is not a date: 2300 is not a year from 1900 to 2200",
        ),
        ("2026-Q5", "`2026-Q5`: there is no quarter 5"),
        (
            "2026-Q3..2026-Q1",
            "`2026-Q3..2026-Q1` ends before it starts",
        ),
        ("2026..", "`2026..` has no end"),
        ("..2026", "`..2026` has no start"),
        ("soon", "`soon` is not a date or a period"),
        (
            "03/04/2026",
            "`03/04/2026` may be 3 April 2026 or 4 March 2026",
        ),
    ];
    for (text, message) in cases {
        assert_eq!(wrong(text).message, message);
    }
}

#[test]
fn another_spelling_is_answered_with_ours() {
    let cases = [
        ("2026-9-3", "write `2026-09-03`"),
        ("2026-9", "write `2026-09`"),
        ("2026-09-", "write `2026-09`"),
        ("2026/09/30", "write `2026-09-30`"),
        ("20260930", "write `2026-09-30`"),
        (
            "2026-09-30T12:00:00Z",
            "write the date without the time: `2026-09-30`",
        ),
        (
            "2026-09-30 12:00",
            "write the date without the time: `2026-09-30`",
        ),
        ("09/30/2026", "write the date as `2026-09-30`"),
        ("30/09/2026", "write the date as `2026-09-30`"),
        ("3.4.2026", "write the date as `2026-04-03`"),
        ("03/04/2026", "write `2026-04-03` or `2026-03-04`"),
        ("30 Sep 2026", "write `2026-09-30`"),
        ("September 30th, 2026", "write `2026-09-30`"),
        ("30th of September 2026", "write `2026-09-30`"),
        ("Sept 2026", "write `2026-09`"),
        ("09/2026", "write `2026-09`"),
        ("Q3 2026", "write `2026-Q3`"),
        ("Q3 FY26", "write `FY26-Q3`"),
        ("H2 2026", "write `2026-Q3..2026-Q4`"),
        ("2025/26", "write `FY2026`"),
        ("2025-26", "write `FY2026`"),
        ("FY2025/26", "write `FY2026`"),
        ("FY2020 to FY2022", "write `FY2020..FY2022`"),
        ("FY20–FY22", "write `FY2020..FY2022`"),
        ("2026-2028", "write `2026..2028`"),
        ("2026-Q3..2026-Q1", "did you mean `2026-Q1..2026-Q3`?"),
    ];
    for (text, expected) in cases {
        assert_eq!(help(text), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_guessed_is_answered_with_the_ways_to_write_it() {
    for text in [
        "TBD",
        "",
        "30/09/26",
        "99/99/2026",
        "FY026",
        "２０２６",
        "Q3",
    ] {
        assert!(
            help(text).starts_with("write a date as `2026-09-30`"),
            "{text}"
        );
    }
}

#[test]
fn periods_are_ordered_by_their_days() {
    let mut periods = ["2027", "2026-Q3", "2026", "2026-07-01"].map(read);
    periods.sort();
    let names = periods.map(|period| period.canonical());
    assert_eq!(names, ["2026", "2026-07-01", "2026-Q3", "2027"]);
}

fn any_single() -> impl Strategy<Value = Period> {
    let days = (0..109_500_i32).prop_map(|days| {
        let day = date(1900, 1, 1).saturating_add(days.days());
        Period::day(day).canonical()
    });
    let months = (1900..=2200_i16, 1..=12_u8).prop_map(|(y, m)| format!("{y}-{m:02}"));
    let quarters =
        ("(FY)?", 1900..=2200_i16, 1..=4_u8).prop_map(|(fy, y, q)| format!("{fy}{y} q{q}"));
    let years = ("(FY)?", 1900..=2200_i16).prop_map(|(fy, year)| format!("{fy}{year}"));
    prop_oneof![days, months, quarters, years].prop_map(|text| read(&text))
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(text in ".*") {
        let _ = Period::parse(&text, &federal());
    }

    #[test]
    fn nothing_like_a_date_makes_it_panic(text in "[0-9QFYHqT/. –-]{0,24}|[0-9é]{1,4}-[0-9]{1,2}-.{1,4}") {
        if let Ok(period) = Period::parse(&text, &federal()) {
            prop_assert!(period.first <= period.last);
        }
    }

    #[test]
    fn canonical_reads_back(period in any_single()) {
        prop_assert!(period.first <= period.last);
        prop_assert_eq!(read(&period.canonical()), period);
    }

    #[test]
    fn ranges_read_back(a in any_single(), b in any_single()) {
        let text = format!("{a}..{b}");
        if let Ok(range) = Period::parse(&text, &federal()) {
            prop_assert!(range.first <= range.last);
            prop_assert_eq!(range.canonical(), text);
        } else {
            prop_assert!(b.last < a.first);
        }
    }
}

#[test]
fn what_can_mean_nothing_else_is_known_to_be_meant() {
    for (text, meant) in [
        ("30.09.2026", Some("2026-09-30")),
        ("09/30/2026", Some("2026-09-30")),
        ("7/7/2026", Some("2026-07-07")),
        ("2026/9/30", Some("2026-09-30")),
        ("20260930", Some("2026-09-30")),
        ("September 2026", Some("2026-09")),
        ("30 Sept. 2026", Some("2026-09-30")),
        ("9/2026", Some("2026-09")),
        ("FY2020 to FY2022", Some("FY2020..FY2022")),
        ("05.06.2026", None),
        ("05/06/2026", None),
        ("Q3 2026", None),
        ("H1 2026", None),
        ("2025/26", None),
        ("2025/2026", None),
        ("2026-09-30T12:00:00Z", None),
        ("2026-Q1..30.09.2026", None),
        ("soon", None),
    ] {
        assert_eq!(wrong(text).meant.as_deref(), meant, "{text}");
    }
    let calendar = FiscalCalendar::default();
    let wrong = Period::parse("Q3 2026", &calendar).unwrap_err();
    assert_eq!(wrong.meant.as_deref(), Some("2026-Q3"));
}
