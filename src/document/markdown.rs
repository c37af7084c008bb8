//! Stand-in: reads Markdown.
use super::{Document, Heading, Link, LinkForm, Tasks};
use crate::diagnostic::{Diagnostic, Span};
use crate::source::Source;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

pub(super) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS;
    Parser::new_ext(text, options).into_offset_iter()
}

impl Document {
    /// Reads a file.
    pub fn read(source: &Source) -> (Self, Vec<Diagnostic>) {
        let (matter, start, found) = super::front_matter::split(source);
        let mut d = Self {
            source: source.id,
            matter,
            body: start..source.text.len(),
            title: None,
            headings: Vec::new(),
            links: Vec::new(),
            tasks: Tasks::default(),
            excerpt: String::new(),
            words: 0,
        };
        let span = |r: &Range<usize>| Span::new(source.id, start + r.start, start + r.end);
        let mut heading: Option<Heading> = None;
        let mut link: Option<Link> = None;
        let mut paragraph: Option<String> = None;
        let mut blocks = 0;
        for (event, range) in events(&source.text[start..]) {
            match event {
                Event::Start(Tag::Heading { level, id, .. }) => {
                    heading = Some(Heading {
                        level: level as u8,
                        text: String::new(),
                        anchor: id.map(|i| i.to_string()).unwrap_or_default(),
                        span: span(&range),
                    })
                }
                Event::End(TagEnd::Heading(_)) => {
                    if let Some(mut h) = heading.take() {
                        if h.anchor.is_empty() {
                            let base: String = h
                                .text
                                .to_lowercase()
                                .chars()
                                .filter(|c| c.is_alphanumeric() || " -_".contains(*c))
                                .map(|c| if c == ' ' { '-' } else { c })
                                .collect();
                            let mut a = base.clone();
                            let mut n = 0;
                            while d.headings.iter().any(|x| x.anchor == a) {
                                n += 1;
                                a = format!("{base}-{n}");
                            }
                            h.anchor = a;
                        }
                        if h.level == 1 && blocks == 0 {
                            d.title = Some(h.clone());
                        }
                        blocks += 1;
                        d.headings.push(h);
                    }
                }
                Event::Start(Tag::Paragraph) => {
                    blocks += 1;
                    if d.excerpt.is_empty() {
                        paragraph = Some(String::new());
                    }
                }
                Event::End(TagEnd::Paragraph) => {
                    if let Some(p) = paragraph.take() {
                        d.excerpt = p;
                    }
                }
                Event::Start(ref tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                    let (form, url) = match tag {
                        Tag::Link {
                            link_type: LinkType::WikiLink { .. },
                            dest_url,
                            ..
                        } => (LinkForm::Wiki, dest_url),
                        Tag::Link { dest_url, .. } => (LinkForm::Inline, dest_url),
                        Tag::Image { dest_url, .. } => (LinkForm::Image, dest_url),
                        _ => continue,
                    };
                    let (target, anchor) = match url.split_once('#') {
                        Some((t, a)) => (t.to_owned(), Some(a.to_owned())),
                        None => (url.to_string(), None),
                    };
                    link = Some(Link {
                        form,
                        target,
                        anchor,
                        words: String::new(),
                        span: span(&range),
                    });
                }
                Event::End(TagEnd::Link | TagEnd::Image) => d.links.extend(link.take()),
                Event::TaskListMarker(done) => {
                    d.tasks.all += 1;
                    d.tasks.done += usize::from(done);
                }
                Event::Text(ref t) | Event::Code(ref t) => {
                    if let Some(h) = &mut heading {
                        h.text.push_str(t);
                    }
                    if let Some(l) = &mut link {
                        l.words.push_str(t);
                    }
                    if let Some(p) = &mut paragraph {
                        p.push_str(t);
                    }
                    d.words += t.split_whitespace().count();
                }
                _ => {}
            }
        }
        (d, found)
    }
}
