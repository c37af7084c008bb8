//! People and teams with load and health, and the plans of a family.

mod support;

use support::{Plan, small_plan};

/// Two actions of one person at once, where one is the limit.
fn loaded() -> Plan {
    small_plan()
        .file(
            "plan.toml",
            "[checks]\nR003 = {items = 1}\n\n[people.maya]\nname = \"Maya Okafor\"\nteam = \"Press\"\n",
        )
        .file(
            "actions/A2.md",
            "---\nsupports: S1\nowner: Maya Okafor\nteam: Press\nstatus: planned\nstart: 2027-02-01\ndue: 2027-05-31\n---\n# Print\n\nText.\n",
        )
        .file(
            "milestones/A2.1.md",
            "---\nsupports: A2\nowner: Maya Okafor\ndue: 2027-05-15\n---\n# Printed\n\nText.\n",
        )
}

#[test]
fn load_is_shown_by_quarter_with_the_limit_of_the_rule() {
    let page = loaded().build().ok().page("people/maya-okafor.html");
    assert_eq!(
        page.texts(".load tbody th"),
        ["Q4 2026", "Q1 2027", "Q2 2027"]
    );
    assert_eq!(page.texts(".load tbody .num"), ["1", "2", "1"]);
    assert_eq!(page.texts(".load .over th"), ["Q1 2027"]);
    assert_eq!(page.text(".load .over .mark"), "over the limit");
    assert_eq!(
        page.attributes(".load rect", "width"),
        ["50%", "100%", "50%"]
    );
    assert_eq!(page.attributes(".load .over line", "x1"), ["50%"]);
    assert_eq!(
        page.texts(".load .stones").last().map(String::as_str),
        Some("1")
    );
}

#[test]
fn who_has_nothing_ahead_has_no_load() {
    let plan = small_plan().file(
        "actions/A1.md",
        "---\nsupports: S1\nowner: Maya Okafor\nstatus: done\ncompleted: 2026-10-01\n---\n# Buy a bus\n\nText.\n",
    );
    let page = plan.build().ok().page("people/maya-okafor.html");
    assert!(!page.has(".load") && !page.has(".health-counts"));
}

#[test]
fn people_and_teams_are_listed_with_health_and_what_is_next() {
    let site = loaded().build().ok();
    let page = site.page("people/index.html");
    assert_eq!(page.texts("td.over"), ["2, over the limit"]);
    assert!(page.text(".health-counts").contains("On track"));
    let page = site.page("teams/index.html");
    assert_eq!(page.texts("tbody th"), ["Press"]);
    assert_eq!(page.text(".upcoming"), "A1 31 Mar 2027");
    assert!(!site.page("teams/press.html").has(".load line"), "no limit");
    assert!(!small_plan().build().ok().has("teams/index.html"));
}

#[test]
fn a_long_section_leads_to_the_search_for_the_same_person() {
    let mut plan = small_plan();
    for at in 2..70 {
        plan = plan.file(
            &format!("actions/A{at}.md"),
            "---\nsupports: S1\nowner: Maya Okafor\ndue: 2027-03-31\n---\n# One more\n\nText.\n",
        );
    }
    let page = plan.build().ok().page("people/maya-okafor.html");
    assert_eq!(page.section("Due next").len(), 60);
    assert!(
        page.attributes("p a", "href")
            .contains(&"../search.html?owner=Maya%20Okafor".to_owned())
    );
}

/// A campaign that serves the whole and is served by nobody.
fn family() -> Plan {
    small_plan()
        .file(
            "plan.toml",
            "[plans.campaign]\ntitle = \"The campaign\"\nhorizon = \"tactical\"\nowner = \"Ann Lee\"\nsummary = \"Three waves.\"\n\n\
             [plans.quiet]\ntitle = \"Nothing yet\"\n",
        )
        .file(
            "actions/C1.md",
            "---\nplan: campaign\nsupports: S1\nowner: Ann Lee\nstatus: active\ndue: 2026-10-31\n---\n# First wave\n\nText.\n",
        )
        .file(
            "actions/C2.md",
            "---\nplan: campaign\nsupports: C1\nowner: Ann Lee\nstatus: planned\ndue: 2027-01-31\n---\n# Posters\n\nText.\n",
        )
}

#[test]
fn a_plan_of_the_family_has_a_home() {
    let site = family().build().ok();
    let page = site.page("plans/campaign.html");
    assert_eq!(page.text("h1"), "The campaign");
    assert!(page.text(".page-head").contains("Three waves."));
    assert_eq!(page.texts(".figures .big"), ["2", "2", "1"]);
    assert!(page.section("What it aims at")[0].contains("Read more"));
    assert!(page.section("What is late")[0].contains("First wave"));
    assert!(page.section("Due next")[0].contains("Posters"));
    assert_eq!(page.texts(".tie summary b"), ["Our plan"]);
    assert_eq!(
        page.texts(".tie li"),
        ["C1 First wave → S1 Go where people are"]
    );
    assert!(
        site.page("plans/quiet.html")
            .text(".off")
            .contains("No item")
    );
}

#[test]
fn all_plans_stand_together_by_horizon() {
    let page = family().build().ok().page("plans/index.html");
    assert_eq!(
        page.texts(".tier"),
        ["The whole", "Tactical plan", "Without a horizon"]
    );
    assert_eq!(
        page.texts(".plans h3"),
        ["Our plan", "The campaign", "Nothing yet"]
    );
    assert_eq!(page.texts(".ties tbody tr"), ["The campaign1"]);
    assert!(!small_plan().build().ok().has("plans/index.html"));
}
