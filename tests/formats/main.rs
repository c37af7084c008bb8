//! What other programs read: findings and traces, byte by byte.
//!
//! `UPDATE=1 cargo test --test formats` writes the files of this folder anew.
#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

#[path = "../support/mod.rs"]
mod support;

mod baseline;
mod findings;
mod select;
mod trace;

use std::path::Path;

use serde_json::Value;

/// The text must be what a file of this folder holds.
#[track_caller]
fn golden(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/formats")
        .join(file);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).expect("writable");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{file} differs:\n{text}");
}

/// The JSON must fit a schema.
#[track_caller]
fn fits(schema: &str, text: &str) {
    let parse = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let schema = jsonschema::validator_for(&parse(schema)).expect("a schema");
    let text = parse(text);
    let wrong: Vec<String> = schema.iter_errors(&text).map(|it| it.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
