//! A field more in a file's front matter, or another value in one that is
//! there, in the style of what stands around it.

use crate::diagnostic::{Edit, Span};
use crate::document::Document;
use crate::source::Source;
use crate::value::{Data, Entry, Value};

use super::Notation;

/// The front matter of a file, to be added to.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'a> {
    source: &'a Source,
    document: &'a Document,
    notation: Notation,
}

/// A field and what is to be put there.
#[derive(Debug, Clone, Copy)]
pub enum Field<'a> {
    /// The field has this day and no other.
    Day(&'a str, &'a str),
    /// The field's list has this word among others.
    Among(&'a str, &'a str),
}

impl<'a> Matter<'a> {
    /// The front matter of a document, whether or not it has one yet.
    pub fn of(source: &'a Source, document: &'a Document) -> Self {
        Self {
            source,
            document,
            notation: Notation::of(source),
        }
    }

    /// The syntax that it is written in.
    pub fn notation(&self) -> Notation {
        self.notation
    }

    /// The edits that put a field there; none where it is written in a way
    /// that only a person should change.
    pub fn with(&self, field: Field<'_>) -> Option<Vec<Edit>> {
        let (key, word) = match field {
            Field::Day(key, day) => (key, self.notation.day(day)),
            Field::Among(key, word) => (key, self.notation.word(word)),
        };
        let there = self.document.matter.get(key);
        match (field, there.map(|entry| (entry, &entry.value))) {
            (Field::Day(..), None) => self.add(key, &word),
            (Field::Among(..), None) => self.add(key, &format!("[{word}]")),
            (Field::Day(..), Some((entry, value))) => match &value.data {
                Data::Null => self.fill(entry, &word),
                Data::Text(_) => self.replace(value, &word),
                Data::List(_) | Data::Table(_) => None,
            },
            (Field::Among(..), Some((entry, value))) => match &value.data {
                Data::Null => self.fill(entry, &format!("[{word}]")),
                Data::Text(_) => self.make_list(value, &word),
                Data::List(entries) => self.append(value, entries, &word),
                Data::Table(_) => None,
            },
        }
    }

