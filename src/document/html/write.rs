//! From the parser's events to those that make a page of ours.

use std::mem;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd,
};

use super::links::{Shown, attribute, image, shown};
use super::notes::Notes;
use super::{Resolved, as_text};
use crate::document::markdown::is_comment;
use crate::document::views::is_view;
use crate::document::{Document, Link, MAX_NESTING};

type Resolve<'r> = &'r mut dyn FnMut(usize, &Link) -> Resolved;

pub(super) struct Writer<'a, 'r> {
    document: &'a Document,
    text: &'a str,
    resolve: Resolve<'r>,
    pub(super) out: Vec<Event<'a>>,
    pub(super) open: Vec<Close<'a>>,
    /// How many of what is open are not shown.
    hidden: usize,
    /// The description of the image that is open.
    alt: Option<String>,
    links: usize,
    headings: usize,
    tables: usize,
    views: usize,
    /// Stands where views are to be put.
    place: String,
    /// The levels of the headings that the last one lies under.
    levels: Vec<u8>,
    in_link: bool,
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    notes: Notes<'a>,
    /// Whether HTML is shown as text.
    html_is_text: bool,
}

/// What to do when something closes.
pub(super) enum Close<'a> {
    Nothing,
    Event(TagEnd),
    Html(&'static str),
    /// The end of what was not shown.
    Hidden(&'static str),
    Link {
        start: usize,
        words: &'a str,
        close: &'static str,
    },
    Image {
        src: String,
        title: String,
    },
    HeadCell {
        start: usize,
    },
    Head,
    /// A block of HTML that is shown as text.
    HtmlText {
        start: usize,
    },
    Note {
        name: CowStr<'a>,
        before: Vec<Event<'a>>,
    },
}

/// HTML as it stands.
pub(super) fn raw<'a>(html: impl Into<CowStr<'a>>) -> Event<'a> {
    Event::InlineHtml(html.into())
}

impl<'a, 'r> Writer<'a, 'r> {
    pub fn new(
        document: &'a Document,
        text: &'a str,
        html_is_text: bool,
        resolve: Resolve<'r>,
    ) -> Self {
        Self {
            html_is_text,
            document,
            text,
            resolve,
            out: Vec::new(),
            open: Vec::new(),
            hidden: 0,
            alt: None,
            links: 0,
            headings: 0,
            tables: 0,
            views: 0,
            place: if document.views.is_empty() {
                String::new()
            } else {
                super::fill::mark(text)
            },
            levels: Vec::new(),
            in_link: false,
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            notes: Notes::new(&document.footnotes),
        }
    }

