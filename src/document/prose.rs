//! Which parts of a text are words to be read, and which are code.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown::events;

/// Stretches of a file, in order and apart from one another.
#[derive(Debug)]
pub struct Stretches(Vec<Range<usize>>);

impl FromIterator<Range<usize>> for Stretches {
    fn from_iter<I: IntoIterator<Item = Range<usize>>>(ranges: I) -> Self {
        let mut ranges: Vec<Range<usize>> = ranges.into_iter().collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        Self(ranges)
    }
}

impl Stretches {
    /// Whether one of them holds the whole of a range.
    pub fn hold(&self, range: &Range<usize>) -> bool {
        let after = self.0.partition_point(|it| it.start <= range.start);
        after
            .checked_sub(1)
            .is_some_and(|at| range.end <= self.0[at].end)
    }
}

/// The parts of a body that readers see as words, in bytes of the file.
pub fn prose(text: &str, body: Range<usize>) -> Stretches {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (part, range) in parts_of(&text[body.clone()]) {
        let range = range.start + body.start..range.end + body.start;
        match parts.last_mut() {
            _ if part == Part::Code => {}
            Some(last) if last.end == range.start => last.end = range.end,
            _ => parts.push(range),
        }
    }
    Stretches(parts)
}

/// The blocks and spans of code of a text.
pub fn code(text: &str) -> Stretches {
    let parts = parts_of(text)
        .into_iter()
        .filter(|(part, _)| *part == Part::Code);
    parts.map(|(_, range)| range).collect()
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
    use std::ops::Range;

    use super::{Stretches, code, prose};

    #[test]
    fn code_and_comments_are_no_prose() {
        let text = "---\nid: A1\n---\nSay `TODO` or [ask] <you too>\n\n```\nTBD\n```\n\n<!-- XXX\nFIXME -->\n";
        let words = |Stretches(ranges): Stretches| -> Vec<&str> {
            ranges.into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(
            words(prose(text, 15..text.len())),
            ["Say ", " or [ask] <you too>"]
        );
        assert_eq!(words(code(text)), ["`TODO`", "```\nTBD\n```"]);
    }

    #[test]
    fn a_stretch_holds_what_lies_in_it_whole() {
        let stretches: Stretches = [6..9, 1..3].into_iter().collect();
        let holds = |range: Range<usize>| stretches.hold(&range);
        assert!(holds(1..3) && holds(2..3) && holds(6..9));
        assert!(!holds(0..2) && !holds(2..4) && !holds(3..6) && !holds(9..9 + 1));
    }
}
