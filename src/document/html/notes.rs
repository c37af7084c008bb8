//! Footnotes: gathered where they are defined, shown at the end.

use std::collections::HashMap;

use pulldown_cmark::{Event, TagEnd};

use crate::document::collect::note_name;

use super::write::raw;

/// A document's footnotes.
pub(super) struct Notes<'a> {
    numbers: HashMap<&'a str, usize>,
    /// By number, from 0.
    notes: Vec<Note<'a>>,
}

#[derive(Default)]
struct Note<'a> {
    body: Option<Vec<Event<'a>>>,
    references: usize,
}

impl<'a> Notes<'a> {
    pub fn new(names: &'a [String]) -> Self {
        let numbers = names
            .iter()
            .enumerate()
            .map(|(number, name)| (name.as_str(), number));
        Self {
            numbers: numbers.collect(),
            notes: names.iter().map(|_| Note::default()).collect(),
        }
    }

    /// The mark that stands in the text, unless the note is not shown.
    pub fn reference(&mut self, name: &str) -> Option<String> {
        let number = *self.numbers.get(note_name(name).as_str())?;
        let note = &mut self.notes[number];
        note.references += 1;
        let anchor = anchor(number, note.references);
        let number = number + 1;
        Some(format!(
            "<sup class=\"footnote-ref\"><a href=\"#fn:{number}\" id=\"{anchor}\" \
             role=\"doc-noteref\">{number}</a></sup>"
        ))
    }

    /// Takes a definition; of two with one name the first counts.
    pub fn define(&mut self, name: &str, body: Vec<Event<'a>>) {
        if let Some(number) = self.numbers.get(note_name(name).as_str()) {
            self.notes[*number].body.get_or_insert(body);
        }
    }

    /// The list of all notes, each with links back to where it is referred to.
    pub fn finish(self, out: &mut Vec<Event<'a>>) {
        if self.notes.is_empty() {
            return;
        }
        out.push(raw(
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n",
        ));
        for (number, note) in self.notes.into_iter().enumerate() {
            out.push(raw(format!("<li id=\"fn:{}\">", number + 1)));
            let mut body = note.body.unwrap_or_default();
            let end = match body.last() {
                Some(Event::End(TagEnd::Paragraph)) => body.pop(),
                _ => None,
            };
            out.append(&mut body);
            out.extend((1..=note.references).map(|reference| raw(back(number, reference))));
            out.extend(end);
            out.push(raw("</li>\n"));
        }
        out.push(raw("</ol>\n</section>\n"));
    }
}

fn back(number: usize, reference: usize) -> String {
    let anchor = anchor(number, reference);
    let which = if reference == 1 {
        String::new()
    } else {
        format!(", place {reference}")
    };
    format!(
        " <a class=\"footnote-back\" href=\"#{anchor}\" role=\"doc-backlink\" \
         aria-label=\"Back to reference {}{which}\">↩</a>",
        number + 1
    )
}

/// A colon keeps it apart from every heading's anchor that is made of words.
fn anchor(number: usize, reference: usize) -> String {
    match reference {
        1 => format!("fnref:{}", number + 1),
        _ => format!("fnref:{}:{reference}", number + 1),
    }
}
