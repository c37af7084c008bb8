use proptest::prelude::*;

use super::Language;
use crate::config::{self, Config};
use crate::diagnostic::SourceId;
use crate::value::parse_toml;

fn config() -> Config {
    let text = "[fields.district]\ntype = \"term\"\nvalues = [\"Harbour\", \"Centre\"]\n\
                [fields.reach]\ntype = \"number\"\n[fields.partners]\nlist = true\n";
    let (table, found) = parse_toml(SourceId(0), text, 0);
    assert_eq!(found, []);
    let (config, found) = config::read(&table);
    assert_eq!(found, []);
    config
}

/// What is wrong with an expression: the part at fault, the message, the help.
fn fault(text: &str) -> (String, String, String) {
    let fault = Language::of(&config()).compile(text);
    let fault = fault.map(|_| ()).expect_err(text);
    let part = text[fault.at].to_owned();
    (part, fault.message, fault.help.unwrap_or_default())
}

/// An expression, the part at fault, the message, how the help begins.
type Case = (&'static str, &'static str, &'static str, &'static str);

fn found(cases: &[Case]) {
    for (text, part, message, help) in cases {
        let found = fault(text);
        assert_eq!(
            (found.0.as_str(), found.1.as_str()),
            (*part, *message),
            "{text}"
        );
        assert!(found.2.starts_with(help), "{text}: {}", found.2);
    }
}

#[test]
fn what_can_be_asked_is_understood() {
    let language = Language::of(&config());
    for text in [
        "item.kind == \"action\" && item.priority == \"high\" && !has(item.budget)",
        "item.due < today + days(30)",
        "today - item.reviewed > days(90)",
        "item.due <= date(\"2026-09-30\") || item.late",
        "item.spent > item.budget * 2",
        "item.progress * 0.5 > 10",
        "item.status in [\"active\", \"on-hold\"]",
        "\"G1\" in item.goals",
        "item.owner == null",
        "item.tags.exists(tag, tag.startsWith(\"q\")) && size(item.tags) > 2",
        "item.partners.exists_one(it, it == 'Port') && item.reach > 500",
        "item.tags.filter(t, t != 'x').size() == 1",
        "item.id.matches(\"^A[0-9]{2}$\")",
        "item.id.matches('^A\\\\d+$')",
        "year(item.due) == 2027 && month(item.due) > 3",
        "item.district == \"Harbour\" ? item.late : false",
        "size(item.title) > 80",
    ] {
        let understood = language.compile(text).map(|_| ());
        assert_eq!(understood, Ok(()), "{text}");
    }
}

const NAMES: &[Case] = &[
    (
        "has(item.budgt)",
        "budgt",
        "items have no field `budgt`",
        "did you mean `budget`?",
    ),
    (
        "'ü' == 'ä' || item.ownr == 'x'",
        "ownr",
        "items have no field `ownr`",
        "did you mean `owner`?",
    ),
    (
        "item.kind == \"acton\"",
        "\"acton\"",
        "`item.kind` is never `acton`",
        "did you mean `action`? (it is one of: goal",
    ),
    (
        "item.status in [\"active\", \"Done\"]",
        "\"Done\"",
        "`item.status` is never `Done`",
        "did you mean `done`?",
    ),
    (
        "item.district != 'Port'",
        "'Port'",
        "`item.district` is never `Port`",
        "it is one of: Harbour, Centre",
    ),
    (
        "status == 'done'",
        "status",
        "nothing is called `status`",
        "write `item.status`",
    ),
    (
        "item.status == done",
        "done",
        "nothing is called `done`",
        "put it in quotes if it is text",
    ),
    (
        "item == 3",
        "item",
        "`item` is asked for by its fields",
        "name one, as in `item.status`",
    ),
    (
        "item.owner.name == 'x'",
        "name",
        "`.name` asks for a field of what has none",
        "only `item` has fields",
    ),
    (
        "item.title.lower() == 'x'",
        "lower",
        "there is no function `lower`",
        "",
    ),
    (
        "item.due < timestamp('x')",
        "timestamp",
        "there is no function `timestamp`",
        "did you mean `date`? write a day",
    ),
    (
        "item.title.startWith('x')",
        "startWith",
        "there is no function `startWith`",
        "did you mean `startsWith`?",
    ),
    (
        "item['due'] < today",
        "[",
        "brackets mean nothing here",
        "name fields as in",
    ),
];

#[test]
fn names_and_words_that_are_not_there_are_found() {
    found(NAMES);
}

