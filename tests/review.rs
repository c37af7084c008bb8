//! `planwright review`: what was read beside what, and what has changed since.
#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

mod support;

use std::fs;

use planwright::pipeline;
use planwright::review::Review;

use support::memory::{Texts, inputs};
use support::{Plan, Run, TODAY, small_plan, stamps};

const HEADING: &str = "item,parent,on,by,title,text,dates,target,aims\n";

fn text(plan: &Plan, path: &str) -> String {
    fs::read_to_string(plan.folder().join(path)).unwrap_or_default()
}

fn review(plan: &Plan, more: &[&str]) -> Run {
    plan.run(&[&["review", "--today", TODAY, "--by", "Maya Okafor"], more].concat())
}

/// What T012 says.
fn suspects(plan: &Plan) -> Vec<String> {
    let run = plan.check();
    let lines = run.findings();
    let lines = lines.iter().filter(|line| line.contains("[T012]"));
    lines.map(|line| (*line).to_owned()).collect()
}

#[test]
fn a_review_is_recorded_in_one_line_and_in_the_item() {
    let plan = small_plan();
    let action = text(&plan, "actions/A1.md");
    review(&plan, &["A1"]).ok();
    assert_eq!(
        text(&plan, "reviews.csv"),
        format!("{HEADING}A1,S1,2026-11-23,Maya Okafor,e6cdfbcc,01d18507,-,-,d1f64de5\n")
    );
    let with_day = action.replacen("---\n", "---\nreviewed: 2026-11-23\n", 1);
    assert_eq!(text(&plan, "actions/A1.md"), with_day);
    assert_eq!(plan.check().ok().findings(), Vec::<&str>::new());
    let done = stamps(&plan.folder());
    review(&plan, &["a1"]).ok();
    assert!(
        stamps(&plan.folder()) == done,
        "the same again writes nothing"
    );
}

#[test]
fn what_changes_after_a_review_is_said_until_it_is_read_again() {
    let plan = small_plan();
    review(&plan, &["A1", "M1"]).ok();
    let strategy =
        "---\nsupports: G1\ndue: 2027\n---\n# Go to where people are\n\nNot the reverse.\n";
    plan.write("strategies/S1.md", strategy);
    let found = suspects(&plan);
    assert_eq!(
        found,
        [
            "actions/A1.md:3:11: warning[T012]: the title and the dates of S1 have changed since A1 \
          was reviewed on 2026-11-23 by Maya Okafor (read S1 again and mend A1 if need be, then \
          `planwright review A1`)"
        ]
    );
    let run = plan.run(&["review", "--today", TODAY]).code(1);
    assert_eq!(run.findings()[0], found[0]);
    assert_eq!(run.findings()[1..], ["S1 was never reviewed with G1"]);
    review(&plan, &["A1"]).ok();
    assert_eq!(suspects(&plan), [""; 0]);
}

#[test]
fn a_change_of_form_or_of_progress_is_none_of_meaning() {
    let plan = small_plan().file(
        "strategies/S1.md",
        "---\nsupports: G1\nstart: 2027-01\nowner: A\n---\n# Go  there\n\n- [ ] One\n  two\n",
    );
    review(&plan, &["A1"]).ok();
    plan.write(
        "strategies/S1.md",
        "\u{feff}+++\r\nstatus = \"active\"\r\nprogress = 50\r\nstart = \"2027-01-01..2027-01-31\"\r\n\
         supports = [\"g1\"]\r\ntitle = \"Go there\"\r\n+++\r\n\r\n- [x] One two\r\n<!-- so -->\r\n",
    );
    assert_eq!(suspects(&plan), [""; 0]);
}

#[test]
fn what_cannot_be_read_is_not_said_to_have_changed() {
    let plan = small_plan();
    review(&plan, &["A1"]).ok();
    plan.write(
        "strategies/S1.md",
        "---\nsupports: [G1\n---\n# Stay\n\nHere.\n",
    );
    assert_eq!(suspects(&plan), [""; 0]);
}

#[test]
fn a_measure_is_read_beside_its_goal_and_a_goal_alone() {
    let plan = small_plan();
    review(&plan, &["M1", "G1"]).ok();
    assert_eq!(text(&plan, "reviews.csv").lines().count(), 2);
    assert!(text(&plan, "reviews.csv").contains("\nM1,G1,2026-11-23,"));
    assert!(
        text(&plan, "goals/G1.md").starts_with("---\nreviewed: 2026-11-23\n---\n\n# Read more")
    );
    let alone = small_plan();
    review(&alone, &["G1"]).ok();
    assert!(!alone.folder().join("reviews.csv").exists());
}

#[test]
fn all_begins_with_what_was_never_read_and_spares_what_is_suspect() {
    let plan = small_plan();
    review(&plan, &["A1"]).ok();
    plan.write(
        "strategies/S1.md",
        "---\nsupports: G1\n---\n# Stay\n\nHere.\n",
    );
    review(&plan, &["--all"]).ok();
    assert_eq!(text(&plan, "reviews.csv").lines().count(), 4);
    assert_eq!(suspects(&plan).len(), 1);
    review(&plan, &["--all", "A1"]).code(2);
}

#[test]
fn the_lines_of_others_stay_as_they_are() {
    let other = "GONE,G1,2024-01-01,\"Doe, J.\",00000001,-,-,-,-\n";
    let plan = small_plan().file("reviews.csv", &format!("{HEADING}{other}"));
    review(&plan, &["S1", "A1"]).ok();
    let lines = text(&plan, "reviews.csv");
    let lines: Vec<&str> = lines.split_inclusive('\n').skip(1).collect();
    assert!(lines[0].starts_with("A1,S1,") && lines[1] == other && lines[2].starts_with("S1,G1,"));
}

