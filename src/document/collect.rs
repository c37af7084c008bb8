//! What a document's Markdown holds: headings, links, tasks, words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use crate::diagnostic::{Diagnostic, SourceId, Span, code};

use super::anchors::{Anchors, slug};
use super::cost::Cost;
use super::markdown::{events, is_comment};
use super::views::{self, ViewBlock};
use super::{Heading, Link, LinkForm, MAX_NESTING, RawHtml, Tasks};

/// What was found in a body.
pub(super) struct Collected {
    pub title: Option<Heading>,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub tasks: Tasks,
    pub excerpt: String,
    /// All words, a line for each block.
    pub text: String,
    /// Where in the text the title ends.
    pub title_end: usize,
    pub footnotes: Vec<String>,
    pub raw_html: RawHtml,
    pub views: Vec<ViewBlock>,
    pub problems: Vec<Diagnostic>,
}

/// Reads a body that starts at byte `offset` of its file.
pub(super) fn collect(body: &str, source: SourceId, offset: usize) -> Collected {
    let mut collector = Collector {
        body,
        source,
        offset,
        anchors: Anchors::default(),
        open: Vec::new(),
        blocks: 0,
        images: 0,
        in_excerpt: false,
        note: None,
        view: None,
        references: BTreeMap::new(),
        html: Cost::default(),
        too_deep: None,
        found: Collected {
            title: None,
            headings: Vec::new(),
            links: Vec::new(),
            tasks: Tasks::default(),
            excerpt: String::new(),
            text: String::new(),
            title_end: 0,
            footnotes: Vec::new(),
            raw_html: RawHtml::None,
            views: Vec::new(),
            problems: Vec::new(),
        },
    };
    for (event, range) in events(body) {
        collector.event(event, range);
    }
    collector.finish()
}

struct Collector<'b> {
    body: &'b str,
    source: SourceId,
    offset: usize,
    anchors: Anchors,
    open: Vec<Open>,
    /// How many blocks have started on the outermost level.
    blocks: usize,
    /// How many images are open: their words only describe them.
    images: usize,
    in_excerpt: bool,
    /// The footnote that is being defined.
    note: Option<String>,
    /// The view that is being read.
    view: Option<views::Opened>,
    /// The footnotes referred to from the text (nothing) and from footnotes.
    references: BTreeMap<Option<String>, Vec<String>>,
    html: Cost,
    too_deep: Option<Range<usize>>,
    found: Collected,
}

/// What is open, with what is needed when it closes.
enum Open {
    Heading {
        heading: Heading,
        id: Option<String>,
        start: usize,
        is_title: bool,
    },
    Link {
        number: usize,
        start: usize,
        is_image: bool,
    },
    Excerpt,
    Note,
    View,
    /// A block, whose words do not run into those of the next.
    Block,
    Cell,
    Other,
}

