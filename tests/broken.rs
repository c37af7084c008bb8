//! A plan that is broken in ten ways at once: all of them are found in one
//! run, each at its place, and the last good site stays as it is.

mod support;

use support::{Plan, small_plan, stamps};

/// Breaks a plan in ten ways.
fn break_it(plan: Plan) -> Plan {
    plan.file("goals/G2.md", "---\nid: g1\n---\n# The same id\n\nAgain.\n")
        .file(
            "strategies/S2.md",
            "---\nsupports: G1\nstart: 2026-02-30\n---\n# A wrong date\n\nText.\n",
        )
        .file(
            "strategies/S3.md",
            "---\nsupports: G1\nonwer: Maya Okafor\n---\n# An unknown field\n\nText.\n",
        )
        .file(
            "actions/A2.md",
            "---\nsupports: [S1, S11]\n---\n# An unknown id\n\nText.\n",
        )
        .file(
            "actions/A3.md",
            "---\nsupports: [S1, A4]\n---\n# A circle\n\nText.\n",
        )
        .file(
            "actions/A4.md",
            "---\nsupports: A3\n---\n# The rest of it\n\nText.\n",
        )
        .file(
            "actions/A5.md",
            "---\nsupports: S1\ncontributors:\n\t- Maya Okafor\n---\n# A tab\n\nText.\n",
        )
        .file(
            "actions/A6.md",
            "---\nsupports: S1\n\n# Not closed\n\nText.\n",
        )
        .bytes(
            "actions/A7.md",
            b"---\nsupports: S1\n---\n# Not UTF-8\n\nA caf\xe9.\n",
        )
        .file(
            "actions/A8.md",
            "---\nsupports: S1\n---\n# An image\n\nHere: ![A map](map.png)\n",
        )
        .file(
            "measures/M2.md",
            "---\nmeasures: G1\nreadings: readings/m2.csv\n---\n# A bad reading\n\nText.\n",
        )
        .file(
            "readings/m2.csv",
            "date,value\n2026-03-31,84\n2026-06-30,eighty\n",
        )
}

/// Where each of them is, and what it is called.
const BROKEN: [(&str, &str); 10] = [
    ("actions/A2.md:2:16: error[L001]", "`S11`"),
    ("actions/A3.md:2:16: error[T006]", "A3"),
    ("actions/A5.md:4:1: error[S002]", "tab"),
    ("actions/A6.md:1:1: error[S002]", "never closed"),
    ("actions/A7.md:6:6: error[S001]", "not UTF-8"),
    ("actions/A8.md:6:16: error[L004]", "`actions/map.png`"),
    ("goals/G2.md:2:5: error[S007]", "`g1`"),
    ("readings/m2.csv:3:12: error[M004]", "`eighty`"),
    ("strategies/S2.md:3:8: error[S004]", "30"),
    ("strategies/S3.md:3:1: error[S003]", "`onwer`"),
];

#[test]
fn ten_faults_are_ten_findings_each_at_its_place() {
    let run = break_it(small_plan()).check().code(1);
    let mut errors: Vec<&str> = run
        .findings()
        .into_iter()
        .filter(|line| line.contains(": error["))
        .collect();
    errors.sort_unstable();
    let places: Vec<&str> = errors
        .iter()
        .map(|line| line.split_once("]: ").map_or(*line, |(place, _)| place))
        .collect();
    let wanted: Vec<&str> = BROKEN
        .iter()
        .map(|(place, _)| place.trim_end_matches(']'))
        .collect();
    assert_eq!(places, wanted, "{errors:#?}");
    for (line, (_, words)) in errors.iter().zip(BROKEN) {
        assert!(line.contains(words), "{words} in {line}");
    }
}

#[test]
fn a_slip_of_the_pen_is_mended() {
    let run = break_it(small_plan()).check().code(1);
    for help in ["did you mean `S1`?", "did you mean `owner`?"] {
        assert!(run.stdout.contains(help), "{help} in {}", run.stdout);
    }
}

#[test]
fn a_circle_is_told_whole() {
    let plan = small_plan()
        .file("actions/A2.md", "---\nsupports: A4\n---\n# Two\n\nText.\n")
        .file(
            "actions/A3.md",
            "---\nsupports: A2\n---\n# Three\n\nText.\n",
        )
        .file("actions/A4.md", "---\nsupports: A3\n---\n# Four\n\nText.\n");
    let run = plan.check().code(1);
    let circles: Vec<&str> = run
        .findings()
        .into_iter()
        .filter(|line| line.contains("T006"))
        .collect();
    assert_eq!(circles.len(), 1, "one circle, one finding: {circles:#?}");
    for id in ["A2", "A3", "A4"] {
        assert!(
            circles[0].to_uppercase().contains(id),
            "{id} in {}",
            circles[0]
        );
    }
}

#[test]
fn the_last_good_site_stays_as_it_is() {
    let plan = small_plan();
    plan.build().ok();
    let before = stamps(&plan.out());
    let run = break_it(plan);
    let run = (run.build().code(1), stamps(&run.out()));
    assert!(run.0.stderr.contains("10 errors"), "{}", run.0.stderr);
    assert!(
        run.0.stderr.contains("nothing was written"),
        "{}",
        run.0.stderr
    );
    assert!(run.1 == before, "the site was touched");
}

#[test]
fn without_a_last_site_none_is_made() {
    let plan = break_it(small_plan());
    plan.build().code(1);
    assert!(!plan.out().exists());
}

#[test]
fn each_finding_shows_its_lines() {
    let plan = break_it(small_plan());
    let run = plan.run(&["check", "--today", support::TODAY]).code(1);
    for line in [
        "3 | onwer: Maya Okafor",
        "2 | supports: [S1, S11]",
        "6 | Here: ![A map](map.png)",
    ] {
        assert!(run.stdout.contains(line), "{line} in {}", run.stdout);
    }
}
