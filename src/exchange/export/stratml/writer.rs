//! Elements, one after the other.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Writes XML with two blanks for each level.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
    /// Elements to be started once there is something in them.
    waiting: Vec<&'static str>,
}

impl Xml {
    pub fn new() -> Self {
        let mut xml = Self {
            writer: Writer::new_with_indent(Vec::new(), b' ', 2),
            open: Vec::new(),
            waiting: Vec::new(),
        };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// Starts an element that is left out where nothing is in it.
    pub fn part(&mut self, name: &'static str) {
        self.waiting.push(name);
    }

    /// Starts an element; attributes without a value are left out.
    pub fn start(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.start_waiting();
        let mut start = BytesStart::new(name);
        for attribute in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            start.push_attribute(*attribute);
        }
        self.event(Event::Start(start));
        self.open.push(name);
    }

    /// Ends the element that was started last.
    pub fn end(&mut self) {
        if self.waiting.pop().is_some() {
            return;
        }
        if let Some(name) = self.open.pop() {
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element with a text, also where that is empty.
    pub fn must(&mut self, name: &'static str, text: &str) {
        self.start_waiting();
        self.event(Event::Start(BytesStart::new(name)));
        let text: String = text.chars().filter(|c| is_of_xml(*c)).collect();
        self.event(Event::Text(BytesText::new(&text)));
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with a text, if there is one.
    pub fn maybe(&mut self, name: &'static str, text: &str) {
        if !text.is_empty() {
            self.must(name, text);
        }
    }

    /// The document.
    pub fn finish(self) -> String {
        let mut text = String::from_utf8(self.writer.into_inner()).unwrap_or_default();
        text.push('\n');
        text
    }

    fn start_waiting(&mut self) {
        for name in std::mem::take(&mut self.waiting) {
            self.event(Event::Start(BytesStart::new(name)));
            self.open.push(name);
        }
    }

    fn event(&mut self, event: Event<'_>) {
        self.writer
            .write_event(event)
            .expect("memory takes what is written");
    }
}

/// Whether XML 1.0 can hold a character.
fn is_of_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && c != '\u{fffe}' && c != '\u{ffff}')
}
