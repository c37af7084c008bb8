//! Plans in the formats of other tools.
#![expect(clippy::disallowed_methods, reason = "tests look at what was exported")]

#[path = "../support/mod.rs"]
mod support;

mod command;
mod downloads;
mod manual;
mod tables;
mod texts;

use support::{Plan, Run, plan};

/// A plan with something for every format, and with signs that have a meaning
/// in one of them.
fn harbour() -> Plan {
    plan()
        .file(
            "plan.toml",
            "[plan]\ntitle = \"Harbour & Shore\"\norganization = \"Port\"\nstart = \"2026\"\nend = \"2030\"\n\
             currency = \"EUR\"\nbase_url = \"https://port.example/plan\"\n[review]\ngoal = \"6mo\"\n\
             [fields.berth]\ntype = \"number\"\n[fields.grant]\ntype = \"money\"\n",
        )
        .file(
            "index.md",
            "---\nvision: A harbour that is quiet.\nmission: To bring ships in.\n\
             values:\n  - {name: Open, text: Every figure is published.}\n---\nRead [[G1]] first; it is due [[G1.due]].\n",
        )
        .file(
            "goals/G1.md",
            "---\nid: G1\ntitle: Cleaner \"air\", <now>\nowner: Ada Pilot\ndue: 2030\nreviewed: 2026-09-01\n---\n\n\
             Ships breathe out.\n\n## Why\n\nSee [[A1|the first step]].\n\n```\n# no heading [[A1]]\n```\n",
        )
        .file("strategies/S1.md", "---\nid: S1\nsupports: G1\ngrant: 1.2M\n---\n# =1+1\n")
        .file(
            "actions/A1.md",
            "---\nid: A1\nsupports: S1\nowner: Ada Pilot\ncontributors: [Bo Mate]\nteam: Works\nstatus: active\n\
             start: 2026-02-01\ndue: 2026-12-31\nbudget: 12k\nberth: 4.5\nprogress: 40\n---\n# Lay the cable; all of it\n\nBy day.\n",
        )
        .file(
            "actions/A2.md",
            "---\nid: A2\nsupports: S1\ndepends_on: A1\nowner: Bo Mate\nrepeats: monthly\nstart: 2026-01-15\ndue: 2027-01-15\n---\n# @look after it\n",
        )
        .file("actions/A3.md", "---\nid: A3\nsupports: S1\nstatus: done\ndue: 2026-03\ncompleted: 2026-03-09\n---\n# Ask\n")
        .file("actions/A4.md", "---\nid: A4\nsupports: S1\nstatus: dropped\nhealth_note: No.\ndue: 2026-04\n---\n# -Drop\n")
        .file(
            "measures/M1.md",
            "---\nid: M1\nmeasures: G1\nunit: \"%\"\nbaseline: {value: 10, on: 2025-12-31}\ntarget: {value: 90, on: 2030-12-31}\n\
             readings:\n  - {on: 2026-06-30, value: 18.5, note: \"calm, dry\"}\n---\n# Quiet nights\n",
        )
        .file("risks/R1.md", "---\nid: R1\nthreatens: A1\nlikelihood: 4\nimpact: 5\n---\n# Storm\n")
        .file("contingencies/B1.md", "---\nid: B1\nanswers: R1\ntrigger: {item: A1, later_than: 30d}\n---\n# Use the old cable\n")
        .file("how.md", "# How we work\n\nTogether.\n")
}

/// The plan in a format, on standard output.
fn exported(plan: &Plan, args: &[&str]) -> String {
    let day = ["--today", "2026-11-23"];
    plan.run(&[&["export"], args, &day].concat()).ok().stdout
}

/// A run of the command.
fn export(plan: &Plan, args: &[&str]) -> Run {
    plan.run(&[&["export"], args, &["--today", "2026-11-23"]].concat())
}
