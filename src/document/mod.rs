//! A Markdown file, read: front matter, headings, links, tasks. What it means
//! for the plan is decided elsewhere.

mod anchors;
mod audience;
mod collect;
mod cost;
mod depth;
mod front_matter;
pub mod html;
mod markdown;
mod prose;
#[cfg(test)]
mod tests;
mod views;

pub(crate) use markdown::{events, is_comment};
pub use prose::{Stretches, code, prose};
pub use views::{Form, ViewBlock, Wikilink, wikilinks};

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, SourceId, Span};
use crate::source::Source;
use crate::value::{Spanned, Table};

/// How deep Markdown's blocks and spans may lie within one another.
pub const MAX_NESTING: usize = 64;

/// A Markdown file as far as it could be read.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file.
    pub source: SourceId,
    /// The front matter; empty where there is none or it could not be read.
    pub matter: Table,
    /// The bytes of the file after the front matter.
    pub body: Range<usize>,
    /// The first heading of level 1, if it stands before any other block but
    /// comments.
    pub title: Option<Box<Heading>>,
    /// All headings in order, the title among them.
    pub headings: Vec<Heading>,
    /// All links and images in order. Rendering meets them in the same order.
    pub links: Vec<Link>,
    /// The task list's items.
    pub tasks: Tasks,
    /// The first paragraph as plain text; empty where there is none.
    pub excerpt: String,
    /// The number of words in the body, the title left out.
    pub words: usize,
    /// The names of the footnotes that are referred to, in the order of their
    /// numbers.
    pub footnotes: Vec<String>,
    /// The parts that only some may see, in the order in which they start.
    pub audience_blocks: Vec<AudienceBlock>,
    /// Whether it holds HTML.
    pub raw_html: RawHtml,
    /// The views of the plan that it asks for, in order. Rendering meets them
    /// in the same order.
    pub views: Vec<ViewBlock>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words without markup.
    pub text: String,
    /// Its address in the page: from `{#anchor}`, else made of its words;
    /// unique in the document.
    pub anchor: String,
    /// The whole heading.
    pub span: Span,
}

/// How a link was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkForm {
    /// `[[target]]` or `[[target|words]]`.
    Wiki,
    /// `[words](target)`, `<target>` or by reference.
    Inline,
    /// `![words](target)`.
    Image,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// How it was written.
    pub form: LinkForm,
    /// Where it leads, as written, without the part after `#`.
    pub target: String,
    /// The part after `#`.
    pub anchor: Option<String>,
    /// The link's words, or the image's alternative text; for a wikilink only
    /// those after `|`.
    pub words: String,
    /// The whole link.
    pub span: Span,
}

/// Ticked and all items of a document's task lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Tasks {
    /// Those ticked.
    pub done: usize,
    /// All.
    pub all: usize,
}

/// A part between `::: audience NAME` and `:::`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AudienceBlock {
    /// Who may see it.
    pub names: Vec<Spanned<String>>,
    /// All of it, with the lines that open and close it; to the end of the
    /// file where nothing closes it.
    pub span: Span,
    /// The line that opens it, without its break.
    pub opening: Span,
    /// The line that closes it, without its break.
    pub closing: Option<Span>,
}

/// HTML in a document's Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHtml {
    /// There is none, comments left out.
    None,
    /// There is some.
    Some,
    /// There is more than can be read in reasonable time, up to here; it is
    /// shown as the text that it is.
    TooMuch(Span),
}

impl Document {
    /// Reads a Markdown file as far as possible, with everything that is
    /// wrong with it.
    pub fn read(source: &Source) -> (Self, Vec<Diagnostic>) {
        let split = front_matter::split(source);
        let mut problems = split.problems;
        let (document, wrong) = Self::of(source, split.matter, split.body);
        problems.extend(wrong);
        (document, problems)
    }

    /// The same document with less in its front matter and in its text: what
    /// is left stands where it stood. What is wrong with it was said before.
    #[must_use]
    pub fn less(&self, source: &Source, matter: Table) -> Self {
        Self::of(source, matter, self.body.clone()).0
    }

    fn of(source: &Source, matter: Table, mut body_at: Range<usize>) -> (Self, Vec<Diagnostic>) {
        let deep = depth::beyond(source, body_at.clone());
        if deep.is_some() {
            body_at.start = body_at.end;
        }
        let body = &source.text[body_at.clone()];
        let (audience_blocks, mut problems) = audience::find(body, source.id, body_at.start);
        let text = audience::without_marks(body, body_at.start, &audience_blocks);
        let mut read = collect::collect(&text, source.id, body_at.start);
        problems.extend(read.problems);
        problems.extend(deep);
        // They stay as they are, and there are as many of them as there are files.
        read.headings.shrink_to_fit();
        read.links.shrink_to_fit();
        read.excerpt.shrink_to_fit();
        let document = Self {
            source: source.id,
            matter,
            body: body_at,
            words: read.text[read.title_end..].split_whitespace().count(),
            title: read.title.map(Box::new),
            headings: read.headings,
            links: read.links,
            tasks: read.tasks,
            excerpt: read.excerpt,
            footnotes: read.footnotes,
            audience_blocks,
            raw_html: read.raw_html,
            views: read.views,
        };
        (document, problems)
    }

    /// The body's words without markup, the title left out; a line for each
    /// block.
    pub fn plain_text(&self, source: &Source) -> String {
        let read = collect::collect(&self.markdown(source), source.id, self.body.start);
        read.text[read.title_end..].trim().to_owned()
    }

    /// The body as it is given to the Markdown parser: blanks stand for the
    /// lines that mark audience blocks, everything else is at its place.
    fn markdown<'s>(&self, source: &'s Source) -> Cow<'s, str> {
        let body = &source.text[self.body.clone()];
        audience::without_marks(body, self.body.start, &self.audience_blocks)
    }
}
