//! Where the front matter ends, and what it says.

use std::ops::Range;

use gray_matter::engine::Engine;
use gray_matter::{Matter, ParsedEntity, Pod};

use crate::diagnostic::{Diagnostic, Span, code};
use crate::source::Source;
use crate::value::{Table, parse_toml, parse_yaml};

/// A file in two parts.
pub(super) struct Split {
    pub matter: Table,
    pub body: Range<usize>,
    pub problems: Vec<Diagnostic>,
}

/// How front matter is written, by the line around it.
#[derive(Clone, Copy)]
enum Syntax {
    Yaml,
    Toml,
    Json,
}

impl Syntax {
    fn mark(self) -> &'static str {
        match self {
            Self::Yaml => "---",
            Self::Toml => "+++",
            Self::Json => ";;;",
        }
    }
}

/// Leaves the matter alone: `gray_matter` is to find it, and its values are to
/// keep their places.
struct AsIs;

impl Engine for AsIs {
    fn parse(_matter: &str) -> gray_matter::Result<Pod> {
        Ok(Pod::Null)
    }
}

/// Splits a file that starts with a line `---`, `+++` or `;;;`.
///
/// `---` may be a rule as well. It is one if a blank line follows and no
/// fields do, as nobody starts front matter that way.
pub(super) fn split(source: &Source) -> Split {
    let text = &*source.text;
    let all_body = Split {
        matter: Table::empty(Span::file(source.id)),
        body: 0..text.len(),
        problems: Vec::new(),
    };
    let (first, start) = line(text, 0);
    let syntaxes = [Syntax::Yaml, Syntax::Toml, Syntax::Json];
    let Some(syntax) = syntaxes
        .into_iter()
        .find(|syntax| first.trim_end() == syntax.mark())
    else {
        return all_body;
    };
    let may_be_rule = matches!(syntax, Syntax::Yaml) && line(text, start).0.trim().is_empty();
    let Some(end) = matter_end(text, start, syntax) else {
        return if may_be_rule {
            all_body
        } else {
            unclosed(source, start, syntax)
        };
    };
    let (matter, problems) = parse(source, start..end, syntax);
    if may_be_rule && !problems.is_empty() && matter.entries.is_empty() {
        return all_body;
    }
    let body = line(text, end).1..text.len();
    Split {
        matter,
        body,
        problems,
    }
}

fn parse(source: &Source, matter: Range<usize>, syntax: Syntax) -> (Table, Vec<Diagnostic>) {
    let text = &source.text[matter.clone()];
    match syntax {
        Syntax::Yaml | Syntax::Json => parse_yaml(source.id, text, matter.start),
        Syntax::Toml => parse_toml(source.id, text, matter.start),
    }
}

/// Where the line that closes the matter starts. `gray_matter` tells the
/// matter's text, trimmed and with its line breaks made one kind, so its place
/// is found by counting its lines.
fn matter_end(text: &str, start: usize, syntax: Syntax) -> Option<usize> {
    let mut splitter = Matter::<AsIs>::new();
    syntax.mark().clone_into(&mut splitter.delimiter);
    let parsed: ParsedEntity<()> = splitter.parse(text).ok()?;
    let mut at = skip_blank(text, start);
    for _ in parsed.matter.lines() {
        at = line(text, at).1;
    }
    at = skip_blank(text, at);
    (line(text, at).0.trim_end() == syntax.mark()).then_some(at)
}

fn skip_blank(text: &str, mut at: usize) -> usize {
    loop {
        let (words, next) = line(text, at);
        if !words.trim().is_empty() || next == at {
            return at;
        }
        at = next;
    }
}

/// Front matter without an end. What looks like fields is read as such, so
/// that what refers to the item still finds it.
fn unclosed(source: &Source, start: usize, syntax: Syntax) -> Split {
    let text = &*source.text;
    let mut end = start;
    loop {
        let (words, next) = line(text, end);
        if words.trim().is_empty() || words.starts_with('#') {
            break;
        }
        end = next;
    }
    let mark = syntax.mark();
    let problem = Diagnostic::new(
        &code::INVALID_FRONT_MATTER,
        "the front matter is never closed",
    )
    .at(Span::new(source.id, 0, mark.len()), "opened here")
    .help(format!("put a line `{mark}` after the last field"));
    Split {
        matter: parse(source, start..end, syntax).0,
        body: end..text.len(),
        problems: vec![problem],
    }
}

/// The line that starts at a byte, and where the next one starts.
fn line(text: &str, start: usize) -> (&str, usize) {
    let next = text[start..]
        .find('\n')
        .map_or(text.len(), |length| start + length + 1);
    (&text[start..next], next)
}
