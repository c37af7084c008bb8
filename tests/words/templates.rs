//! No template has words of its own.

#![expect(
    clippy::disallowed_methods,
    reason = "tests read the templates that they hold"
)]

use std::fs;

/// What is no word of a language: a number, names of the program and of what
/// its files hold.
const NO_WORDS: [&str; 3] = ["404", "planwright", "width=device-width, initial-scale=1"];

/// Attributes that people see or hear.
const SPOKEN: [&str; 5] = [
    "aria-label=",
    "title=",
    "alt=",
    "placeholder=",
    "data-label=",
];

/// The template without what stands between two marks.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut parts = text.split(start);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest.push(' ');
        rest.push_str(part.split_once(end).map_or("", |(_, after)| after));
    }
    rest
}

/// The words that a template itself holds.
fn words(template: &str) -> Vec<String> {
    let mut text = template.to_owned();
    for (start, end) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        text = without(&text, start, end);
    }
    let mut found = Vec::new();
    for attribute in SPOKEN {
        let attribute = format!(" {attribute}\"");
        let values = text.split(&attribute).skip(1);
        let values = values.filter_map(|value| value.split('"').next());
        found.extend(values.map(str::to_owned));
    }
    text = without(&text, "<code", "</code>");
    text = without(&text, "<", ">");
    found.extend(text.lines().map(str::to_owned));
    // Literals of expressions: `{{ horizon or "Plan" }}`.
    for expression in template.split("{{").skip(1) {
        let expression = expression.split("}}").next().unwrap_or_default();
        let literals = expression.split('"').skip(1).step_by(2);
        found.extend(
            literals
                .filter(|it| it.starts_with(char::is_uppercase) || it.contains(' '))
                .map(str::to_owned),
        );
    }
    found.retain(|text| text.chars().any(char::is_alphabetic));
    for known in NO_WORDS {
        found.retain(|text| text.trim() != known);
    }
    found
}

#[test]
fn templates_hold_no_words() {
    let mut seen = 0;
    for file in walkdir::WalkDir::new("themes").into_iter().flatten() {
        if file.path().extension().is_some_and(|it| it == "html") {
            seen += 1;
            let text = fs::read_to_string(file.path()).expect("readable");
            assert_eq!(words(&text), [""; 0], "{}", file.path().display());
        }
    }
    assert!(seen > 15, "the templates are there");
}

#[test]
fn words_would_be_found() {
    for text in [
        "<p>Late</p>",
        "{% if a %}Late{% endif %}",
        "<p aria-label=\"Facts of {{ item }}\">{{ a }}</p>",
        "<p>{{ a or \"None yet\" }}</p>",
    ] {
        assert_eq!(words(text).len(), 1, "{text}");
    }
    assert_eq!(
        words("{# A note. #}<p>{{ say(id=\"late\") }}, 3 %</p>"),
        [""; 0]
    );
}
