//! Findings that belong together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Files, Severity};
use crate::site::findings::{self, FindingView};
use crate::site::pieces::{Badge, Pen, Words};
use crate::site::{address, words};

use super::By;

/// Findings that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Group {
    /// Its name in addresses.
    pub anchor: String,
    /// A rule's code or an item's id; empty for owners.
    pub id: String,
    /// What it is called and where there is more of it.
    pub link: Words,
    /// Whether it is called after a rule, which is in English.
    pub english: bool,
    /// How bad its findings are at most.
    pub severity: Badge,
    /// How many findings there are.
    pub count: usize,
    /// The findings, the worst first.
    pub findings: Vec<FindingView>,
    /// How many there is no room for.
    pub hidden: usize,
}

/// How many findings of a group a page shows; the others are where the
/// group's name leads.
const SHOWN: usize = 20;

/// How many findings a page shows in all.
const ROOM: usize = 300;

/// What a group's findings have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    /// The tag and the name of a rule.
    Rule(&'a str, &'a str),
    /// An item's place in the plan, and its id.
    Item(usize, &'a str),
    Owner(&'a str),
    Nobody,
    /// A file that is no item, or nothing at all.
    File(&'a str),
}

/// The groups there is room for, the worst first, and the number of others.
pub(super) fn all(pen: &Pen<'_, '_>, by: By) -> (Vec<Group>, usize) {
    let mut sorted: BTreeMap<Key<'_>, Vec<&Diagnostic>> = BTreeMap::new();
    for found in pen.context.diagnostics {
        sorted.entry(key(pen, found, by)).or_default().push(found);
    }
    let mut groups: Vec<_> = sorted.into_iter().collect();
    groups.sort_by_key(|(_, found)| Reverse(worst(found)));
    let number = groups.len();
    let mut room = ROOM;
    let mut shown = Vec::new();
    for (key, found) in groups {
        if room == 0 {
            break;
        }
        let group = group(pen, key, found, room.min(SHOWN));
        room -= group.findings.len();
        shown.push(group);
    }
    let hidden = number - shown.len();
    (shown, hidden)
}

fn key<'a>(pen: &Pen<'_, 'a>, found: &'a Diagnostic, by: By) -> Key<'a> {
    let plan = pen.context.subject.plan;
    let item = found.subject.as_ref().and_then(|id| plan.find(id));
    let sources = pen.context.subject.sources;
    let primary = found.primary.as_ref();
    let file = Key::File(primary.map_or("", |label| sources.path(label.span.source)));
    match (by, item) {
        (By::Rule, _) => Key::Rule(found.tag(), found.rule_name()),
        (By::Item, Some(at)) => Key::Item(at.0, &plan[at].id),
        (By::Item, None) => file,
        (By::Owner, _) => {
            let owner = item.and_then(|at| plan[at].raci.owner.as_ref());
            owner.map_or(Key::Nobody, |owner| Key::Owner(&owner.value))
        }
    }
}

fn worst(found: &[&Diagnostic]) -> Severity {
    let severities = found.iter().map(|found| found.severity);
    severities.max().unwrap_or(Severity::Off)
}

fn group(pen: &Pen<'_, '_>, key: Key<'_>, mut found: Vec<&Diagnostic>, room: usize) -> Group {
    found.sort_by_key(|found| Reverse(found.severity));
    let (id, link) = name(pen, key);
    Group {
        anchor: crate::plan::slug(&format!("{id} {}", link.text)),
        id,
        english: matches!(key, Key::Rule(..)),
        link,
        severity: words::severity(pen.locale(), worst(&found)),
        count: found.len(),
        hidden: found.len().saturating_sub(room),
        findings: found
            .into_iter()
            .take(room)
            .map(|found| findings::view(pen, found))
            .collect(),
    }
}

fn name(pen: &Pen<'_, '_>, key: Key<'_>) -> (String, Words) {
    let plain = |text: &str| Words {
        text: text.to_owned(),
        href: None,
    };
    match key {
        Key::Rule(tag, name) => {
            let link = Words {
                text: name.replace('-', " "),
                href: Some(pen.href(&address::rule(tag))),
            };
            (tag.to_owned(), link)
        }
        Key::Item(_, id) => {
            let item = pen.context.subject.plan.find(id).map(|at| pen.item(at));
            let link = item.map_or_else(
                || plain(""),
                |item| Words {
                    text: item.title,
                    href: Some(item.href),
                },
            );
            (id.to_owned(), link)
        }
        Key::Nobody => (String::new(), plain(&pen.say("problems-of-nobody"))),
        Key::Owner(owner) => (String::new(), pen.person(owner)),
        Key::File("") => (String::new(), plain(&pen.say("problems-of-the-plan"))),
        Key::File(path) => (String::new(), plain(path)),
    }
}
