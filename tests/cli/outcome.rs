use super::{small_plan, stamps};

#[test]
fn exit_codes_tell_clean_from_findings_from_failure() {
    small_plan().check().code(0);
    small_plan()
        .file("goals/G2.md", "---\nstart: never\n---\n# Two\n")
        .check()
        .code(1);
    let loose = small_plan().file("actions/A2.md", "# Loose\n\nText.\n");
    loose.check().code(0);
    loose.run(&["check", "--strict"]).code(1);
    small_plan().build_with(&["--theme", "not-there"]).code(2);
}

#[test]
fn check_writes_nothing() {
    let plan = small_plan().file("goals/G2.md", "---\nstart: never\n---\n# Two\n");
    let before = stamps(&plan.folder());
    plan.check().code(1);
    assert!(stamps(&plan.folder()) == before && !plan.out().exists());
}

#[test]
fn hints_are_shown_on_request() {
    let plan = small_plan().file("goals/G2.md", "");
    let shown = |args: &[&str]| plan.run(args).ok().stdout.contains("S010");
    assert!(!shown(&["check"]));
    assert!(shown(&["check", "--info"]));
}

#[test]
fn the_closing_line_says_what_was_made_from_what_and_where() {
    let run = small_plan().build().ok();
    let closing = run.stderr.lines().last().unwrap_or_default();
    for words in ["pages from 4 items in ", " s (", "index.html"] {
        assert!(closing.contains(words), "{words} in {closing}");
    }
}

#[test]
fn why_each_file_is_written_is_told_on_request() {
    let plan = small_plan();
    plan.build().ok();
    plan.write(
        "strategies/S1.md",
        "---\nsupports: G1\n---\n# Go where people are\n\nOther words.\n",
    );
    let run = plan.build_with(&["-v"]).ok();
    assert!(
        run.stderr
            .contains("wrote strategies/s1.html (its bytes changed)")
            || run.stderr.contains("wrote strategies/s1.html (changed)")
    );
}

#[test]
fn a_whole_plan_with_audiences_is_said_to_be_whole() {
    let says =
        |plan: crate::support::Plan| plan.build().ok().stderr.contains("this is the whole plan");
    let settings = "[audiences]\norder = [\"public\", \"board\"]\n";
    let marked = "---\naudience: board\n---\n# For few\n\nText.\n";
    assert!(!says(small_plan()));
    assert!(says(
        small_plan()
            .file("plan.toml", settings)
            .file("goals/G2.md", marked)
    ));
}
