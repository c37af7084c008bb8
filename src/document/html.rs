//! A document's body as HTML, fit to stand in a page of ours.
//!
//! pulldown-cmark writes most of it. What it writes otherwise than an
//! accessible page under a strict content security policy needs is replaced
//! event by event before it gets there.

mod allowed;
mod as_text;
mod fill;
mod links;
mod notes;
mod pieces;
mod policy;
mod tables;
#[cfg(test)]
mod tests;
mod write;

pub use pieces::{Piece, pieces};

use pulldown_cmark::html::push_html;

use super::markdown::events;
use super::{Document, Link, RawHtml, Wikilink, wikilinks};
use crate::config::HtmlPolicy;
use crate::source::Source;

/// What becomes of a link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// A link within the site.
    Link {
        /// Where it leads.
        href: String,
        /// What to show instead of the link's own words.
        words: Option<String>,
        /// A class for the looks.
        class: Option<&'static str>,
        /// What it leads to, in a tooltip; instead of the link's own.
        title: Option<String>,
    },
    /// A fact of the plan, shown in place.
    Text(String),
    /// An image of the site.
    Image {
        /// Where it is.
        src: String,
    },
    /// A link that leads nowhere, shown as words.
    Broken {
        /// What to show instead of the link's own words.
        words: Option<String>,
        /// Why, in a tooltip.
        title: String,
    },
    /// A link to the world outside. An image out there becomes a link to it,
    /// as nothing is ever loaded from elsewhere.
    External {
        /// Where it leads.
        href: String,
    },
}

/// Renders a document's body, its title left out.
///
/// Headings start at level 2 and leave no level out. `resolve` is asked for
/// each link that is shown, by its number in [`Document::links`]. `policy`
/// says what becomes of HTML in the Markdown; links of the Markdown itself
/// that could run are refused whatever it says. `views` stand in place of
/// [`Document::views`], as they are.
pub fn render(
    document: &Document,
    source: &Source,
    policy: HtmlPolicy,
    resolve: &mut dyn FnMut(usize, &Link) -> Resolved,
    views: &[String],
) -> String {
    let text = document.markdown(source);
    let is_text = policy == HtmlPolicy::Escape || matches!(document.raw_html, RawHtml::TooMuch(_));
    let mut writer = write::Writer::new(document, &text, is_text, resolve);
    for (event, range) in events(&text) {
        writer.event(event, range);
    }
    let mut html = String::with_capacity(text.len() * 3 / 2);
    push_html(&mut html, writer.finish().into_iter());
    if document.raw_html == RawHtml::Some && !is_text {
        let allowed = (policy == HtmlPolicy::Allow)
            .then(|| allowed::balanced(&html))
            .flatten();
        html = allowed.unwrap_or_else(|| policy::clean(&html));
    }
    if views.is_empty() {
        return html;
    }
    fill::fill(&html, &fill::mark(&text), views)
}

/// A line of text with wikilinks in it, as HTML. `resolve` is asked for each
/// of them.
pub fn line(text: &str, resolve: &mut dyn FnMut(&Wikilink<'_>) -> Resolved) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut from = 0;
    for link in wikilinks(text) {
        links::escaped(&text[from..link.range.start], &mut html);
        from = link.range.end;
        links::wikilink(&link, resolve(&link), &mut html);
    }
    links::escaped(&text[from..], &mut html);
    html
}
