//! An entry of a list, and what stands around it for its sake alone.

use crate::diagnostic::Span;

/// The bytes to take out so that a list loses an entry that is not its first:
/// the entry with the comma before it, or its line with the hyphen. None where
/// a comment would be lost with it, or where the entry is more than a word.
pub fn entry_alone(text: &str, entry: Span) -> Option<Span> {
    let (before, after) = (text.get(..entry.start())?, text.get(entry.end()..)?);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    if before[start..].trim() == "-" {
        let end = after.find('\n').map_or(after.len(), |at| at + 1);
        let is_alone = after[..end].trim().is_empty();
        return is_alone.then(|| Span::new(entry.source, start, entry.end() + end));
    }
    let blank_before = before.len() - before.trim_end().len();
    let comma = entry.start() - blank_before;
    let ends = after.trim_start().starts_with([',', ']', '#']);
    (before[..comma].ends_with(',') && ends)
        .then(|| Span::new(entry.source, comma - 1, entry.end()))
}

#[cfg(test)]
mod tests {
    use super::entry_alone;
    use crate::diagnostic::{SourceId, Span};

    #[track_caller]
    fn without(text: &str, expected: Option<&str>) {
        let at = text.rfind("A1").expect("an entry");
        let (start, end) = match text.as_bytes().get(at - 1) {
            Some(b'"') => (at - 1, at + 3),
            _ => (at, at + 2),
        };
        let found = entry_alone(text, Span::new(SourceId(0), start, end));
        let left = found.map(|span| format!("{}{}", &text[..span.start()], &text[span.end()..]));
        assert_eq!(left.as_deref(), expected, "{text:?}");
    }

    #[test]
    fn an_entry_goes_with_its_comma_or_its_line() {
        without("x: [A1, A1]\n", Some("x: [A1]\n"));
        without("x: [A1 , \"A1\" , A2]", Some("x: [A1  , A2]"));
        without("x: [\r\n  A1,\r\n  A1,\r\n]", Some("x: [\r\n  A1,\r\n]"));
        without(
            "x:\r\n  - A1\r\n  - A1\r\ny: 1",
            Some("x:\r\n  - A1\r\ny: 1"),
        );
        without("x:\n- A1\n-  \"A1\"", Some("x:\n- A1\n"));
    }

    #[test]
    fn what_says_more_than_the_entry_stays() {
        without("x:\n  - A1\n  - A1 # again\n", None);
        without("x: [A1, {id: A1, lag: 2w}]", None);
        without("x: [A1, # one\n  A1]", None);
        without("x:\n  - A1\n  - &a A1\n", None);
        without("x: [A1, A1", None);
    }
}
