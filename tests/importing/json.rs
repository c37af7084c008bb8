//! JSON of our own goes out and comes back.

use std::fs;
use std::path::Path;

use planwright::exchange::{export, import};
use planwright::report;
use proptest::prelude::*;

use crate::generated;
use crate::ways::{Files, checked, place, with};

/// A plan as JSON.
fn to_json(files: &Files) -> String {
    let (inputs, checked) = checked(files);
    let mut json = Vec::new();
    export::json::write(checked.subject(&inputs), &mut json).expect("memory takes it");
    String::from_utf8(json).expect("text")
}

fn from_json(text: &str) -> Files {
    let draft = import::json::read(text.as_bytes()).expect("it is a plan");
    with(Files::new(), &place(draft, &Files::new()))
}

/// The sample plan, with the tables of readings that its measures name.
fn sample() -> Files {
    let texts = walkdir::WalkDir::new("sample-plan").into_iter();
    let texts = texts.map(|entry| entry.expect("readable").into_path());
    let is_text = |path: &Path| {
        let ending = path.extension().and_then(|it| it.to_str());
        matches!(ending, Some("md" | "toml" | "csv"))
    };
    let is_theme = |path: &Path| path.starts_with("sample-plan/theme");
    let texts = texts.filter(|path| is_text(path) && !is_theme(path));
    texts
        .map(|path| {
            let text = fs::read_to_string(&path).expect("readable");
            let path = path.strip_prefix("sample-plan").expect("below it");
            (path.to_string_lossy().into_owned(), text)
        })
        .collect()
}

/// What of JSON is said by the author, without paths. What is worked out goes
/// by settings that JSON does not have, how often items are reviewed among them.
fn stated(text: &str) -> serde_json::Value {
    let mut plan: serde_json::Value = serde_json::from_str(text).expect("JSON");
    plan["pages"].take();
    for item in plan["items"].as_array_mut().expect("items") {
        item["path"].take();
        item["worked_out"].take();
    }
    plan
}

#[test]
fn the_sample_plan_fits_the_schema() {
    let schema = report::schema::<planwright::exchange::model::Plan>();
    let schema = serde_json::from_str(&schema).expect("JSON");
    let valid = jsonschema::validator_for(&schema).expect("a schema");
    let plan = serde_json::from_str(&to_json(&sample())).expect("JSON");
    let wrong: Vec<String> = valid.iter_errors(&plan).map(|it| it.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(!valid.is_valid(&serde_json::json!({"items": [{"id": 1}]})));
}

#[test]
fn the_sample_plan_comes_back() {
    let text = to_json(&sample());
    let (was, is) = (stated(&text), stated(&to_json(&from_json(&text))));
    for (was, is) in was["items"]
        .as_array()
        .into_iter()
        .flatten()
        .zip(is["items"].as_array().into_iter().flatten())
    {
        assert_eq!(was, is);
    }
    assert_eq!(was, is);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn plans_go_out_and_come_back(draft in generated::draft()) {
        let files = generated::files(draft);
        let text = to_json(&files);
        prop_assert_eq!(to_json(&from_json(&text)), text);
    }
}

#[track_caller]
fn refused(text: &str, why: &str) {
    let refusal = import::json::read(text.as_bytes()).expect_err("not to be read");
    assert!(refusal.message.contains(why), "{refusal:?}");
}

#[test]
fn what_is_no_plan_is_refused() {
    refused("{\n  \"items\": 3\n}", "line 2");
    refused("{", "EOF");
    refused("{\"version\": 9}", "it is of version 9 of the format");
}
