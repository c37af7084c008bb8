//! Blocks of code with the word `plan`: views of the plan within a text.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag};

use crate::diagnostic::{SourceId, Span};

/// The word after the fence.
const WORD: &str = "plan";

/// A block that asks for a view of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewBlock {
    /// What stands between the fences, each line at its column: blanks stand
    /// for the marks of a list or quote around it.
    pub text: String,
    /// Where that text stands.
    pub inner: Span,
    /// The whole block.
    pub span: Span,
}

/// Whether a tag opens such a block.
pub(super) fn is_view(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => info.split_whitespace().next() == Some(WORD),
        _ => false,
    }
}

/// A block of a body that is being read.
pub(super) struct Opened {
    range: Range<usize>,
    /// What the parser gave as its text, and where in the body that begins.
    said: String,
    start: Option<usize>,
}

impl Opened {
    pub fn new(range: Range<usize>) -> Self {
        Self {
            range,
            said: String::new(),
            start: None,
        }
    }

    pub fn say(&mut self, text: &str, range: &Range<usize>) {
        self.start.get_or_insert(range.start);
        self.said.push_str(text);
    }

    /// The block, in a body that starts at byte `offset` of its file.
    pub fn close(self, body: &str, source: SourceId, offset: usize) -> ViewBlock {
        let span = Span::new(source, offset + self.range.start, offset + self.range.end);
        let (text, inner) = match self.start {
            Some(start) => in_place(body, start, &self.said),
            None => (String::new(), self.range.end..self.range.end),
        };
        ViewBlock {
            text,
            inner: Span::new(source, offset + inner.start, offset + inner.end),
            span,
        }
    }
}

/// The lines that were given, with blanks for what stands before them in the
/// lines of the body, so that every byte is at its place.
fn in_place(body: &str, start: usize, said: &str) -> (String, Range<usize>) {
    let begin = body[..start].rfind('\n').map_or(0, |at| at + 1);
    let mut text = String::with_capacity(said.len());
    let mut end = begin;
    let lines = body[begin..].split_inclusive('\n');
    for (line, said) in lines.zip(said.split_inclusive('\n')) {
        let words = said.trim();
        let at = match words {
            "" => line.trim_end_matches(['\r', '\n']).len(),
            words => line.rfind(words).unwrap_or(0),
        };
        text.push_str(&" ".repeat(at));
        text.push_str(&line[at..]);
        end += line.len();
    }
    (text, begin..end)
}
