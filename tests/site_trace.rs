//! Traceability: coverage, gaps and matrices, and the board.

mod support;

use std::fmt::Write as _;

use support::{Plan, plan, small_plan};

/// The small plan with a goal that nothing carries and a second strategy.
fn with_gaps() -> Plan {
    small_plan()
        .file("goals/G2.md", "# Build more\n\nMore rooms.\n")
        .file(
            "strategies/S2.md",
            "---\nsupports: G1\n---\n# Ask people\n\nOften.\n",
        )
        .file(
            "actions/A2.md",
            "---\nstatus: planned\n---\n# Paint the hall\n\nBlue.\n",
        )
}

#[test]
fn coverage_counts_what_the_command_counts_and_names_the_gaps() {
    let site = with_gaps().build().ok();
    let page = site.page("traceability.html");
    assert_eq!(page.text(".page-head .big"), "3 of 6");
    let told = with_gaps().run(&["trace"]);
    assert!(told.stdout.contains("3 of 6"), "{}", told.stdout);
    assert_eq!(
        page.texts(".gap-head"),
        ["Goals 1", "Strategies 1", "Actions 1"]
    );
    let gaps = page.text("[aria-labelledby=section-gaps]");
    for (id, why) in [
        ("G2", "no action with an owner and a due date carries it"),
        ("S2", "no action with an owner and a due date carries it"),
        ("A2", "leads to no goal"),
    ] {
        assert!(gaps.contains(id) && gaps.contains(why), "{id} in {gaps}");
    }
    let whole = small_plan().build().ok().page("traceability.html");
    assert!(whole.text(".off").contains("Nothing is missing"));
}

#[test]
fn each_pair_of_kinds_has_a_matrix_and_others_have_none() {
    let site = with_gaps().build().ok();
    let page = site.page("traceability.html");
    assert_eq!(
        page.attributes(".pairs a", "href"),
        [
            "traceability/strategy-goal.html",
            "traceability/action-goal.html",
            "traceability/action-strategy.html",
            "traceability/measure-goal.html",
        ]
    );
    assert!(!site.has("traceability/measure-action.html"));
    let only_goals = plan().file("goals/G1.md", "# Read more\n\nMore people read.\n");
    assert!(!only_goals.build().ok().has("traceability.html"));
}

#[test]
fn a_matrix_marks_what_is_direct_what_is_not_and_what_is_missing() {
    let site = with_gaps().build().ok();
    let page = site.page("traceability/action-goal.html");
    assert_eq!(
        page.texts("thead th"),
        ["G1 Read more", "G2 Build more gap"]
    );
    assert_eq!(
        page.texts("tbody th"),
        ["A1 Buy a bus", "A2 Paint the hall gap"]
    );
    assert_eq!(page.texts("tbody td .bond"), ["through others"]);
    assert!(page.has("tbody td .bond.through"));
    assert_eq!(page.attributes("tr.gap td", "colspan"), ["2"]);
    let page = site.page("traceability/action-strategy.html");
    assert_eq!(page.texts("tbody td .bond"), ["directly"]);
    let page = site.page("traceability/measure-goal.html");
    assert!(!page.has(".gap"), "a goal may lack a measure");
    assert_eq!(
        page.attributes("tbody th a", "href"),
        ["../measures/m1.html"]
    );
}

/// So many strategies, each with an action, spread over some goals.
fn wide(goals: usize, each: usize) -> Plan {
    let mut all = plan().file("index.md", "---\ntitle: Wide\nvision: Wide\n---\n");
    for goal in 0..goals {
        all = all.file(
            &format!("goals/G{goal}.md"),
            &format!("# Goal {goal}\n\nText.\n"),
        );
    }
    for at in 0..each {
        let goal = at % goals;
        let strategy = format!("---\nsupports: G{goal}\n---\n# Strategy {at}\n\nText.\n");
        let action = format!(
            "---\nsupports: [S{at}, S{}]\nowner: Ann Lee\nstatus: active\ndue: 2027-03-31\n---\n# Action {at}\n\nText.\n",
            (at + goals) % each
        );
        all = all
            .file(&format!("strategies/S{at}.md"), &strategy)
            .file(&format!("actions/A{at}.md"), &action);
    }
    all
}

#[test]
fn a_matrix_of_300_by_300_is_split_by_goal_and_light() {
    let plan = wide(10, 300);
    let site = plan.build().ok();
    let page = site.page("traceability/action-strategy.html");
    assert_eq!(page.texts(".parts tbody tr").len(), 10);
    assert_eq!(page.texts(".page-head .big"), ["300 of 300", "300 of 300"]);
    let mut sizes = String::new();
    for part in 0..10 {
        let path = format!("traceability/action-strategy/g{part}.html");
        let rows = site.page(&path).texts("tbody tr").len();
        assert_eq!(rows, 30, "{path}");
        let size = std::fs::metadata(plan.out().join(&path))
            .expect("a page")
            .len();
        let _ = writeln!(sizes, "{path} {size}");
        assert!(size < 30_000, "{sizes}");
    }
    let one = wide(1, 300);
    let site = one.build().ok();
    let page = site.page("traceability/action-strategy/g0.html");
    assert_eq!(page.texts(".parts").len(), 0);
    assert!(page.texts("tbody tr").len() <= 120, "a stretch of rows");
    assert!(
        page.has(".lists .ids"),
        "too many columns are shown as lists"
    );
    assert!(site.has("traceability/action-strategy/g0-3.html"));
}

#[test]
fn the_board_has_a_column_for_each_state_that_is_used() {
    let plan = small_plan()
        .file(
            "plan.toml",
            "[statuses.pilot]\nlabel = \"In pilot\"\nis = \"active\"\n",
        )
        .file(
            "actions/A2.md",
            "---\nsupports: S1\nstatus: pilot\nowner: Ann Lee\nteam: Press\n---\n# Print\n\nText.\n",
        )
        .file("actions/A3.md", "---\nsupports: S1\n---\n# Say\n\nText.\n");
    let site = plan.build().ok();
    let page = site.page("board.html");
    assert_eq!(
        page.texts(".column h2"),
        ["Active 1", "In pilot 1", "No status 1"]
    );
    let card = page.text("[aria-labelledby=column-active] .card");
    assert!(
        card.contains("Maya Okafor") && card.contains("31 Mar 2027"),
        "{card}"
    );
    assert_eq!(page.attributes(".card", "data-team"), ["Press"]);
    let none = small_plan().file(
        "actions/A1.md",
        "---\nsupports: S1\n---\n# Buy a bus\n\nText.\n",
    );
    assert!(!none.build().ok().has("board.html"));
}

#[test]
fn a_full_column_leads_to_the_listing_filtered_by_its_state() {
    let mut plan = small_plan().file(
        "plan.toml",
        "[statuses.active]\nlabel = \"Under way & well\"\nis = \"active\"\n",
    );
    for at in 2..40 {
        plan = plan.file(
            &format!("actions/A{at}.md"),
            "---\nsupports: S1\nstatus: active\n---\n# One more\n\nText.\n",
        );
    }
    let page = plan.build().ok().page("board.html");
    assert_eq!(page.texts(".card").len(), 30);
    assert_eq!(page.text(".rest"), "and 9 more");
    assert_eq!(
        page.attributes(".rest a", "href"),
        ["actions/index.html?status=Under%20way%20%26%20well"]
    );
}
