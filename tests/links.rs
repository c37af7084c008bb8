//! How files, items and texts lead to one another.
#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

mod support;

use support::{Plan, plan, small_plan};

/// The small plan with a text in its action.
fn with_text(text: &str) -> Plan {
    small_plan().file(
        "actions/A1.md",
        &format!("---\nsupports: S1\ndue: 2027-03-31\n---\n# Buy a bus\n\n{text}\n"),
    )
}

/// The page of the small plan's action with a text.
#[track_caller]
fn page_with(text: &str) -> support::page::Page {
    with_text(text).build().ok().page("actions/a1.html")
}

#[test]
fn relations_are_links_both_ways() {
    let run = small_plan().build().ok();
    let action = run.page("actions/a1.html");
    let line = action.texts(".thread li");
    assert_eq!(
        line,
        [
            "Vision Everybody reads",
            "G1 Read more",
            "S1 Go where people are"
        ]
    );
    assert_eq!(
        action.href("S1 Go where people are"),
        "../strategies/s1.html"
    );
    let strategy = run.page("strategies/s1.html");
    assert_eq!(strategy.section("Carried by 1 action"), ["Buy a bus"]);
    assert_eq!(strategy.href("Buy a bus"), "../actions/a1.html");
    assert_eq!(
        run.page("measures/m1.html").section("Measures"),
        ["Read more"]
    );
    assert_eq!(
        run.page("goals/g1.html").texts(".measure h3"),
        ["M1 Loans a year"]
    );
}

#[test]
fn every_relation_is_shown_on_both_pages() {
    let run = small_plan()
        .file("actions/A2.md", "---\nsupports: S1\ndepends_on: {id: A1, lag: 2w}\nmitigates: R1\ncontinues: A1\nrelates_to: G1\n---\n# Two\n")
        .file("risks/R1.md", "---\nthreatens: A1\n---\n# Rain\n")
        .file("contingencies/B1.md", "---\nanswers: R1\n---\n# Umbrella\n")
        .build()
        .ok();
    for (page, heading, other) in [
        ("actions/a2.html", "Waits for", "Buy a bus"),
        ("actions/a1.html", "Holds up", "Two"),
        ("actions/a2.html", "Mitigates", "Rain"),
        ("risks/r1.html", "Mitigated by", "Two"),
        ("actions/a2.html", "Continues", "Buy a bus"),
        ("actions/a1.html", "Continued by", "Two"),
        ("actions/a2.html", "See also", "Read more"),
        ("goals/g1.html", "Referred to by", "Two"),
        ("risks/r1.html", "Threatens", "Buy a bus"),
        ("contingencies/b1.html", "Plan B for", "Rain"),
    ] {
        assert_eq!(
            run.page(page).section(heading),
            [other],
            "{heading} on {page}"
        );
    }
    let threatened = run.page("actions/a1.html");
    assert_eq!(threatened.href("Rain"), "../risks/r1.html");
    assert_eq!(
        threatened.href("Umbrella"),
        "../contingencies/b1.html",
        "the plan B stands with the risk"
    );
    assert!(
        run.page("actions/a2.html").text("main").contains("2 weeks"),
        "the lag is shown"
    );
}

#[test]
fn wikilinks_lead_to_items() {
    let page = page_with(
        "See [[G1]], [[s1]], [[G1|our goal]], [[M1#Method]], [[M1#method|how]] and [[#Here]].\n\n## Here\n",
    );
    assert_eq!(page.href("Read more"), "../goals/g1.html");
    assert!(
        page.attributes(".prose a", "href")
            .contains(&"../strategies/s1.html".to_owned()),
        "ids know no case"
    );
    assert_eq!(page.href("our goal"), "../goals/g1.html");
    assert_eq!(page.href("Here"), "#here");
}

#[test]
fn wikilinks_lead_to_headings_by_their_words() {
    let run = small_plan()
        .file("goals/G2.md", "# Two\n\n## What we count\n\nBooks.\n\n## Named {#nick}\n")
        .file("goals/G3.md", "# Three\n\n[[G2#What we count|a]] [[G2#what-we-count|b]] [[G2#nick|c]] [d](G2.md#nick)\n")
        .build()
        .ok();
    let page = run.page("goals/g3.html");
    let hrefs = page.attributes(".prose a", "href");
    assert_eq!(
        hrefs,
        [
            "g2.html#what-we-count",
            "g2.html#what-we-count",
            "g2.html#nick",
            "g2.html#nick"
        ]
    );
    assert!(run.page("goals/g2.html").has("h2#what-we-count"));
    assert!(run.page("goals/g2.html").has("h2#nick"));
}

#[test]
fn links_to_markdown_files_lead_to_their_pages() {
    let run = with_text("[a](../goals/G1.md) [b](/strategies/S1.md) [c](../index.md) [d](../notes/a%20note.md) [[a note]]\n")
        .file("notes/a note.md", "# A note\n\nAbout [[A1]].\n")
        .build()
        .ok();
    let page = run.page("actions/a1.html");
    assert_eq!(page.href("a"), "../goals/g1.html");
    assert_eq!(page.href("b"), "../strategies/s1.html");
    assert_eq!(page.href("c"), "../index.html");
    assert_eq!(page.href("d"), "../pages/notes-a-note.html");
    assert_eq!(page.href("A note"), "../pages/notes-a-note.html");
}

#[test]
fn links_into_the_world_are_left_as_they_are() {
    let page = page_with("[a](https://example.org/x?y=1#z) <mailto:a@example.org>");
    assert_eq!(page.href("a"), "https://example.org/x?y=1#z");
    assert!(
        page.attributes("a", "href")
            .contains(&"mailto:a@example.org".to_owned())
    );
}

