use std::collections::BTreeMap;

use jiff::civil::{Weekday, date};

use super::{LANGUAGES, Locale};
use crate::quantity::Money;

fn locale(tag: &str) -> Locale {
    let (locale, problems) = Locale::new(tag, &BTreeMap::new());
    assert_eq!(problems, Vec::<String>::new());
    locale
}

#[test]
fn days_read_as_people_of_the_language_write_them() {
    let day = date(2026, 12, 5);
    let read = ["en", "en-US", "de", "fr", "es"].map(|tag| locale(tag).day(day));
    assert_eq!(
        read,
        [
            "5 Dec 2026",
            "Dec 5, 2026",
            "5. Dezember 2026",
            "5 déc. 2026",
            "5 dic 2026"
        ]
    );
    assert_eq!(locale("ar").day(day), "5 ديسمبر 2026");
    assert_eq!(locale("de").month(day), "Dezember 2026");
}

#[test]
fn weeks_begin_as_people_of_the_language_count() {
    let begins = ["en", "en-US", "de", "fr-FR", "ar-EG"].map(|tag| locale(tag).first_weekday());
    let (monday, sunday, saturday) = (Weekday::Monday, Weekday::Sunday, Weekday::Saturday);
    assert_eq!(begins, [monday, sunday, monday, monday, saturday]);
}

#[test]
fn numbers_follow_the_language() {
    let read = ["en", "de", "es"].map(|tag| locale(tag).number(1_135_123.456));
    assert_eq!(read, ["1,135,123.46", "1.135.123,46", "1.135.123,46"]);
    assert_eq!(locale("en").number(-0.001), "0");
    assert_eq!(locale("en").number(12.0), "12");
    assert_eq!(locale("en").number(1e15), "1e15");
}

#[test]
fn money_is_rounded_and_shortened() {
    let money = |text: &str| Money::parse(text).expect("money");
    let en = locale("en");
    assert_eq!(en.money(&money("1200000 EUR")), "1,200,000\u{a0}EUR");
    assert_eq!(en.money(&money("12.5 EUR")), "12.50\u{a0}EUR");
    assert_eq!(en.money_short(&money("1234567 EUR")), "1.23M\u{a0}EUR");
    assert_eq!(en.money_short(&money("950")), "950");
    assert_eq!(
        locale("de").money_short(&money("1200000 EUR")),
        "1,2\u{a0}Mio.\u{a0}EUR"
    );
}

#[test]
fn a_language_without_words_is_said() {
    let (locale, problems) = Locale::new("nl", &BTreeMap::new());
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("`nl`"), "{problems:?}");
    assert_eq!(
        locale.period(&crate::quantity::Period {
            first: date(2026, 1, 1),
            last: date(2026, 3, 31),
            unit: crate::quantity::Unit::Quarter {
                year: 2026,
                quarter: 1
            },
        }),
        "Q1 2026"
    );
}

#[test]
fn words_of_ones_own_take_the_place_of_the_built_in_ones() {
    let own = BTreeMap::from([("en".to_owned(), "percent = { $number } per cent".to_owned())]);
    let (locale, problems) = Locale::new("en", &own);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(locale.percent(12), "12 per cent");
}

#[test]
fn words_that_cannot_be_read_are_said_with_their_line() {
    let own = BTreeMap::from([("en".to_owned(), "percent = a\nmoney = { $".to_owned())]);
    let (_, problems) = Locale::new("en", &own);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].starts_with("words/en.ftl: line 2"),
        "{problems:?}"
    );
}

#[test]
fn every_language_can_be_loaded() {
    for tag in LANGUAGES {
        assert_eq!(locale(tag).is_rtl(), tag == "ar");
    }
}

#[test]
fn words_that_cannot_be_said_are_left_out_and_named() {
    let own = "percent = { $nubmer } per cent\nmoney =\n    { $amount } of { $currency }\nperiod-quarter = { nothing }\nours = { $anything }\n";
    let own = BTreeMap::from([("en".to_owned(), own.to_owned())]);
    let (locale, problems) = Locale::new("en", &own);
    assert_eq!(
        locale.say_with("percent", [("number", 4.into())]),
        "4\u{a0}%"
    );
    let money = [("amount", 4.into()), ("currency", "EUR".into())];
    assert_eq!(locale.say_with("money", money), "4 of EUR");
    assert_eq!(problems.len(), 2, "{problems:?}");
    for (problem, words) in problems.iter().zip(["`percent`", "`period-quarter`"]) {
        assert!(
            problem.starts_with("words/en.ftl: the message"),
            "{problem}"
        );
        assert!(problem.contains(words), "{problem}");
    }
    assert!(
        problems[0].contains("it is given `$number`"),
        "{problems:?}"
    );
}
