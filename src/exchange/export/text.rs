//! The Markdown of texts.

use std::borrow::Cow;

use crate::check::Subject;
use crate::plan::Body;

/// The Markdown of a text, without a heading that says the title again. Where
/// an edition took something out, no gap tells how much.
pub(super) fn markdown<'a>(subject: Subject<'a>, body: &Body, title: &str) -> Cow<'a, str> {
    let document = &body.document;
    let heading = document.title.as_ref();
    let heading = heading.filter(|heading| heading.text == title);
    let start = heading.map_or(document.body.start, |heading| heading.span.end);
    let source = subject.sources.source(document.source);
    let text = source.text[start..document.body.end].trim_matches(['\r', '\n']);
    if subject.imprint.edition.is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(without_gaps(text))
}

/// A text with one blank for several within a line, and one blank line for
/// several.
fn without_gaps(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_blank = true;
    for line in text.lines() {
        let words = line.trim_start();
        if words.is_empty() {
            if !is_blank {
                out.push('\n');
            }
            is_blank = true;
            continue;
        }
        is_blank = false;
        out.push_str(&line[..line.len() - words.len()]);
        let words: Vec<&str> = words.split_whitespace().collect();
        out.push_str(&words.join(" "));
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::without_gaps;

    #[test]
    fn no_gap_tells_how_much_was_taken_out() {
        let text = "   \n\nOne      two.\n          \n\n    - three    \n\n  ";
        assert_eq!(without_gaps(text), "One two.\n\n    - three");
    }
}
