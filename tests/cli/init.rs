use super::{TempDir, planwright, stamps};

#[test]
fn a_new_plan_is_clean_and_builds() {
    let folder = TempDir::new().expect("a folder");
    let run = |args: &[&str]| planwright(folder.path(), args);
    run(&["init", "my-plan", "--title", "More \"books\""]).ok();
    let checked = run(&[
        "check", "my-plan", "--strict", "--info", "--format", "short",
    ])
    .ok();
    assert_eq!(checked.stdout, "");
    run(&["build", "my-plan", "--out", "public"]).ok();
    assert!(folder.path().join("public/actions/a1.html").is_file());
}

#[test]
fn nothing_is_written_among_other_files() {
    let folder = TempDir::new().expect("a folder");
    super::support::write(&folder.path().join("mine.txt"), b"mine");
    let run = planwright(folder.path(), &["init", "."]).code(2);
    assert!(run.stderr.contains("is not empty"), "{}", run.stderr);
    assert_eq!(stamps(folder.path()).len(), 1);
}
