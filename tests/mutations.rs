//! Faults put into the sample plan, one by one: each is found where it was put,
//! and nothing else is said but what follows from it.
//!
//! `tests/mutations/<group>.toml` holds the faults. A fault takes a file of the
//! sample plan, replaces a text that stands there once, and names the rule that
//! must speak and the line at which it must.

#![expect(clippy::disallowed_methods, reason = "faults are read from disk")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use globset::{Glob, GlobSet};
use planwright::check;
use planwright::diagnostic::{Code, Diagnostic, Files, code};
use planwright::pipeline;
use planwright::source::{Source, SourceSet};
use serde::Deserialize;
use support::memory::{self, Texts};

/// A fault and what must be said of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    /// The rule that must speak: its code, or its name if it is the plan's own.
    finds: String,
    /// The file that is changed, or made if `replace` is absent.
    file: String,
    /// A text that stands in the file once.
    replace: Option<String>,
    /// What takes its place.
    with: String,
    /// Other changes that the fault needs.
    #[serde(default)]
    more: Vec<Change>,
    /// A text of the line at which the rule must speak; else the first line of
    /// what was put in.
    at: Option<String>,
    /// The file of that line, where it is not the one that was changed.
    found_in: Option<String>,
    /// Rules that have to speak too, because the fault is one for them as well.
    #[serde(default)]
    also: Vec<String>,
}

/// A change to another file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    replace: Option<String>,
    with: String,
}

#[derive(Debug, Deserialize)]
struct Faults {
    fault: Vec<Fault>,
}

/// The sample plan as it is on disk.
static SAMPLE: LazyLock<SourceSet> = LazyLock::new(|| {
    let (mut sources, problems) = SourceSet::open("sample-plan".as_ref());
    let drafts = Glob::new("drafts/**").expect("a pattern");
    let ignored = GlobSet::builder().add(drafts).build().expect("a pattern");
    assert_eq!(problems, []);
    assert_eq!(sources.read_rest(&ignored), []);
    sources
});

/// Everything that is said of the sample plan without a fault.
static CLEAN: LazyLock<BTreeMap<Said, usize>> = LazyLock::new(|| {
    let (_, found) = checked(&texts());
    said(&SAMPLE, &found)
});

/// What a finding says, without its line: faults move lines.
type Said = (String, String, String);

fn said(files: &SourceSet, found: &[Diagnostic]) -> BTreeMap<Said, usize> {
    let mut said = BTreeMap::new();
    for found in found {
        *said.entry(words(files, found)).or_default() += 1;
    }
    said
}

fn words(files: &SourceSet, found: &Diagnostic) -> Said {
    let place = found.primary.as_ref();
    let path = place.map_or("", |label| files.path(label.span.source));
    (
        found.tag().to_owned(),
        path.to_owned(),
        found.message.clone(),
    )
}

fn texts() -> Texts {
    let texts = SAMPLE.sources.iter();
    texts
        .map(|source: &Source| (source.path.to_string(), source.text.to_string()))
        .collect()
}

fn checked(texts: &Texts) -> (SourceSet, Vec<Diagnostic>) {
    let mut inputs = memory::inputs(texts);
    for file in &SAMPLE.attachments {
        let bytes = file.bytes.as_deref().unwrap_or_default();
        inputs.sources = inputs.sources.with_attachment(&file.path, bytes);
    }
    let found = pipeline::check(&inputs).diagnostics;
    (inputs.sources, found)
}

fn faults() -> Vec<Fault> {
    let files = fs::read_dir("tests/mutations").expect("the faults");
    let mut paths: Vec<_> = files.map(|file| file.expect("readable").path()).collect();
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("readable");
        let faults: Faults =
            toml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        faults.fault
    };
    paths.into_iter().flat_map(read).collect()
}

