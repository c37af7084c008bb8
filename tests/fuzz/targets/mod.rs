//! What is fuzzed: one function for each kind of text that comes from outside.
//! A function takes any bytes and holds what must be true whatever they are.

#![allow(dead_code, reason = "each user of the targets takes its part")]

mod document;
mod exchange;
pub mod large;
mod plan;
mod query;
mod records;
mod settings;
mod value;
pub mod whole;

#[path = "../../support/crawl.rs"]
pub mod crawl;
#[path = "../../support/memory.rs"]
pub mod memory;

use planwright::diagnostic::{Diagnostic, Files as _, Span, Style, full, short};
use planwright::mend;
use planwright::source::SourceSet;

/// What is done with some bytes.
pub type Target = fn(&[u8]);

/// All targets, by name.
pub const ALL: [(&str, Target); 11] = [
    ("csv", exchange::csv),
    ("document", document::document),
    ("json", exchange::json),
    ("outline", exchange::outline),
    ("query", query::query),
    ("records", records::records),
    ("settings", settings::settings),
    ("stratml", exchange::stratml),
    ("value", value::value),
    ("whole", whole::whole),
    ("xlsx", exchange::xlsx),
];

/// The target of that name.
pub fn named(name: &str) -> Target {
    let target = ALL.iter().find(|(known, _)| *known == name);
    target.expect("a target of that name").1
}

/// Bytes as the text that is read of a file.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\0', "\u{fffd}")
}

/// A place lies in a text and splits no character.
#[track_caller]
fn lies_in(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?}");
}

/// All places of findings lie in their files, they can be shown, and their
/// mends can be made. The mended files, by path.
#[track_caller]
fn findings(sources: &SourceSet, found: &[Diagnostic]) -> memory::Texts {
    for found in found {
        for label in found.primary.iter().chain(&found.secondary) {
            lies_in(sources.text(label.span.source), label.span);
        }
        for edit in &found.fix {
            lies_in(sources.text(edit.span.source), edit.span);
        }
        assert!(!short::render(found, sources, &Style::default()).contains('\n'));
        full::render(found, sources, &Style::default());
    }
    let fixes = found.iter().map(|found| found.fix.as_slice());
    let chosen = mend::choose(fixes.filter(|fix| !fix.is_empty()));
    let mended = chosen.files().map(|(source, edits)| {
        let source = sources.source(source);
        let text = mend::applied(&source.text, &edits);
        (source.path.to_string(), text)
    });
    mended.collect()
}
