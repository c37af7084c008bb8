//! What `check --fix` mends, and what it leaves alone.
#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

mod support;

use std::fs;

use planwright::diagnostic::Diagnostic;
use planwright::mend;
use planwright::pipeline;
use proptest::prelude::*;

use support::memory::{Texts, inputs};
use support::{Plan, Run, TODAY, small_plan, stamps};

fn fix(plan: &Plan, more: &[&str]) -> Run {
    let args = ["check", ".", "--today", TODAY, "--format", "short", "--fix"];
    plan.run(&[&args[..], more].concat())
}

fn text(plan: &Plan, path: &str) -> String {
    fs::read_to_string(plan.folder().join(path)).expect("a file of the plan")
}

/// One file of the plan, before and after.
#[track_caller]
fn mends(path: &str, before: &str, after: &str) {
    let plan = small_plan().file(path, before);
    fix(&plan, &[]).ok();
    assert_eq!(text(&plan, path), after);
    let done = stamps(&plan.folder());
    fix(&plan, &[]).ok();
    assert!(
        stamps(&plan.folder()) == done,
        "a second run writes nothing"
    );
}

#[test]
fn words_and_dates_are_put_right_and_all_other_bytes_stay() {
    mends(
        "actions/A2.md",
        "\u{feff}---\r\nid: A2   # ours\r\nsupports: S1\r\nstatus:   'actve' # \tsoon\r\n\
         due: \"30.09.2027\"\r\npriority: hihg\r\n---\r\n# Two\t\r\n\r\nText. \r\n",
        "\u{feff}---\r\nid: A2   # ours\r\nsupports: S1\r\nstatus:   'active' # \tsoon\r\n\
         due: \"2027-09-30\"\r\npriority: high\r\n---\r\n# Two\t\r\n\r\nText. \r\n",
    );
}

#[test]
fn toml_and_json_keep_their_quotes() {
    mends(
        "actions/A2.md",
        "+++\nsupports = \"S1\"\nstatus = \"plannd\"\n+++\n# Two\n\nText.\n",
        "+++\nsupports = \"S1\"\nstatus = \"planned\"\n+++\n# Two\n\nText.\n",
    );
    mends(
        "actions/A2.md",
        ";;;\n{\"supports\": \"S1\", \"due\": \"September 2027\"}\n;;;\n# Two\n\nText.\n",
        ";;;\n{\"supports\": \"S1\", \"due\": \"2027-09\"}\n;;;\n# Two\n\nText.\n",
    );
}

#[test]
fn a_second_reference_goes_with_its_comma_or_line() {
    mends(
        "actions/A2.md",
        "---\nsupports: [S1, s1, S1]\ndepends_on:\n  - A1\n  - A1\n---\n# Two\n\nText.\n",
        "---\nsupports: [S1]\ndepends_on:\n  - A1\n---\n# Two\n\nText.\n",
    );
}

#[test]
fn old_ids_are_put_right_where_they_are_shown() {
    let written = "---\nsupports: \"old\"\ndepends_on: {id: a1, lag: 2w}\n---\n# Two\n\n[[OLD|it]], [[a1.due]]\n";
    let plan = small_plan().file("actions/A2.md", written).file(
        "strategies/S1.md",
        "---\nsupports: G1\naliases: [OLD]\n---\n# Go\n\nText.\n",
    );
    fix(&plan, &[]).ok();
    assert_eq!(text(&plan, "actions/A2.md"), written);
    fix(&plan, &["--info"]).ok();
    assert_eq!(
        text(&plan, "actions/A2.md"),
        "---\nsupports: \"S1\"\ndepends_on: {id: A1, lag: 2w}\n---\n# Two\n\n[[S1|it]], [[A1.due]]\n"
    );
}

#[test]
fn words_that_may_need_quotes_are_left() {
    let plan = small_plan()
        .file(
            "plan.toml",
            "[fields.district]\nlabel = \"District\"\ntype = \"term\"\nvalues = [\"East: old\"]\n",
        )
        .file(
            "actions/A2.md",
            "---\nsupports: S1\ndistrict: East old\ndue: 2027\n---\n# Two\n\nText.\n",
        )
        .file(
            "actions/A3.md",
            ";;;\n{\"supports\": \"S1\", \"due\": 20270930}\n;;;\n# Three\n\nText.\n",
        );
    let before = stamps(&plan.folder());
    fix(&plan, &[]).code(1);
    assert!(stamps(&plan.folder()) == before);
}