    pub fn finish(mut self) -> Vec<Event<'a>> {
        self.notes.finish(&mut self.out);
        self.out
    }

    pub fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end),
            _ if self.hidden > 0 => {}
            Event::Text(text) | Event::Code(text) if self.alt.is_some() => self.describe(&text),
            Event::SoftBreak | Event::HardBreak if self.alt.is_some() => self.describe(" "),
            _ if self.alt.is_some() => {}
            Event::HardBreak => self.html("<br>\n"),
            Event::Rule => self.html("<hr>\n"),
            Event::FootnoteReference(name) => {
                let reference = self.notes.reference(&name);
                self.out.extend(reference.map(raw));
            }
            Event::TaskListMarker(done) => self.task(done),
            Event::Html(html) | Event::InlineHtml(html) if is_comment(&html) => {}
            Event::InlineHtml(html) if self.html_is_text && html.starts_with("<!--") => {}
            Event::Html(html) | Event::InlineHtml(html) if self.html_is_text => {
                self.out.push(Event::Text(html));
            }
            event => self.out.push(event),
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let number = self.count(&tag);
        let close = if self.hidden > 0 || self.alt.is_some() || self.open.len() >= MAX_NESTING {
            Close::Nothing
        } else {
            self.shown_start(tag, number, range)
        };
        self.open.push(close);
    }

    /// The number of a heading, link or image, counted whether it is shown or
    /// not.
    fn count(&mut self, tag: &Tag<'a>) -> usize {
        let counter = match tag {
            Tag::Link { .. } | Tag::Image { .. } => &mut self.links,
            Tag::Heading { .. } => &mut self.headings,
            Tag::Table(_) => &mut self.tables,
            tag if is_view(tag) => {
                let block = self.document.views.get(self.views);
                self.links += block.map_or(0, |block| block.links.len());
                &mut self.views
            }
            _ => return 0,
        };
        *counter += 1;
        *counter - 1
    }

    fn shown_start(&mut self, tag: Tag<'a>, number: usize, range: Range<usize>) -> Close<'a> {
        match tag {
            Tag::Heading { level, .. } => self.heading(number, level as u8),
            Tag::Link { title, .. } | Tag::Image { title, .. } => self.link(number, &title),
            Tag::Table(alignments) => self.table(number, alignments),
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.html("<thead>\n<tr>");
                Close::Head
            }
            Tag::TableRow => {
                self.column = 0;
                self.html("<tr>");
                Close::Html("</tr>\n")
            }
            Tag::TableCell => self.cell(),
            // The parser fills up only so many rows; the rest is text to it.
            Tag::Paragraph if self.is_between_rows() => {
                self.html("<tr><td>");
                Close::Html("</td></tr>\n")
            }
            Tag::BlockQuote(Some(kind)) => self.alert(kind),
            tag if is_view(&tag) => {
                self.out.push(raw(super::fill::place(&self.place, number)));
                self.hide("\n")
            }
            Tag::CodeBlock(kind) => self.code(&kind),
            Tag::HtmlBlock if is_comment(&self.text[range]) => self.hide(""),
            Tag::HtmlBlock if self.html_is_text => Close::HtmlText {
                start: self.out.len(),
            },
            Tag::FootnoteDefinition(name) => {
                let before = mem::take(&mut self.out);
                Close::Note { name, before }
            }
            tag => {
                let end = tag.to_end();
                self.out.push(Event::Start(tag));
                Close::Event(end)
            }
        }
    }

    fn end(&mut self, _: TagEnd) {
        match self.open.pop().unwrap_or(Close::Nothing) {
            Close::Nothing => {}
            Close::Event(end) => self.out.push(Event::End(end)),
            Close::Html(html) => self.html(html),
            Close::Hidden(html) => {
                self.hidden -= 1;
                self.in_link = false;
                self.html(html);
            }
            Close::Link {
                start,
                words,
                close,
            } => {
                self.in_link = false;
                if self.out.len() == start {
                    self.out.push(Event::Text(words.into()));
                }
                self.html(close);
            }
            Close::Image { src, title } => {
                let alt = self.alt.take().unwrap_or_default();
                self.out.push(raw(image(&src, alt.trim(), &title)));
            }
            Close::HeadCell { start } if self.out.len() == start => {
                self.out.pop();
                self.html("<td></td>");
            }
            Close::HeadCell { .. } => self.html("</th>"),
            Close::Head => {
                self.in_head = false;
                self.html("</tr>\n</thead>\n<tbody>\n");
            }
            Close::HtmlText { start } => as_text::paragraph(&mut self.out, start),
            Close::Note { name, before } => {
                let body = mem::replace(&mut self.out, before);
                self.notes.define(&name, body);
            }
        }
    }

    fn html(&mut self, html: &'static str) {
        self.out.push(raw(html));
    }

    fn describe(&mut self, words: &str) {
        if let Some(alt) = &mut self.alt {
            alt.push_str(words);
        }
    }

    /// Shows nothing until what was just opened closes.
    fn hide(&mut self, close: &'static str) -> Close<'a> {
        self.hidden += 1;
        Close::Hidden(close)
    }

    fn heading(&mut self, number: usize, level: u8) -> Close<'a> {
        if number == 0 && self.document.title.is_some() {
            return self.hide("");
        }
        while self.levels.last().is_some_and(|above| *above >= level) {
            self.levels.pop();
        }
        self.levels.push(level);
        let level = match self.levels.len() {
            0 | 1 => HeadingLevel::H2,
            2 => HeadingLevel::H3,
            3 => HeadingLevel::H4,
            4 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        };
        let anchor = self
            .document
            .headings
            .get(number)
            .map(|heading| heading.anchor.as_str());
        self.out.push(Event::Start(Tag::Heading {
            level,
            id: anchor.map(CowStr::from),
            classes: Vec::new(),
            attrs: Vec::new(),
        }));
        Close::Event(TagEnd::Heading(level))
    }

    fn link(&mut self, number: usize, title: &str) -> Close<'a> {
        let Some(link) = self.document.links.get(number) else {
            return Close::Nothing;
        };
        match shown(link.form, (self.resolve)(number, link), title) {
            Shown::Image { src, title } => {
                self.alt = Some(String::new());
                Close::Image { src, title }
            }
            Shown::Words { .. } if self.in_link => Close::Nothing,
            Shown::Words { open, words, close } => {
                self.in_link = true;
                self.out.push(raw(open));
                match words {
                    Some(words) => {
                        self.out.push(Event::Text(words.into()));
                        self.hide(close)
                    }
                    None => Close::Link {
                        start: self.out.len(),
                        words: &link.target,
                        close,
                    },
                }
            }
        }
    }

    fn alert(&mut self, kind: BlockQuoteKind) -> Close<'a> {
        let (class, title) = match kind {
            BlockQuoteKind::Note => ("note", "Note"),
            BlockQuoteKind::Tip => ("tip", "Tip"),
            BlockQuoteKind::Important => ("important", "Important"),
            BlockQuoteKind::Warning => ("warning", "Warning"),
            BlockQuoteKind::Caution => ("caution", "Caution"),
        };
        self.out.push(raw(format!(
            "<div class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n"
        )));
        Close::Html("</div>\n")
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) -> Close<'a> {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let class = match language {
            "" => String::new(),
            language => attribute("class", &format!("language-{language}")),
        };
        self.out
            .push(raw(format!("<pre tabindex=\"0\"><code{class}>")));
        Close::Html("</code></pre>\n")
    }

    /// The box before a task, and a class for its item.
    fn task(&mut self, done: bool) {
        let last = self.out.iter_mut().rev().take(2);
        for event in last.filter(|event| matches!(event, Event::Start(Tag::Item))) {
            *event = raw("<li class=\"task\">");
        }
        self.html(if done {
            "<input type=\"checkbox\" disabled checked aria-label=\"Done\"> "
        } else {
            "<input type=\"checkbox\" disabled aria-label=\"Open\"> "
        });
    }
}
