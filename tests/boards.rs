//! Boards of two by two within a text.
#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

mod support;

use support::{Plan, page::Page, small_plan};

fn board(block: &str) -> Plan {
    small_plan().file("board.md", &format!("# A board\n\n{block}\n"))
}

fn page(block: &str) -> Page {
    board(block).build().ok().page("pages/board.html")
}

const SWOT: &str = "```swot\ntitle: Where we stand\nstrengths:\n  - [[S1]] has a bus\n  - Staff: the best\n\
                    weaknesses: One room\nthreats:\n  - [[G1|No readers]], soon\n```";

#[test]
fn a_swot_has_four_quadrants_with_linked_words() {
    let plan = board(SWOT);
    let site = plan.build().ok();
    let page = site.page("pages/board.html");
    assert_eq!(page.text(".view-title"), "Where we stand");
    assert_eq!(
        page.texts(".quadrant-name"),
        [
            "Strengths, Within, Helpful",
            "Weaknesses, Within, Harmful",
            "Opportunities, Outside, Helpful",
            "Threats, Outside, Harmful"
        ]
    );
    assert_eq!(
        page.texts(".quadrant li"),
        [
            "Go where people are has a bus",
            "Staff: the best",
            "One room",
            "No readers, soon"
        ]
    );
    assert_eq!(
        page.attributes(".quadrant li a", "href"),
        ["../strategies/s1.html", "../goals/g1.html"]
    );
    assert_eq!(page.texts(".quadrant .soft"), ["Nothing here yet"]);
}

#[test]
fn what_stands_on_a_board_counts_as_mentioned() {
    let site = board(SWOT).build().ok();
    let mentions = site.page("strategies/s1.html").text("main");
    assert!(mentions.contains("A board"), "{mentions}");
}

#[test]
fn links_after_a_board_lead_where_they_should() {
    let page = page(&format!("[[A1]] first.\n\n{SWOT}\n\nThen [[M1]]."));
    assert_eq!(
        page.attributes(".prose a", "href"),
        [
            "../actions/a1.html",
            "../strategies/s1.html",
            "../goals/g1.html",
            "../measures/m1.html"
        ]
    );
}

#[test]
fn impact_and_effort_place_what_they_score() {
    let page = page(
        "```impact-effort\n[[A1]]: {impact: 4, effort: 2}\n[[S1]]: {impact: 5, effort: 5}\n\
         Paint the door: {impact: 2.5, effort: 1}\nthankless-tasks:\n  - Count the chairs\n```",
    );
    assert_eq!(
        page.texts(".quadrant li"),
        [
            "Buy a bus impact 4, effort 2",
            "Go where people are impact 5, effort 5",
            "Paint the door impact 2.5, effort 1",
            "Count the chairs"
        ]
    );
    assert_eq!(
        page.texts(".quadrant-name")[0],
        "Quick wins, High impact, Low effort"
    );
}

#[test]
fn an_ansoff_matrix_is_about_products_and_markets() {
    let page = page("```ansoff\nmarket-penetration: More cards\ndiversification: A café\n```");
    assert_eq!(page.texts(".quadrant li"), ["More cards", "A café"]);
    assert_eq!(
        page.texts(".quadrant-name")[1],
        "Product development, Existing markets, New products"
    );
}

#[test]
fn a_link_on_a_board_that_leads_nowhere_is_found_at_its_place() {
    let run = board("```swot\nstrengths:\n  - Our [[S9]]\n```")
        .check()
        .code(1);
    run.finds("board.md:5:11: error[L001]");
}

#[test]
fn a_renamed_item_is_renamed_on_boards() {
    let plan = board(SWOT);
    plan.run(&["rename", "S1", "S7"]).ok();
    plan.check().ok();
    let text = std::fs::read_to_string(plan.folder().join("board.md")).expect("a page");
    assert!(text.contains("- [[S7]] has a bus"), "{text}");
}