    fn text(&self) -> &'a str {
        &self.source.text
    }

    fn insert(&self, at: usize, text: String) -> Edit {
        let span = Span::new(self.source.id, at, at);
        Edit { span, text }
    }

    /// A new line below that of the id, else at the top.
    fn add(&self, key: &str, value: &str) -> Option<Vec<Edit>> {
        let text = self.text();
        let top = text.find('\n').map_or(text.len(), |at| at + 1);
        let newline = if text[..top].ends_with("\r\n") {
            "\r\n"
        } else {
            "\n"
        };
        let body = self.document.body.start;
        if body == 0 {
            let gap = if text[..top].trim().is_empty() {
                ""
            } else {
                newline
            };
            let lines = format!("---{newline}{key}: {value}{newline}---{newline}{gap}");
            return Some(vec![self.insert(0, lines)]);
        }
        let first = self.document.matter.entries.first();
        if let Some(first) = first.filter(|first| self.is_flow(first)) {
            let field = match self.notation {
                Notation::Json => format!("\"{key}\": {value}, "),
                _ => format!("{key}: {value}, "),
            };
            return Some(vec![self.insert(first.key_span.start(), field)]);
        }
        let sign = match self.notation {
            Notation::Yaml => ": ",
            Notation::Toml => " = ",
            Notation::Json => return None,
        };
        let indent = first.map_or("", |first| self.indent(first));
        let at = self.below_id().unwrap_or(top);
        let line = format!("{indent}{key}{sign}{value}{newline}");
        (at <= body).then(|| vec![self.insert(at, line)])
    }

    /// Whether the fields stand between braces.
    fn is_flow(&self, first: &Entry) -> bool {
        let before = self.text()[..first.key_span.start()].trim_end();
        self.notation != Notation::Toml && before.ends_with('{')
    }

    fn indent(&self, entry: &Entry) -> &'a str {
        let before = &self.text()[..entry.key_span.start()];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        if line.trim().is_empty() { line } else { "" }
    }

    /// The start of the line below that of the id.
    fn below_id(&self) -> Option<usize> {
        let id = self.document.matter.get("id")?;
        let rest = &self.text()[id.value.words?.end()..];
        let line = self.text()[id.key_span.start()..id.value.span.end()].contains('\n');
        let end = id.value.words?.end() + rest.find('\n')? + 1;
        (!line).then_some(end)
    }

    /// A value for a field that has none.
    fn fill(&self, entry: &Entry, value: &str) -> Option<Vec<Edit>> {
        let span = entry.value.span;
        if span.start() < span.end() {
            return self.replace(&entry.value, value);
        }
        let rest = &self.text()[entry.key_span.end()..];
        let sign = rest.find([':', '='])?;
        let is_next = rest[..sign].trim().is_empty();
        let at = entry.key_span.end() + sign + 1;
        is_next.then(|| vec![self.insert(at, format!(" {value}"))])
    }

    /// Another value; quotes stay.
    fn replace(&self, value: &Value, word: &str) -> Option<Vec<Edit>> {
        if let Some(edit) = value.reworded(word.trim_matches('"')) {
            return Some(vec![edit]);
        }
        let is_one_line = !self.text()[value.span.range()].contains('\n');
        let (span, text) = (value.span, word.to_owned());
        is_one_line.then(|| vec![Edit { span, text }])
    }

    /// Brackets around a single value, with another beside it.
    fn make_list(&self, value: &Value, word: &str) -> Option<Vec<Edit>> {
        let (start, end) = (value.span.start(), value.span.end());
        let written = &self.text()[start..end];
        let quoted = written.starts_with(['"', '\'']);
        if written.contains('\n') || (!quoted && written.contains([',', '[', ']', '{', '}'])) {
            return None;
        }
        Some(vec![
            self.insert(start, "[".to_owned()),
            self.insert(end, format!(", {word}]")),
        ])
    }

    /// Another entry at the end of a list.
    fn append(&self, value: &Value, entries: &[Value], word: &str) -> Option<Vec<Edit>> {
        let text = self.text();
        let Some(last) = entries.last().map(|entry| entry.span) else {
            let open = value.span.start() + 1;
            return (text[value.span.start()..].starts_with('['))
                .then(|| vec![self.insert(open, word.to_owned())]);
        };
        let before = &text[..last.start()];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        if before[start..].trim() == "-" {
            let end = last.end() + text[last.end()..].find('\n')?;
            let end = end - usize::from(text[..end].ends_with('\r'));
            let newline = if text[end..].starts_with('\r') {
                "\r\n"
            } else {
                "\n"
            };
            let line = format!("{newline}{}{word}", &before[start..]);
            return Some(vec![self.insert(end, line)]);
        }
        let is_flow = text[value.span.start()..].starts_with('[');
        is_flow.then(|| vec![self.insert(last.end(), format!(", {word}"))])
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Matter};
    use crate::document::Document;
    use crate::mend::applied;
    use crate::source::SourceSet;

    fn with(text: &str, field: Field<'_>) -> Option<String> {
        let set = SourceSet::in_memory([("a.md", text)]);
        let source = &set.sources[0];
        let (document, _) = Document::read(source);
        let edits = Matter::of(source, &document).with(field)?;
        Some(applied(text, &edits))
    }

    #[track_caller]
    fn becomes(field: Field<'_>, cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            let found = with(text, field);
            assert_eq!(found.as_deref(), Some(*expected), "{text:?}");
            let set = SourceSet::in_memory([("a.md", expected)]);
            let problems = Document::read(&set.sources[0]).1;
            assert_eq!(problems, [], "{expected:?}");
        }
    }

    #[test]
    fn a_word_joins_a_list_in_its_style() {
        becomes(
            Field::Among("aliases", "A1"),
            &[
                ("# A\r\n", "---\r\naliases: [A1]\r\n---\r\n\r\n# A\r\n"),
                ("", "---\naliases: [A1]\n---\n"),
                ("---\n---\n", "---\naliases: [A1]\n---\n"),
                (
                    "---\ntitle: T\nid: B # own\nx: 1\n---\n",
                    "---\ntitle: T\nid: B # own\naliases: [A1]\nx: 1\n---\n",
                ),
                (
                    "---\r\n  due: 2026\r\n---\r\n",
                    "---\r\n  aliases: [A1]\r\n  due: 2026\r\n---\r\n",
                ),
                (
                    "---\naliases: X # old\n---\n",
                    "---\naliases: [X, A1] # old\n---\n",
                ),
                (
                    "---\naliases: [ 'X' ]\n---\n",
                    "---\naliases: [ 'X', A1 ]\n---\n",
                ),
                ("---\naliases: []\n---\n", "---\naliases: [A1]\n---\n"),
                ("---\naliases:\n---\n", "---\naliases: [A1]\n---\n"),
                ("---\naliases: ~\n---\n", "---\naliases: [A1]\n---\n"),
                (
                    "---\naliases:\r\n  - X # old\r\nid: B\n---\n",
                    "---\naliases:\r\n  - X # old\r\n  - A1\r\nid: B\n---\n",
                ),
                ("---\n{id: B}\n---\n", "---\n{aliases: [A1], id: B}\n---\n"),
                (
                    "+++\n[allow]\nL009 = \"why\"\n+++\n",
                    "+++\naliases = [\"A1\"]\n[allow]\nL009 = \"why\"\n+++\n",
                ),
                (
                    "+++\naliases = [\"X\"]\n+++\n",
                    "+++\naliases = [\"X\", \"A1\"]\n+++\n",
                ),
                (
                    ";;;\n{\"id\": \"B\"}\n;;;\n",
                    ";;;\n{\"aliases\": [\"A1\"], \"id\": \"B\"}\n;;;\n",
                ),
            ],
        );
    }

    #[test]
    fn a_day_takes_the_place_of_another() {
        becomes(
            Field::Day("reviewed", "2026-11-23"),
            &[
                (
                    "---\nreviewed: 2025-01-01 # ok\n---\n",
                    "---\nreviewed: 2026-11-23 # ok\n---\n",
                ),
                (
                    "---\nreviewed: '2025'\n---\n",
                    "---\nreviewed: '2026-11-23'\n---\n",
                ),
                ("---\nreviewed:\n---\n", "---\nreviewed: 2026-11-23\n---\n"),
                (
                    "+++\nreviewed = 2025-01-01\n+++\n",
                    "+++\nreviewed = 2026-11-23\n+++\n",
                ),
                (
                    "+++\nid = \"A\"\n+++\n",
                    "+++\nid = \"A\"\nreviewed = 2026-11-23\n+++\n",
                ),
                (
                    ";;;\n{\"reviewed\": \"2025\"}\n;;;\n",
                    ";;;\n{\"reviewed\": \"2026-11-23\"}\n;;;\n",
                ),
            ],
        );
    }

    #[test]
    fn what_only_a_person_should_change_is_left() {
        assert_eq!(with(";;;\n;;;\n", Field::Among("aliases", "A1")), None);
        assert_eq!(
            with("---\naliases: a, b\n---\n", Field::Among("aliases", "A1")),
            None
        );
        assert_eq!(
            with(
                "---\nreviewed: {a: b}\n---\n",
                Field::Day("reviewed", "2026-01-01")
            ),
            None
        );
    }
}
