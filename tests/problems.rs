//! What readers see of what is wrong: by rule, by item, by owner, and on the
//! pages of rules and items.

mod support;

use support::{Plan, small_plan};

/// Two findings about items of two people, and one about a plain page.
fn faulty() -> Plan {
    small_plan()
        .file(
            "actions/A2.md",
            "---\nsupports: [S1, S1]\nowner: Ann Lee\ndue: 2027-01-31\n---\n# More shelves\n\nTBD\n",
        )
        .file(
            "actions/A3.md",
            "---\nsupports: S1\nowner: Maya Okafor\ndue: 2027-01-31\n---\n# Warm rooms\n\nTODO\n",
        )
        .file("notes.md", "# Notes\n\nTBD\n")
}

#[test]
fn the_same_findings_stand_in_three_orders() {
    let site = faulty().build().ok();
    let heads = |path: &str| site.page(path).texts(".section-head h2");
    assert_eq!(
        heads("problems.html")[..2],
        ["L008 duplicate reference", "S011 leftover placeholder"]
    );
    assert_eq!(
        heads("problems/items.html"),
        ["A2 More shelves", "A3 Warm rooms", "notes.md"]
    );
    assert_eq!(
        heads("problems/owners.html"),
        ["Ann Lee", "Maya Okafor", "Nobody\u{2019}s"]
    );
    let number = |path: &str| site.page(path).texts(".finding").len();
    assert_eq!(number("problems.html"), number("problems/items.html"));
    assert_eq!(number("problems.html"), number("problems/owners.html"));
}

#[test]
fn a_rule_that_found_something_has_a_page_and_others_have_none() {
    let site = faulty().build().ok();
    let page = site.page("problems/s011.html");
    assert_eq!(page.text("h1"), "S011 leftover placeholder");
    assert_eq!(page.texts(".finding").len(), 3);
    assert!(
        page.texts("pre").iter().any(|it| it.contains("TBD")),
        "with its example"
    );
    assert!(!site.has("problems/s007.html"));
    assert!(!small_plan().build().ok().has("problems.html"));
}

#[test]
fn the_home_page_counts_what_has_to_be_mended_and_no_hints() {
    let home = faulty().build().ok().page("index.html");
    assert!(
        home.text(".colophon").contains("4 problems"),
        "{}",
        home.text(".colophon")
    );
    let hints = small_plan().file("actions/A4.md", "---\nsupports: S1\n---\n# More\n");
    let site = hints.build().ok();
    assert!(
        !site
            .page("index.html")
            .text(".colophon")
            .contains("problem")
    );
    assert!(site.page("problems.html").text(".lead").contains("hint"));
}

#[test]
fn an_item_shows_its_own_findings_with_the_lines_in_question() {
    let page = faulty().build().ok();
    let page = page.page("actions/a2.html");
    let found = page.texts(".finding");
    assert!(found.len() >= 2, "{found:#?}");
    assert!(
        found[0].contains("2 \u{2502} supports: [S1, S1]"),
        "{found:#?}"
    );
}

#[test]
fn a_plan_of_nothing_but_faults_has_pages_of_bounded_weight() {
    let mut plan = small_plan();
    for number in 2..1500 {
        let text = format!("---\nsupports: [S1, S1]\n---\n# Item {number}\n\nTBD\n");
        plan = plan.file(&format!("actions/A{number}.md"), &text);
    }
    let site = plan.build().ok();
    let found = |path: &str| site.page(path).texts(".finding").len();
    assert!(found("problems.html") <= 20 * 10);
    assert_eq!(found("problems/items.html"), 300);
    assert_eq!(found("problems/l008.html"), 200);
    assert!(
        site.page("problems/items.html")
            .text("main")
            .contains("more than this page has room for")
    );
}

#[test]
fn a_rule_of_the_plans_own_has_a_page_too() {
    let plan = faulty().file(
        "plan.toml",
        "[[rules]]\nname = \"no-shelves\"\nwhen = 'item.title.contains(\"shelves\")'\n\
         message = \"{id} is about shelves\"\nhelp = \"think of readers\"\n",
    );
    let site = plan.build().ok();
    let page = site.page("problems/no-shelves.html");
    assert_eq!(page.text("h1"), "no shelves");
    assert!(
        page.text(".lead")
            .contains("item.title.contains(\"shelves\")")
    );
    assert_eq!(page.texts(".finding").len(), 1);
    assert!(
        site.page("problems.html")
            .href("no shelves")
            .ends_with("no-shelves.html")
    );
}
