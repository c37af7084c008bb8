//! A Markdown file, read: front matter, headings, links, tasks. What it means
//! for the plan is decided elsewhere.

mod front_matter;
pub mod html;
mod markdown;
mod prose;

pub use prose::{code, prose};

use std::ops::Range;

use crate::diagnostic::{SourceId, Span};
use crate::value::Table;

/// A Markdown file as far as it could be read.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file.
    pub source: SourceId,
    /// The front matter; empty where there is none or it could not be read.
    pub matter: Table,
    /// The bytes of the file after the front matter.
    pub body: Range<usize>,
    /// The first heading of level 1, if it stands before any other block.
    pub title: Option<Heading>,
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
