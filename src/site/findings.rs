//! What the rules say, for readers.

use std::ops::Range;

use serde::Serialize;

use crate::check;
use crate::diagnostic::{Diagnostic, Files, Label};
use crate::plan::{Item, ItemIx};

use super::pieces::{Badge, ItemLink, Pen};
use super::{address, words};

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FindingView {
    /// The rule's code; for a rule of the plan's own, its name.
    pub code: String,
    /// The rule's name.
    pub name: String,
    /// The rule's page.
    pub rule: String,
    /// How bad it is.
    pub severity: Badge,
    /// What is wrong.
    pub message: String,
    /// The item it is about.
    pub item: Option<ItemLink>,
    /// File, line and column.
    pub place: Option<String>,
    /// The lines in question.
    pub excerpt: Option<Excerpt>,
    /// How to mend it.
    pub help: Vec<String>,
}

/// A finding that the author has accepted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Accepted {
    /// The rule's name as words.
    pub rule: String,
    /// Why it is accepted.
    pub reason: String,
}

/// A line of a file with what is said about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Excerpt {
    /// The line's number, from 1.
    pub line: usize,
    /// The line before the place.
    pub before: String,
    /// The place.
    pub marked: String,
    /// The line after it.
    pub after: String,
    /// What is said about it.
    pub label: String,
}

/// The most characters of a line that an excerpt shows on each side.
const SIDE: usize = 80;

/// What is wrong with an item.
pub(super) fn of_item(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<FindingView> {
    let item = pen.context.item(at);
    let found = pen.context.findings.get(item.id.as_str());
    found
        .into_iter()
        .flatten()
        .map(|found| view(pen, found))
        .collect()
}

/// What the author of an item has accepted.
pub(super) fn accepted(item: &Item) -> Vec<Accepted> {
    let allowed = item.allow.iter().map(|allow| Accepted {
        rule: check::find(&allow.rule)
            .map_or(allow.rule.as_str(), |rule| rule.code.name)
            .replace('-', " "),
        reason: allow.reason.clone(),
    });
    allowed.collect()
}

/// A finding as a reader sees it.
pub(super) fn view(pen: &Pen<'_, '_>, found: &Diagnostic) -> FindingView {
    let context = pen.context;
    let sources = context.subject.sources;
    let at = found
        .subject
        .as_deref()
        .and_then(|id| context.subject.plan.find(id));
    let primary = found.primary.as_ref();
    FindingView {
        code: found.tag().to_owned(),
        name: found.rule_name().to_owned(),
        rule: pen.href(&address::rule(found.tag())),
        severity: words::severity(pen.locale(), found.severity),
        message: found.message.clone(),
        item: at.map(|at| pen.item(at)),
        place: primary.map(|label| {
            let (line, column) = sources.position(label.span.source, label.span.start());
            format!("{}:{line}:{column}", sources.path(label.span.source))
        }),
        excerpt: primary.and_then(|label| excerpt(sources, label)),
        help: found.help.clone(),
    }
}

/// The line in which a byte stands, without its break.
pub(super) fn line(text: &str, byte: usize) -> Range<usize> {
    let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
    let end = text[byte..].find('\n').map_or(text.len(), |at| byte + at);
    start..end
}

fn excerpt(files: &dyn Files, label: &Label) -> Option<Excerpt> {
    let span = label.span;
    let text = files.text(span.source);
    let Range { start, end } = line(text, span.start());
    let marked_end = span.end().min(end);
    let line = text.get(start..end)?;
    if line.trim().is_empty() {
        return None;
    }
    let before: Vec<char> = text[start..span.start()].chars().collect();
    let before = &before[before.len().saturating_sub(SIDE)..];
    Some(Excerpt {
        line: files.position(span.source, span.start()).0,
        before: before.iter().collect(),
        marked: text[span.start()..marked_end]
            .chars()
            .take(2 * SIDE)
            .collect(),
        after: text[marked_end..end]
            .trim_end()
            .chars()
            .take(SIDE)
            .collect(),
        label: label.text.clone(),
    })
}