const COMPARED: &[Case] = &[
    (
        "item.due < \"2026-09-30\"",
        "<",
        "`item.due` is a day, and `\"2026-09-30\"` is text",
        "write `date(\"2026-09-30\")`",
    ),
    (
        "item.budget",
        "item.budget",
        "`item.budget` is a number, not a yes or no",
        "compare it with something",
    ),
    (
        "item.late && item.budget",
        "item.budget",
        "`item.budget` is a number, not a yes or no",
        "to ask whether it is there, write `has(item.budget)`",
    ),
    (
        "item.tags == 'x'",
        "==",
        "`item.tags` is a list, and `'x'` is text",
        "write `'x' in item.tags`",
    ),
    (
        "'x' in item.title",
        "item.title",
        "`item.title` is text, not a list",
        "write `item.title.contains('x')`",
    ),
    (
        "item.due < today + 30",
        "+",
        "`today` is a day, and `30` is a number: they cannot be reckoned with",
        "write `days(30)`",
    ),
    (
        "today - item.due > 30",
        ">",
        "this is a number of days, and `30` is a number",
        "write `days(30)`",
    ),
    (
        "item.due < date('30.9.2026')",
        "'30.9.2026'",
        "`30.9.2026` is not a day",
        "write a day as in",
    ),
    (
        "item.id.matches(item.title)",
        "item.title",
        "`matches` takes text in quotes",
        "write it as in",
    ),
    ("item.id.matches('(a')", "'(a'", "`(a` is not a pattern", ""),
];

#[test]
fn what_cannot_be_compared_is_found() {
    found(COMPARED);
}

const SYNTAX: &[Case] = &[
    (
        "item.owner =",
        "=",
        "`=` means nothing here",
        "write `==` to compare",
    ),
    (
        "item.owner = 'x'",
        "=",
        "`=` means nothing here",
        "write `==` to compare",
    ),
    (
        "item.late and item.open",
        "and",
        "`and` does not fit here",
        "write `&&`",
    ),
    ("item.late &&", "&", "the expression ends too early", ""),
    ("(item.late", "e", "the expression ends too early", ""),
    (
        "item.owner == 'x",
        "'x",
        "the quotes that open here are never closed",
        "",
    ),
    (
        "item.owner == “x”",
        "“",
        "`“` means nothing here",
        "use straight quotes",
    ),
    (
        "has(item)",
        "item",
        "`has` asks for a field",
        "name a field",
    ),
    ("item.late)", ")", "`)` does not fit here", ""),
    (" ", " ", "the expression is empty", ""),
];

#[test]
fn what_cannot_be_read_is_found_where_it_is() {
    found(SYNTAX);
}

#[test]
fn nothing_takes_long_or_nests_too_deep() {
    let deep = format!("{}item.late{}", "(".repeat(40), ")".repeat(40));
    assert_eq!(fault(&deep).1, "brackets lie more than 32 deep");
    let long = "item.late || ".repeat(200) + "item.late";
    assert_eq!(fault(&long).1, "the expression is longer than 2000 bytes");
    let loops = "item.tags.exists(a, item.tags.exists(b, a == b))";
    assert_eq!(fault(loops).1, "a loop lies within another");
    for pattern in ["(a{9}){9}", "a{1,1000}", ".{9}"] {
        let text = format!("item.id.matches('{pattern}')");
        let wanted = "the pattern repeats too much for a large plan";
        assert_eq!(fault(&text).1, wanted, "{pattern}");
    }
    for (text, message) in [
        (
            "[1].map(x, x + x).map(x, x + x) == []",
            "a loop goes over something other than a field",
        ),
        (
            "size(item.tags.map(x, item.tags)) > 1",
            "a list lies within another",
        ),
    ] {
        assert_eq!(fault(text).1, message);
    }
    for (pattern, message) in [
        ("\\\\w+", "`\\w` in a pattern takes long in a large plan"),
        ("(?i)a", "`(?` in a pattern takes long in a large plan"),
    ] {
        assert_eq!(fault(&format!("item.id.matches('{pattern}')")).1, message);
    }
    let language = Language::of(&config());
    for piece in [
        "!",
        "-",
        "- ",
        ".a",
        "a.",
        "[0]",
        "has(",
        "a ? ",
        "1 < ",
        "a && ",
        "x.map(x, ",
        ".b()",
        "{1: ",
        "'",
        "\"",
    ] {
        let text = format!("item.late{}", piece.repeat(1_990 / piece.len()));
        let _ = language.compile(&text);
        let _ = language.compile(&text[9..]);
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,80}") {
        let _ = Language::of(&config()).compile(&text).map(|_| ());
    }

    #[test]
    fn no_expression_panics(parts in prop::collection::vec(prop::sample::select(vec![
        "item", ".", "due", "late", "today", "(", ")", "[", "]", "&&", "||", "!", "==", "<", "-", "+", "*",
        "'x'", "\"", "ä", "1", "2.5", "has(", "date(", "exists(", "x, ", "in ", "?", ":", "null", "{", "}", " ", "\n",
    ]), 0..40)) {
        let text: String = parts.concat();
        if let Err(fault) = Language::of(&config()).compile(&text) {
            prop_assert!(text.get(fault.at).is_some());
        }
    }
}
