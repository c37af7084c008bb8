//! From the parser's events to a tree.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use crate::diagnostic::{Diagnostic, Span, code};
use crate::value::{Data, Entry, Table, Value};

use super::fault::{limit, syntax};
use super::{Fault, MAX_ALIASED, MAX_DEPTH, MAX_NODES, Place};

/// What could be read, and what was wrong.
pub(super) struct Built {
    pub table: Table,
    pub problems: Vec<Diagnostic>,
    pub fault: Option<Fault>,
}

pub(super) fn build<'t>(text: &'t str, place: Place<'t>) -> Built {
    let mut builder = Builder {
        text,
        place,
        frames: Vec::new(),
        root: None,
        anchors: HashMap::new(),
        nodes: 0,
        aliased: 0,
        kept: 0,
        problems: Vec::new(),
    };
    let fault = builder.run().err();
    builder.finish(fault)
}

struct Builder<'t> {
    text: &'t str,
    place: Place<'t>,
    frames: Vec<Frame>,
    root: Option<Value>,
    /// Anchored values with the number of values in them.
    anchors: HashMap<usize, (Value, usize)>,
    nodes: usize,
    aliased: usize,
    kept: usize,
    problems: Vec<Diagnostic>,
}

/// A list or table that is not finished.
struct Frame {
    content: Content,
    start: usize,
    end: usize,
    flow: bool,
    anchor: usize,
    /// How many values there were before it.
    before: usize,
}

enum Content {
    List(Vec<Value>),
    Table {
        entries: Vec<Entry>,
        seen: HashMap<String, Span>,
        next: Next,
    },
}

/// What a table expects.
enum Next {
    Key,
    Value(String, Span),
    /// The value of a key that cannot be used.
    Nothing,
}