#[test]
fn files_that_are_referred_to_are_copied_and_others_are_not() {
    let run = with_text("![A map](../img/the%20map.png) [the brief](brief.txt)")
        .bytes("img/the map.png", b"\x89PNG")
        .bytes("actions/brief.txt", b"words")
        .bytes("assets/always.svg", b"<svg/>")
        .bytes("img/unused.png", b"\x89PNG")
        .build()
        .ok();
    let page = run.page("actions/a1.html");
    assert_eq!(
        page.attributes(".prose img", "src"),
        ["../files/img/the%20map.png"]
    );
    assert_eq!(page.href("the brief"), "../files/actions/brief.txt");
    assert!(run.has("files/img/the map.png") && run.has("files/actions/brief.txt"));
    assert!(
        run.has("files/assets/always.svg"),
        "assets are copied in any case"
    );
    assert!(!run.has("files/img/unused.png"));
}

#[test]
fn a_bound_fact_shows_what_the_plan_says() {
    let page = page_with(
        "Due [[A1.due]], for [[G1.title]], [[M1.latest]] of [[M1.target]], owner [[S1.owner]].",
    );
    assert_eq!(
        page.text(".prose"),
        "Due 31 Mar 2027, for Read more, 120 loans of 200 loans, owner —."
    );
}

#[test]
fn mentions_are_shown_where_they_lead() {
    let run = with_text("We do it for [[G1]] and [again](../goals/G1.md), see [[M1.due]].")
        .file("notes/why.md", "# Why\n\nBecause of [[G1]].\n")
        .build()
        .ok();
    assert_eq!(
        run.page("goals/g1.html").section("Mentioned in"),
        ["Buy a bus", "Why"]
    );
    assert_eq!(
        run.page("pages/notes-why.html").section("Speaks of"),
        ["Read more"]
    );
}

#[test]
fn old_ids_and_paths_lead_on() {
    let run = plan()
        .file(
            "goals/G1.md",
            "---\naliases: [G7, aims/old.md]\n---\n# Read more\n",
        )
        .file("goals/G2.md", "# By its old id\n\n[[G7]]\n")
        .build()
        .ok();
    assert_eq!(run.page("goals/g7.html").href("a new address"), "g1.html");
    assert_eq!(
        run.page("aims/old.html").href("a new address"),
        "../goals/g1.html"
    );
    let refresh = run
        .page("aims/old.html")
        .attributes("meta[http-equiv=refresh]", "content");
    assert_eq!(refresh, ["0; url=../goals/g1.html"]);
    assert_eq!(run.page("goals/g2.html").href("Read more"), "g1.html");
}

#[test]
fn what_leads_nowhere_is_found() {
    for (text, column, code, words) in [
        ("[[G11]]", 3, "L001", "did you mean `G1`?"),
        ("[[G1.duee]]", 3, "L001", "did you mean `due`?"),
        ("[x](../goals/G9.md)", 5, "L002", "goals/G9.md"),
        ("[[G1#Nothing]]", 5, "L003", "Nothing"),
        ("[x](../goals/G1.md#nothing)", 19, "L003", "nothing"),
        ("[x](#nothing)", 5, "L003", "nothing"),
        ("![A map](map.png)", 10, "L004", "map.png"),
        ("[x](../../secret.md)", 5, "L005", "secret"),
        ("[x](javascript:alert)", 5, "L005", "javascript"),
    ] {
        let run = with_text(text).check().code(1);
        let lines: Vec<&str> = run
            .findings()
            .into_iter()
            .filter(|line| line.contains(": error["))
            .collect();
        assert_eq!(lines.len(), 1, "{text}: {lines:#?}");
        let place = format!("actions/A1.md:7:{column}: error[{code}]");
        assert!(
            lines[0].starts_with(&place) && lines[0].contains(words),
            "{text}: {}",
            lines[0]
        );
    }
}

#[test]
fn a_relation_to_the_wrong_thing_is_found() {
    for (field, code) in [
        ("supports: G9", "L001"),
        ("supports: M1", "L006"),
        ("depends_on: G1", "L006"),
        ("relates_to: A2", "L007"),
        ("supports: [S1, S1]", "L008"),
    ] {
        let run = small_plan()
            .file(
                "actions/A2.md",
                &format!("---\n{field}\n---\n# Two\n\nText.\n"),
            )
            .check();
        let found = run
            .findings()
            .into_iter()
            .any(|line| line.contains("actions/A2.md:2:") && line.contains(code));
        assert!(found, "{field} is {code}: {}", run.stdout);
    }
}

#[test]
fn scripts_in_a_text_never_run() {
    let page = page_with(
        "<script>alert(1)</script> <img src=x onerror=alert(1)> <a href=\"javascript:alert(1)\">x</a> <b>bold</b>",
    );
    assert!(!page.has(".prose script") && !page.has("[onerror]"));
    assert!(page.attributes(".prose a", "href").is_empty());
    assert_eq!(page.text(".prose b"), "bold");
}

#[test]
fn a_wikilink_with_words_of_its_own_fits_into_a_table() {
    let page = page_with("| who | what |\n|---|---|\n| Maya | [[S1\\|go there]] |");
    assert_eq!(page.href("go there"), "../strategies/s1.html");
    let plan = with_text("| a | b |\n|---|---|\n| [[S1\\|go there]] | x |");
    plan.run(&["rename", "S1", "S9"]).ok();
    let text = std::fs::read_to_string(plan.folder().join("actions/A1.md")).expect("a text");
    assert!(text.contains("| [[S9\\|go there]] | x |"), "{text}");
}
