//! What both parsers promise, and what each says about bad input.

use proptest::prelude::{Strategy, any, prop, proptest};

use super::{Data, Table, Value, parse_toml, parse_yaml};
use crate::diagnostic::{Diagnostic, SourceId, Span};

const FILE: SourceId = SourceId(3);

type Parse = fn(SourceId, &str, usize) -> (Table, Vec<Diagnostic>);

/// A table as one line, to compare with.
fn shown(table: &Table) -> String {
    let entries = table
        .entries
        .iter()
        .map(|entry| format!("{}={}", entry.key, one(&entry.value)));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(" "))
}

fn one(shown_value: &Value) -> String {
    match &shown_value.data {
        Data::Null => "null".to_owned(),
        Data::Text(text) => format!("{text:?}"),
        Data::List(values) => {
            format!("[{}]", values.iter().map(one).collect::<Vec<_>>().join(" "))
        }
        Data::Table(table) => shown(table),
    }
}

#[track_caller]
fn reads(parse: Parse, text: &str, expected: &str) {
    let (table, problems) = parse(FILE, text, 0);
    assert_eq!(problems, [], "{text}");
    assert_eq!(shown(&table), expected);
}

/// Findings as `what is pointed at: message` and what could be read.
#[track_caller]
fn finds(parse: Parse, text: &str, expected: &[(&str, &str)], table: &str) {
    let (read, problems) = parse(FILE, text, 0);
    let found: Vec<(&str, &str)> = problems
        .iter()
        .map(|problem| {
            let span = problem.primary.as_ref().expect("a place").span;
            (&text[span.range()], problem.message.as_str())
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(shown(&read), table);
}

fn help(parse: Parse, text: &str) -> String {
    parse(FILE, text, 0)
        .1
        .iter()
        .flat_map(|problem| problem.help.clone())
        .collect()
}

#[test]
fn scalars_stay_as_they_were_written() {
    reads(
        parse_yaml,
        "a: 1.10\nb: 2026\nc: true\nd: 2026-09-30\ne: 0x1F\nf: 1_000\ng: no\n",
        r#"{a="1.10" b="2026" c="true" d="2026-09-30" e="0x1F" f="1_000" g="no"}"#,
    );
    reads(
        parse_toml,
        "a = 1.10\nb = 1_000\nc = true\nd = 2026-09-30\ne = 0x1F\nf = 2026-09-30T07:00:00Z\n",
        r#"{a="1.10" b="1_000" c="true" d="2026-09-30" e="0x1F" f="2026-09-30T07:00:00Z"}"#,
    );
}

#[test]
fn quotes_and_escapes_are_resolved() {
    reads(
        parse_yaml,
        "a: \"x\\n\\u00e9\"\nb: 'it''s'\nc: \"null\"\nd: |\n  two\n  lines\ne: >-\n  one\n  line\n",
        r#"{a="x\né" b="it's" c="null" d="two\nlines\n" e="one line"}"#,
    );
    reads(
        parse_toml,
        "a = \"x\\n\\u00e9\"\nb = 'c:\\new'\nc = \"\"\"\ntwo\nlines\"\"\"\n",
        r#"{a="x\né" b="c:\\new" c="two\nlines"}"#,
    );
}

#[test]
fn nothing_is_null() {
    reads(
        parse_yaml,
        "a:\nb: ~\nc: null\nd: ''\n",
        r#"{a=null b=null c=null d=""}"#,
    );
    reads(parse_yaml, "", "{}");
    reads(parse_yaml, "# only a comment\n", "{}");
    reads(parse_yaml, "~", "{}");
    reads(parse_toml, "", "{}");
}

#[test]
fn lists_and_tables_nest_in_the_order_written() {
    reads(
        parse_yaml,
        "z: [a, 'b', {c: d}]\na:\n  - 1\n  - x: 2\n    y: 3\nm:\n- q\n",
        r#"{z=["a" "b" {c="d"}] a=["1" {x="2" y="3"}] m=["q"]}"#,
    );
    reads(
        parse_toml,
        "z = [1, {c = 2}]\n[t.u]\nb = 1\na.x = 2\n[[l]]\nk = 1\n[[l]]\nk = 2\n",
        r#"{z=["1" {c="2"}] t={u={b="1" a={x="2"}}} l=[{k="1"} {k="2"}]}"#,
    );
}

#[test]
fn json_is_yaml_with_tabs_too() {
    reads(
        parse_yaml,
        "{\r\n\t\"a\":\t1.10,\r\n\t\"b\": [\r\n\t\t\"\\ud83d\\ude00\\/\",\r\n\t\tnull,\r\n\t\ttrue\r\n\t],\r\n\t\"c\": {\"d\":{}}\r\n}\r\n",
        r#"{a="1.10" b=["😀/" null "true"] c={d={}}}"#,
    );
}

#[test]
fn aliases_stand_for_their_value() {
    reads(
        parse_yaml,
        "a: &x [1, 2]\nb: *x\n",
        r#"{a=["1" "2"] b=["1" "2"]}"#,
    );
}

#[test]
fn places_are_bytes_of_the_file() {
    let text = "é: ñü\r\nb: \"ö\" # ü\r\nc:\r\n  - é: |\r\n      x\r\n  - z\r\n";
    let (table, problems) = parse_yaml(FILE, text, 0);
    assert_eq!(problems, []);
    let places: Vec<&str> = scalars(&table)
        .map(|(span, _)| &text[span.range()])
        .collect();
    assert_eq!(places, ["é", "ñü", "b", "\"ö\"", "c", "é", "x", "z"]);
    let list = &table.get("c").expect("c").value;
    assert_eq!(&text[list.span.range()], "- é: |\r\n      x\r\n  - z");

    let text = "é = \"ñ\"".replace('é', "\"é\"");
    let (table, _) = parse_toml(FILE, &text, 100);
    let value = &table.entries[0].value;
    assert_eq!(
        &text[value.span.start() - 100..value.span.end() - 100],
        "\"ñ\""
    );
    assert_eq!(value.span.source, FILE);
}

#[test]
fn an_offset_shifts_every_place() {
    let (table, problems) = parse_yaml(FILE, "a: 1\na: 2\n", 40);
    assert_eq!(table.span.start(), 40);
    assert_eq!(table.entries[0].value.span, Span::new(FILE, 43, 44));
    assert_eq!(
        problems[0].primary.as_ref().expect("a place").span,
        Span::new(FILE, 45, 46)
    );
    assert_eq!(problems[0].secondary[0].span, Span::new(FILE, 40, 41));
}

#[test]
fn a_colon_in_a_value_needs_quotes() {
    let text = "id: A1\ntitle: Foo: bar\nowner: Zoë\n";
    finds(
        parse_yaml,
        text,
        &[("Foo: bar", "a value with `: ` in it needs quotes")],
        r#"{id="A1" owner="Zoë"}"#,
    );
    assert_eq!(help(parse_yaml, text), "put quotes around it: \"Foo: bar\"");
    assert_eq!(
        help(parse_yaml, "t: it's \"a\": b\n"),
        "put quotes around it: 'it''s \"a\": b'"
    );
}

#[test]
fn every_bad_line_is_found_and_takes_no_good_one_with_it() {
    finds(
        parse_yaml,
        "id: A1\ntitle: a: b\nsupports: [S1, S2\nowner: \"Ann\nstatus: @x\ndue: 2026\n",
        &[
            ("a: b", "a value with `: ` in it needs quotes"),
            ("[", "`[` is never closed"),
            ("\"Ann", "this quote is never closed"),
            ("@x", "a value cannot start with `@`"),
        ],
        r#"{id="A1" due="2026"}"#,
    );
}

#[test]
fn tabs_are_not_indentation() {
    for text in [
        "id: A1\n\towner: B\ndue: 1\n",
        "id: A1\nt:\n\tx: 1\n\ty: 2\ndue: 1\n",
        "id: A1\nt:\n  a: 1\n\tb: 2\ndue: 1\n",
    ] {
        let (table, problems) = parse_yaml(FILE, text, 0);
        let span = problems[0].primary.as_ref().expect("a place").span;
        assert_eq!(&text[span.range()], "\t", "{text}");
        assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        assert_eq!(
            problems[0].help,
            ["YAML is indented with spaces: put two spaces in place of the tab"]
        );
        assert!(
            table.get("id").is_some() && table.get("due").is_some(),
            "{text}"
        );
    }
}

#[test]
fn a_name_given_twice_points_at_both() {
    for (parse, text) in [
        (parse_yaml as Parse, "a: 1\nb: 2\na: 3\n"),
        (parse_toml, "a = 1\nb = 2\na = 3\n"),
    ] {
        finds(
            parse,
            text,
            &[("a", "`a` is given twice")],
            r#"{a="1" b="2"}"#,
        );
        let problem = &parse(FILE, text, 0).1[0];
        assert_eq!(
            problem.primary.as_ref().expect("a place").span.start(),
            text.rfind('a').expect("a")
        );
        assert_eq!(problem.secondary[0].span.start(), 0);
    }
    let text = "[t]\nt = 1\n[u]\nt = 1\n[t]\n";
    let first = parse_toml(FILE, text, 0).1[0].secondary[0].span;
    assert_eq!(first, Span::new(FILE, 0, 3));
}

#[test]
fn front_matter_is_a_table() {
    finds(
        parse_yaml,
        "just text",
        &[("just text", "expected fields, found text")],
        "{}",
    );
    finds(
        parse_yaml,
        "- a\n- b\n",
        &[("- a\n- b", "expected fields, found a list")],
        "{}",
    );
    finds(
        parse_yaml,
        "id: A1\njust text\ndue: 1\n",
        &[("just text", "expected a field")],
        r#"{id="A1" due="1"}"#,
    );
    assert_eq!(
        help(parse_yaml, "id: A1\ntitle:Foo\n"),
        "put a space after the colon"
    );
}

#[test]
fn what_yaml_reads_otherwise_is_said() {
    finds(
        parse_yaml,
        "a: *b*\n",
        &[("*b*", "`*b*` is read as a YAML alias of nothing")],
        "{}",
    );
    finds(
        parse_yaml,
        "a: !b c\n",
        &[("!b", "`!b` is read as a YAML tag, which means nothing here")],
        r#"{a="c"}"#,
    );
    finds(
        parse_yaml,
        "a: 1\n---\nb: 2\n",
        &[("---", "a second YAML document starts inside this one")],
        r#"{a="1"}"#,
    );
    finds(
        parse_yaml,
        "? [a]\n: b\nc: d\n",
        &[("[a]", "a list cannot be the name of a field")],
        r#"{c="d"}"#,
    );
    finds(
        parse_yaml,
        "a: \"b\" c\n",
        &[("c", "text follows the closing quote")],
        "{}",
    );
    finds(
        parse_yaml,
        "a: [b}\nc: d\n",
        &[("[", "`[` is closed with `}`")],
        r#"{c="d"}"#,
    );
}

#[test]
fn json_errors_are_found_once() {
    finds(
        parse_yaml,
        "{\n  \"a\": 1,\n  \"b\": [1, 2\n}\n",
        &[("[", "`[` is closed with `}`")],
        "{}",
    );
}

#[test]
fn bombs_are_findings() {
    let levels = (1..40).map(|level| {
        let last = format!("*a{}", level - 1);
        format!("a{level}: &a{level} [{}]\n", [last.as_str(); 10].join(", "))
    });
    let bomb = format!("a0: &a0 [x, x]\n{}", levels.collect::<Vec<_>>().concat());
    let cases = [
        (bomb, "aliases stand for more than 1000 values"),
        (
            "a: &a [*a]\n".to_owned(),
            "an alias stands for a value that it is part of",
        ),
        (
            format!("a: {}", "[".repeat(100_000)),
            "values nest too deep",
        ),
        ("- ".repeat(100_000), "values nest too deep"),
        (
            format!("a: [{}]", "x,".repeat(100_001)),
            "there are more than 100000 values",
        ),
        ("%YAML 1.1\n".to_owned(), "YAML directives are disallowed"),
    ];
    for (text, message) in cases {
        let (_, problems) = parse_yaml(FILE, &text, 0);
        let messages: Vec<&str> = problems
            .iter()
            .map(|problem| problem.message.as_str())
            .collect();
        assert_eq!(messages, [message]);
    }
    for text in [
        format!("a = {}", "[".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
    ] {
        assert!(!parse_toml(FILE, &text, 0).1.is_empty());
    }
}

#[test]
fn toml_errors_say_what_to_do() {
    finds(
        parse_toml,
        "title = Foo bar\nid = \"A1\"\nowner =\n",
        &[
            ("Foo bar", "text needs quotes in TOML"),
            ("", "a value is missing"),
        ],
        r#"{title="Foo bar" id="A1" owner=null}"#,
    );
    finds(
        parse_toml,
        "a = \"x\nb = 1\n",
        &[(
            "",
            "not well-formed TOML: invalid basic string, expected `\"`",
        )],
        r#"{a="x" b="1"}"#,
    );
}

/// All scalars of a table, names among them, with their places.
fn scalars(table: &Table) -> Box<dyn Iterator<Item = (Span, &str)> + '_> {
    Box::new(table.entries.iter().flat_map(|entry| {
        let key = std::iter::once((entry.key_span, entry.key.as_str()));
        key.chain(scalars_of(&entry.value))
    }))
}

fn scalars_of(value: &Value) -> Box<dyn Iterator<Item = (Span, &str)> + '_> {
    match &value.data {
        Data::Null => Box::new(std::iter::once((value.span, ""))),
        Data::Text(text) => Box::new(std::iter::once((value.span, text.as_str()))),
        Data::List(values) => Box::new(values.iter().flat_map(scalars_of)),
        Data::Table(table) => scalars(table),
    }
}

#[track_caller]
fn places_hold(parse: Parse, text: &str) {
    let offset = 7;
    let (table, problems) = parse(FILE, text, offset);
    let labels = problems
        .iter()
        .flat_map(|problem| problem.primary.iter().chain(&problem.secondary));
    let spans = labels.map(|label| label.span);
    for span in spans.chain(scalars(&table).map(|(span, _)| span)) {
        assert!(
            text.get(span.start() - offset..span.end() - offset)
                .is_some(),
            "{span:?} of {text:?}"
        );
    }
}

#[test]
fn places_lie_in_the_text_where_a_line_was_left_out() {
    places_hold(parse_yaml, "|1\né");
}

/// Text that looks enough like front matter to get deep into the parsers.
fn almost() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a", "é", ": ", ":", "- ", "\n", "\r\n", "  ", "\t", "[", "]", "{", "}", ",", "\"", "'",
        "|", ">", "&x ", "*x", "!t ", "#", " #", "=", "[[", "]]", ".", "---\n", "~", "1", "\\",
        "\u{85}", "\u{feff}", "?", "%",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn places_lie_in_the_text_whatever_it_is(text in any::<String>()) {
        places_hold(parse_yaml, &text);
        places_hold(parse_toml, &text);
    }

    #[test]
    fn places_lie_in_the_text_of_almost_front_matter(text in almost()) {
        places_hold(parse_yaml, &text);
        places_hold(parse_toml, &text);
    }

    #[test]
    fn the_place_of_a_plain_scalar_holds_it(
        words in prop::collection::vec("[a-zé0-9][a-zé0-9.-]{0,9}", 1..8),
        comment in "[ -~é]{0,9}",
        offset in 0..99_usize,
    ) {
        let lines = words.iter().enumerate();
        let lines = lines.map(|(n, word)| format!("k{n}: {word} #{comment}\r\n"));
        let text = lines.collect::<Vec<_>>().concat();
        let (table, problems) = parse_yaml(FILE, &text, offset);
        assert_eq!(problems, []);
        for (entry, word) in table.entries.iter().zip(&words) {
            let span = entry.value.span;
            assert_eq!(&text[span.start() - offset..span.end() - offset], word);
        }
    }
}
