//! S011 leftover-placeholder: what was to be filled in.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use memchr::memchr2_iter;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, Files, Span, code};
use crate::document::{self, Stretches};
use crate::plan::Place;
use crate::value::{Data, Table, Value};

pub(super) const RULE: Rule = Rule {
    code: &code::LEFTOVER_PLACEHOLDER,
    finds: "`TBD`, `TODO`, `FIXME` or `XXX` in capitals, \u{201c}lorem ipsum\u{201d}, and template text such as \
            `[insert name]` or `<your text>`: in titles, fields and text, but not in code and \
            comments; at most 100 in a file.",
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
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

const MARKS: [&str; 4] = ["TBD", "TODO", "FIXME", "XXX"];
const FILLER: &str = "lorem ipsum";
/// The bytes over which text in brackets is none that is to be replaced.
const LONGEST: usize = 120;
/// How many are named in one file: who left more knows without.
const MOST: usize = 100;
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
    let marks = AhoCorasick::new(MARKS).expect("four short words");
    let todo_is_a_word = is_spoken_where_todo_is_a_word(&subject.config.language);
    for (place, body) in subject.plan.bodies() {
        let document = &body.document;
        let text = subject.sources.text(document.source);
        let mut hits = placeholders(text, &marks);
        if hits.is_empty() {
            continue;
        }
        let values = in_table(&document.matter).into_iter();
        let values: Stretches = values.map(crate::diagnostic::Span::range).collect();
        let prose = document::prose(text, document.body.clone());
        hits.retain(|hit| values.hold(hit) || prose.hold(hit));
        hits.retain(|hit| {
            !todo_is_a_word || &text[hit.clone()] != "TODO" || text[hit.end..].starts_with(':')
        });
        for hit in hits.into_iter().take(MOST) {
            let found = found(Span::new(document.source, hit.start, hit.end), &text[hit]);
            findings.add(match place {
                Place::Item(item) => found.about(&subject.plan[item].id),
                Place::Home | Place::Page(_) => found,
            });
        }
    }
}

/// Spanish, Portuguese and Galician: there "todo" is "all", and in capitals
/// only `TODO:` is a note.
fn is_spoken_where_todo_is_a_word(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or(language);
    ["es", "pt", "gl"].contains(&primary)
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
fn placeholders(text: &str, marks: &AhoCorasick) -> Vec<Range<usize>> {
    let marks = marks.find_iter(text).map(|mark| mark.range());
    let marks = marks.filter(|range| is_word(text, range));
    let brackets = memchr2_iter(b'<', b'[', text.as_bytes());
    let brackets = brackets.filter_map(|at| template(text, at));
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

/// Template text in the bracket that opens there, unless it is a link.
fn template(text: &str, at: usize) -> Option<Range<usize>> {
    let (open, rest) = text[at..].split_at(1);
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let first = rest.split(|c: char| !c.is_alphabetic()).next()?;
    if !TEMPLATE.iter().any(|word| first.eq_ignore_ascii_case(word)) {
        return None;
    }
    let close = if open == "<" { '>' } else { ']' };
    let (inside, after) = rest.split_at(rest.find([close, '=', '\n'])?);
    let is_link = open == "["
        && (after.starts_with("](") || after.starts_with("][") || text[..at].ends_with('['));
    let fits = after.starts_with(close) && !is_link;
    fits.then(|| at..at + inside.len() + 2)
}

/// Where the values of front matter stand.
fn in_table(table: &Table) -> Vec<Span> {
    let values = table.entries.iter().map(|entry| &entry.value);
    values.flat_map(in_value).collect()
}

fn in_value(value: &Value) -> Vec<Span> {
    match &value.data {
        Data::Null => Vec::new(),
        Data::Text(_) => vec![value.span],
        Data::List(values) => values.iter().flat_map(in_value).collect(),
        Data::Table(table) => in_table(table),
    }
}

#[cfg(test)]
mod tests {
    use aho_corasick::AhoCorasick;

    use super::placeholders;

    #[test]
    fn placeholders_are_found_and_words_are_not() {
        let found = |text: &str| -> Vec<String> {
            placeholders(text, &AhoCorasick::new(super::MARKS).expect("words"))
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
