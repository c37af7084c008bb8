//! The report: the whole plan in one document, or in volumes.

#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

mod support;

use std::collections::BTreeMap;

use support::page::Page;
use support::synthetic::synthetic;
use support::{Plan, plan, small_plan};

/// A goal, an objective, two strategies of which one serves it by way of the
/// objective, actions, measures, a risk with its plan B, and loose ends.
fn full() -> Plan {
    small_plan()
        .file("plan.toml", "[plan]\ntitle = \"Our plan\"\norganization = \"The town\"\nstart = 2026-01-01\nend = 2028-12-31\n")
        .file(
            "goals/G1.md",
            "---\nowner: Ada\nbudget: 10k EUR\n---\n# Read more\n\nSee [[S1]], [the bus](../actions/A1.md) and [[A1|A1 itself]].\n\n# Why\n\n## Method\n\nText.[^1]\n\n[^1]: A note.\n",
        )
        .file("objectives/O1.md", "---\nsupports: G1\n---\n# Halve it\n\n## Method\n\nText.[^1]\n\n[^1]: Another.\n")
        .file("strategies/S2.md", "---\nsupports: O1\n---\n# Write\n")
        .file("actions/A2.md", "---\nsupports: [S2, S1]\nsummary: A pen for each.\nstart: 2026-02-01\nbudget: 500 EUR\n---\n# Buy pens\n")
        .file("milestones/N1.md", "---\nsupports: A2\ndue: 2026-12-01\n---\n# Pens are here\n")
        .file("risks/R1.md", "---\nthreatens: A1\nlikelihood: 3\nimpact: 4\n---\n# The bus breaks\n")
        .file("contingencies/B1.md", "---\nanswers: R1\ntrigger: It stands still\n---\n# Hire one\n")
        .file("actions/A9.md", "---\nowner: Ada\n---\n# Loose\n")
        .file("measures/M9.md", "# Of nothing\n")
}

fn report(plan: &Plan) -> Page {
    plan.build().ok().page("report.html")
}

#[test]
fn it_holds_each_item_once() {
    let page = report(&full());
    let anchors = page.attributes("[id^=item-]:not([id*='--']):not([id$=-title])", "id");
    let mut once = anchors.clone();
    once.sort();
    once.dedup();
    assert_eq!(anchors.len(), once.len(), "{anchors:?}");
    for id in [
        "g1", "o1", "s1", "s2", "a1", "a2", "n1", "r1", "b1", "a9", "m1", "m9",
    ] {
        assert!(once.contains(&format!("item-{id}")), "{id} in {once:?}");
    }
    assert_eq!(page.texts(".chapter h2 a"), ["Read more"]);
    assert_eq!(
        page.text(".report-again a"),
        "Buy pens",
        "where it is for the second time"
    );
}

#[test]
fn it_follows_the_thread() {
    let page = report(&full());
    let headings = page.texts(".report-part :is(h2, h3, h4, h5) > a");
    assert_eq!(
        headings,
        ["Read more", "Halve it", "Write", "Go where people are"]
    );
    assert_eq!(page.texts("h3 > a"), ["Halve it", "Go where people are"]);
    assert_eq!(page.texts("h4 > a"), ["Write"]);
    let lines = page.texts("#item-s2 .report-lines th a");
    assert_eq!(lines, ["Buy pens", "Pens are here"]);
    assert_eq!(page.texts("#others .report-lines th a"), ["Loose"]);
}

#[test]
fn actions_say_who_when_and_how_much() {
    let page = report(&full());
    let line = page.text("#item-a2");
    for words in [
        "A2",
        "Buy pens",
        "A pen for each.",
        "from 1 Feb 2026",
        "500 EUR",
    ] {
        assert!(line.contains(words), "{words} in {line}");
    }
    let line = page.text("#item-a1");
    for words in ["Maya Okafor", "31 Mar 2027"] {
        assert!(line.contains(words), "{words} in {line}");
    }
}

#[test]
fn measures_show_where_they_began_are_and_go() {
    let row = report(&full()).text(".report-measures tbody tr");
    for words in [
        "M1",
        "Loans a year",
        "100 loans",
        "120 loans",
        "200 loans",
        "30 Jun 2026",
    ] {
        assert!(row.contains(words), "{words} in {row}");
    }
}

#[test]
fn risks_stand_with_their_plan_bs() {
    let row = report(&full()).text("#item-r1");
    for words in [
        "The bus breaks",
        "12",
        "3 × 4",
        "Hire one",
        "It stands still",
    ] {
        assert!(row.contains(words), "{words} in {row}");
    }
}

