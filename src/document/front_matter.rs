//! Stand-in: finds front matter.
use crate::diagnostic::{Diagnostic, Span, code};
use crate::source::Source;
use crate::value::{Table, parse_toml, parse_yaml};

pub(super) fn split(source: &Source) -> (Table, usize, Vec<Diagnostic>) {
    let text = &source.text;
    let empty = Table::empty(Span::file(source.id));
    for mark in ["---", "+++", ";;;"] {
        let first = text.lines().next().unwrap_or_default();
        if first.trim_end() != mark {
            continue;
        }
        let start = text.find('\n').map_or(text.len(), |at| at + 1);
        let mut at = start;
        for line in text[start..].split_inclusive('\n') {
            if line.trim_end() == mark {
                let matter = &text[start..at];
                let (table, found) = match mark {
                    "+++" => parse_toml(source.id, matter, start),
                    _ => parse_yaml(source.id, matter, start),
                };
                return (table, at + line.len(), found);
            }
            at += line.len();
        }
        let found = Diagnostic::new(
            &code::INVALID_FRONT_MATTER,
            "the front matter is not closed",
        )
        .at(Span::new(source.id, 0, mark.len()), "opened here");
        return (empty, text.len(), vec![found]);
    }
    (empty, 0, Vec::new())
}
