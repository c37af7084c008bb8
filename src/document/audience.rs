//! Parts of a document that only some may see: `::: audience board` … `:::`.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use crate::diagnostic::{Diagnostic, SourceId, Span, code, did_you_mean};
use crate::value::Spanned;

use super::AudienceBlock;
use super::markdown::events;

const MARK: &str = ":::";
const WORD: &str = "audience";

/// Finds the blocks of a body that starts at byte `offset` of its file.
pub(super) fn find(
    body: &str,
    source: SourceId,
    offset: usize,
) -> (Vec<AudienceBlock>, Vec<Diagnostic>) {
    if !body.contains(MARK) {
        return (Vec::new(), Vec::new());
    }
    let mut finder = Finder {
        source,
        end: offset + body.len(),
        blocks: Vec::new(),
        open: Vec::new(),
        problems: Vec::new(),
    };
    let code = code_ranges(body);
    let mut code = code.iter().peekable();
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        while code.next_if(|range| range.end <= start).is_some() {}
        if code.peek().is_none_or(|range| start < range.start) {
            finder.line(line, offset + start);
        }
        start += line.len();
    }
    finder.finish()
}

/// Where fenced code stands, which alone may show these marks without meaning
/// them. It is looked for without them, as without them the body is shown.
fn code_ranges(body: &str) -> Vec<Range<usize>> {
    let mut text = String::with_capacity(body.len());
    for line in body.split_inclusive('\n') {
        if line.trim_start().starts_with(MARK) {
            let words = line.trim_end_matches(['\r', '\n']);
            text.push_str(&" ".repeat(words.len()));
            text.push_str(&line[words.len()..]);
        } else {
            text.push_str(line);
        }
    }
    events(&text)
        .filter(|(event, _)| {
            matches!(
                event,
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)))
            )
        })
        .map(|(_, range)| range)
        .collect()
}

struct Finder {
    source: SourceId,
    end: usize,
    blocks: Vec<AudienceBlock>,
    /// Those that are not closed yet, by their number.
    open: Vec<usize>,
    problems: Vec<Diagnostic>,
}

impl Finder {
    fn line(&mut self, line: &str, start: usize) {
        let trimmed = line.trim();
        let Some(rest) = trimmed.strip_prefix(MARK) else {
            return self.check_inline(line, start);
        };
        let start = start + (line.len() - line.trim_start().len());
        let span = Span::new(self.source, start, start + trimmed.len());
        let rest = rest.trim_start_matches(':').trim_start();
        match rest.split_whitespace().next() {
            None => self.close(span),
            Some(word) if word.eq_ignore_ascii_case(WORD) => {
                let names = rest[WORD.len()..].trim_start();
                self.open(span, names, span.end() - names.len());
            }
            Some(word) => self.problems.push(
                problem(format!("`{MARK} {word}` means nothing here"))
                    .at(span, "")
                    .help(did_you_mean(word, [WORD]).unwrap_or_else(how_to_write)),
            ),
        }
    }

    fn open(&mut self, opening: Span, names: &str, mut start: usize) {
        let mut found = Vec::new();
        for piece in names.split_inclusive([',', ' ', '\t']) {
            let name = piece.trim_end_matches([',', ' ', '\t']);
            if !name.is_empty() {
                let span = Span::new(self.source, start, start + name.len());
                found.push(Spanned::new(name.to_owned(), span));
            }
            start += piece.len();
        }
        if found.is_empty() {
            self.problems.push(
                problem("an audience block without an audience")
                    .at(opening, "nobody is named here")
                    .help(how_to_write()),
            );
        }
        self.open.push(self.blocks.len());
        self.blocks.push(AudienceBlock {
            names: found,
            span: Span::new(self.source, opening.start(), self.end),
            opening,
            closing: None,
        });
    }

    fn close(&mut self, closing: Span) {
        let Some(number) = self.open.pop() else {
            let stray = problem(format!("`{MARK}` closes nothing")).at(closing, "");
            return self.problems.push(stray.help(how_to_write()));
        };
        let block = &mut self.blocks[number];
        block.span = Span::new(self.source, block.span.start(), closing.end());
        block.closing = Some(closing);
    }

    /// What was meant to be hidden and is not would be worse than an error.
    fn check_inline(&mut self, line: &str, start: usize) {
        let Some(at) = line.find(MARK) else { return };
        let rest = line[at..].trim_start_matches(':').trim_start();
        if rest
            .get(..WORD.len())
            .is_some_and(|word| word.eq_ignore_ascii_case(WORD))
        {
            let span = Span::new(self.source, start + at, start + at + MARK.len());
            self.problems.push(
                problem("an audience block cannot start within a line")
                    .at(span, "")
                    .help("put it on a line of its own, outside of quotes"),
            );
        }
    }

    fn finish(mut self) -> (Vec<AudienceBlock>, Vec<Diagnostic>) {
        for number in self.open {
            self.problems.push(
                problem("an audience block is never closed")
                    .at(self.blocks[number].opening, "opened here")
                    .help(format!("put a line `{MARK}` after it")),
            );
        }
        (self.blocks, self.problems)
    }
}

fn problem(message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&code::INVALID_VALUE, message)
}

fn how_to_write() -> String {
    format!("write `{MARK} {WORD} NAME` before and `{MARK}` after what only NAME may see")
}

/// The body with blanks for the lines that open and close blocks.
pub(super) fn without_marks<'b>(
    body: &'b str,
    offset: usize,
    blocks: &[AudienceBlock],
) -> Cow<'b, str> {
    if blocks.is_empty() {
        return Cow::Borrowed(body);
    }
    let mut marks: Vec<Span> = blocks
        .iter()
        .flat_map(|block| std::iter::once(block.opening).chain(block.closing))
        .collect();
    marks.sort_unstable();
    let mut text = String::with_capacity(body.len());
    let mut done = 0;
    for mark in marks {
        text.push_str(&body[done..mark.start() - offset]);
        text.push_str(&" ".repeat(mark.range().len()));
        done = mark.end() - offset;
    }
    text.push_str(&body[done..]);
    Cow::Owned(text)
}