#[test]
fn the_reviewer_is_known_by_any_of_their_names_and_must_be_named() {
    let people = "[people.maya]\nname = \"Maya Okafor\"\naliases = [\"M. Okafor\"]\n";
    let plan = small_plan().file("plan.toml", people);
    plan.run(&["review", "A1", "--today", TODAY, "--by", "m. okafor"])
        .ok();
    assert!(text(&plan, "reviews.csv").contains(",Maya Okafor,"));
    let run = plan.run(&["review", "A1"]).code(2);
    assert!(run.stderr.contains("PLANWRIGHT_REVIEWER"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_recorded_is_refused_and_nothing_is_written() {
    let broken = "---\nsupports: [S1\n---\n# Two\n\nText.\n";
    let cases = [
        ("A11", "did you mean `A1`?", small_plan()),
        (
            "A2",
            "`actions/A2.md`",
            small_plan().file("actions/A2.md", broken),
        ),
        (
            "A1",
            "cannot be read whole",
            small_plan().file("reviews.csv", &format!("{HEADING}A1,S1\n")),
        ),
        (
            "A1",
            "cannot be read whole",
            small_plan().file(
                "reviews.csv",
                &format!("{HEADING}<<<<<<< HEAD\n=======\n>>>>>>> x\n"),
            ),
        ),
        (
            "A1",
            "cannot be read whole",
            small_plan().file("reviews.csv", "date,value\n"),
        ),
        (
            "A1",
            "`reviews.csv` is there already",
            small_plan()
                .file("reviews.csv", "mine")
                .file("plan.toml", "[plan]\nignore = [\"*.csv\"]\n"),
        ),
    ];
    for (item, words, plan) in cases {
        let before = stamps(&plan.folder());
        let run = review(&plan, &[item]).code(2);
        assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
        assert!(stamps(&plan.folder()) == before, "{words}");
    }
}

#[test]
fn a_dry_run_writes_nothing() {
    let plan = small_plan();
    let before = stamps(&plan.folder());
    let run = review(&plan, &["A1", "--dry-run"]).ok();
    assert!(run.stdout.contains("+reviewed: 2026-11-23\n") && run.stdout.contains("+A1,S1,"));
    assert!(stamps(&plan.folder()) == before);
}

#[test]
fn another_id_is_no_other_meaning() {
    let plan = small_plan().file(
        "strategies/S1.md",
        "---\nsupports: G1\n---\n# Go where people are\n\nFor [[G1]].\n",
    );
    review(&plan, &["--all"]).ok();
    plan.run(&["rename", "G1", "Readers"]).ok();
    plan.run(&["rename", "A1", "Bus"]).ok();
    assert_eq!(suspects(&plan), [""; 0]);
    let record = text(&plan, "reviews.csv");
    assert!(
        record.contains("\nS1,Readers,") && record.contains("\nBus,S1,"),
        "{record}"
    );
    let by_hand = "---\nid: Way\naliases: S1\nsupports: Readers\n---\n# Go where people are\n\nFor [[Readers]].\n";
    plan.write("strategies/S1.md", by_hand);
    assert_eq!(suspects(&plan), [""; 0], "old ids are followed");
}

#[test]
fn the_record_is_no_page_and_cannot_be_linked() {
    let plan = small_plan();
    review(&plan, &["--all"]).ok();
    assert!(!plan.build().ok().has("files/reviews.csv"));
    plan.write("notes.md", "# Notes\n\n[x](reviews.csv)\n");
    plan.check().code(1).finds("[L004]");
}

/// What goes in is settled for good; these must never change.
#[test]
fn fingerprints_are_the_same_in_every_version() {
    let mut texts = Texts::new();
    let mut add = |path: &str, text: &str| texts.insert(path.to_owned(), text.to_owned());
    add("goals/G1.md", "# Größer\n\nMehr *Licht*.\n");
    add(
        "measures/M1.md",
        "---\nmeasures: G1\nunit: loans a year\nbaseline: {value: 100, on: 2025-12-31}\n\
         target: {value: 82.5, on: 2027}\ntargets: [{value: 90, on: 2026-06}]\nsummary: Counted.\n---\n# Loans\n",
    );
    add(
        "contingencies/C1.md",
        "---\nanswers: [M1, R1]\ndue_when: in time\nrepeats: weekly\n\
         trigger: {measure: M1, below: 84, by: 2026-09-30}\n---\n# Walk\n",
    );
    add(
        "risks/R1.md",
        "---\nthreatens: M1\nstart: 2026-Q1\ndue: FY27\n---\n# Rain\n\n- [x] Umbrella\n",
    );
    add(
        "actions/A1.md",
        "---\nsupports: [C1, G1]\nmitigates: R1\n---\n# Act\n",
    );
    add(
        "actions/A2.md",
        "---\nmeasures: M1\nanswers: M1\n---\n# All\n",
    );
    let inputs = inputs(&texts);
    let checked = pipeline::check(&inputs);
    let items: Vec<_> = ["A1", "A2"]
        .map(|id| checked.plan.find(id).expect("an item"))
        .into();
    let prints = Review::of(&items, &checked.plan, &inputs.sources);
    let lines: Vec<String> = prints
        .map(|(_, parent, print)| format!("{} {print}", checked.plan[parent].id))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    G1 b66314e6,e06c9455,-,-,-
    R1 84260f31,73566d7a,2aba09c6,-,8727504a
    C1 2a952f6c,-,fc8d4e66,3d533da1,b091ec4f
    M1 9438fcbb,b05f93d2,-,3ac30822,08a399a1
    ");
}
