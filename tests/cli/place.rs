use super::{nowhere, planwright, small_plan};

#[test]
fn the_plan_is_the_nearest_one_upward() {
    let plan = small_plan();
    let run = planwright(
        &plan.folder().join("goals"),
        &["check", "--today", super::support::TODAY],
    )
    .ok();
    assert!(run.stderr.contains("4 items"), "{}", run.stderr);
}

#[test]
fn no_plan_is_a_failure_with_a_way_out() {
    for args in [&["check"][..], &["check", "not-there"], &["build", "."]] {
        let run = nowhere(args).code(2);
        assert!(run.stderr.contains("planwright init"), "{}", run.stderr);
    }
}

#[test]
fn findings_name_files_as_seen_from_here() {
    let plan = small_plan().file("goals/G2.md", "---\nstart: never\n---\n# Two\n\nText.\n");
    let above = plan.folder().join("..");
    let run = planwright(&above, &["check", "plan", "--format", "short"]).code(1);
    assert!(
        run.stdout.starts_with("plan/goals/G2.md:2:8: error[S004]"),
        "{}",
        run.stdout
    );
}
