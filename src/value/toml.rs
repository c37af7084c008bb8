//! TOML into values with places.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::diagnostic::{Diagnostic, SourceId, Span, code};

use super::{Data, Entry, Table, Value};

/// After how many lines with errors the rest is not told.
const MAX_FAULTS: usize = 8;

/// Reads TOML that starts at byte `offset` of its file. What is well-formed is
/// read even where something else is not. The place of a table with a
/// `[header]` is that header.
pub fn parse_toml(source: SourceId, text: &str, offset: usize) -> (Table, Vec<Diagnostic>) {
    let reading = Reading {
        source,
        text,
        offset,
    };
    let (root, errors) = DeTable::parse_recoverable(text);
    let span = reading.span(&(0..text.len()));
    let table = reading.table(root.get_ref(), span);
    let problems = reading.problems(errors, &table);
    (table, problems)
}

struct Reading<'t> {
    source: SourceId,
    text: &'t str,
    offset: usize,
}

impl Reading<'_> {
    fn table(&self, table: &DeTable<'_>, span: Span) -> Table {
        let mut entries: Vec<Entry> = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                key_span: self.span(&key.span()),
                value: self.value(value),
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span.start());
        Table { span, entries }
    }

    /// The parser holds nesting down to its own limit, so this cannot run out
    /// of stack.
    fn value(&self, value: &Spanned<DeValue<'_>>) -> Value {
        let span = self.span(&value.span());
        let data = match value.get_ref() {
            DeValue::String(_) if self.range(&value.span()).is_empty() => Data::Null,
            DeValue::String(text) => Data::Text(text.to_string()),
            DeValue::Array(values) => Data::List(values.iter().map(|v| self.value(v)).collect()),
            DeValue::Table(table) => Data::Table(self.table(table, span)),
            _ => Data::Text(self.text[self.range(&value.span())].to_owned()),
        };
        let words = match &data {
            Data::Text(text) => self.words(text, &value.span()),
            _ => None,
        };
        Value { span, data, words }
    }

    /// The words between the quotes, where that is what the text reads.
    fn words(&self, text: &str, place: &Range<usize>) -> Option<Span> {
        let written = &self.text[self.range(place)];
        let inner = ['"', '\'']
            .into_iter()
            .find_map(|quote| written.strip_prefix(quote)?.strip_suffix(quote))?;
        let start = place.start + 1;
        (inner == text).then(|| self.span(&(start..start + inner.len())))
    }

    /// One finding a line: the parser's later errors on a line follow from
    /// its first.
    fn problems(&self, mut errors: Vec<Error>, read: &Table) -> Vec<Diagnostic> {
        errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
        let mut problems = Vec::new();
        let mut line_end = 0;
        for error in errors {
            let range = self.range(&error.span().unwrap_or_default());
            if problems.is_empty() || range.start > line_end {
                line_end = self.line_end(range.start);
                problems.push(self.problem(range, error.message(), read));
            }
            if problems.len() == MAX_FAULTS {
                break;
            }
        }
        problems
    }

    fn problem(&self, range: Range<usize>, message: &str, read: &Table) -> Diagnostic {
        let span = self.span(&range);
        if message == "duplicate key" {
            return self.duplicate(range, read);
        }
        let written = self.text[range.start..self.line_end(range.start)].trim();
        let is_bare = message.contains("must be quoted") || message.starts_with("invalid boolean");
        match (is_bare, written) {
            (false, _) => problem(format!("not well-formed TOML: {message}")).at(span, ""),
            (true, "") => problem("a value is missing")
                .at(span, "after this")
                .help("write one, or remove the line"),
            (true, _) => problem("text needs quotes in TOML")
                .at(
                    self.span(&(range.start..range.start + written.len())),
                    "this value",
                )
                .help("put double quotes around it"),
        }
    }

    fn duplicate(&self, range: Range<usize>, read: &Table) -> Diagnostic {
        let key = &self.text[range.clone()];
        let span = self.span(&range);
        let found = problem(format!("`{key}` is given twice"))
            .at(span, "given again here")
            .help("keep one of the two");
        let first = if let Some(header) = self.header(range.start) {
            self.first_header(header)
        } else {
            let mut earlier = Vec::new();
            named(read, key, &mut earlier);
            earlier.retain(|first| first.start() < span.start());
            earlier.into_iter().max()
        };
        match first {
            Some(first) => found.also(first, "given first here"),
            None => found,
        }
    }

    /// The `[header]` that a byte is in.
    fn header(&self, at: usize) -> Option<&str> {
        let start = self.text[..at].rfind('\n').map_or(0, |before| before + 1);
        let line = self.text[start..].lines().next()?.trim();
        line.starts_with('[').then_some(line)
    }

    /// The parser remembers only the last of several equal headers.
    fn first_header(&self, header: &str) -> Option<Span> {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            if line.trim() == header {
                return Some(self.span(&(start..start + line.trim_end().len())));
            }
            start += line.len();
        }
        None
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |length| at + length)
    }

    /// A range of the parser, held to the text.
    fn range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.floor_char_boundary(range.end).max(start);
        start..end
    }

    fn span(&self, range: &Range<usize>) -> Span {
        let range = self.range(range);
        Span::new(
            self.source,
            self.offset + range.start,
            self.offset + range.end,
        )
    }
}

/// The places of all keys of that name.
fn named(table: &Table, name: &str, found: &mut Vec<Span>) {
    for entry in &table.entries {
        if entry.key == name {
            found.push(entry.key_span);
        }
        for value in entry.value.as_list() {
            if let Data::Table(table) = &value.data {
                named(table, name, found);
            }
        }
    }
}

fn problem(message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&code::INVALID_FRONT_MATTER, message)
}
