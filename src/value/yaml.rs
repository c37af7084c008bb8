//! YAML, and with it JSON, into values with places.
//!
//! YAML 1.2 holds JSON, so one parser reads both. The parser is asked for
//! events rather than for typed data, because `1.10` and `2026` are to stay
//! the text that was written.

mod build;
mod fault;

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, SourceId, Span};

use super::Table;
use build::build;

/// How deep values may nest.
const MAX_DEPTH: usize = 64;
/// How many values there may be, aliases expanded.
const MAX_NODES: usize = 100_000;
/// How many values aliases may expand to.
const MAX_ALIASED: usize = 1_000;
/// After how many syntax errors the rest is not looked at.
const MAX_FAULTS: usize = 8;

/// Where the text stands.
#[derive(Debug, Clone, Copy)]
struct Place<'t> {
    source: SourceId,
    offset: usize,
    /// The text as it was written, before lines were left out.
    written: &'t str,
}

impl Place<'_> {
    /// A span between whole characters: where lines are left out, there are
    /// more places than characters were.
    fn span(self, range: Range<usize>) -> Span {
        let at = |byte| self.offset + self.written.floor_char_boundary(byte);
        Span::new(self.source, at(range.start), at(range.end))
    }
}

/// A syntax error and the lines to leave out so as to read on.
struct Fault {
    diagnostic: Box<Diagnostic>,
    /// Whole lines of the text; nothing where reading on makes no sense.
    lines: Option<Range<usize>>,
}

/// Reads YAML or JSON that starts at byte `offset` of its file. After a
/// syntax error the lines at fault are left out and the rest is read, so that
/// all errors are found at once and a bad line does not take a good `id` with
/// it.
pub fn parse_yaml(source: SourceId, text: &str, offset: usize) -> (Table, Vec<Diagnostic>) {
    let place = Place {
        source,
        offset,
        written: text,
    };
    let mut text = Cow::Borrowed(text);
    let mut problems = Vec::new();
    loop {
        let built = build(&text, place);
        let Some(fault) = built.fault else {
            problems.extend(built.problems);
            return (built.table, problems);
        };
        problems.push(*fault.diagnostic);
        let rest = fault.lines.and_then(|lines| without(&text, &lines));
        match rest {
            Some(rest) if problems.len() < MAX_FAULTS => text = Cow::Owned(rest),
            _ => return (built.table, problems),
        }
    }
}

/// The text with blanks for some lines, everything else at its place; nothing
/// where they are blank already.
fn without(text: &str, lines: &Range<usize>) -> Option<String> {
    let (before, rest) = text.split_at_checked(lines.start)?;
    let (taken, after) = rest.split_at_checked(lines.len())?;
    if taken.trim().is_empty() {
        return None;
    }
    let blanks = taken.split_inclusive('\n').map(|line| {
        let words = line.trim_end_matches(['\r', '\n']);
        format!("{}{}", " ".repeat(words.len()), &line[words.len()..])
    });
    Some(format!("{before}{}{after}", blanks.collect::<String>()))
}
