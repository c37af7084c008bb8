use super::{plan, stamps};

const DOCUMENT: &str = "<StrategicPlan><Name>Ours</Name><StrategicPlanCore>\
    <Goal><Name>Air</Name><Description>Clean.</Description><SequenceIndicator>1</SequenceIndicator></Goal>\
    <Goal><Name/><Description/></Goal></StrategicPlanCore></StrategicPlan>";

#[test]
fn a_file_becomes_a_plan_that_can_be_built() {
    let plan = plan().file("ours.xml", DOCUMENT);
    let run = plan
        .run(&["import", "stratml", "ours.xml", "--into", "new"])
        .ok();
    assert_eq!(
        run.stdout,
        "note: Goal 2 on line 1: it has no name; it is called `Goal 2`\n"
    );
    assert!(
        run.stderr
            .contains("Imported 2 new items, 0 changed, 0 the same: 4 files in new"),
        "{run:?}"
    );
    assert!(run.stderr.contains("the plan then has 0 errors"), "{run:?}");
    let out = plan.out();
    let out = out.to_string_lossy();
    let built = plan.run(&["build", "new", "--out", &out]).ok();
    assert_eq!(built.page("goals/g1.html").text("h1"), "Air");
}

#[test]
fn a_dry_run_says_what_would_be_written_and_writes_nothing() {
    let plan = plan().file("ours.xml", DOCUMENT);
    let before = stamps(&plan.folder());
    let run = plan
        .run(&[
            "import",
            "stratml",
            "ours.xml",
            "--into",
            "new",
            "--dry-run",
            "--diff",
        ])
        .ok();
    assert!(
        run.stdout.contains("new      goals/g1-air.md: G1 Air\n"),
        "{run:?}"
    );
    assert!(run.stdout.contains("+title: Air\n"), "{run:?}");
    assert!(run.stderr.contains("would import 2 new items"), "{run:?}");
    assert_eq!(stamps(&plan.folder()), before);
}

#[test]
fn what_is_there_is_changed_only_on_request() {
    let newer = DOCUMENT.replace("Clean.", "Cleaner.");
    let plan = plan().file("ours.xml", DOCUMENT).file("newer.xml", &newer);
    let import = |file: &str, more: &[&str]| {
        let args = [&["import", "stratml", file, "--into", "new"], more].concat();
        plan.run(&args)
    };
    import("ours.xml", &[]).ok();
    let again = import("ours.xml", &[]).ok();
    assert!(
        again
            .stderr
            .contains("0 new items, 0 changed, 2 the same: 0 files"),
        "{again:?}"
    );
    let before = stamps(&plan.folder());
    let asked = import("newer.xml", &[]).code(1);
    assert!(asked.stdout.contains("-Clean.\n+Cleaner.\n"), "{asked:?}");
    assert!(
        asked.stderr.contains("nothing was written; --update"),
        "{asked:?}"
    );
    assert_eq!(stamps(&plan.folder()), before);
    import("newer.xml", &["--new-only"]).ok();
    assert_eq!(stamps(&plan.folder()), before);
    let updated = import("newer.xml", &["--update"]).ok();
    assert!(
        updated
            .stderr
            .contains("0 new items, 1 changed, 1 the same: 1 file"),
        "{updated:?}"
    );
    import("newer.xml", &[]).ok();
}

#[test]
fn what_cannot_be_read_is_said() {
    let plan = plan().file("ours.xml", "<a>\n<b></a>").file("file", "");
    let refused = |args: &[&str], why: &str| {
        let run = plan.run(&[&["import", "stratml"], args].concat()).code(2);
        assert!(run.stderr.contains(why), "{run:?}");
        assert!(!plan.folder().join("new").exists());
    };
    refused(
        &["ours.xml", "--into", "new"],
        "cannot import `ours.xml`: line 2 is no XML that can be read",
    );
    refused(&["none.xml", "--into", "new"], "cannot read `none.xml`");
    let plan = plan.file("good.xml", DOCUMENT);
    let run = plan
        .run(&["import", "stratml", "good.xml", "--into", "file"])
        .code(2);
    assert!(run.stderr.contains("`file` is no folder"), "{run:?}");
}

#[test]
fn columns_are_said_before_anything_is_written() {
    let table = "Goal,Action,Lead,Due,Shoe size\nGrow,Plant,Ada,05/06/2027,4\n";
    let plan = plan().file("plan.csv", table);
    let import = |more: &[&str]| {
        let args = [&["import", "csv", "plan.csv", "--into", "new"], more].concat();
        plan.run(&args)
    };
    let run = import(&["--dry-run", "--day-first", "--map", "Shoe size=weight"]).ok();
    assert!(run.stdout.contains("column C: `Lead` → owner\n"), "{run:?}");
    assert!(
        run.stdout
            .contains("column E: `Shoe size` → weight (by hand)\n"),
        "{run:?}"
    );
    let run = import(&["--map", "Shoe size=shoe"]).code(2);
    assert!(run.stderr.contains("there is no such field"), "{run:?}");
    let run = plan
        .run(&["import", "json", "plan.csv", "--into", "new", "--day-first"])
        .code(2);
    assert!(run.stderr.contains("are for csv and xlsx"), "{run:?}");
    import(&["--month-first"]).ok();
    plan.run(&["check", "new", "--today", "2026-11-23"]).ok();
}
