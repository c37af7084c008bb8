//! Blocks of code with a word of ours: views of the plan within a text, and
//! boards of two by two.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag};

use crate::diagnostic::{SourceId, Span};

use super::{Link, LinkForm};

/// What a block asks for, by the word after its fence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A view of the plan.
    View,
    /// Strengths, weaknesses, opportunities and threats.
    Swot,
    /// Products and markets, those there are and new ones.
    Ansoff,
    /// What is worth its while.
    ImpactEffort,
}

const WORDS: [(&str, Form); 4] = [
    ("plan", Form::View),
    ("swot", Form::Swot),
    ("ansoff", Form::Ansoff),
    ("impact-effort", Form::ImpactEffort),
];

/// A block that asks for a view of the plan, or for a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewBlock {
    /// What it asks for.
    pub form: Form,
    /// The document's links that stand in it: a board may have some.
    pub links: Range<usize>,
    /// What stands between the fences, each line at its column: blanks stand
    /// for the marks of a list or quote around it.
    pub text: String,
    /// Where that text stands.
    pub inner: Span,
    /// The whole block.
    pub span: Span,
}

impl ViewBlock {
    /// The links on a board: what stands there is text to be read.
    pub(super) fn wikilinks(&self) -> impl Iterator<Item = Link> + '_ {
        let at = |range: &Range<usize>| {
            let start = self.inner.start();
            Span::new(self.inner.source, start + range.start, start + range.end)
        };
        linked(self.form, &self.text)
            .into_iter()
            .map(move |link| Link {
                form: LinkForm::Wiki,
                target: link.target.to_owned(),
                anchor: link.anchor.map(str::to_owned),
                words: link.words.to_owned(),
                span: at(&link.range),
            })
    }

    /// The lines of a board without the marks of its lists.
    pub(super) fn lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.text.lines().filter(|_| self.form != Form::View);
        lines.map(|line| line.trim().trim_start_matches("- "))
    }
}

/// The wikilinks of a block's text: only a board has some.
fn linked(form: Form, text: &str) -> Vec<Wikilink<'_>> {
    match form {
        Form::View => Vec::new(),
        Form::Swot | Form::Ansoff | Form::ImpactEffort => wikilinks(text),
    }
}

/// What is asked for by the block that a tag opens.
pub(super) fn form(tag: &Tag<'_>) -> Option<Form> {
    match tag {
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            let word = info.split_whitespace().next()?;
            let found = WORDS.iter().find(|(known, _)| *known == word);
            found.map(|(_, form)| *form)
        }
        _ => None,
    }
}

/// Whether a tag opens such a block.
pub(super) fn is_view(tag: &Tag<'_>) -> bool {
    form(tag).is_some()
}

/// A wikilink in text that is not Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wikilink<'t> {
    /// All of it in the text.
    pub range: Range<usize>,
    /// What it leads to, without the part after `#`.
    pub target: &'t str,
    /// The part after `#`.
    pub anchor: Option<&'t str>,
    /// The words after `|`.
    pub words: &'t str,
}

/// The wikilinks of a text, each within a line.
pub fn wikilinks(text: &str) -> Vec<Wikilink<'_>> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("[[").map(|at| from + at) {
        from = start + 2;
        // Nothing is looked at twice, however many begin and never end.
        let rest = &text[from..];
        let within = rest.find(['\n', '[']).map_or(rest, |end| &rest[..end]);
        let inner = within.find("]]").map_or("", |end| &within[..end]);
        if inner.trim().is_empty() {
            continue;
        }
        from += inner.len() + 2;
        let (target, words) = inner.split_once('|').unwrap_or((inner, ""));
        let (target, anchor) = match target.split_once('#') {
            Some((target, anchor)) => (target, Some(anchor)),
            None => (target, None),
        };
        links.push(Wikilink {
            range: start..from,
            target: target.trim(),
            anchor,
            words: words.trim(),
        });
    }
    links
}

/// A block of a body that is being read.
pub(super) struct Opened {
    form: Form,
    range: Range<usize>,
    /// What the parser gave as its text, and where in the body that begins.
    said: String,
    start: Option<usize>,
}

impl Opened {
    pub fn new(form: Form, range: Range<usize>) -> Self {
        Self {
            form,
            range,
            said: String::new(),
            start: None,
        }
    }

    pub fn say(&mut self, text: &str, range: &Range<usize>) {
        self.start.get_or_insert(range.start);
        self.said.push_str(text);
    }

    /// The block, in a body that starts at byte `offset` of its file, after so
    /// many links.
    pub fn close(self, body: &str, source: SourceId, offset: usize, links: usize) -> ViewBlock {
        let span = Span::new(source, offset + self.range.start, offset + self.range.end);
        let (text, inner) = match self.start {
            Some(start) => in_place(body, start, &self.said),
            None => (String::new(), self.range.end..self.range.end),
        };
        ViewBlock {
            form: self.form,
            links: links..links + linked(self.form, &text).len(),
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
