//! R006 name-variants: one person under several names.

use std::collections::BTreeMap;

use crate::check::names::{self, Named, Variants};
use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::{Diagnostic, Span, code};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::NAME_VARIANTS,
    finds: "Names that mean one person: \u{201c}Jane Doe\u{201d}, \u{201c}J. Doe\u{201d}, \
            \u{201c}Doe, Jane\u{201d}, \u{201c}jane doe\u{201d}. Names with an initial count only \
            where nobody else of that family name begins with that letter. Each of the names is \
            reported once, and in doubt none is.",
    why: "The site makes a page for each name, and each shows a part of what the person has to do. \
          Nobody sees the whole, the person least of all.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nowner: Jane Doe\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\nowner: J. Doe\n---\n# Paint the hall\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nowner: Jane Doe\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\nowner: Jane Doe\n---\n# Paint the hall\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let all = names::all(subject);
    for person in names::variants(subject, &all) {
        for other in &person.others {
            if let Some(found) = found(subject, &all, &person, other) {
                findings.add(found);
            }
        }
    }
}

fn found(
    subject: Subject<'_>,
    all: &BTreeMap<&str, Vec<Named>>,
    person: &Variants<'_>,
    other: &str,
) -> Option<Diagnostic> {
    let places = all.get(other)?;
    let (first, span) = places.first()?;
    let name = person.name;
    let message = format!("`{other}` and `{name}` seem to be one person");
    let mut found = Diagnostic::new(&code::NAME_VARIANTS, message)
        .at(*span, format!("one name{}", words::elsewhere(places.len())))
        .about(&subject.plan[*first].id);
    if let Some((_, place)) = all.get(name).and_then(|places| places.first()) {
        found = found.also(*place, "the other");
    }
    let Some(listed) = person.listed else {
        return Some(found.help(format!("write `{name}` in all places")));
    };
    for (_, span) in places {
        found = fixed(subject, found, (*span, other, name));
    }
    Some(found.help(format!(
        "write `{name}`, or add the other name to the `aliases` of `[people.{}]`",
        listed.key
    )))
}

/// Puts the name in, between the quotes that are there, where it stands as it
/// reads and the new one needs no others.
fn fixed(subject: Subject<'_>, found: Diagnostic, edit: (Span, &str, &str)) -> Diagnostic {
    let (span, other, name) = edit;
    let written = &subject.sources.source(span.source).text[span.range()];
    let quotes = (written.len() - written.trim_matches(['"', '\'']).len()) / 2;
    let inner = span.part(quotes, quotes + other.len());
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-');
    let needs_none = name.starts_with(char::is_alphabetic) && name.chars().all(is_plain);
    if needs_none && written.get(quotes..written.len() - quotes) == Some(other) {
        return found.fix(inner, name);
    }
    found
}
