//! `planwright check --select … --ignore …`.

use crate::support::{Plan, Run, TODAY, small_plan};

fn faulty() -> Plan {
    small_plan().file(
        "actions/A2.md",
        "---\nsupports: [S1, S1, S9]\n---\n# More shelves\n",
    )
}

fn check(more: &[&str]) -> Run {
    let args = ["check", ".", "--today", TODAY, "--format", "short"];
    faulty().run(&[&args, more].concat())
}

fn codes(run: &Run) -> Vec<&str> {
    let tags = run.stdout.split('[').skip(1);
    tags.filter_map(|it| it.split(']').next()).collect()
}

#[test]
fn rules_are_selected_by_code_name_and_group() {
    assert_eq!(codes(&check(&["--select", "L008"])), ["L008"]);
    assert_eq!(
        codes(&check(&["--select", "duplicate-reference"])),
        ["L008"]
    );
    assert_eq!(codes(&check(&["--select", "l"])), ["L008", "L001"]);
    assert_eq!(
        codes(&check(&["--select", "L", "--ignore", "L001"])),
        ["L008"]
    );
}

#[test]
fn hints_that_are_asked_for_are_shown() {
    assert!(!codes(&check(&[])).contains(&"S010"));
    assert_eq!(codes(&check(&["--select", "S010"])), ["S010"]);
}

#[test]
fn only_what_is_selected_counts() {
    check(&["--select", "L008"]).code(0);
    check(&["--select", "L008", "--strict"]).code(1);
    check(&["--ignore", "L001"]).code(0);
}

#[test]
fn a_gate_that_looks_for_nothing_is_refused() {
    let run = check(&["--select", "L01"]).code(2);
    assert!(
        run.stderr.contains("there is no rule `L01`"),
        "{}",
        run.stderr
    );
}