#[test]
fn what_states_a_relation_that_is_not_for_its_role_is_still_there() {
    let odd = "---\nmeasures: G1\nthreatens: G1\nanswers: A1\n---\n# Odd\n";
    let lenient = "[checks]\nwrong-kind-of-target = \"warn\"\n";
    let plan = full().file("plan.toml", lenient);
    let page = report(&plan.file("actions/A7.md", odd));
    assert!(page.text("#item-a7").contains("Odd"));
}

#[test]
fn texts_are_parts_of_the_page() {
    let page = report(&full());
    assert_eq!(page.text("#item-g1--why"), "Why");
    assert!(page.has("h3#item-g1--why") && page.has("h4#item-g1--method"));
    assert!(page.has("h4#item-o1--method"), "below a heading of level 3");
    let mut ids = page.attributes("[id]", "id");
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is there twice");
    let notes = page.attributes(".footnote-ref a", "href");
    for note in &notes {
        assert!(page.has(&format!("[id=\"{}\"]", &note[1..])), "{note}");
    }
    assert_eq!(notes.len(), 2);
}

#[test]
fn a_link_says_the_id_of_what_it_leads_to_unless_its_words_do() {
    let page = report(&full());
    let text = page.text("#item-g1 .prose p");
    assert_eq!(
        text,
        "See Go where people are S1, the bus A1 and A1 itself."
    );
    assert_eq!(page.href("the bus"), "actions/a1.html");
}

#[test]
fn the_cover_and_the_contents_lead_in() {
    let page = report(&full());
    let cover = page.text(".cover");
    for words in [
        "The town",
        "Our plan",
        "Everybody reads",
        "As of 23 Nov 2026",
        "1 Jan 2026",
    ] {
        assert!(cover.contains(words), "{words} in {cover}");
    }
    for href in page.attributes(".contents a", "href") {
        assert!(
            page.has(&format!("[id=\"{}\"]", &href[1..])),
            "{href} leads nowhere"
        );
    }
    assert_eq!(
        page.attributes(".section-nav [aria-current=page]", "href"),
        ["report.html"]
    );
}

#[test]
fn what_is_looked_up_stands_at_the_end() {
    let page = report(&full());
    let people: Vec<String> = page.texts(".report-people dt");
    assert_eq!(people, ["Ada", "Maya Okafor"]);
    assert_eq!(page.texts(".report-people dd")[0], "G1, A9");
    let ids = page.texts(".report-ids .id");
    assert_eq!(ids.len(), 12, "{ids:?}");
}

#[test]
fn pages_have_running_titles() {
    let run = full().build().ok();
    let css =
        std::fs::read_to_string(run.out.join("assets/report-pages.css")).expect("it is there");
    assert!(
        css.contains("@page { @top-left { content: \"Our plan\"; } }"),
        "{css}"
    );
    assert!(
        css.contains("@top-right { content: \"G1 Read more\"; }"),
        "{css}"
    );
    assert!(css.contains("#chapter-g1 { page: chapter-g1; }"), "{css}");
    assert!(run.page("report.html").has("#chapter-g1"));
}

#[test]
fn a_plan_without_items_has_no_report() {
    let run = plan().file("index.md", "# Alone\n").build().ok();
    assert!(!run.has("report.html") && !run.has("assets/report-pages.css"));
}

#[test]
fn a_plan_without_goals_has_a_report_of_what_there_is() {
    let plan = plan().file("actions/A1.md", "# Do it\n");
    assert!(report(&plan).text(".report").contains("Do it"));
    let plan = support::plan().file("measures/M1.md", "# Count\n");
    assert!(report(&plan).text(".report").contains("Count"));
}

#[test]
fn a_large_plan_has_a_volume_for_each_goal() {
    let folder = plan();
    for (path, text) in synthetic(600) {
        folder.write(&path, text);
    }
    let run = folder.build().ok();
    let page = run.page("report.html");
    assert!(page.text(".report-hint").contains("more than one document"));
    assert!(!page.has(".chapter") && !page.has(".report-index"));
    let mut volumes: BTreeMap<String, usize> = BTreeMap::new();
    for href in page.attributes(".contents a", "href") {
        let (path, _) = href.split_once('#').expect("an anchor");
        if !path.is_empty() {
            *volumes.entry(path.to_owned()).or_default() += 1;
        }
    }
    assert!(volumes.len() > 10, "{volumes:?}");
    let volume = run.page("report/g1.html");
    assert_eq!(volume.texts(".chapter").len(), 1);
    assert!(volume.has(".report-index"));
    let listed = page.attributes(".contents a[href^='report/g1.html#']", "href");
    for href in listed {
        let anchor = href.split('#').nth(1).expect("an anchor");
        assert!(
            volume.has(&format!("[id=\"{anchor}\"]")),
            "{href} leads nowhere"
        );
    }
}
