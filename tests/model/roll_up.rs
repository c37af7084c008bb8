use super::{action_with, plan, tree, with_action};

#[test]
fn progress_is_weighted() {
    let run = tree("status: done", "status: active");
    assert!(
        run.page("strategies/s1.html")
            .fact("Progress")
            .starts_with("100 %")
    );
    assert!(
        run.page("goals/g1.html")
            .fact("Progress")
            .starts_with("25 %")
    );
}

#[test]
fn progress_comes_from_the_task_list_else_from_the_status() {
    let task_list =
        "progress: auto\nstatus: active\n---\n- [x] one\n- [ ] two\n- [ ] three\n- [x] four\n\n---";
    assert!(action_with(task_list).fact("Progress").starts_with("50 %"));
    assert!(
        action_with("progress: 30")
            .fact("Progress")
            .starts_with("30 %")
    );
    assert!(
        action_with("status: planned")
            .fact("Progress")
            .starts_with("0 %")
    );
    with_action("progress: 130").check().code(1).finds("130");
}

#[test]
fn what_is_dropped_does_not_count() {
    let run = tree("status: done", "status: dropped");
    assert!(
        run.page("goals/g1.html")
            .fact("Progress")
            .starts_with("100 %")
    );
}

#[test]
fn money_adds_up_in_its_currency() {
    let run = tree("budget: 12k\nspent: 1500", "budget: 1.2M EUR");
    let goal = run.page("goals/g1.html");
    let digits = |text: String| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    assert_eq!(digits(goal.fact("Budget")), "1212000");
    assert_eq!(digits(goal.fact("Spent")), "1500");
    assert!(goal.fact("Budget").contains("sum of its parts"));
    with_action("budget: a lot").check().code(1).finds("a lot");
}

#[test]
fn money_of_several_currencies_is_not_mixed() {
    let goal = tree("budget: 10 EUR", "budget: 20 USD")
        .page("goals/g1.html")
        .fact("Budget");
    assert!(
        goal.contains("10") && goal.contains("20") && !goal.contains("30"),
        "{goal}"
    );
}

#[test]
fn money_that_serves_two_is_not_counted_twice() {
    let run = plan()
        .file("goals/G1.md", "# One\n")
        .file("goals/G2.md", "# Two\n")
        .file(
            "strategies/S1.md",
            "---\nsupports: [G1, {id: G2, weight: 3}]\nbudget: 1000 EUR\n---\n# Both\n",
        )
        .build()
        .ok();
    assert!(run.page("goals/g1.html").fact("Budget").contains("250"));
    assert!(run.page("goals/g2.html").fact("Budget").contains("750"));
}

#[test]
fn health_follows_the_parts() {
    let run = tree(
        "status: active\ndue: 2026-01-31",
        "status: active\ndue: 2027-01-31",
    );
    assert!(
        run.page("strategies/s1.html")
            .fact("Health")
            .starts_with("Off track")
    );
    assert!(
        run.page("strategies/s2.html")
            .fact("Health")
            .starts_with("On track")
    );
    assert!(
        run.page("goals/g1.html")
            .fact("Health")
            .starts_with("At risk"),
        "a quarter of the weight is off track"
    );
}

#[test]
fn a_stated_health_stands_beside_the_computed_one() {
    let health = action_with("status: active\ndue: 2026-01-31\nhealth: at-risk\nhealth_note: One signature\nas_of: 2026-11-20").fact("Health");
    for words in [
        "At risk",
        "One signature",
        "20 Nov 2026",
        "By the figures: Off track",
    ] {
        assert!(health.contains(words), "{words} in {health}");
    }
}

#[test]
fn a_stated_health_lapses_when_nobody_looks() {
    let settings = "[review]\naction = \"3mo\"\n";
    let action = |as_of: &str| {
        let text = format!(
            "---\nsupports: S1\nstatus: active\ndue: 2027-01-31\nhealth: at-risk\nas_of: {as_of}\n---\n# Action\n\nText.\n"
        );
        let plan = plan()
            .file("plan.toml", settings)
            .file("actions/A1.md", &text);
        let plan = plan.file("strategies/S1.md", "# Strategy\n\nText.\n");
        plan.build().page("actions/a1.html").fact("Health")
    };
    let fresh = action("2026-11-20");
    assert!(fresh.starts_with("At risk"), "{fresh}");
    let stale = action("2026-05-20");
    assert!(stale.starts_with("Not known"), "{stale}");
    assert!(stale.contains("it was At risk"), "{stale}");
    assert!(stale.contains("By the figures: On track"), "{stale}");
}

#[test]
fn a_note_is_kept_without_a_health() {
    let note = action_with("status: dropped\nhealth_note: The hall is to be sold").fact("Health");
    assert_eq!(note, "The hall is to be sold");
}
