//! Changes to files that are there: a field that says something else is
//! written anew, a field that is missing is added, a text that differs is put
//! in place of the one that was.

use crate::diagnostic::{Edit, Span};
use crate::document::Document;
use crate::mend::{self, Change, Notation};
use crate::source::Source;
use crate::value::{Data, Entry, Value};

use super::super::{Datum, Fields, Loss, Text, yaml};

/// The change to a file, if it does not say all that already.
pub(super) fn file(source: &Source, text: &Text, losses: &mut Vec<Loss>) -> Option<Change> {
    let (document, _) = Document::read(source);
    let file = File { source, document };
    let fields: Vec<&(String, Datum)> = text
        .fields
        .0
        .iter()
        .filter(|(name, value)| file.differs(name, value))
        .collect();
    let body = text.body.trim();
    let is_other = !body.is_empty() && body != file.body().trim();
    if fields.is_empty() && !is_other {
        return None;
    }
    let mut edits = Vec::new();
    if !fields.is_empty() {
        match file.with(&fields) {
            Some(found) => edits.extend(found),
            None => losses.push(Loss {
                place: source.path.to_string(),
                what: format!(
                    "its front matter is no YAML of one field a line, so {} must be changed by hand",
                    names(&fields)
                ),
            }),
        }
    }
    if is_other {
        edits.push(file.with_body(body));
    }
    (!edits.is_empty()).then(|| Change {
        path: source.path.to_string(),
        to: source.path.to_string(),
        before: Some(source.text.clone()),
        after: mend::applied(&source.text, &edits),
    })
}

fn names(fields: &[&(String, Datum)]) -> String {
    let names = fields.iter().map(|(name, _)| format!("`{name}`"));
    names.collect::<Vec<_>>().join(", ")
}

/// Old ids are never taken away.
const ALIASES: &str = "aliases";

struct File<'a> {
    source: &'a Source,
    document: Document,
}

impl<'a> File<'a> {
    fn entry(&self, name: &str) -> Option<&Entry> {
        self.document.matter.get(name)
    }

    /// Where the text starts: below the front matter, and below a heading that
    /// is the title.
    fn start(&self) -> usize {
        let document = &self.document;
        let heading = document.title.as_ref();
        let heading = heading.filter(|_| document.matter.get("title").is_none());
        heading.map_or(document.body.start, |heading| heading.span.end())
    }

    fn body(&self) -> &'a str {
        &self.source.text[self.start()..]
    }

    fn differs(&self, name: &str, value: &Datum) -> bool {
        if value.is_empty() {
            return false;
        }
        match self.entry(name) {
            Some(entry) if name == ALIASES => united(&entry.value, value).is_some(),
            Some(entry) => !says(&entry.value, value),
            None => true,
        }
    }

    /// The edits that write fields anew.
    fn with(&self, fields: &[&(String, Datum)]) -> Option<Vec<Edit>> {
        if Notation::of(self.source) != Notation::Yaml {
            return None;
        }
        let body = self.document.body.start;
        if body == 0 {
            let all = fields.iter().map(|field| (*field).clone()).collect();
            let matter = format!("---\n{}---\n\n", yaml::lines(&Fields(all)));
            return Some(vec![self.edit(0, 0, matter)]);
        }
        let mut edits = Vec::new();
        let mut added = String::new();
        for (name, value) in fields {
            let entry = self.entry(name);
            let there = entry.map(|entry| &entry.value);
            let value = match there {
                Some(there) if name == ALIASES => united(there, value),
                there => Some(joined(there, value)),
            };
            let field = Fields(vec![(name.clone(), value?)]);
            let lines = yaml::lines(&field);
            match entry {
                Some(entry) => {
                    let span = self.lines_of(entry)?;
                    edits.push(self.edit(span.start(), span.end(), lines));
                }
                None => added.push_str(&lines),
            }
        }
        if !added.is_empty() {
            let end = self.end_of_matter()?;
            edits.push(self.edit(end, end, added));
        }
        Some(edits)
    }

    fn with_body(&self, body: &str) -> Edit {
        let start = self.start();
        let before = &self.source.text[..start];
        let gap = match before {
            "" => "",
            before if before.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        self.edit(start, self.source.text.len(), format!("{gap}{body}\n"))
    }

    fn edit(&self, start: usize, end: usize, text: String) -> Edit {
        let newline = self.source.text[..].contains("\r\n");
        let text = if newline {
            text.replace('\n', "\r\n")
        } else {
            text
        };
        Edit {
            span: Span::new(self.source.id, start, end),
            text,
        }
    }

    /// Where the line stands that ends the front matter.
    fn end_of_matter(&self) -> Option<usize> {
        let matter = &self.source.text[..self.document.body.start];
        let line = matter.trim_end().rfind('\n')? + 1;
        matter[line..].starts_with("---").then_some(line)
    }

    /// All lines of a field, without comments and blanks below it; none where
    /// other fields stand on them too.
    fn lines_of(&self, entry: &Entry) -> Option<Span> {
        let text = &self.source.text;
        let start = text[..entry.key_span.start()]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        if !text[start..entry.key_span.start()].is_empty() {
            return None;
        }
        let entries = &self.document.matter.entries;
        let next = entries
            .iter()
            .map(|other| other.key_span.start())
            .filter(|other| *other > entry.key_span.start())
            .min();
        let end = next.or_else(|| self.end_of_matter())?;
        let last = text[..end].rfind('\n')? + 1;
        if last != end {
            return None;
        }
        let mut end = start;
        let mut kept = start;
        for line in text[start..last].split_inclusive('\n') {
            end += line.len();
            let is_blank = line.trim().is_empty() || line.starts_with('#');
            if !is_blank {
                kept = end;
            }
        }
        Some(Span::new(self.source.id, start, kept))
    }
}