#[test]
fn readings_kinds_and_settings_are_mended_too() {
    let plan = small_plan()
        .file("readings.csv", "date,value\r\n31.12.2025, 100\r\n2026-06-30,120\r\n")
        .file(
            "measures/M1.md",
            "---\nmeasures: G1\nunit: loans\nbaseline: {value: 100, on: 31.12.2025}\n\
             target: {value: 200, on: 2027-12-31}\nreadings: readings.csv\n---\n# Loans\n\nCounted.\n",
        )
        .file("more/S2.md", "---\nkind: stratgy\nsupports: G1\n---\n# Two\n\nText.\n")
        .file("plan.toml", "[checks]\nT003 = 'of'\nS010 = 'infos' # later\n");
    fix(&plan, &[]);
    assert!(text(&plan, "readings.csv").contains("\r\n2025-12-31, 100\r\n"));
    assert!(text(&plan, "measures/M1.md").contains("{value: 100, on: 2025-12-31}"));
    assert!(text(&plan, "more/S2.md").contains("kind: strategy\n"));
    assert!(text(&plan, "plan.toml").contains("S010 = 'info' # later\n"));
}

#[test]
fn what_can_mean_two_things_is_left() {
    let written = "---\nsupports: S1\nstatus: of-track\nhealth: of-track\ndue: 05/06/2027\n---\n# Two\n\nText.\n";
    let plan = small_plan().file("actions/A2.md", written);
    let run = fix(&plan, &[]).code(1);
    assert_eq!(run.findings().len(), 3);
    assert_eq!(text(&plan, "actions/A2.md"), written);
}

