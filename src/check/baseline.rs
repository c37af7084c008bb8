//! The findings that were there when a plan began to be checked, so that only
//! new ones break the build.
//!
//! They are a CSV file in the plan folder, a line each, in order, so that
//! version control can merge it. A finding is known by its rule, its file and
//! the text that it points at; lines may move, and messages may count days.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Files, Severity, Span, code};
use crate::source::Source;
use crate::value::csv_text;

use super::Subject;

/// The file's name, in the plan folder itself.
pub const BASELINE: &str = "planwright-baseline.csv";

/// What a finding is known by: its rule, its file and the text it points at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    rule: String,
    file: String,
    text: String,
}

/// The most characters of a text that a finding is known by.
const LONGEST: usize = 80;

impl Key {
    fn of(found: &Diagnostic, files: &dyn Files) -> Self {
        let span = found.primary.as_ref().map(|label| label.span);
        let text = span.map(|span| &files.text(span.source)[span.range()]);
        let first = text
            .and_then(|text| text.lines().next())
            .unwrap_or_default();
        Self {
            rule: found.tag().to_owned(),
            file: span.map_or_else(String::new, |span| files.path(span.source).to_owned()),
            text: first.trim().chars().take(LONGEST).collect(),
        }
    }
}

/// The errors and warnings among findings, as the file that makes them known.
pub fn baseline(found: &[Diagnostic], files: &dyn Files) -> String {
    let counts = |found: &&Diagnostic| {
        (found.known || found.severity > Severity::Info) && found.code != &code::STALE_BASELINE
    };
    let told = found.iter().filter(counts);
    let mut lines: Vec<(Key, &str)> = told
        .map(|found| (Key::of(found, files), found.message.as_str()))
        .collect();
    lines.sort();
    let head = ["rule", "file", "text", "message"];
    let lines = lines.iter();
    let lines = lines.map(|(key, message)| [&key.rule, &key.file, &key.text, *message]);
    csv_text(std::iter::once(head).chain(lines))
}

/// A baseline's text with another name for a file and another id for an item.
/// What cannot be read is left out; it lets nothing pass.
pub fn baseline_renamed(text: &str, path: [&str; 2], id: [&str; 2]) -> String {
    let mut rows = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let renamed = |cell: &str, [old, new]: [&str; 2]| {
        let is_it = cell.to_lowercase() == old.to_lowercase();
        if is_it {
            new.to_owned()
        } else {
            cell.to_owned()
        }
    };
    csv_text(rows.records().filter_map(Result::ok).map(|row| {
        let cells = row.iter().enumerate().map(|(at, cell)| match at {
            1 => renamed(cell, path),
            2 => renamed(cell, id),
            _ => cell.to_owned(),
        });
        cells.collect::<Vec<String>>()
    }))
}

/// Makes hints of the findings that the baseline knows, and gives back one for
/// each of its lines that nothing fits any more.
pub(super) fn apply(subject: Subject<'_>, found: &mut [Diagnostic]) -> Vec<Diagnostic> {
    let Some(source) = subject.sources.by_path(BASELINE) else {
        return Vec::new();
    };
    let (mut known, mut stale) = read(source);
    for found in found.iter_mut().filter(|it| it.severity > Severity::Info) {
        let Some(lines) = known.get_mut(&Key::of(found, subject.sources)) else {
            continue;
        };
        if lines.pop().is_some() {
            found.severity = Severity::Info;
            found.known = true;
        }
    }
    let left = known.into_iter();
    stale.extend(left.flat_map(|(key, lines)| {
        lines.into_iter().map(move |line| {
            let place = if key.file.is_empty() {
                "the plan"
            } else {
                &key.file
            };
            let message = format!("{} is known in {place} and no longer found", key.rule);
            Diagnostic::new(&code::STALE_BASELINE, message)
                .at(line, "nothing fits this line")
                .help("take the line out, or run `planwright check --write-baseline`")
        })
    }));
    stale
}

/// The lines by what they make known, and what is wrong with others.
fn read(source: &Source) -> (BTreeMap<Key, Vec<Span>>, Vec<Diagnostic>) {
    let mut known: BTreeMap<Key, Vec<Span>> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut rows = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(source.text.as_bytes());
    for row in rows.records() {
        let cells = match &row {
            Ok(row) => row,
            Err(error) => {
                let at = error.position().map_or(0, |at| at.byte() as usize);
                let message = format!("a line of the baseline cannot be read: {error}");
                let span = line_at(source, at);
                wrong.push(Diagnostic::new(&code::STALE_BASELINE, message).at(span, ""));
                continue;
            }
        };
        let start = cells.position().map_or(0, |at| at.byte() as usize);
        let cell = |at: usize| cells.get(at).unwrap_or_default().to_owned();
        let key = Key {
            rule: cell(0),
            file: cell(1),
            text: cell(2),
        };
        known.entry(key).or_default().push(line_at(source, start));
    }
    // The first line of several alike is used first.
    for lines in known.values_mut() {
        lines.reverse();
    }
    (known, wrong)
}

/// The line that begins at a byte, or at the next that is no end of line.
fn line_at(source: &Source, byte: usize) -> Span {
    let rest = source.text.get(byte..).unwrap_or_default();
    let start = byte + (rest.len() - rest.trim_start().len());
    let line = rest.trim_start().lines().next().unwrap_or_default();
    Span::new(source.id, start, start + line.len())
}
