//! Lists of any length, in pages that a browser can show.

mod support;

use std::collections::BTreeSet;

use support::crawl::crawl;
use support::{Run, plan, small_plan};

/// A plan of so many actions by one owner in one team, under one goal.
fn actions(number: usize) -> Run {
    let mut plan = small_plan();
    for at in 2..=number {
        let text = format!(
            "---\nsupports: S1\nowner: Maya Okafor\nteam: Outreach\ndue: 2027-01-15\n---\n# Action {at}\n"
        );
        plan = plan.file(&format!("actions/A{at}.md"), &text);
    }
    plan.build().ok()
}

#[test]
fn a_listing_is_split_and_holds_each_item_once() {
    let site = actions(450);
    let pages = [
        "actions/index.html",
        "actions/page/2.html",
        "actions/page/3.html",
    ];
    let mut ids = Vec::new();
    for path in pages {
        let rows = site.page(path).texts("#rows td:first-child .id");
        assert!(rows.len() <= 200, "{path} has {} rows", rows.len());
        ids.extend(rows);
    }
    assert_eq!(ids.len(), 450);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 450);
    assert!(!site.has("actions/page/4.html"));
    let second = site.page("actions/page/2.html");
    assert_eq!(second.href("Previous"), "../index.html");
    assert_eq!(second.href("Next"), "3.html");
    assert_eq!(second.text(".paging [aria-current]"), "2");
    assert_eq!(second.text("title"), "Actions, page 2 · Our plan");
    assert_eq!(second.text(".lead"), "450 actions");
    let note = second.text(".filter-note");
    assert!(note.contains("201 to 400"), "{note}");
    assert_eq!(
        second.href("Search all 450"),
        "../../search.html?kind=Action"
    );
}

#[test]
fn a_short_listing_is_one_page() {
    let site = actions(200);
    assert!(!site.has("actions/page/2.html"));
    let page = site.page("actions/index.html");
    assert!(!page.has(".paging") && !page.has(".filter-note"));
}

#[test]
fn an_outline_that_is_too_long_has_a_page_for_each_goal() {
    let mut plan = small_plan().file("goals/G2.md", "# Another goal\n");
    for at in 2..=40 {
        plan = plan.file(
            &format!("strategies/S{at}.md"),
            "---\nsupports: G1\n---\n# A strategy\n",
        );
        for part in 1..=10 {
            let path = format!("actions/B{at}-{part}.md");
            let text = format!("---\nsupports: S{at}\n---\n# An action\n");
            plan = plan.file(&path, &text);
        }
    }
    let site = plan.build().ok();
    let whole = site.page("outline.html");
    assert!(whole.texts("#rows .node").len() <= 300);
    assert_eq!(whole.href("all 431 below"), "outline/goals/g1.html");
    assert!(!site.has("outline/goals/g2.html"), "nothing is below it");
    let part = site.page("outline/goals/g1.html");
    assert_eq!(part.text("h1"), "G1 Read more");
    assert_eq!(part.href("Outline"), "../../outline.html");
    let shown = part.texts("#rows .node").len();
    assert!((41..=300).contains(&shown), "{shown}");
    assert_eq!(part.href("10 more on its page"), "../../strategies/s2.html");
    assert_eq!(crawl(&site.out), [""; 0]);
}

#[test]
fn an_outline_that_fits_is_whole() {
    let site = actions(290);
    assert_eq!(site.page("outline.html").texts("#rows .node").len(), 292);
    assert!(!site.has("outline/goals/g1.html"));
}

#[test]
fn a_goal_with_too_many_parts_shows_the_first() {
    let mut plan = plan().file("goals/G1.md", "# Read more\n");
    for at in 1..=400 {
        plan = plan.file(
            &format!("strategies/S{at}.md"),
            "---\nsupports: G1\n---\n# A strategy\n",
        );
    }
    let site = plan.build().ok();
    let part = site.page("outline/goals/g1.html");
    assert_eq!(part.texts("#rows .node").len(), 301);
    assert_eq!(part.href("100 more on its page"), "../../goals/g1.html");
}

#[test]
fn people_and_teams_show_a_part_of_what_they_have_and_say_so() {
    let site = actions(100);
    let person = site.page("people/maya-okafor.html");
    assert_eq!(person.section("Due next").len(), 60);
    assert!(
        person.text(".figures").contains("100"),
        "{}",
        person.text(".figures")
    );
    assert_eq!(
        person.href("and 40 more"),
        "../search.html?owner=Maya%20Okafor"
    );
    let team = site.page("teams/outreach.html");
    assert_eq!(team.href("and 39 more"), "../search.html?team=Outreach");
}

#[test]
fn many_people_are_shown_by_team() {
    let person = |at: usize| {
        let team = at % 5;
        format!("[people.p{at}]\nname = \"Person {at}\"\nteam = \"Team {team}\"\n")
    };
    let settings: String = (0..230).map(person).collect();
    let site = small_plan().file("plan.toml", &settings).build().ok();
    let page = site.page("people/index.html");
    assert!(page.texts("tbody tr").len() <= 130);
    assert_eq!(page.href("and 21 more"), "../teams/team-0.html");
    assert_eq!(site.page("teams/team-0.html").texts(".lead a").len(), 46);
    assert_eq!(crawl(&site.out), [""; 0]);
}
