//! A text without what may not be seen: blanks of the same length stand in
//! its place, so that everything else keeps its own.

use std::ops::Range;

use crate::document::Document;
use crate::plan::Place;

use super::{Clearance, Wall, Whole};

/// A character that is no blank and shows nothing: what stands beside it stays
/// the paragraph that it was.
const NOTHING: &[u8] = "\u{200b}".as_bytes();

/// What is left of a file's text; nothing where all of it is.
pub(super) fn left(
    text: &str,
    (place, document): (Place, &Document),
    whole: Whole<'_>,
    clearance: &Clearance<'_>,
) -> Option<String> {
    let links = whole.plan.links(place);
    let links = links.filter(|(_, target)| clearance.has(Wall::Links) && !clearance.target(target));
    let links: Vec<_> = links.map(|(link, _)| link.span).collect();
    let blocks = document.audience_blocks.iter();
    let blocks =
        blocks.filter(|block| clearance.has(Wall::Blocks) && !clearance.sees(&block.names));
    let blocks: Vec<_> = blocks.map(|block| block.span).collect();
    if links.is_empty() && blocks.is_empty() {
        return None;
    }
    let mut blanks = Blanks::of(text);
    for span in links {
        blanks.unsay(span.range());
    }
    blanks.empty_lines();
    for span in blocks {
        blanks.blank(span.range());
    }
    Some(blanks.text())
}

/// A text with blanks for its front matter.
pub(super) fn without_matter(text: &str, body: &Range<usize>) -> String {
    let mut blanks = Blanks::of(text);
    blanks.blank(0..body.start);
    blanks.text()
}

struct Blanks {
    bytes: Vec<u8>,
    unsaid: Vec<Range<usize>>,
}

impl Blanks {
    fn of(text: &str) -> Self {
        Self {
            bytes: text.as_bytes().to_vec(),
            unsaid: Vec::new(),
        }
    }

    /// Takes out everything but the ends of lines.
    fn blank(&mut self, range: Range<usize>) {
        for byte in &mut self.bytes[range] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }

    /// Takes out something within a paragraph.
    fn unsay(&mut self, range: Range<usize>) {
        self.blank(range.clone());
        let start = &mut self.bytes[range.clone()];
        if let Some(start) = start.first_chunk_mut::<3>().filter(|it| **it == *b"   ") {
            start.copy_from_slice(NOTHING);
        }
        self.unsaid.push(range);
    }

    /// Takes out lines that say nothing more: of a list, or all of a paragraph.
    fn empty_lines(&mut self) {
        for unsaid in self.unsaid.clone() {
            let line = self.line(unsaid.start);
            if unsaid.end > line.end {
                continue;
            }
            let words = String::from_utf8_lossy(&self.bytes[line.clone()]).into_owned();
            let bare = words.trim_start();
            let item = without_marker(bare);
            let says = |text: &str| text.chars().any(|c| c.is_alphanumeric() || c == '|');
            let (before, after) = (self.line_before(&line), self.line(line.end + 1));
            let stands_alone = if item.len() < bare.len() {
                self.indent(&after) <= words.len() - bare.len() || self.is_blank(&after)
            } else {
                self.is_blank(&before) && self.is_blank(&after)
            };
            if !says(item) && stands_alone {
                self.blank(line);
            }
        }
    }

    /// The line around a byte, without its end.
    fn line(&self, at: usize) -> Range<usize> {
        let at = at.min(self.bytes.len());
        let start = self.bytes[..at].iter().rposition(|byte| *byte == b'\n');
        let end = self.bytes[at..].iter().position(|byte| *byte == b'\n');
        start.map_or(0, |start| start + 1)..end.map_or(self.bytes.len(), |end| at + end)
    }

    fn line_before(&self, line: &Range<usize>) -> Range<usize> {
        match line.start {
            0 => 0..0,
            start => self.line(start - 1),
        }
    }

    fn is_blank(&self, line: &Range<usize>) -> bool {
        self.bytes[line.clone()].iter().all(u8::is_ascii_whitespace)
    }

    fn indent(&self, line: &Range<usize>) -> usize {
        let bytes = self.bytes[line.clone()].iter();
        bytes.take_while(|byte| byte.is_ascii_whitespace()).count()
    }

    fn text(self) -> String {
        // Whole characters have given way to blanks.
        String::from_utf8(self.bytes).unwrap_or_default()
    }
}

/// A line of a list without what makes it one.
fn without_marker(line: &str) -> &str {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if digits.len() < line.len() {
        digits.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '+'])
    };
    let Some(rest) = rest.and_then(|rest| rest.strip_prefix(' ')) else {
        return line;
    };
    let task = ["[ ] ", "[x] ", "[X] "].into_iter();
    let mut task = task.filter_map(|mark| rest.trim_start().strip_prefix(mark));
    task.next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::Blanks;

    #[track_caller]
    fn without(text: &str, left: &str) {
        let mut blanks = Blanks::of(text);
        for (at, link) in text.match_indices("[[S9]]") {
            blanks.unsay(at..at + link.len());
        }
        blanks.empty_lines();
        let found = blanks.text();
        assert_eq!(found.len(), text.len(), "everything else keeps its place");
        assert_eq!(found.replace('\u{200b}', "~").replace(' ', "."), left);
    }

    #[test]
    fn a_link_leaves_the_paragraph_that_it_stood_in() {
        without("see [[S9]] too", "see.~....too");
        without("[[S9]] too", "~....too");
        without("see\n[[S9]]\ntoo", "see\n~...\ntoo");
        without("| [[S9]] | x |", "|.~....|.x.|");
    }

    #[test]
    fn a_line_that_says_nothing_more_goes_with_it() {
        without("- a\n- [[S9]]\n- b", "-.a\n........\n-.b");
        without("1. [[S9]];\n2. b", "..........\n2..b");
        without("a\n\n[[S9]]\n\nb", "a\n\n......\n\nb");
        without("- [ ] [[S9]]\n", "............\n");
    }

    #[test]
    fn a_line_with_something_beneath_it_stays() {
        without("- [[S9]]\n  - b", "-.~...\n..-.b");
    }
}
