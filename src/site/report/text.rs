//! A text's HTML as part of a longer page: its headings lie below the page's,
//! its ids are its own, and a link to an item is followed by the item's id,
//! so that it can be followed on paper.
//!
//! The HTML is that of [`body`](super::super::body): well-formed, with all
//! values in double quotes.

use std::collections::HashMap;
use std::fmt::Write;

use crate::document::html::{Piece, pieces};

use super::super::pieces::Pen;

/// Where a text stands in a page.
pub(super) struct Place {
    /// What its ids begin with.
    prefix: String,
    /// What its labels begin with.
    name: String,
    /// The level of its highest headings.
    level: usize,
}

impl Place {
    pub fn new(prefix: &str, name: &str, level: usize) -> Self {
        Self {
            prefix: format!("{prefix}--"),
            name: name.to_owned(),
            level,
        }
    }
}

/// The ids of items by the addresses of their pages.
pub(super) struct Ids(HashMap<String, String>);

impl Ids {
    /// As seen from a page, or from another page in the same folder.
    pub fn of(pen: &Pen<'_, '_>) -> Self {
        let ids = pen.context.subject.plan.all().map(|(at, item)| {
            let page = pen.context.page_of(crate::plan::Place::Item(at));
            (pen.href(page), item.id.clone())
        });
        Self(ids.collect())
    }
}

/// The HTML as part of the page.
pub(super) fn part(html: &str, place: &Place, ids: &Ids) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    // The id of the item that the open link leads to, and where its words begin.
    let mut link: Option<(&str, usize)> = None;
    for piece in pieces(html) {
        let tag = match piece {
            Piece::Tag(tag) => tag,
            Piece::Text(text) | Piece::Raw(text) => {
                out.push_str(text);
                continue;
            }
        };
        if tag == "</a>" {
            out.push_str(tag);
            if let Some((id, start)) = link.take()
                && !names(&out[start..], id)
            {
                let _ = write!(out, " <span class=\"ref-id\">{id}</span>");
            }
            continue;
        }
        out.push_str(&shifted(tag, place));
        if tag.starts_with("<a ") && value(tag, "class") == Some("ref") {
            let href = value(tag, "href").unwrap_or_default();
            let href = href.split('#').next().unwrap_or_default();
            link = ids.0.get(href).map(|id| (id.as_str(), out.len()));
        }
    }
    out
}

/// The value of a tag's attribute.
fn value<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = format!(" {name}=\"");
    let (_, rest) = tag.split_once(&start)?;
    rest.split_once('"').map(|(value, _)| value)
}

/// Whether words name an id already.
fn names(words: &str, id: &str) -> bool {
    let mut parts = words.split(|c: char| !(c.is_alphanumeric() || "-._".contains(c)));
    parts.any(|part| part == id)
}

/// A tag with its level, its ids and the references to them shifted.
fn shifted(tag: &str, place: &Place) -> String {
    let tag = heading(tag, place.level);
    let mut parts = String::with_capacity(tag.len() + 16);
    let mut pieces = tag.split('"');
    parts.push_str(pieces.next().unwrap_or_default());
    while let Some(value) = pieces.next() {
        let name = parts.trim_end_matches('=');
        let name = name.rsplit([' ', '\n']).next().unwrap_or_default();
        let value = attribute(name, value, place);
        let _ = write!(parts, "\"{value}\"");
        parts.push_str(pieces.next().unwrap_or_default());
    }
    parts
}

/// A heading's tag, lowered: the highest of a text is of level 2.
fn heading(tag: &str, level: usize) -> String {
    let start = if tag.starts_with("</") { 2 } else { 1 };
    let mut rest = tag[start..].chars();
    match (rest.next(), rest.next(), rest.next()) {
        (Some('h'), Some(digit @ '2'..='6'), Some('>' | ' ')) => {
            let was = digit as usize - '0' as usize;
            let is = (was + level - 2).min(6);
            format!("{}h{is}{}", &tag[..start], &tag[start + 2..])
        }
        _ => tag.to_owned(),
    }
}

fn attribute(name: &str, value: &str, place: &Place) -> String {
    let prefix = &place.prefix;
    match name {
        "id" | "for" => format!("{prefix}{value}"),
        "aria-labelledby" | "aria-describedby" | "headers" => {
            let ids = value.split_whitespace().map(|id| format!("{prefix}{id}"));
            ids.collect::<Vec<_>>().join(" ")
        }
        "href" | "xlink:href" if value.starts_with('#') => format!("#{prefix}{}", &value[1..]),
        "aria-label" if !place.name.is_empty() => format!("{}: {value}", place.name),
        _ if value.starts_with("url(#") => value.replacen("url(#", &format!("url(#{prefix}"), 1),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{Ids, Place, part};

    #[track_caller]
    fn becomes(html: &str, expected: &str) {
        let ids = Ids(HashMap::from([(
            "goals/g1.html".to_owned(),
            "G1".to_owned(),
        )]));
        assert_eq!(part(html, &Place::new("item-a1", "A1", 4), &ids), expected);
    }

    #[test]
    fn headings_lie_below_those_of_the_page() {
        becomes(
            "<h2 id=\"a\">A &gt; b</h2>\n<h6>B</h6><hr>",
            "<h4 id=\"item-a1--a\">A &gt; b</h4>\n<h6>B</h6><hr>",
        );
    }

    #[test]
    fn ids_and_what_refers_to_them_are_the_texts_own() {
        becomes(
            "<a href=\"#fn:1\" id=\"fnref:1\">1</a><svg aria-labelledby=\"x-t x-d\" fill=\"url(#g)\"/>",
            "<a href=\"#item-a1--fn:1\" id=\"item-a1--fnref:1\">1</a>\
             <svg aria-labelledby=\"item-a1--x-t item-a1--x-d\" fill=\"url(#item-a1--g)\"/>",
        );
        becomes(
            "<section aria-label=\"Table\">",
            "<section aria-label=\"A1: Table\">",
        );
    }

    #[test]
    fn a_link_to_an_item_says_its_id() {
        becomes(
            "<a href=\"goals/g1.html#x\" class=\"ref\" title=\"Goal G1: a > b\">our <em>goal</em></a>.",
            "<a href=\"goals/g1.html#x\" class=\"ref\" title=\"Goal G1: a > b\">our <em>goal</em></a> \
             <span class=\"ref-id\">G1</span>.",
        );
        for kept in [
            "<a href=\"goals/g1.html\" class=\"ref\">as G1 says</a>",
            "<a href=\"page.html\">a page</a>",
            "<a href=\"goals/g9.html\" class=\"ref\">another</a>",
        ] {
            becomes(kept, kept);
        }
    }
}
