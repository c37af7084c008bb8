//! Links and images.

use pulldown_cmark_escape::{escape_href, escape_html};

use super::Resolved;
use super::policy::{is_elsewhere, is_safe};
use crate::document::{LinkForm, Wikilink};

/// How a link is shown: what stands around its words, and other words.
pub(super) enum Shown {
    /// Words in something.
    Words {
        open: String,
        words: Option<String>,
        close: &'static str,
    },
    /// An image, described by the words.
    Image { src: String, title: String },
}

/// Decides how to show what a link was resolved to. `title` is the tooltip
/// that the link was written with.
pub(super) fn shown(form: LinkForm, resolved: Resolved, title: &str) -> Shown {
    let is_image = form == LinkForm::Image;
    match resolved {
        Resolved::Link { href, .. } | Resolved::External { href } if !is_safe(&href) => refused(),
        Resolved::Image { src } if is_image && is_elsewhere(&src) => refused(),
        Resolved::Image { src } if is_image => Shown::Image {
            src,
            title: title.to_owned(),
        },
        Resolved::Image { src } if !is_safe(&src) => refused(),
        Resolved::Image { src: href } => anchor(&href, "", title, None),
        Resolved::Link {
            href,
            words,
            class,
            title: other,
        } => {
            let class = class.map_or(String::new(), |class| attribute("class", class));
            anchor(&href, &class, other.as_deref().unwrap_or(title), words)
        }
        Resolved::External { href } => {
            anchor(&href, " class=\"external\" rel=\"noopener\"", title, None)
        }
        Resolved::Text(text) => Shown::Words {
            open: "<span class=\"fact\">".to_owned(),
            words: Some(text),
            close: "</span>",
        },
        Resolved::Broken { words, title } => broken(words, &title),
    }
}

/// A wikilink of a text that is not Markdown.
pub(super) fn wikilink(link: &Wikilink<'_>, resolved: Resolved, html: &mut String) {
    if let Shown::Words { open, words, close } = shown(LinkForm::Wiki, resolved, "") {
        let own = match link.words {
            "" => link.target,
            words => words,
        };
        html.push_str(&open);
        escaped(words.as_deref().unwrap_or(own), html);
        html.push_str(close);
    }
}

/// Text as HTML.
pub(super) fn escaped(text: &str, html: &mut String) {
    escape_html(html, text).expect("a string takes everything");
}

fn anchor(href: &str, attributes: &str, title: &str, words: Option<String>) -> Shown {
    let mut open = format!("<a href=\"{}\"{attributes}", address(href));
    if !title.is_empty() {
        open += &attribute("title", title);
    }
    open.push('>');
    Shown::Words {
        open,
        words,
        close: "</a>",
    }
}

fn broken(words: Option<String>, title: &str) -> Shown {
    let open = format!("<span class=\"broken\"{}>", attribute("title", title));
    Shown::Words {
        open,
        words,
        close: "</span>",
    }
}

fn refused() -> Shown {
    broken(None, "This address is not followed")
}

/// `<img …>`; it is loaded when it comes into sight.
pub(super) fn image(src: &str, alt: &str, title: &str) -> String {
    let mut image = format!(
        "<img src=\"{}\"{} loading=\"lazy\"",
        address(src),
        attribute("alt", alt)
    );
    if !title.is_empty() {
        image += &attribute("title", title);
    }
    image.push('>');
    image
}

fn address(href: &str) -> String {
    let mut escaped = String::with_capacity(href.len());
    escape_href(&mut escaped, href.trim()).expect("a string takes everything");
    escaped
}

/// ` name="value"`.
pub(super) fn attribute(name: &str, value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    escape_html(&mut escaped, value).expect("a string takes everything");
    format!(" {name}=\"{escaped}\"")
}
