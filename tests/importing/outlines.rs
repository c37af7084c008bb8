//! Outlines become plans: lists, headings, numbers, and those of outliners.

use planwright::exchange::import::{opml, outline};
use proptest::prelude::*;

use crate::tables::{findings, shown};

fn outlined(text: &str) -> String {
    shown(&outline::read(text.as_bytes(), None).expect("an outline"))
}

#[test]
fn lists_are_levels_and_words_are_kinds() {
    let text = "- Goal: Grow\n  What it is about.\n\t- Strategy: Plant (owner: Ada Miller, due: Dec 2027)\n\t\t- [x] Dig (status: shoe)\n\t\t- KPI: Trees per street\n- Goal 2: Rest\n";
    insta::assert_snapshot!(outlined(text));
}

#[test]
fn headings_and_numbers_are_levels() {
    insta::assert_snapshot!(outlined("# Grow\n\n## Plant\n\n- Dig\n- Water\n\n# Rest\n"));
    insta::assert_snapshot!(outlined("1. Grow\n  1.1 Plant\n    1.1.1 Dig\n2. Rest\n"));
    insta::assert_snapshot!(outlined("Grow\n\tPlant\n\t\tDig\n"));
}

#[test]
fn outliners_nest() {
    let text = r#"<opml version="2.0"><head><title>Green city</title><ownerName>Ada</ownerName></head>
<body><outline text="Grow" _note="Why &amp; how" colour="red">
<outline text="Plant"><outline text="Dig"/></outline></outline>
<outline type="rule"/></body></opml>"#;
    let draft = opml::read(text.as_bytes(), None).expect("OPML");
    insta::assert_snapshot!(shown(&draft) + "\n" + &findings(&draft));
}

#[test]
fn what_is_no_outline_is_refused() {
    for (text, why) in [
        ("<rss/>", "no OPML"),
        ("<opml><body/></opml>", "no item"),
        (
            "<!DOCTYPE o [<!ENTITY l \"ha\">]><opml><body><outline text=\"&l;\"/></body></opml>",
            "line 1",
        ),
    ] {
        let refusal = opml::read(text.as_bytes(), None).expect_err(text);
        assert!(refusal.message.contains(why), "{refusal:?}");
    }
    let refusal = outline::read(b"\n\n", None).expect_err("empty");
    assert!(refusal.message.contains("no item"), "{refusal:?}");
}

proptest! {
    #[test]
    fn no_text_does_harm(text in "([\t ]{0,4}(#{1,7} |- |[0-9]\\.|)[a-zé:(), .]{0,12}\n){0,30}") {
        let _ = outline::read(text.as_bytes(), None);
    }

    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = outline::read(&bytes, None);
        let _ = opml::read(&bytes, None);
    }
}