fn change(texts: &mut Texts, file: &str, replace: Option<&str>, with: &str) -> Result<(), String> {
    let Some(replace) = replace else {
        let old = texts.insert(file.to_owned(), with.to_owned());
        return old.map_or(Ok(()), |_| Err(format!("{file} exists")));
    };
    let text = texts.get_mut(file).ok_or(format!("there is no {file}"))?;
    if text.matches(replace).count() != 1 {
        return Err(format!("`{replace}` does not stand in {file} once"));
    }
    *text = text.replace(replace, with);
    Ok(())
}

impl Fault {
    /// Puts it into the sample plan and says what went wrong, if anything.
    fn try_out(&self) -> Result<(), String> {
        let mut texts = texts();
        for more in &self.more {
            change(&mut texts, &more.file, more.replace.as_deref(), &more.with)?;
        }
        change(&mut texts, &self.file, self.replace.as_deref(), &self.with)?;
        let (sources, found) = checked(&texts);
        let mut before = CLEAN.clone();
        let mut new = found;
        new.retain(|found| match before.get_mut(&words(&sources, found)) {
            Some(left @ 1..) => {
                *left -= 1;
                false
            }
            _ => true,
        });
        let file = self.found_in.as_ref().unwrap_or(&self.file);
        let line = self.line(&texts[file])?;
        let lines = || {
            new.iter()
                .map(|found| line_of(&sources, found))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let meant = |found: &&Diagnostic| {
            found.tag() == self.finds
                && found.primary.as_ref().is_some_and(|label| {
                    sources.path(label.span.source) == file
                        && sources.position(label.span.source, label.span.start()).0 == line
                })
        };
        if new.iter().filter(meant).count() != 1 {
            return Err(format!("not once at {file}:{line}, but\n{}", lines()));
        }
        let group = self.rule().group();
        let follows = |found: &Diagnostic| {
            found.code.group() == group || self.also.iter().any(|code| code == found.tag())
        };
        if !new.iter().all(follows) {
            return Err(format!("more than follows from it:\n{}", lines()));
        }
        let spoke = |code: &&String| !new.iter().any(|found| found.tag() == code.as_str());
        match self.also.iter().find(spoke) {
            Some(code) => Err(format!("{code} does not speak:\n{}", lines())),
            None => Ok(()),
        }
    }

    fn rule(&self) -> &'static Code {
        check::find(&self.finds).map_or(&code::OWN_RULE, |rule| rule.code)
    }

    /// The line at which the rule must speak, from 1.
    fn line(&self, text: &str) -> Result<usize, String> {
        let first = || self.with.lines().find(|line| !line.trim().is_empty());
        let mark = self
            .at
            .as_deref()
            .or_else(first)
            .ok_or("no line is named")?;
        let mut lines = text
            .lines()
            .zip(1..)
            .filter(|(line, _)| line.contains(mark));
        let (_, line) = lines.next().ok_or(format!("no line holds `{mark}`"))?;
        Ok(line)
    }
}

fn line_of(files: &SourceSet, found: &Diagnostic) -> String {
    planwright::diagnostic::short::render(found, files, &planwright::diagnostic::Style::default())
}

#[test]
fn every_fault_is_found_where_it_was_put_and_no_other() {
    let faults = faults();
    let wrong: Vec<String> = faults
        .iter()
        .filter_map(|fault| {
            let why = fault.try_out().err()?;
            Some(format!("{} in {}: {why}", fault.finds, fault.file))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} faults:\n\n{}",
        wrong.len(),
        faults.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn every_rule_has_a_fault() {
    let faults = faults();
    let rules = check::all().iter().map(|rule| rule.code);
    let has = |code: &Code| faults.iter().any(|fault| fault.rule() == code);
    let without: Vec<&Code> = rules
        .filter(|code| !has(code) && !OTHERWISE.contains(code))
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

/// Rules whose faults no text can hold, or a finished site alone: see
/// `tests/reading.rs` and `tests/editions.rs`.
const OTHERWISE: [&Code; 2] = [&code::LEAK, &code::UNREADABLE_FILE];

#[test]
fn there_are_more_than_eighty() {
    assert!(faults().len() > 80, "{}", faults().len());
}
