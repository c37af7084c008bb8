//! The messages themselves.

#![expect(
    clippy::disallowed_methods,
    reason = "tests read the code that they hold"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use planwright::locale::{LANGUAGES, Locale, built_in};

/// All messages of a language, as they are written, by id.
pub fn messages(language: &str) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    for (file, text) in built_in(language) {
        let mut last = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (id, value) = line.split_once(" = ").expect("a message has a value");
                id.clone_into(&mut last);
                let before = messages.insert(last.clone(), value.to_owned());
                assert_eq!(before, None, "{language}/{file} says `{id}` again");
            } else if let Some(value) = messages.get_mut(&last) {
                value.push('\n');
                value.push_str(line);
            }
        }
    }
    messages
}

/// The variables of a message. A number may stand in for its words, which in
/// many languages follow what they count.
fn variables(message: &str) -> BTreeSet<&str> {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let after = message.split('$').skip(1);
    after
        .map(|text| text.split(|c| !fits(c)).next().unwrap_or_default())
        .map(|name| name.strip_suffix("-in-words").unwrap_or(name))
        .collect()
}

#[test]
fn every_language_has_the_messages_of_english_with_the_same_variables() {
    let english = messages("en");
    let ids: Vec<&String> = english.keys().collect();
    for language in LANGUAGES {
        let own = messages(language);
        assert_eq!(own.keys().collect::<Vec<_>>(), ids, "{language}");
        for (id, text) in &own {
            assert_eq!(variables(text), variables(&english[id]), "{language}: {id}");
        }
    }
}

#[test]
fn every_file_can_be_read_in_full() {
    for language in LANGUAGES {
        for (file, text) in built_in(language) {
            let own = BTreeMap::from([(language.to_owned(), text.to_owned())]);
            let (_, problems) = Locale::new(language, &own);
            assert_eq!(problems, [""; 0], "{language}/{file}");
        }
    }
}

#[test]
fn messages_hold_no_markup() {
    for language in LANGUAGES {
        for (id, text) in messages(language) {
            let text = text.replace(" ->", "");
            assert!(!text.contains(['<', '>', '&', '"']), "{language}: {id}");
        }
    }
}

/// The text of all files below a folder.
fn all_text(folder: &str, endings: &[&str]) -> String {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    let files = files.filter(|file| {
        let ending = file.path().extension().and_then(|it| it.to_str());
        ending.is_some_and(|ending| endings.contains(&ending))
    });
    files
        .map(|file| fs::read_to_string(file.path()).expect("readable"))
        .collect()
}

/// What stands in quotes right after these words.
fn quoted_after<'a>(text: &'a str, words: &str) -> BTreeSet<&'a str> {
    let after = text.split(words).skip(1);
    after.filter_map(|text| text.split('"').next()).collect()
}

#[test]
fn every_message_is_used_and_every_id_is_one() {
    let code = all_text("src/site", &["rs"]) + &all_text("src/locale", &["rs"]);
    let templates = all_text("themes", &["html"]);
    let messages = messages("en");
    for id in messages.keys() {
        let quoted = format!("\"{id}\"");
        let used = code.contains(&quoted) || templates.contains(&quoted);
        assert!(used, "nothing says `{id}`");
    }
    let said = quoted_after(&templates, "say(id=\"");
    let said = said.into_iter().chain(quoted_after(&code, "say(\""));
    for id in said.chain(quoted_after(&code, "say_with(\"")) {
        assert!(messages.contains_key(id), "there is no message `{id}`");
    }
}

/// What a language says of a number of things.
fn said(language: &str, id: &str, count: usize) -> String {
    let (locale, _) = Locale::new(language, &BTreeMap::new());
    locale.say_with(id, [("count", count.into())])
}

#[test]
fn numbers_take_the_form_that_they_need() {
    let cases = [
        ("en", 1, "1 item"),
        ("en", 2, "2 items"),
        ("en", 1140, "1,140 items"),
        ("de", 1, "1 Eintrag"),
        ("de", 1140, "1.140 Einträge"),
        ("fr", 0, "0 élément"),
        ("fr", 1, "1 élément"),
        ("fr", 2, "2 éléments"),
        ("fr", 1_000_000, "1\u{202f}000\u{202f}000 éléments"),
        ("es", 1, "1 elemento"),
        ("es", 11, "11 elementos"),
        ("ar", 0, "لا عناصر"),
        ("ar", 1, "عنصر واحد"),
        ("ar", 2, "عنصران"),
        ("ar", 5, "5 عناصر"),
        ("ar", 11, "11 عنصرًا"),
        ("ar", 100, "100 عنصر"),
    ];
    for (language, count, words) in cases {
        assert_eq!(said(language, "home-items", count), words, "{language}");
    }
}
