//! `planwright check --format …`.

use crate::support::{Plan, Run, TODAY, small_plan};
use crate::{fits, golden};

/// A plan with a finding of each severity, in several places, with odd
/// characters, and one that can be mended.
fn faulty() -> Plan {
    small_plan()
        .file(
            "actions/Größe 50%.md",
            "---\nid: A2\nsupports: [S1, S1, S9]\n---\n# Mehr Platz: \"50 %\", <mehr>\n\nTBD\n",
        )
        .file(
            "strategies/S2.md",
            "---\nsupports: G1\n---\n# \u{201c}Read\u{201d} \u{1f4da} more\n\nEverywhere.\n",
        )
        .file(
            "plan.toml",
            "[checks]\nS = \"warn\"\nR = \"off\"\nD = \"off\"\nB = \"off\"\n",
        )
}

fn checked(format: &str) -> Run {
    let args = ["check", ".", "--today", TODAY, "--info", "--format", format];
    faulty().run(&args).code(1)
}

#[test]
fn json_fits_its_schema() {
    let run = checked("json");
    golden("findings.json", &run.stdout);
    let schema = faulty().run(&["schema", "findings"]).ok().stdout;
    golden("findings.schema.json", &schema);
    fits(&schema, &run.stdout);
}

#[test]
fn sarif_fits_the_standard() {
    let run = checked("sarif");
    let rules = run.stdout.find("\"rules\": [").expect("the rules");
    let results = run
        .stdout
        .find("\"columnKind\"")
        .expect("what follows them");
    let shown = [&run.stdout[..rules], "\u{2026}", &run.stdout[results..]].concat();
    // The place in the list of rules moves with every new rule.
    let lasting = shown.lines().filter(|line| !line.contains("\"ruleIndex\""));
    golden(
        "findings.sarif",
        &lasting.flat_map(|line| [line, "\n"]).collect::<String>(),
    );
    fits(include_str!("../schemas/sarif-2.1.0.json"), &run.stdout);
}

#[test]
fn every_result_of_sarif_points_to_its_rule() {
    let text = checked("sarif").stdout;
    let log: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert!(results.len() >= 4, "{results:#?}");
    for result in results {
        let at = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][at]["id"], result["ruleId"]);
    }
}

#[test]
fn github_gets_an_annotation_for_each() {
    golden("findings.github", &checked("github").stdout);
}

#[test]
fn junit_can_be_read_back() {
    let text = checked("junit").stdout;
    let report = quick_junit::Report::deserialize_from_str(&text).expect("JUnit's XML");
    let cases: usize = report.test_suites.iter().map(|it| it.tests).sum();
    assert_eq!(report.tests, cases);
    let failures: Vec<&str> = report
        .test_suites
        .iter()
        .filter(|suite| suite.failures > 0)
        .map(|suite| suite.name.as_str())
        .collect();
    assert_eq!(failures, ["L001 unknown-reference"], "only errors break it");
    let named = |it: &&quick_junit::TestSuite| {
        ["L008 duplicate-reference", "L009 reference-to-dropped"].contains(&it.name.as_str())
    };
    let told = report.test_suites.iter().filter(named);
    let told: Vec<String> = told.map(|suite| format!("{suite:#?}")).collect();
    assert!(
        told[0].contains("stands twice") && told[1].contains("no findings"),
        "{told:#?}"
    );
}

#[test]
fn strict_makes_warnings_failures() {
    let args = [
        "check", ".", "--today", TODAY, "--strict", "--format", "junit",
    ];
    let text = faulty().run(&args).code(1).stdout;
    let report = quick_junit::Report::deserialize_from_str(&text).expect("JUnit's XML");
    assert!(report.failures > 1);
}

#[test]
fn full_and_short_are_for_people() {
    golden("findings.full", &checked("full").stdout);
    golden("findings.short", &checked("short").stdout);
}

#[test]
fn a_clean_plan_is_an_empty_list_in_every_format() {
    for (format, empty) in [("short", ""), ("full", ""), ("github", "")] {
        let args = ["check", ".", "--today", TODAY, "--format", format];
        assert_eq!(small_plan().run(&args).ok().stdout, empty);
    }
    let args = ["check", ".", "--today", TODAY, "--format", "json"];
    assert!(
        small_plan()
            .run(&args)
            .ok()
            .stdout
            .contains("\"findings\": []")
    );
    let args = ["check", ".", "--today", TODAY, "--format", "sarif"];
    let text = small_plan().run(&args).ok().stdout;
    assert!(text.contains("\"results\": []"));
    fits(include_str!("../schemas/sarif-2.1.0.json"), &text);
}
