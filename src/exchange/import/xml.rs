//! XML as a tree, within bounds.
//!
//! Entities that a document defines are not expanded: one that is used is an
//! error, so that no document can be larger than its file or name another.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Refusal, decode};

/// How deep elements may nest.
const MAX_DEPTH: usize = 128;
/// How many elements there may be.
const MAX_ELEMENTS: usize = 1_000_000;

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name without a prefix.
    pub name: String,
    /// The line that it starts on, from 1.
    pub line: usize,
    /// Its attributes without prefixes; those that declare names are left out.
    pub attributes: Vec<(String, String)>,
    /// The elements in it.
    pub children: Vec<Element>,
    /// The text in it, outside its elements.
    pub text: String,
}

impl Element {
    /// Whether there is no word in it or below it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.children.iter().all(Self::is_blank)
    }
}

/// The first element of a document.
///
/// # Errors
///
/// When it is not well-formed, with the line.
pub(super) fn parse(bytes: &[u8]) -> Result<Element, Refusal> {
    let text = decode::text(bytes, decode::named_in_xml(bytes));
    let mut tree = Tree {
        text: &text,
        line: (1, 0),
        open: Vec::new(),
        count: 0,
    };
    let mut reader = Reader::from_str(&text);
    loop {
        let event = reader.read_event();
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let event = event.map_err(|error| tree.refuse(at, &error.to_string()))?;
        if let Some(root) = tree.take(event, at)? {
            return Ok(root);
        }
    }
}

struct Tree<'t> {
    text: &'t str,
    /// A line and the byte at which it was counted.
    line: (usize, usize),
    open: Vec<Element>,
    count: usize,
}

impl Tree<'_> {
    /// Takes an event that ends at a byte; gives back the first element once
    /// it is whole.
    fn take(&mut self, event: Event<'_>, at: usize) -> Result<Option<Element>, Refusal> {
        match event {
            Event::Start(start) => {
                let element = self.element(&start, at)?;
                self.open.push(element);
            }
            Event::Empty(start) => {
                let element = self.element(&start, at)?;
                return Ok(self.close(element));
            }
            Event::End(_) => {
                let element = self.open.pop();
                return Ok(element.and_then(|element| self.close(element)));
            }
            Event::Text(text) => {
                let text = text
                    .decode()
                    .map_err(|error| self.refuse(at, &error.to_string()))?;
                self.say(&text);
            }
            Event::CData(text) => {
                let text = text
                    .decode()
                    .map_err(|error| self.refuse(at, &error.to_string()))?;
                self.say(&text);
            }
            Event::GeneralRef(name) => {
                let text = self.named(&name, at)?;
                self.say(&text);
            }
            Event::Eof => {
                let what = match self.open.last() {
                    Some(element) => format!("the element `{}` does not end", element.name),
                    None => "there is no element in it".to_owned(),
                };
                return Err(self.refuse(at, &what));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        Ok(None)
    }

    fn element(&mut self, start: &BytesStart<'_>, at: usize) -> Result<Element, Refusal> {
        self.count += 1;
        if self.open.len() >= MAX_DEPTH || self.count > MAX_ELEMENTS {
            let what = format!(
                "there may be {MAX_ELEMENTS} elements, {MAX_DEPTH} within one another, and no more"
            );
            return Err(self.refuse(at, &what));
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| self.refuse(at, &error.to_string()))?;
            let name = text_of(attribute.key.local_name().as_ref());
            let is_declaration = attribute.key.as_namespace_binding().is_some();
            let value = attribute
                .normalized_value(XmlVersion::Explicit1_0)
                .map_err(|error| self.refuse(at, &error.to_string()))?;
            if !is_declaration && name != "schemaLocation" {
                attributes.push((name, value.into_owned()));
            }
        }
        Ok(Element {
            name: text_of(start.local_name().as_ref()),
            line: self.line_of(at),
            attributes,
            ..Element::default()
        })
    }

    fn close(&mut self, element: Element) -> Option<Element> {
        match self.open.last_mut() {
            Some(parent) => {
                parent.children.push(element);
                None
            }
            None => Some(element),
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(element) = self.open.last_mut() {
            element.text.push_str(text);
        }
    }

    /// The character that a reference stands for.
    fn named(&mut self, name: &BytesRef<'_>, at: usize) -> Result<String, Refusal> {
        if let Ok(Some(c)) = name.resolve_char_ref() {
            return Ok(c.to_string());
        }
        let name = text_of(name);
        let known = resolve_predefined_entity(&name).map(str::to_owned);
        known.ok_or_else(|| {
            let what = format!("`&{name};` is none of XML's own characters");
            self.refuse(at, &what)
                .help("what a document defines for itself is not expanded; write it out")
        })
    }

    /// The line of a byte, which is not before those that were asked for.
    fn line_of(&mut self, at: usize) -> usize {
        let (line, from) = self.line;
        let at = at.clamp(from, self.text.len());
        let more = memchr::memchr_iter(b'\n', &self.text.as_bytes()[from..at]).count();
        self.line = (line + more, at);
        line + more
    }

    fn refuse(&mut self, at: usize, what: &str) -> Refusal {
        let line = self.line_of(at);
        Refusal::new(format!("line {line} is no XML that can be read: {what}"))
    }
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parse;

    #[test]
    fn elements_have_their_text_and_attributes() {
        let text = "<?xml version=\"1.0\"?>\n<a:x xmlns:a=\"u\" Type=\"t\">\n <a:y>1 &lt; &#50;</a:y><z/>\n</a:x>";
        let root = parse(text.as_bytes()).expect("well-formed");
        assert_eq!((root.name.as_str(), root.line), ("x", 2));
        assert_eq!(root.attributes, [("Type".to_owned(), "t".to_owned())]);
        let names: Vec<_> = root
            .children
            .iter()
            .map(|it| (&*it.name, it.line))
            .collect();
        assert_eq!(names, [("y", 3), ("z", 3)]);
        assert_eq!(root.children[0].text, "1 < 2");
    }

    #[track_caller]
    fn refused(text: &str, why: &str) {
        let refusal = parse(text.as_bytes()).expect_err("not to be read");
        assert!(refusal.message.contains(why), "{refusal:?}");
    }

    #[test]
    fn what_is_not_well_formed_is_refused_with_its_line() {
        refused("<a>\n<b>\n</a>", "line 3");
        refused("<a>\n", "the element `a` does not end");
        refused("plain words", "no element");
        refused(&"<a>".repeat(200), "128 within one another");
    }

    #[test]
    fn entities_of_the_document_are_not_expanded() {
        let laughs = "<!DOCTYPE a [<!ENTITY l \"ha\"><!ENTITY m \"&l;&l;&l;\">]><a>&m;</a>";
        refused(laughs, "`&m;`");
        let file = "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>";
        refused(file, "`&f;`");
        refused("<!DOCTYPE a [<!ENTITY f \"x\">]><a b=\"&f;\"/>", "line 1");
    }

    proptest! {
        #[test]
        fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = parse(&bytes);
        }

        #[test]
        fn no_tags_do_harm(text in "(<[a-c/!?]{0,3}[ =\"'&;#a-c]{0,6}/?>|[&;a-c<>]){0,40}") {
            let _ = parse(text.as_bytes());
        }
    }
}
