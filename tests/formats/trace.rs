//! `planwright trace` and `planwright check --min-coverage`.

use crate::support::{Plan, Run, TODAY, small_plan};
use crate::{fits, golden};

/// Two goals, one of which hangs in the air.
fn plan() -> Plan {
    small_plan()
        .file("goals/G2.md", "# Read together\n\nAloud.\n")
        .file(
            "strategies/S2.md",
            "---\nsupports: [G1, G2]\n---\n# Ask schools\n\nAll.\n",
        )
        .file(
            "actions/A2.md",
            "---\nsupports: [A1, S2]\n---\n# Paint the bus\n\nBlue.\n",
        )
        .file(
            "risks/R1.md",
            "---\nthreatens: A1\n---\n# No driver\n\nNone.\n",
        )
        .file(
            "actions/A3.md",
            "---\nsupports: S2\nstatus: dropped\n---\n# Rent a hall\n\nNo.\n",
        )
}

fn trace(more: &[&str]) -> Run {
    plan().run(&[&["trace", ".", "--today", TODAY], more].concat())
}

fn schema(of: &str) -> String {
    plan().run(&["schema", of]).ok().stdout
}

#[test]
fn coverage_in_each_shape() {
    golden("coverage.txt", &trace(&[]).ok().stdout);
    golden("coverage.csv", &trace(&["--format", "csv"]).ok().stdout);
    let json = trace(&["--format", "json"]).ok().stdout;
    golden("coverage.json", &json);
    fits(&schema("coverage"), &json);
}

#[test]
fn a_matrix_in_each_shape() {
    golden(
        "matrix.txt",
        &trace(&["--matrix", "action:goal"]).ok().stdout,
    );
    golden(
        "matrix.csv",
        &trace(&["--matrix", "action:goal", "--format", "csv"])
            .ok()
            .stdout,
    );
    let json = trace(&["--matrix", "action:goal", "--format", "json"])
        .ok()
        .stdout;
    golden("matrix.json", &json);
    fits(&schema("matrix"), &json);
}

#[test]
fn a_matrix_turned_round_is_the_same() {
    let pairs = |matrix: &str| {
        let run = trace(&["--matrix", matrix, "--format", "json"]).ok();
        let json: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        let pairs = json["pairs"].as_array().expect("pairs").clone();
        let mut ids: Vec<[String; 2]> = pairs
            .iter()
            .map(|pair| ["row", "column"].map(|key| pair[key].to_string()))
            .collect();
        for pair in &mut ids {
            pair.sort();
        }
        ids.sort();
        ids
    };
    for [a, b] in [
        ["risk", "goal"],
        ["measure", "strategy"],
        ["action", "goal"],
        ["measure", "goal"],
    ] {
        assert_eq!(
            pairs(&format!("{a}:{b}")),
            pairs(&format!("{b}:{a}")),
            "{a} and {b}"
        );
    }
}

#[test]
fn chains_in_each_shape() {
    golden("chains-from.txt", &trace(&["--from", "a2"]).ok().stdout);
    golden("chains-to.txt", &trace(&["--to", "G1"]).ok().stdout);
    golden(
        "chains-between.txt",
        &trace(&["--from", "A2", "--to", "G2"]).ok().stdout,
    );
    golden(
        "chains.csv",
        &trace(&["--from", "R1", "--format", "csv"]).ok().stdout,
    );
    let json = trace(&["--from", "A2", "--format", "json"]).ok().stdout;
    golden("chains.json", &json);
    fits(&schema("chains"), &json);
}

#[test]
fn no_chain_is_said() {
    let run = trace(&["--from", "G1", "--to", "G2"]).ok();
    assert!(
        run.stdout.is_empty() && run.stderr.contains("no chain leads"),
        "{run:?}"
    );
}

#[test]
fn slips_are_met_with_a_suggestion() {
    for (args, said) in [
        (["--from", "A22"], "did you mean `A2`?"),
        (["--matrix", "goal"], "strategy:goal"),
        (["--matrix", "gaol:action"], "did you mean `goal`?"),
    ] {
        let run = trace(&args).code(2);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn coverage_is_a_gate() {
    let check =
        |least: &str| plan().run(&["check", ".", "--today", TODAY, "--min-coverage", least]);
    let run = check("60").code(1);
    assert!(
        run.stderr
            .contains("3 of 6 items (50 %) are held from both sides: too few"),
        "{}",
        run.stderr
    );
    check("50").code(0);
    check("101").code(2);
    small_plan()
        .run(&["check", ".", "--today", TODAY, "--min-coverage", "100"])
        .ok();
}

#[test]
fn a_plan_of_knots_ends_in_time() {
    // Forty levels of two items that each support both above: 2^40 chains.
    let mut plan = plan();
    for level in 1..40 {
        for side in ["L", "R"] {
            let text = format!(
                "---\nsupports: [L{0}, R{0}]\n---\n# {side}{level}\n",
                level - 1
            );
            plan = plan.file(&format!("actions/{side}{level}.md"), &text);
        }
    }
    let plan = plan
        .file("actions/L0.md", "---\nsupports: S1\n---\n# L0\n")
        .file("actions/R0.md", "---\nsupports: S1\n---\n# R0\n");
    let run = plan
        .run(&["trace", ".", "--today", TODAY, "--from", "L39"])
        .ok();
    assert!(
        run.stdout.contains("the first 10000 chains"),
        "{}",
        run.stdout.len()
    );
}