impl Collector<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
            Event::Text(text) | Event::Code(text) => match &mut self.view {
                Some(view) => view.say(&text, &range),
                None => self.say(&text),
            },
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::Html(html) | Event::InlineHtml(html) if !is_comment(&html) => {
                self.html.html(&html, range);
            }
            Event::FootnoteReference(name) if !self.in_title() => {
                let from = self.references.entry(self.note.clone()).or_default();
                from.push(note_name(&name));
            }
            Event::TaskListMarker(done) => {
                self.found.tasks.all += 1;
                self.found.tasks.done += usize::from(done);
            }
            Event::Rule => self.blocks += 1,
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.html.tags += 1;
        let is_outermost = self.open.is_empty();
        if self.open.len() == MAX_NESTING && self.too_deep.is_none() {
            self.too_deep = Some(range.clone());
        }
        if is_block(&tag) {
            self.new_line();
        }
        let open = match tag {
            Tag::Heading { level, id, .. } => Open::Heading {
                heading: Heading {
                    level: level as u8,
                    text: String::new(),
                    anchor: String::new(),
                    span: self.line(&range),
                },
                id: id.map(|id| id.to_string()),
                start: self.found.text.len(),
                is_title: level as u8 == 1 && is_outermost && self.blocks == 0,
            },
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.link(link_type, &dest_url, false, &range),
            Tag::Image {
                link_type,
                dest_url,
                ..
            } => self.link(link_type, &dest_url, true, &range),
            Tag::FootnoteDefinition(name) => {
                self.note = Some(note_name(&name));
                Open::Note
            }
            Tag::HtmlBlock if is_comment(&self.body[range.clone()]) => {
                self.open.push(Open::Block);
                return;
            }
            Tag::Paragraph if is_outermost && self.found.excerpt.is_empty() => {
                self.in_excerpt = true;
                Open::Excerpt
            }
            Tag::TableCell => Open::Cell,
            tag => match views::form(&tag) {
                Some(form) => {
                    self.view = Some(views::Opened::new(form, range));
                    Open::View
                }
                None if is_block(&tag) => Open::Block,
                None => Open::Other,
            },
        };
        self.blocks += usize::from(is_outermost);
        self.open.push(open);
    }

    /// A link counts from where it starts, so that an image in a link comes
    /// after it.
    fn link(&mut self, kind: LinkType, target: &str, is_image: bool, range: &Range<usize>) -> Open {
        let is_wiki = matches!(kind, LinkType::WikiLink { .. });
        // In a table the bar is written `\|`; its backslash is not of the id.
        let target = target
            .strip_suffix('\\')
            .filter(|_| is_wiki)
            .unwrap_or(target);
        let (target, anchor) = match target.split_once('#') {
            Some((target, anchor)) => (target, Some(anchor.to_owned())),
            None => (target, None),
        };
        let scheme = if kind == LinkType::Email {
            "mailto:"
        } else {
            ""
        };
        self.found.links.push(Link {
            form: match (is_image, is_wiki) {
                (true, _) => LinkForm::Image,
                (false, true) => LinkForm::Wiki,
                (false, false) => LinkForm::Inline,
            },
            target: format!("{scheme}{}", target.trim()),
            anchor,
            words: String::new(),
            span: self.span(range),
        });
        if kind == (LinkType::WikiLink { has_pothole: false }) {
            return Open::Other;
        }
        self.images += usize::from(is_image);
        let number = self.found.links.len() - 1;
        Open::Link {
            number,
            start: self.found.text.len(),
            is_image,
        }
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Open::Heading {
                heading,
                id,
                start,
                is_title,
            }) => {
                self.end_heading(heading, id, start, is_title);
            }
            Some(Open::Link {
                number,
                start,
                is_image,
            }) => {
                self.images -= usize::from(is_image);
                let words = self.found.text[start..].trim();
                words.clone_into(&mut self.found.links[number].words);
            }
            Some(Open::Excerpt) => {
                self.in_excerpt = false;
                self.found.excerpt = self.found.excerpt.trim().to_owned();
                self.new_line();
            }
            Some(Open::Note) => {
                self.note = None;
                self.new_line();
            }
            Some(Open::View) => self.end_view(),
            Some(Open::Block) => self.new_line(),
            Some(Open::Cell) => self.say(" "),
            Some(Open::Other) | None => {}
        }
    }

    fn end_heading(
        &mut self,
        mut heading: Heading,
        id: Option<String>,
        start: usize,
        is_title: bool,
    ) {
        self.found.text[start..]
            .trim()
            .clone_into(&mut heading.text);
        let wanted = id.unwrap_or_else(|| slug(&heading.text));
        heading.anchor = self.anchors.unique(&wanted);
        self.new_line();
        if is_title {
            self.found.title_end = self.found.text.len();
            self.found.title = Some(heading.clone());
        }
        self.found.headings.push(heading);
    }

    fn end_view(&mut self) {
        if let Some(view) = self.view.take() {
            let first = self.found.links.len();
            let view = view.close(self.body, self.source, self.offset, first);
            self.found.links.extend(view.wikilinks());
            for line in view.lines() {
                self.found.text.push_str(line);
                self.new_line();
            }
            self.found.views.push(view);
        }
    }

    fn in_title(&self) -> bool {
        matches!(
            self.open.first(),
            Some(Open::Heading { is_title: true, .. })
        )
    }

    fn say(&mut self, words: &str) {
        self.found.text.push_str(words);
        if self.in_excerpt && self.images == 0 {
            self.found.excerpt.push_str(words);
        }
    }

    fn new_line(&mut self) {
        if !self.found.text.is_empty() && !self.found.text.ends_with('\n') {
            self.found.text.push('\n');
        }
    }

    fn finish(mut self) -> Collected {
        if let Some(range) = self.too_deep.take() {
            let message = format!("Markdown nests more than {MAX_NESTING} deep");
            self.problem(message, &range, "write it flatter");
        }
        if let Some(range) = self.html.last.take() {
            self.found.raw_html = if self.html.is_too_much() {
                RawHtml::TooMuch(self.span(&(range.start..range.start)))
            } else {
                RawHtml::Some
            };
        }
        self.found.footnotes = self.numbered();
        self.found
    }

    /// The footnotes that can be reached from the text, in the order in which
    /// a reader meets them.
    fn numbered(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut from = None;
        for done in 0.. {
            for name in self.references.get(&from).into_iter().flatten() {
                if seen.insert(name) {
                    names.push(name.clone());
                }
            }
            match names.get(done) {
                Some(name) => from = Some(name.clone()),
                None => break,
            }
        }
        names
    }

    fn problem(&mut self, message: String, range: &Range<usize>, help: &str) {
        let problem = Diagnostic::new(&code::INVALID_VALUE, message);
        let start = self.span(&(range.start..range.start));
        self.found.problems.push(problem.at(start, "").help(help));
    }

    /// The place of a block, without the end of its last line.
    fn line(&self, range: &Range<usize>) -> Span {
        let text = self.body[range.clone()].trim_end();
        self.span(&(range.start..range.start + text.len()))
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(
            self.source,
            self.offset + range.start,
            self.offset + range.end,
        )
    }
}

/// Footnotes are told apart without regard to case.
pub(super) fn note_name(written: &str) -> String {
    written.to_lowercase()
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::TableCell
    )
}
