//! What reading a document promises.

use proptest::prelude::{Strategy, any, prop, proptest};

use super::html::{Resolved, render};
use super::{Document, LinkForm, RawHtml, Tasks};
use crate::config::HtmlPolicy;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::{Source, SourceSet};
use crate::value::Data;

fn source(text: &str) -> Source {
    SourceSet::in_memory([("a.md", text)]).sources.remove(0)
}

fn read(text: &str) -> (Source, Document, Vec<Diagnostic>) {
    let source = source(text);
    let (document, problems) = Document::read(&source);
    (source, document, problems)
}

#[track_caller]
fn clean(text: &str) -> (Source, Document) {
    let (source, document, problems) = read(text);
    assert_eq!(problems, [], "{text}");
    (source, document)
}

fn messages(problems: &[Diagnostic]) -> Vec<&str> {
    problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect()
}

fn at(source: &Source, span: Span) -> &str {
    &source.text[span.range()]
}

#[track_caller]
fn splits(text: &str, fields: &[(&str, &str)], body: &str) {
    let (source, document) = clean(text);
    let found: Vec<(&str, &str)> = document
        .matter
        .entries
        .iter()
        .map(|entry| {
            (
                entry.key.as_str(),
                entry.value.as_text().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(found, fields, "{text:?}");
    assert_eq!(&source.text[document.body.clone()], body, "{text:?}");
    for entry in &document.matter.entries {
        assert_eq!(at(&source, entry.key_span).trim_matches('"'), entry.key);
        if let Data::Text(text) = &entry.value.data {
            assert!(at(&source, entry.value.span).contains(text), "{text:?}");
        }
    }
}

#[test]
fn front_matter_comes_in_three_kinds() {
    splits("---\nid: Å1\n---\n# A\n", &[("id", "Å1")], "# A\n");
    splits("+++\nid = \"Å1\"\n+++\n# A", &[("id", "Å1")], "# A");
    splits(";;;\n{\n\t\"id\": \"Å1\"\n}\n;;;\nb", &[("id", "Å1")], "b");
}

#[test]
fn front_matter_is_found_in_every_shape() {
    splits("", &[], "");
    splits("# A", &[], "# A");
    splits("---", &[], "---");
    splits("---\n---", &[], "");
    splits("---\n\n---\n\nb", &[], "\nb");
    splits(
        "---\r\nid: Å1\r\nt: x\r\n---\r\nb\r\n",
        &[("id", "Å1"), ("t", "x")],
        "b\r\n",
    );
    splits("\u{feff}---\nid: A\n---", &[("id", "A")], "");
    splits(
        "---  \n\n\n  id: A\n  t: x\n\n \n---\t\nb",
        &[("id", "A"), ("t", "x")],
        "b",
    );
    splits(
        "---\nid: A\n---\nb\n\n---\n\nc",
        &[("id", "A")],
        "b\n\n---\n\nc",
    );
    splits("\n---\nid: A\n---\n", &[], "\n---\nid: A\n---\n");
}

#[test]
fn a_rule_is_not_front_matter() {
    splits("---\n\nText\n", &[], "---\n\nText\n");
    splits(
        "---\n\nText\n\n---\n\nMore\n",
        &[],
        "---\n\nText\n\n---\n\nMore\n",
    );
}

#[test]
fn front_matter_without_an_end_is_one_finding() {
    for (text, mark) in [
        ("---\nid: A1\ntitle: a: b\n\n# A\n\nText\n", "---"),
        ("+++\nid = \"A1\"\n\n# A\n\nText\n", "+++"),
        (";;;\n{\"id\": \"A1\"}\n# A\n\nText\n", ";;;"),
    ] {
        let (source, document, problems) = read(text);
        assert_eq!(messages(&problems), ["the front matter is never closed"]);
        assert_eq!(
            at(&source, problems[0].primary.as_ref().expect("a place").span),
            mark
        );
        assert_eq!(
            document.matter.get("id").and_then(|id| id.value.as_text()),
            Some("A1")
        );
        assert_eq!(document.title.expect("a title").text, "A");
        assert_eq!(document.words, 1);
    }
}

#[test]
fn findings_in_front_matter_point_into_the_file() {
    let (source, _, problems) = read("---\r\nid: Å\r\ntitle: Foo: bar\r\n---\r\n");
    let span = problems[0].primary.as_ref().expect("a place").span;
    assert_eq!(at(&source, span), "Foo: bar");
    assert_eq!(source.position(span.start()), (3, 8));
}

#[test]
fn the_title_is_the_first_block_if_it_is_a_heading() {
    let title = |text| clean(text).1.title.map(|title| title.text);
    assert_eq!(
        title("# The *big* `A` [[S1]]\n"),
        Some("The big A S1".to_owned())
    );
    assert_eq!(title("---\nid: A\n---\n\nA\n=\n"), Some("A".to_owned()));
    assert_eq!(title("<!-- a note -->\n\n# A\n"), Some("A".to_owned()));
    assert_eq!(title("Text\n\n# A\n"), None);
    assert_eq!(title("***\n\n# A\n"), None);
    assert_eq!(title("> # A\n"), None);
    assert_eq!(title("## A\n"), None);
}

#[test]
fn headings_have_levels_anchors_and_places() {
    let (source, document) =
        clean("# Ä b\r\n\r\n## Same\r\n\r\n## Same\r\n\r\n### Own {#mine}\r\n");
    let found: Vec<(u8, &str, &str)> = document
        .headings
        .iter()
        .map(|heading| {
            (
                heading.level,
                heading.anchor.as_str(),
                at(&source, heading.span).trim_end(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (1, "ä-b", "# Ä b"),
            (2, "same", "## Same"),
            (2, "same-1", "## Same"),
            (3, "mine", "### Own {#mine}"),
        ]
    );
}

#[test]
fn links_are_told_apart_and_placed() {
    let (source, document) = clean(concat!(
        "---\nid: Å\n---\né [[S1]] [[S2#why|the *words*]] [a b](x.md#h) ![alt](i.png \"t\") ",
        "<https://x.org/#f> <a@b.org> [ref] [![in](j.png)](k.md) ![[l.png]]\n\n[ref]: r.md\n",
    ));
    let found: Vec<(LinkForm, &str, Option<&str>, &str, &str)> = document
        .links
        .iter()
        .map(|link| {
            let written = at(&source, link.span);
            (
                link.form,
                link.target.as_str(),
                link.anchor.as_deref(),
                link.words.as_str(),
                written,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (LinkForm::Wiki, "S1", None, "", "[[S1]]"),
            (
                LinkForm::Wiki,
                "S2",
                Some("why"),
                "the words",
                "[[S2#why|the *words*]]"
            ),
            (LinkForm::Inline, "x.md", Some("h"), "a b", "[a b](x.md#h)"),
            (LinkForm::Image, "i.png", None, "alt", "![alt](i.png \"t\")"),
            (
                LinkForm::Inline,
                "https://x.org/",
                Some("f"),
                "https://x.org/#f",
                "<https://x.org/#f>"
            ),
            (
                LinkForm::Inline,
                "mailto:a@b.org",
                None,
                "a@b.org",
                "<a@b.org>"
            ),
            (LinkForm::Inline, "r.md", None, "ref", "[ref]"),
            (LinkForm::Inline, "k.md", None, "in", "[![in](j.png)](k.md)"),
            (LinkForm::Image, "j.png", None, "in", "![in](j.png)"),
            (LinkForm::Image, "l.png", None, "", "![[l.png]]"),
        ]
    );
}

#[test]
fn tasks_are_counted() {
    let (_, document) = clean("- [x] a\n- [ ] b\n  1. [X] c\n- d\n");
    assert_eq!(document.tasks, Tasks { done: 2, all: 3 });
}

#[test]
fn the_excerpt_is_the_first_paragraph_with_words() {
    let (_, document) = clean(
        "# A\n\n![alt](i.png)\n\n> quote\n\nThe *first*\n[[S1|words]][^1].\n\nMore.\n\n[^1]: note\n",
    );
    assert_eq!(document.excerpt, "The first words.");
}

#[test]
fn plain_text_has_all_words_but_the_title() {
    let (source, document) = clean(concat!(
        "# Title here\n\nOne **two**three\nfour.\n\n- a\n  - b\n\n| h | i |\n|---|---|\n| c | d |\n\n",
        "```\ncode\n```\n\n<b>e</b>\n",
    ));
    assert_eq!(
        document.plain_text(&source),
        "One twothree four.\na\nb\nh i \nc d \ncode\ne"
    );
    assert_eq!(document.words, 11);
}

#[test]
fn audience_blocks_are_data() {
    let text = "# A\n\n::: audience board, é-team\nSecret *one*.\n:::\n\nOpen.\n";
    let (source, document) = clean(text);
    let block = &document.audience_blocks[0];
    let names: Vec<(&str, &str)> = block
        .names
        .iter()
        .map(|name| (name.value.as_str(), at(&source, name.span)))
        .collect();
    assert_eq!(names, [("board", "board"), ("é-team", "é-team")]);
    assert_eq!(
        at(&source, block.span),
        "::: audience board, é-team\nSecret *one*.\n:::"
    );
    assert_eq!(document.plain_text(&source), "Secret one.\nOpen.");
}

#[test]
fn audience_blocks_nest_and_hold_any_block() {
    let (source, document) = clean(
        "- a\n\n  ::: audience board\n  | h |\n  |---|\n  | c |\n  :::\n\n::::audience a b\n:::audience c\nx\n:::\n::::\n",
    );
    let spans: Vec<&str> = document
        .audience_blocks
        .iter()
        .map(|block| at(&source, block.span))
        .collect();
    assert_eq!(spans.len(), 3);
    assert!(spans[1].ends_with(":::\n::::"), "{spans:?}");
    assert_eq!(document.plain_text(&source), "a\nh \nc \nx");
}

#[test]
fn marks_in_fenced_code_are_code() {
    let (_, document) =
        clean("- a\n\n  ```\n  ::: audience board\n  :::\n  ```\n\n~~~\n:::\n~~~\n");
    assert_eq!(document.audience_blocks, []);
    assert_eq!(
        clean("    ::: audience board\n    :::\n")
            .1
            .audience_blocks
            .len(),
        1
    );
}

#[test]
fn what_is_wrong_with_audience_blocks_is_found() {
    let (source, document, problems) = read(
        ":::\n\n::: audiense board\n\n> ::: audience board\n\n::: audience\n:::\n\n::: audience x\nlost\n",
    );
    assert_eq!(
        messages(&problems),
        [
            "`:::` closes nothing",
            "`::: audiense` means nothing here",
            "an audience block cannot start within a line",
            "an audience block without an audience",
            "an audience block is never closed",
        ]
    );
    assert_eq!(problems[1].help, ["did you mean `audience`?"]);
    let open = document.audience_blocks.last().expect("a block");
    assert_eq!(at(&source, open.span), "::: audience x\nlost\n");
    assert_eq!(open.closing, None);
}

#[test]
fn hostile_markdown_is_read_and_rendered() {
    let pieces = [
        ">",
        "[",
        "![",
        "[[",
        "*a ",
        "- ",
        "> - ",
        "`",
        "<b>",
        "<div>",
        "[^1]: ",
        "|",
        "::: audience x\n",
        ":::\n",
        "[a](b)",
        "~~a",
        "# \n",
    ];
    for piece in pieces {
        let text = piece.repeat(20_000);
        let (source, document, _) = read(&text);
        let mut resolve = |_, _: &_| Resolved::Text("x".to_owned());
        let html = render(&document, &source, HtmlPolicy::Sanitize, &mut resolve, &[]);
        assert!(html.len() < 200 * text.len(), "{piece}");
    }
}

#[test]
fn too_deep_and_too_much_are_found() {
    assert_eq!(
        messages(&read(&">".repeat(100)).2),
        ["Markdown nests more than 64 deep"]
    );
    let text = "<b>\n\nx\n\n".repeat(2000);
    let document = clean(&text).1;
    let last = Span::new(document.source, text.len() - 8, text.len() - 8);
    assert_eq!(document.raw_html, RawHtml::TooMuch(last));
    assert_eq!(clean("<b>a</b>").1.raw_html, RawHtml::Some);
    assert_eq!(
        clean("<!-- a -->\n\nb <!-- c --> d\n").1.raw_html,
        RawHtml::None
    );
}

#[track_caller]
fn places_hold(text: &str) {
    let (source, document, problems) = read(text);
    let spans = (problems.iter())
        .flat_map(|problem| {
            problem
                .primary
                .iter()
                .chain(&problem.secondary)
                .map(|label| label.span)
        })
        .chain(document.headings.iter().map(|heading| heading.span))
        .chain(document.links.iter().map(|link| link.span))
        .chain(document.audience_blocks.iter().map(|block| block.span))
        .chain(
            document
                .audience_blocks
                .iter()
                .flat_map(|block| block.names.iter().map(|name| name.span)),
        );
    for span in spans {
        assert!(
            source.text.get(span.range()).is_some(),
            "{span:?} of {text:?}"
        );
    }
    assert!(source.text.get(document.body.clone()).is_some());
    let mut asked = Vec::new();
    let mut resolve = |number: usize, link: &_| {
        assert_eq!(&document.links[number], link);
        asked.push(number);
        Resolved::External {
            href: document.links[number].target.clone(),
        }
    };
    render(&document, &source, HtmlPolicy::Sanitize, &mut resolve, &[]);
    assert!(asked.is_sorted(), "{asked:?}");
    document.plain_text(&source);
}

/// Text that looks enough like a document to get deep into the parsers.
fn almost() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "---\n",
        "+++\n",
        ";;;\n",
        "id: A\n",
        "a = 1\n",
        "# ",
        "## é\n",
        "\n",
        "\r\n",
        "\n\n",
        "- ",
        "[x] ",
        "> ",
        "[[S1]]",
        "[[",
        "]]",
        "|",
        "[a](b#c)",
        "![",
        "](",
        ")",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "`",
        "```\n",
        "~~",
        "*",
        "[^1]",
        "[^1]: ",
        ":::",
        "::: audience x\n",
        ":::\n",
        "    ",
        "\t",
        "é",
        "{#x}",
        ": ",
        "[!NOTE]",
        "|-|-|\n",
        "\\",
        "&amp;",
        "<a@b.c>",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        places_hold(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn places_lie_in_the_text(text in almost()) {
        places_hold(&text);
    }
}

#[test]
fn views_are_kept_at_their_place_and_are_no_words() {
    let text = "---\nid: A1\n---\n```plan\nfilter: a\n```\n\n> - ``` plan later\n>   shape: list\n>\n>     ü: b\n>   ```\n\nThe first words.\n\n~~~ planner\nx\n~~~\n\n```plan\n```\n";
    let (source, document, _) = read(text);
    assert_eq!(document.excerpt, "The first words.");
    assert_eq!(document.plain_text(&source), "The first words.\nx");
    let texts: Vec<&str> = document
        .views
        .iter()
        .map(|view| view.text.as_str())
        .collect();
    assert_eq!(
        texts,
        ["filter: a\n", "    shape: list\n \n      ü: b\n", ""]
    );
    for view in &document.views {
        let written = &source.text[view.inner.range()];
        assert_eq!(written.len(), view.text.len());
        assert_eq!(written.replace('>', " "), view.text);
    }
}
