//! Mending: edits to a text, and the text that comes of them.
//!
//! Every byte that no edit names stays as it is: comments, odd spacing, ends
//! of lines, quotes. Nothing is written here; the command line does that.

mod choice;
mod diff;
mod field;
mod list;
mod scalar;

pub use choice::{Chosen, choose};
pub use diff::unified;
pub use field::{Field, Matter};
pub use list::entry_alone;
pub use scalar::{Notation, words_within};

use std::sync::Arc;

use crate::diagnostic::Edit;

/// A file of the plan before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path from the plan folder.
    pub path: String,
    /// The path that it is to have.
    pub to: String,
    /// Its text when it was read, without a byte order mark; none for a new
    /// file.
    pub before: Option<Arc<str>>,
    /// The text that it is to have.
    pub after: String,
}

/// A text with edits that do not overlap, in any order. Of two insertions at
/// one place the first given comes first.
pub fn applied(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.span.start(), edit.span.end()));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in sorted {
        out.push_str(&text[at..edit.span.start()]);
        out.push_str(&edit.text);
        at = edit.span.end();
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::applied;
    use crate::diagnostic::{Edit, SourceId, Span};

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit {
            span: Span::new(SourceId(0), start, end),
            text: text.to_owned(),
        }
    }

    #[test]
    fn only_the_named_bytes_change() {
        let edits = [edit(4, 4, "+"), edit(0, 1, "A"), edit(4, 6, "")];
        assert_eq!(applied("ab\r\ncdef", &edits), "Ab\r\n+ef");
        assert_eq!(applied("\tx\r\n", &[]), "\tx\r\n");
    }
}
