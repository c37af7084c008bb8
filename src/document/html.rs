//! Stand-in: renders Markdown.
use super::{Document, Link};
use crate::source::Source;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

/// Where a link leads on a page.
pub enum Resolved {
    /// A link.
    Link {
        /// Address
        href: String,
        /// Words
        words: Option<String>,
        /// Class
        class: Option<&'static str>,
        /// Title
        title: Option<String>,
    },
    /// Text.
    Text(String),
    /// Image.
    Image {
        /// Source
        src: String,
    },
    /// Broken.
    Broken {
        /// Words
        words: String,
    },
    /// External.
    External {
        /// Address
        href: String,
    },
}

/// Renders a document.
pub fn render(
    document: &Document,
    source: &Source,
    resolve: &mut dyn FnMut(usize, &Link) -> Resolved,
) -> String {
    let text = &source.text[document.body.clone()];
    let mut out = Vec::new();
    let mut n = 0;
    let mut heading = 0;
    let mut skip = false;
    let mut drop_text = false;
    let mut wiki_words: Option<String> = None;
    for (event, _) in super::markdown::events(text) {
        match event {
            Event::Start(Tag::Heading { .. }) if heading == 0 && document.title.is_some() => {
                skip = true;
                heading += 1;
            }
            Event::End(TagEnd::Heading(_)) if skip => skip = false,
            _ if skip => {
                if matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. })) {
                    n += 1;
                }
            }
            Event::Start(Tag::Heading {
                level,
                classes,
                attrs,
                ..
            }) => {
                let id = document.headings[heading].anchor.clone();
                heading += 1;
                let level = if level == HeadingLevel::H1 {
                    HeadingLevel::H2
                } else {
                    level
                };
                out.push(Event::Start(Tag::Heading {
                    level,
                    id: Some(CowStr::from(id)),
                    classes,
                    attrs,
                }));
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                out.push(Event::End(TagEnd::Heading(HeadingLevel::H2)))
            }
            Event::Start(Tag::Link { link_type, .. }) => {
                let r = resolve(n, &document.links[n]);
                n += 1;
                let (href, words) = match r {
                    Resolved::Link { href, words, .. } => (href, words),
                    Resolved::Text(t) => {
                        out.push(Event::Text(t.into()));
                        drop_text = true;
                        continue;
                    }
                    Resolved::External { href } => (href, None),
                    Resolved::Broken { words } => {
                        out.push(Event::Text(words.into()));
                        drop_text = true;
                        continue;
                    }
                    Resolved::Image { src } => (src, None),
                };
                if matches!(link_type, LinkType::WikiLink { has_pothole: false }) {
                    wiki_words = words;
                }
                out.push(Event::Start(Tag::Link {
                    link_type: LinkType::Inline,
                    dest_url: href.into(),
                    title: "".into(),
                    id: "".into(),
                }));
                if let Some(w) = wiki_words.take() {
                    out.push(Event::Text(w.into()));
                    drop_text = true;
                }
            }
            Event::End(TagEnd::Link) => {
                if drop_text
                    && matches!(out.last(), Some(Event::Text(_)))
                    && !out
                        .iter()
                        .rev()
                        .take(2)
                        .any(|e| matches!(e, Event::Start(Tag::Link { .. })))
                {
                    drop_text = false;
                } else {
                    drop_text = false;
                    out.push(Event::End(TagEnd::Link));
                }
            }
            Event::Start(Tag::Image { title, .. }) => {
                let r = resolve(n, &document.links[n]);
                n += 1;
                let src = if let Resolved::Image { src } = r {
                    src
                } else {
                    String::new()
                };
                out.push(Event::Start(Tag::Image {
                    link_type: LinkType::Inline,
                    dest_url: src.into(),
                    title,
                    id: "".into(),
                }));
            }
            _ if drop_text => {}
            Event::Html(_) | Event::InlineHtml(_) => {}
            other => out.push(other),
        }
    }
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, out.into_iter());
    html
}
