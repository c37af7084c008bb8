//! Formats that are text, in full.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{exported, harbour};

#[test]
fn a_calendar() {
    insta::assert_snapshot!(exported(&harbour(), &["ical"]).replace("\r\n", "\n"));
}

#[test]
fn the_calendar_of_a_person_and_of_a_team() {
    let plan = harbour();
    let summaries = |args: &[&str]| {
        let text = exported(&plan, args);
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix("SUMMARY:"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let of_bo = summaries(&["ical", "--owner", "Bo Mate"]);
    assert_eq!(
        of_bo,
        [
            "Due: A1 Lay the cable\\; all of it",
            "Due: A2 @look after it"
        ]
    );
    let of_works = summaries(&["ical", "--team", "Works"]);
    assert_eq!(of_works, ["Due: A1 Lay the cable\\; all of it"]);
}

#[test]
fn a_feed() {
    insta::assert_snapshot!(exported(&harbour(), &["atom"]).replace("><", ">\n<"));
}

#[test]
fn a_file_for_sphinx_needs() {
    let text = exported(&harbour(), &["needs"]);
    let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let version = &file["versions"][file["current_version"].as_str().expect("a version")];
    assert_eq!(version["needs_amount"], 9);
    let action = &version["needs"]["ACTION_A2"];
    assert_eq!(action["supports"], serde_json::json!(["STRATEGY_S1"]));
    assert_eq!(action["depends_on"], serde_json::json!(["ACTION_A1"]));
    assert_eq!(action["type"], "action");
}

#[test]
fn graphs() {
    let plan = harbour();
    insta::assert_snapshot!("dot", exported(&plan, &["dot"]));
    insta::assert_snapshot!("mermaid", exported(&plan, &["mermaid"]));
}

#[test]
fn one_markdown_file() {
    let text = exported(&harbour(), &["markdown"]);
    insta::assert_snapshot!(text);
    let options = Options::ENABLE_TABLES;
    let events: Vec<Event<'_>> = Parser::new_ext(&text, options).collect();
    let ids = |event: &Event<'_>| match event {
        Event::InlineHtml(html) | Event::Html(html) => html.split('"').nth(1).map(str::to_owned),
        _ => None,
    };
    let ids: BTreeSet<String> = events.iter().filter_map(ids).collect();
    let leads = |event: &Event<'_>| match event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix('#').map(str::to_owned),
        _ => None,
    };
    let leads: BTreeSet<String> = events.iter().filter_map(leads).collect();
    assert!(
        leads.len() > 3 && leads.is_subset(&ids),
        "{leads:?} in {ids:?}"
    );
    assert!(text.contains("# no heading [[A1]]"), "code stays as it is");
}
