//! StratML comes in, goes out and comes back.

use std::fmt::Write as _;

use planwright::exchange::export::stratml::Part;
use planwright::exchange::import;
use proptest::prelude::*;

use crate::generated;
use crate::ways::{Files, checked, from_stratml, to_stratml};

const HARBOUR: &str = include_str!("harbour.xml");

/// All files below their paths, and what was lost on the way.
fn shown(files: &Files, placed: &import::Placed) -> String {
    let mut out = String::new();
    for (path, text) in files {
        let _ = writeln!(out, "==== {path}\n{text}");
    }
    for loss in &placed.losses {
        let _ = writeln!(out, "lost: {}: {}", loss.place, loss.what);
    }
    out
}

#[test]
fn a_document_as_people_keep_them() {
    let (files, placed) = from_stratml(HARBOUR);
    insta::assert_snapshot!(shown(&files, &placed));
    let (_, plan) = checked(&files);
    let errors: Vec<_> = plan.diagnostics.iter().filter(|it| it.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn what_was_imported_goes_back() {
    let (files, _) = from_stratml(HARBOUR);
    let written = to_stratml(&files, Part::Two);
    insta::assert_snapshot!(written.text);
    assert!(written.notices.is_empty(), "{:?}", written.notices);
    let (again, placed) = from_stratml(&written.text);
    assert_eq!(again, files);
    assert!(placed.losses.is_empty(), "{:?}", placed.losses);
}

#[test]
fn part_one_has_no_measures_and_says_so() {
    let (files, _) = from_stratml(HARBOUR);
    let written = to_stratml(&files, Part::One);
    insta::assert_snapshot!(written.text);
    let notice = "StratML has no place for all items: 2 of the kind measure are not in it";
    assert_eq!(written.notices, [notice]);
}

#[test]
fn strategies_are_objectives_and_actions_are_named() {
    let files = Files::from(
        [
            ("goals/g1.md", "# Grow"),
            ("objectives/o1.md", "---\nsupports: G1\n---\n# More trees"),
            (
                "strategies/s1.md",
                "---\nid: S1\nsupports: o1\nowner: Ada\n---\n# Plant",
            ),
            ("strategies/s2.md", "---\nsupports: [s1, G1]\n---\n# Water"),
            (
                "actions/a1.md",
                "---\nsupports: S1\ndue: 2027\nstatus: active\n---\n# Buy spades",
            ),
            (
                "measures/m1.md",
                "---\nmeasures: [a1, g1]\nbaseline: 4\n---\n# Spades",
            ),
            ("risks/r1.md", "---\nthreatens: g1\n---\n# Drought"),
        ]
        .map(|(path, text)| {
            (
                path.to_owned(),
                text.replace("supports: [s1, G1]", "supports: G1"),
            )
        }),
    );
    let written = to_stratml(&files, Part::Two);
    insta::assert_snapshot!(written.text);
    let notice = "StratML has no place for all items: 1 of the kind action, 1 of the kind risk are not in it";
    assert_eq!(written.notices, [notice]);
    assert_eq!(
        to_stratml(&from_stratml(&written.text).0, Part::Two).text,
        written.text
    );
}

#[track_caller]
fn refused(text: &str, why: &str) {
    let refusal = import::stratml::read(text.as_bytes()).expect_err("not to be read");
    assert!(refusal.message.contains(why), "{refusal:?}");
}

#[test]
fn what_is_no_plan_is_refused() {
    refused(
        "<html><body/></html>",
        "there is no goal in it: its first element is `html`",
    );
    refused(
        "<StrategicPlan><Name>x</Name></StrategicPlan>",
        "there is no goal in it",
    );
    refused("<StrategicPlan>", "does not end");
    refused("", "there is no element in it");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What StratML can say of a plan, it says of the plan that is made of it.
    #[test]
    fn plans_go_out_and_come_back(draft in generated::draft()) {
        let files = generated::files(draft);
        for part in [Part::One, Part::Two] {
            let written = to_stratml(&files, part).text;
            let (again, _) = from_stratml(&written);
            prop_assert_eq!(&to_stratml(&again, part).text, &written);
            let (more, _) = from_stratml(&to_stratml(&again, part).text);
            prop_assert_eq!(more, again);
        }
    }
}
