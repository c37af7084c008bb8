//! The command.

use std::fs;

use crate::support::plan;
use crate::{export, exported, harbour};

#[test]
fn a_file_goes_where_it_is_wanted() {
    let plan = harbour();
    let printed = exported(&plan, &["markdown"]);
    let run = export(&plan, &["markdown", "--out", "all.md"]).ok();
    assert!(run.stdout.is_empty(), "{run:?}");
    assert!(run.stderr.contains("Wrote all.md"), "{run:?}");
    let written = fs::read_to_string(plan.folder().join("all.md")).expect("a file");
    assert_eq!(written, printed);
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = harbour();
    for format in [
        "xlsx", "json", "ical", "atom", "stratml", "needs", "dot", "mermaid",
    ] {
        for out in ["one", "two"] {
            export(&plan, &[format, "--out", &format!("../{out}")]).ok();
        }
        let read = |name: &str| fs::read(plan.folder().join("..").join(name)).expect("a file");
        assert_eq!(read("one"), read("two"), "{format}");
    }
}

#[test]
fn a_plan_with_errors_is_not_exported() {
    let plan = harbour().file("actions/A5.md", "---\nsupports: Q9\n---\n# Lost\n");
    let run = export(&plan, &["json", "--out", "plan.json"]).code(1);
    assert!(run.stderr.contains("Q9"), "{run:?}");
    assert!(run.stderr.contains("nothing was exported"), "{run:?}");
    assert!(!plan.folder().join("plan.json").exists());
}

#[test]
fn an_edition_has_what_its_audience_may_see() {
    let settings = "[audiences]\norder = [\"public\", \"board\"]\ndefault = \"public\"\n\
                    [editions.public]\naudience = \"public\"\nhide_fields = [\"owner\"]\n";
    let plan = plan()
        .file("plan.toml", settings)
        .file(
            "goals/G1.md",
            "---\nowner: Ada Pilot\n---\n# Air\n\nSeen. ::: no\n",
        )
        .file(
            "goals/G2.md",
            "---\naudience: board\n---\n# Secret harbour tunnel\n",
        );
    for format in ["json", "markdown", "stratml", "needs", "dot", "mermaid"] {
        let text = exported(&plan, &[format, "--edition", "public"]);
        assert!(text.contains("Air"), "{format}: {text}");
        for hidden in ["tunnel", "G2", "g2", "Ada", "board"] {
            assert!(!text.contains(hidden), "{format} says {hidden}: {text}");
        }
    }
    let whole = export(&plan, &["json"]).ok();
    assert!(whole.stderr.contains("this is the whole plan"), "{whole:?}");
}

#[test]
fn what_cannot_be_exported_is_said() {
    let harbour = harbour();
    let run = export(&harbour, &["csv"]).code(2);
    assert!(
        run.stderr.contains("name their folder with --out"),
        "{run:?}"
    );
    let run = export(&harbour, &["json", "--owner", "Ada Pilot"]).code(2);
    assert!(
        run.stderr.contains("--owner and --team are for ical alone"),
        "{run:?}"
    );
    let run = export(&harbour, &["ical", "--owner", "Nobody"]).code(2);
    assert!(
        run.stderr.contains("nothing of theirs has a day"),
        "{run:?}"
    );
    let risks = plan()
        .file("index.md", "# Risks\n")
        .file("risks/R1.md", "# Storm\n");
    let run = export(&risks, &["stratml"]).code(2);
    assert!(
        run.stderr.contains("StratML knows no plan without a goal"),
        "{run:?}"
    );
}

#[test]
fn the_schema_of_the_plan_can_be_had() {
    let schema = plan().run(&["schema", "plan"]).ok().stdout;
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!(schema["title"], "Plan");
}
