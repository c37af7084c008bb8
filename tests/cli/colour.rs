use super::{TempDir, small_plan};

#[test]
fn it_is_used_only_where_wanted() {
    let plan = small_plan().file("goals/G2.md", "---\nstart: never\n---\n# Two\n");
    let escapes = |args: &[&str]| {
        let run = plan.run(args).code(1);
        run.stdout.contains('\u{1b}')
    };
    assert!(!escapes(&["check"]), "no terminal, and NO_COLOR is set");
    assert!(escapes(&["check", "--color", "always"]));
    assert!(!escapes(&["check", "--color", "never"]));
}

#[test]
fn a_file_never_gets_any() {
    let folder = TempDir::new().expect("a folder");
    let run = assert_cmd::Command::cargo_bin("planwright")
        .expect("the program")
        .args(["init", "x"])
        .current_dir(folder.path())
        .env_remove("NO_COLOR")
        .output()
        .expect("a run");
    assert!(!run.stderr.contains(&0x1b));
}