impl Builder<'_> {
    fn run(&mut self) -> Result<(), Fault> {
        let mut options = granit_parser::options! {
            disallow_directives: true,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        options.set_emit_comments(false);
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = event.map_err(|error| {
                let flow = self.frames.iter().find(|frame| frame.flow);
                syntax(&error, self.text, self.place, flow.map(|frame| frame.start))
            })?;
            let range = self.range(span.byte_range());
            if let Some(tag) = span.tag_span() {
                self.check_tag(self.range(tag.byte_range()));
            }
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        self.second_document(range);
                        return Ok(());
                    }
                }
                Event::StreamEnd => return Ok(()),
                event => self.node(event, range)?,
            }
        }
        Ok(())
    }

    /// The parser's range, held to the text.
    fn range(&self, range: Option<Range<usize>>) -> Range<usize> {
        let range = range.unwrap_or(0..0);
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.floor_char_boundary(range.end).max(start);
        start..end
    }

    fn node(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Fault> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                self.count(1, &range)?;
                let value = self.scalar(text, style, range);
                self.keep(anchor, &value, 1)?;
                self.deliver(value);
            }
            Event::SequenceStart(style, anchor, _) => {
                self.open(Content::List(Vec::new()), style, anchor, &range)?;
            }
            Event::MappingStart(style, anchor, _) => {
                let content = Content::Table {
                    entries: Vec::new(),
                    seen: HashMap::new(),
                    next: Next::Key,
                };
                self.open(content, style, anchor, &range)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end)?,
            Event::Alias(anchor) => self.alias(anchor, &range)?,
            _ => {}
        }
        Ok(())
    }

    fn scalar(&self, text: Cow<'_, str>, style: ScalarStyle, mut range: Range<usize>) -> Value {
        let written = self.text[range.clone()].trim_end();
        range.end = range.start + written.len();
        let is_plain = style == ScalarStyle::Plain;
        let is_null = is_plain && matches!(written, "" | "~" | "null" | "Null" | "NULL");
        let words = match style {
            _ if is_null => None,
            // In JSON, which may hold nothing but digits without quotes.
            ScalarStyle::Plain if self.is_in_flow() && text.parse::<u64>().is_ok() => None,
            ScalarStyle::Plain => Some(range.clone()),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => within(&range),
            _ => None,
        };
        let words = words.filter(|words| self.text[words.clone()] == text);
        Value {
            words: words.map(|words| self.place.span(words)),
            span: self.place.span(range),
            data: if is_null {
                Data::Null
            } else {
                Data::Text(text.into_owned())
            },
        }
    }

    fn is_in_flow(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.flow)
    }

    fn open(
        &mut self,
        content: Content,
        style: StructureStyle,
        anchor: usize,
        range: &Range<usize>,
    ) -> Result<(), Fault> {
        self.count(1, range)?;
        if self.frames.len() == MAX_DEPTH {
            let message = format!("values nest more than {MAX_DEPTH} deep");
            return Err(limit(&message, self.place.span(range.clone())));
        }
        self.frames.push(Frame {
            content,
            start: range.start,
            end: range.end,
            flow: style == StructureStyle::Flow,
            anchor,
            before: self.nodes - 1,
        });
        Ok(())
    }

    fn close(&mut self, end: usize) -> Result<(), Fault> {
        let Some(mut frame) = self.frames.pop() else {
            return Ok(());
        };
        if frame.flow {
            frame.end = end;
        }
        let (anchor, size) = (frame.anchor, self.nodes - frame.before);
        let value = self.finished(frame);
        self.keep(anchor, &value, size)?;
        self.deliver(value);
        Ok(())
    }

    fn finished(&self, frame: Frame) -> Value {
        let span = self.place.span(frame.start..frame.end.max(frame.start));
        let data = match frame.content {
            Content::List(mut values) => {
                values.shrink_to_fit();
                Data::List(values)
            }
            Content::Table { mut entries, .. } => {
                entries.shrink_to_fit();
                Data::Table(Table { span, entries })
            }
        };
        Value {
            span,
            data,
            words: None,
        }
    }

    /// Puts a finished value where it belongs.
    fn deliver(&mut self, value: Value) {
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(value);
            return;
        };
        frame.end = frame.end.max(value.span.end() - self.place.offset);
        let (entries, seen, next) = match &mut frame.content {
            Content::List(values) => return values.push(value),
            Content::Table {
                entries,
                seen,
                next,
            } => (entries, seen, next),
        };
        *next = match std::mem::replace(next, Next::Key) {
            Next::Nothing => Next::Key,
            Next::Value(key, key_span) => {
                entries.push(Entry {
                    key,
                    key_span,
                    value,
                });
                Next::Key
            }
            Next::Key => {
                let range =
                    value.span.start() - self.place.offset..value.span.end() - self.place.offset;
                let key = match value.data {
                    Data::Text(key) => Ok(key),
                    Data::Null => Ok(self.text[range].to_owned()),
                    Data::List(_) | Data::Table(_) => Err(value.what()),
                };
                match key.map(|key| (seen.get(&key).copied(), key)) {
                    Ok((None, key)) => {
                        seen.insert(key.clone(), value.span);
                        Next::Value(key, value.span)
                    }
                    Ok((Some(first), key)) => {
                        self.problems.push(duplicate(&key, value.span, first));
                        Next::Nothing
                    }
                    Err(what) => {
                        self.problems.push(not_a_name(what, value.span));
                        Next::Nothing
                    }
                }
            }
        };
    }

    /// Remembers an anchored value.
    fn keep(&mut self, anchor: usize, value: &Value, size: usize) -> Result<(), Fault> {
        if anchor == 0 {
            return Ok(());
        }
        self.kept += size;
        if self.kept > MAX_NODES {
            return Err(limit("too many values are anchored", value.span));
        }
        self.anchors.insert(anchor, (value.clone(), size));
        Ok(())
    }

    /// The anchored value once more, at the place of its alias.
    fn alias(&mut self, anchor: usize, range: &Range<usize>) -> Result<(), Fault> {
        let span = self.place.span(range.clone());
        let Some((value, size)) = self.anchors.get(&anchor) else {
            return Err(limit(
                "an alias stands for a value that it is part of",
                span,
            ));
        };
        self.aliased += size;
        if self.aliased > MAX_ALIASED {
            let message = format!("aliases stand for more than {MAX_ALIASED} values");
            return Err(limit(&message, span));
        }
        let size = *size;
        let value = Value {
            span,
            words: None,
            ..value.clone()
        };
        self.count(size, range)?;
        self.deliver(value);
        Ok(())
    }

    fn count(&mut self, nodes: usize, range: &Range<usize>) -> Result<(), Fault> {
        self.nodes += nodes;
        if self.nodes > MAX_NODES {
            let message = format!("there are more than {MAX_NODES} values");
            return Err(limit(&message, self.place.span(range.clone())));
        }
        Ok(())
    }

    /// A tag says which type a value is of; here its field does.
    fn check_tag(&mut self, range: Range<usize>) {
        let tag = &self.text[range.clone()];
        if tag.starts_with("!!") {
            return;
        }
        self.problems.push(
            problem(format!(
                "`{tag}` is read as a YAML tag, which means nothing here"
            ))
            .at(self.place.span(range), "")
            .help("put quotes around the value if the exclamation mark is part of it"),
        );
    }

    fn second_document(&mut self, range: Range<usize>) {
        self.problems.push(
            problem("a second YAML document starts inside this one")
                .at(self.place.span(range), "what follows is not read")
                .help("remove this line"),
        );
    }

    fn finish(mut self, fault: Option<Fault>) -> Built {
        if fault.is_some() {
            self.frames.truncate(1);
            self.root = self.frames.pop().map(|frame| self.finished(frame));
        }
        let root = self.root.filter(|root| root.data != Data::Null);
        if let Some(root) = root.as_ref().filter(|root| root.as_table().is_none()) {
            self.problems.push(not_a_table(root));
        }
        let table = match root.map(|root| root.data) {
            Some(Data::Table(table)) => table,
            _ => Table::empty(self.place.span(0..0)),
        };
        Built {
            table,
            problems: self.problems,
            fault,
        }
    }
}

/// What stands between the quotes.
fn within(range: &Range<usize>) -> Option<Range<usize>> {
    (range.len() >= 2).then(|| range.start + 1..range.end - 1)
}

fn problem(message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&code::INVALID_FRONT_MATTER, message)
}

fn duplicate(key: &str, span: Span, first: Span) -> Diagnostic {
    problem(format!("`{key}` is given twice"))
        .at(span, "given again here")
        .also(first, "given first here")
        .help("keep one of the two; for several values write a list")
}

fn not_a_name(what: &str, span: Span) -> Diagnostic {
    problem(format!("{what} cannot be the name of a field"))
        .at(span, "")
        .help("put quotes around it if it is text")
}

fn not_a_table(value: &Value) -> Diagnostic {
    problem(format!("expected fields, found {}", value.what()))
        .at(value.span, "")
        .help("write each field as `name: value`, with a space after the colon")
}
