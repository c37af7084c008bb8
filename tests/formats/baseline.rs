//! `planwright check --write-baseline`.

use crate::support::{TODAY, small_plan, stamps};

const CHECK: [&str; 6] = ["check", ".", "--today", TODAY, "--format", "short"];
const RECORD: [&str; 5] = ["check", ".", "--today", TODAY, "--write-baseline"];

#[test]
fn only_new_findings_break_the_build() {
    let plan = small_plan().file(
        "actions/A2.md",
        "---\nsupports: S9\n---\n# More shelves\n\nHigh.\n",
    );
    plan.run(&CHECK).code(1).finds("L001");
    let run = plan.run(&RECORD).ok();
    assert!(run.stderr.contains("1 finding in"), "{}", run.stderr);
    let run = plan.run(&CHECK).ok();
    assert!(
        run.stdout.is_empty() && run.stderr.contains("1 of these are known"),
        "{run:?}"
    );
    let sarif = [
        "check", ".", "--today", TODAY, "--info", "--format", "sarif",
    ];
    let sarif = plan.run(&sarif).ok().stdout;
    assert!(
        sarif.contains("\"baselineState\": \"unchanged\""),
        "{sarif}"
    );
    crate::fits(include_str!("../schemas/sarif-2.1.0.json"), &sarif);
    plan.build().ok();
    plan.write(
        "actions/A3.md",
        "---\nsupports: S8\n---\n# Warm rooms\n\nAll.\n",
    );
    plan.run(&CHECK).code(1).finds("there is no item `S8`");
}

#[test]
fn what_is_mended_is_reported_and_goes_with_the_next_record() {
    let plan = small_plan().file(
        "actions/A2.md",
        "---\nsupports: S9\n---\n# More shelves\n\nHigh.\n",
    );
    plan.run(&RECORD).ok();
    plan.write(
        "actions/A2.md",
        "---\nsupports: S1\n---\n# More shelves\n\nHigh.\n",
    );
    plan.run(&CHECK).ok().finds("S017");
    plan.run(&RECORD).ok();
    assert!(plan.run(&CHECK).ok().stdout.is_empty());
}

#[test]
fn a_second_record_keeps_what_is_known_and_changes_nothing() {
    let plan = small_plan().file(
        "actions/A2.md",
        "---\nsupports: S9\n---\n# More shelves\n\nHigh.\n",
    );
    plan.run(&RECORD).ok();
    let first = stamps(&plan.folder());
    plan.run(&RECORD).ok();
    let bytes = |stamps: &std::collections::BTreeMap<String, crate::support::Stamp>| {
        stamps
            .values()
            .map(|stamp| stamp.bytes.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(bytes(&stamps(&plan.folder())), bytes(&first));
}

#[test]
fn nothing_else_is_written() {
    let plan = small_plan().file("actions/A2.md", "---\nsupports: S9\n---\n# More shelves\n");
    let before = stamps(&plan.folder());
    for format in ["full", "short", "json", "sarif", "github", "junit"] {
        plan.run(&["check", ".", "--today", TODAY, "--format", format])
            .code(1);
    }
    assert_eq!(stamps(&plan.folder()), before);
    plan.run(&RECORD).ok();
    let mut after = stamps(&plan.folder());
    after
        .remove("planwright-baseline.csv")
        .expect("the baseline");
    assert_eq!(after, before);
}

#[test]
fn what_is_known_stays_known_when_an_item_gets_another_id() {
    let plan = small_plan()
        .file(
            "actions/A2.md",
            "---\nsupports: S9\n---\n# More shelves\n\nHigh.\n",
        )
        .file(
            "goals/G2.md",
            "---\nid: G2\n---\n# Nobody\u{2019}s\n\nNone.\n",
        );
    plan.run(&RECORD).ok();
    plan.run(&["rename", "A2", "A9", "."]).ok();
    plan.run(&["rename", "G2", "G7", "."]).ok();
    let run = plan.run(&CHECK).ok();
    assert!(run.stdout.is_empty(), "{}", run.stdout);
}
