//! Which parts of a text are words to be read, and which are code.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown::events;

/// The parts of a body that readers see as words, in bytes of the file.
pub fn prose(text: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (part, range) in parts_of(&text[body.clone()]) {
        let range = range.start + body.start..range.end + body.start;
        match parts.last_mut() {
            _ if part == Part::Code => {}
            Some(last) if last.end == range.start => last.end = range.end,
            _ => parts.push(range),
        }
    }
    parts
}

/// The blocks and spans of code of a text.
pub fn code(text: &str) -> Vec<Range<usize>> {
    let parts = parts_of(text).into_iter();
    parts
        .filter(|(part, _)| *part == Part::Code)
        .map(|(_, range)| range)
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Prose,
    Code,
}

/// Comments are neither.
fn parts_of(text: &str) -> Vec<(Part, Range<usize>)> {
    let mut parts = Vec::new();
    let mut hidden = false;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                hidden = true;
                parts.push((Part::Code, range));
            }
            Event::Start(Tag::HtmlBlock) => hidden = text[range].trim_start().starts_with("<!--"),
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => hidden = false,
            Event::Code(_) => parts.push((Part::Code, range)),
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::Text(_) | Event::Html(_) | Event::InlineHtml(_) if !hidden => {
                parts.push((Part::Prose, range));
            }
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{code, prose};

    #[test]
    fn code_and_comments_are_no_prose() {
        let text = "---\nid: A1\n---\nSay `TODO` or [ask] <you too>\n\n```\nTBD\n```\n\n<!-- XXX\nFIXME -->\n";
        let words: Vec<&str> = prose(text, 15..text.len())
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(words.concat(), "Say  or [ask] <you too>");
        let code: Vec<&str> = code(&text[15..])
            .into_iter()
            .map(|range| &text[15..][range])
            .collect();
        assert_eq!(code, ["`TODO`", "```\nTBD\n```"]);
    }
}
