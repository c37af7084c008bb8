//! What it costs to read the HTML in a document.

use std::ops::Range;

/// Reading HTML takes time in proportion to the tags that may stay open
/// multiplied by all tags; over this product it is not done.
const MAX_COST: usize = 10_000_000;
/// How many times as much a tag costs that HTML opens again in each paragraph
/// until it is closed.
const REOPENED_COST: usize = 10;
const REOPENED: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// The tags of a document so far, those that Markdown makes among them.
#[derive(Debug, Default)]
pub(super) struct Cost {
    pub tags: usize,
    /// What may stay open, weighed.
    open: usize,
    /// Where the last HTML stands; none where there is none.
    pub last: Option<Range<usize>>,
}

impl Cost {
    pub fn html(&mut self, html: &str, range: Range<usize>) {
        for (at, _) in html.match_indices('<') {
            let name: &str = html[at + 1..]
                .split(|c: char| !c.is_ascii_alphanumeric())
                .next()
                .unwrap_or("");
            let is_reopened = REOPENED.iter().any(|tag| name.eq_ignore_ascii_case(tag));
            self.open += if is_reopened {
                REOPENED_COST
            } else {
                usize::from(!name.is_empty())
            };
            self.tags += 1;
        }
        self.last = Some(range);
    }

    pub fn is_too_much(&self) -> bool {
        self.open.saturating_mul(self.tags) > MAX_COST
    }
}
