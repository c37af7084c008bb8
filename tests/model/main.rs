//! What the fields of the format mean, seen on the pages.

#[path = "../support/mod.rs"]
mod support;

mod statuses;
mod dates;
mod roll_up;
mod measures;
mod told;
mod triggers;
mod own_fields;
mod kinds;
mod people;
mod families;
mod home;
mod settings;

use support::{Plan, Run, plan, small_plan};

/// The small plan with one more action.
fn with_action(fields: &str) -> Plan {
    small_plan().file(
        "actions/A2.md",
        &format!("---\nsupports: S1\n{fields}\n---\n# Two\n\nText.\n"),
    )
}

/// The page of that action.
#[track_caller]
fn action_with(fields: &str) -> support::page::Page {
    with_action(fields).build().ok().page("actions/a2.html")
}

/// A goal with two strategies, each with an action.
fn tree(first: &str, second: &str) -> Run {
    plan()
        .file("plan.toml", "[plan]\ncurrency = \"EUR\"\n")
        .file("goals/G1.md", "# Goal\n\nText.\n")
        .file(
            "strategies/S1.md",
            "---\nsupports: G1\n---\n# First\n\nText.\n",
        )
        .file(
            "strategies/S2.md",
            "---\nsupports: {id: G1, weight: 3}\n---\n# Second\n\nText.\n",
        )
        .file(
            "actions/A1.md",
            &format!("---\nsupports: S1\n{first}\n---\n# Do this\n"),
        )
        .file(
            "actions/A2.md",
            &format!("---\nsupports: S2\n{second}\n---\n# Do that\n"),
        )
        .build()
        .ok()
}