#[test]
fn it_says_how_much_was_mended_and_what_is_left() {
    let plan = small_plan().file(
        "actions/A2.md",
        "---\nsupports: S1\nstatus: actve\nowner: []\n---\n# Two\n\nText.\n",
    );
    let run = fix(&plan, &[]).code(1);
    assert!(
        run.stderr.contains("Mended 1 finding in 1 file"),
        "{}",
        run.stderr
    );
    run.finds("`owner`");
    assert!(
        run.stderr.contains("5 items in 6 files: 1 error"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let plan = small_plan().file(
        "actions/A2.md",
        "---\nsupports: S1\nstatus: actve\n---\n# Two\n\nText.\n",
    );
    let before = stamps(&plan.folder());
    let run = fix(&plan, &["--dry-run"]).code(1);
    assert_eq!(
        run.stdout,
        "--- a/actions/A2.md\n+++ b/actions/A2.md\n@@ -1,6 +1,6 @@\n ---\n supports: S1\n\
         -status: actve\n+status: active\n ---\n # Two\n \n"
    );
    assert!(stamps(&plan.folder()) == before);
    plan.run(&["check", "--dry-run"]).code(2);
}

#[test]
fn check_without_fix_writes_nothing() {
    let plan = small_plan().file(
        "actions/A2.md",
        "---\nsupports: [S1, S1]\nstatus: actve\n---\n# Two\n\nText.\n",
    );
    let before = stamps(&plan.folder());
    let run = plan.check().code(1);
    assert!(
        run.stderr.ends_with("--fix mends 2 findings of these\n"),
        "{}",
        run.stderr
    );
    assert!(stamps(&plan.folder()) == before);
}

#[test]
#[cfg(unix)]
fn rights_stay_and_links_are_left_alone() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let wrong = "---\nsupports: S1\nstatus: actve\n---\n# Two\n\nText.\n";
    let plan = small_plan()
        .file("actions/A2.md", wrong)
        .file("kept/A3.md", wrong);
    let file = plan.folder().join("actions/A2.md");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("rights");
    symlink("../kept/A3.md", plan.folder().join("actions/A3.md")).expect("a link");
    let run = fix(&plan, &[]).code(1);
    assert!(
        run.stderr.contains("`actions/A3.md` is a symbolic link"),
        "{}",
        run.stderr
    );
    assert!(text(&plan, "actions/A2.md").contains("status: active"));
    assert_eq!(text(&plan, "kept/A3.md"), wrong);
    let mode = fs::metadata(&file).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn a_file_that_is_no_text_is_left_alone() {
    let bytes = b"---\nsupports: S1\nstatus: actve\n---\n# Caf\xe9\n\nText.\n";
    let plan = small_plan().bytes("actions/A2.md", bytes);
    let run = fix(&plan, &[]).code(1);
    assert!(
        run.stderr.contains("`actions/A2.md` was left alone"),
        "{}",
        run.stderr
    );
    let kept = fs::read(plan.folder().join("actions/A2.md")).expect("a file");
    assert_eq!(kept, bytes);
}

/// Makes all mends of a plan in memory.
fn mended(texts: &Texts) -> (Texts, usize) {
    let inputs = inputs(texts);
    let found = pipeline::check(&inputs).diagnostics;
    let fixes = found.iter().map(|found| found.fix.as_slice());
    let chosen = mend::choose(fixes.filter(|fix| !fix.is_empty()));
    let mut after = texts.clone();
    for (source, edits) in chosen.files() {
        let source = inputs.sources.source(source);
        let text = mend::applied(&source.text, &edits);
        after.insert(source.path.to_string(), text);
    }
    (after, chosen.taken + chosen.refused)
}

fn errors(texts: &Texts) -> Vec<String> {
    let found = pipeline::check(&inputs(texts)).diagnostics;
    let errors = found.into_iter().filter(Diagnostic::is_error);
    errors.map(|found| found.message).collect()
}

/// A line of front matter, right or wrong, in one of many spellings.
fn line() -> impl Strategy<Value = String> {
    let quote = prop_oneof![Just(""), Just("'"), Just("\"")];
    let value = prop_oneof![
        (
            "status",
            "(planned|plnned|actve|active |on-hld|of hold|dne)"
        ),
        ("priority", "(low|hihg|mediun|critcal|urgent)"),
        ("health", "(on-trak|at-rsk|of-track|off track)"),
        (
            "due",
            "(30\\.09\\.2027|2027/9/30|Sept 2027|5\\.6\\.2027|20270930|Q3 2027)"
        ),
        ("start", "(2027-01-05|January 5, 2027|1/2027|2027)"),
    ];
    let scalar = (value, quote, "( # \t?why)?").prop_map(|((key, value), quote, comment)| {
        format!("{key}:  {quote}{value}{quote}{comment}")
    });
    let list = prop_oneof![
        Just("[S1, S1]"),
        Just("[S1, s1 , \"S1\"] # twice"),
        Just("\n  - S1\n  - S1\n  - 'S1' # kept"),
        Just("[{id: S1, weight: 2}, S1]"),
    ];
    let list = list.prop_map(|list| format!("supports: {list}"));
    prop_oneof![3 => scalar, 1 => list]
}

/// Lines of which no two are of one field.
fn matter() -> impl Strategy<Value = String> {
    proptest::collection::vec(line(), 1..6).prop_map(|lines| {
        let mut seen = std::collections::BTreeSet::new();
        let key = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
        let once: Vec<String> = lines
            .into_iter()
            .filter(|line| seen.insert(key(line)))
            .collect();
        once.join("\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_can_be_mended_is_mended_at_once_and_nothing_new_is_wrong(
        matters in proptest::collection::vec(matter(), 1..4),
        crlf in any::<bool>(),
    ) {
        let mut texts = Texts::new();
        texts.insert("goals/G1.md".to_owned(), "# One\n\nText.\n".to_owned());
        texts.insert("strategies/S1.md".to_owned(), "---\nsupports: G1\n---\n# Two\n\nText.\n".to_owned());
        for (number, matter) in matters.iter().enumerate() {
            let text = format!("---\n{matter}\n---\n# Item {number}\n\nText.\t\n");
            let text = if crlf { text.replace('\n', "\r\n") } else { text };
            texts.insert(format!("actions/A{number}.md"), text);
        }
        let before = errors(&texts);
        let (after, _) = mended(&texts);
        let (again, left) = mended(&after);
        prop_assert_eq!(left, 0, "{:#?}", after);
        prop_assert_eq!(&again, &after);
        for error in errors(&after) {
            prop_assert!(before.contains(&error), "{error} in {after:#?}");
        }
        for (path, text) in &after {
            prop_assert_eq!(text.matches('#').count(), texts[path].matches('#').count());
            prop_assert_eq!(text.matches('\t').count(), texts[path].matches('\t').count());
        }
    }
}