/// Whether a value in a file says what a draft says. Of a table and of old
/// ids it may say more.
fn says(value: &Value, datum: &Datum) -> bool {
    match (&value.data, datum) {
        (Data::Text(there), Datum::Text(text)) => same(there, text),
        (Data::Text(there), Datum::Plain(text)) => {
            same(there, text) || there.parse::<f64>().is_ok_and(|it| Ok(it) == text.parse())
        }
        (Data::Table(there), Datum::Table(fields)) => fields.0.iter().all(|(name, value)| {
            there
                .get(name)
                .is_some_and(|entry| says(&entry.value, value))
        }),
        // `{id: S1, weight: 2}` leads where `S1` does.
        (Data::Table(there), Datum::Text(_)) => there
            .get("id")
            .is_some_and(|entry| says(&entry.value, datum)),
        (_, Datum::List(values)) => {
            let there = value.as_list();
            there.len() == values.len() && there.iter().zip(values).all(|(a, b)| says(a, b))
        }
        (Data::List(there), single) => there.len() == 1 && says(&there[0], single),
        _ => false,
    }
}

fn same(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// What a draft says, and what else a table in the file says.
fn joined(there: Option<&Value>, datum: &Datum) -> Datum {
    let (Some(Data::Table(table)), Datum::Table(fields)) = (there.map(|it| &it.data), datum) else {
        return datum.clone();
    };
    let mut joined = fields.clone();
    for entry in &table.entries {
        if joined.get(&entry.key).is_none() {
            joined.0.push((entry.key.clone(), as_datum(&entry.value)));
        }
    }
    Datum::Table(joined)
}

/// The values that are there and those of a draft, if those are more.
fn united(there: &Value, datum: &Datum) -> Option<Datum> {
    let mut all: Vec<Datum> = there.as_list().iter().map(as_datum).collect();
    let count = all.len();
    let values = match datum {
        Datum::List(values) => values.as_slice(),
        single => std::slice::from_ref(single),
    };
    for value in values {
        if !all.contains(value) {
            all.push(value.clone());
        }
    }
    (all.len() > count).then_some(Datum::List(all))
}

fn as_datum(value: &Value) -> Datum {
    match &value.data {
        Data::Null => Datum::List(Vec::new()),
        Data::Text(text) => Datum::Text(text.clone()),
        Data::List(values) => Datum::List(values.iter().map(as_datum).collect()),
        Data::Table(table) => Datum::Table(Fields(
            table
                .entries
                .iter()
                .map(|entry| (entry.key.clone(), as_datum(&entry.value)))
                .collect(),
        )),
    }
}
