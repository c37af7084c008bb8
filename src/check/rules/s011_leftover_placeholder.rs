//! S011 leftover-placeholder: what was to be filled in.

use std::ops::Range;

use crate::check::{Findings, Rule, Subject};
use crate::diagnostic::{Diagnostic, Files, Span, code};
use crate::document::{self, Document};
use crate::plan::Place;
use crate::value::{Data, Table, Value};

pub(super) const RULE: Rule = Rule {
    code: &code::LEFTOVER_PLACEHOLDER,
    finds: "`TBD`, `TODO`, `FIXME` or `XXX` in capitals, \u{201c}lorem ipsum\u{201d}, and template text such as \
            `[insert name]` or `<your text>`: in titles, fields and text, but not in code and \
            comments.",
    why: "A placeholder is a promise to fill it in before anybody reads it. Once the plan is \
          published, readers take it for the plan: an owner called TBD is nobody.",
    bad: &[(
        "actions/a1.md",
        "---\n\
         owner: TBD\n\
         ---\n\
         # Open a second counter\n",
    )],
    good: &[(
        "actions/a1.md",
        "---\n\
         owner: Jane Doe\n\
         ---\n\
         # Open a second counter\n",
    )],
    check: Some(check),
};

const MARKS: [&str; 4] = ["TBD", "TODO", "FIXME", "XXX"];
const FILLER: &str = "lorem ipsum";
/// The first words of text in brackets that is to be replaced.
const TEMPLATE: [&str; 6] = [
    "your",
    "insert",
    "enter",
    "describe",
    "replace",
    "placeholder",
];

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let todo_is_a_word = ["es", "pt", "gl"]
        .iter()
        .any(|it| subject.config.language.starts_with(it));
    for (place, body) in subject.plan.bodies() {
        let document = &body.document;
        let text = subject.sources.text(document.source);
        let mut hits = placeholders(text);
        if hits.is_empty() {
            continue;
        }
        let spoken = spoken(document, text);
        hits.retain(|hit| {
            spoken
                .iter()
                .any(|range| range.start <= hit.start && hit.end <= range.end)
        });
        hits.retain(|hit| {
            !todo_is_a_word || &text[hit.clone()] != "TODO" || text[hit.end..].starts_with(':')
        });
        for hit in hits {
            let found = found(Span::new(document.source, hit.start, hit.end), &text[hit]);
            findings.add(match place {
                Place::Item(item) => found.about(&subject.plan[item].id),
                Place::Home | Place::Page(_) => found,
            });
        }
    }
}

fn found(span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        &code::LEFTOVER_PLACEHOLDER,
        format!("`{written}` was to be filled in"),
    )
    .at(span, "a placeholder")
    .help("fill it in, or take it out until there is something to say")
}

/// Everything that looks like a placeholder, in the order of the text.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let marks = MARKS
        .iter()
        .flat_map(|mark| text.match_indices(mark))
        .map(|(at, mark)| at..at + mark.len());
    let marks = marks.filter(|range| is_word(text, range));
    let brackets = text
        .match_indices(['<', '['])
        .filter_map(|(at, _)| template(text, at));
    let mut found: Vec<Range<usize>> = marks.chain(brackets).chain(filler(text)).collect();
    found.sort_by_key(|range| range.start);
    found
}

fn filler(text: &str) -> Vec<Range<usize>> {
    if !text.contains("psum") && !text.contains("PSUM") {
        return Vec::new();
    }
    let text = text.to_ascii_lowercase();
    text.match_indices(FILLER)
        .map(|(at, words)| at..at + words.len())
        .collect()
}

fn is_word(text: &str, range: &Range<usize>) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    !text[..range.start].ends_with(part_of_word) && !text[range.end..].starts_with(part_of_word)
}

/// How many characters template text has at most.
const LONGEST: usize = 120;

/// Template text in the bracket that opens there, unless it is a link.
fn template(text: &str, at: usize) -> Option<Range<usize>> {
    let (open, rest) = text[at..].split_at(1);
    let close = if open == "<" { '>' } else { ']' };
    let mut near = rest.char_indices().take(LONGEST);
    let (end, _) = near.find(|(_, c)| *c == close || *c == '\n')?;
    let (inside, after) = rest.split_at(end);
    let first = inside
        .split(|c: char| !c.is_alphabetic())
        .next()?
        .to_lowercase();
    let is_link = open == "["
        && (after.starts_with("](") || after.starts_with("][") || text[..at].ends_with('['));
    let fits =
        after.starts_with(close) && TEMPLATE.contains(&first.as_str()) && !inside.contains('=');
    (fits && !is_link).then(|| at..at + end + 2)
}

/// The parts of a file that speak to readers: front-matter values, and text
/// that is not code.
fn spoken(document: &Document, text: &str) -> Vec<Range<usize>> {
    let mut spoken = Vec::new();
    in_table(&document.matter, &mut spoken);
    spoken.extend(document::prose(text, document.body.clone()));
    spoken
}

fn in_table(table: &Table, spoken: &mut Vec<Range<usize>>) {
    table
        .entries
        .iter()
        .for_each(|entry| in_value(&entry.value, spoken));
}

fn in_value(value: &Value, spoken: &mut Vec<Range<usize>>) {
    match &value.data {
        Data::Null => {}
        Data::Text(_) => spoken.push(value.span.start..value.span.end),
        Data::List(values) => values.iter().for_each(|value| in_value(value, spoken)),
        Data::Table(table) => in_table(table, spoken),
    }
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn placeholders_are_found_and_words_are_not() {
        let found = |text: &str| -> Vec<String> {
            placeholders(text)
                .into_iter()
                .map(|range| text[range].to_owned())
                .collect()
        };
        assert_eq!(found("TODO: ask. Due: TBD."), ["TODO", "TBD"]);
        assert_eq!(found("a todo list, METODO, TODOS, XXXL"), [""; 0]);
        assert_eq!(found("Lorem Ipsum dolor"), ["Lorem Ipsum"]);
        assert_eq!(
            found("by <your team> or [Insert name]"),
            ["<your team>", "[Insert name]"]
        );
        assert_eq!(
            found("[Enter here](a.md), [[insert]], <b>, [x] done, [ ] enter"),
            [""; 0]
        );
    }
}
