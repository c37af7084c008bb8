use super::small_plan;

#[test]
fn the_environment_can_fix_it() {
    let plan = small_plan();
    let build = |epoch: &str| {
        assert_cmd::Command::cargo_bin("planwright")
            .expect("the program")
            .args(["build", "--out", "../public"])
            .current_dir(plan.folder())
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .expect("a run")
    };
    assert_eq!(build("1700000000").status.code(), Some(0));
    let home = std::fs::read_to_string(plan.out().join("index.html")).expect("a page");
    assert!(home.contains("14 Nov 2023"));
    let wrong = build("yesterday");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("SOURCE_DATE_EPOCH"));
}
