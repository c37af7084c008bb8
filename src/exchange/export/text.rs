//! The Markdown of texts.

use std::borrow::Cow;

use pulldown_cmark::{Event, Tag};

use crate::check::Subject;
use crate::document::{events, is_comment};
use crate::plan::Body;

/// What a plan is called.
pub(super) fn title(subject: Subject<'_>) -> &str {
    let title = subject.config.title.as_deref();
    title
        .or(subject.plan.home.title.as_deref())
        .unwrap_or("Plan")
}

/// The Markdown of a text, without a heading that says the title again and
/// without comments, which are notes to oneself. Where an edition took something
/// out, no gap tells how much.
pub(super) fn markdown<'a>(subject: Subject<'a>, body: &Body, title: &str) -> Cow<'a, str> {
    let document = &body.document;
    let heading = document.title.as_ref();
    let heading = heading.filter(|heading| heading.text == title);
    let start = heading.map_or(document.body.start, |heading| heading.span.end());
    let source = subject.sources.source(document.source);
    let text = source.text[start..document.body.end].trim_matches(['\r', '\n']);
    let text = without_comments(text);
    if subject.imprint.edition.is_none() {
        return text;
    }
    Cow::Owned(without_gaps(&text))
}

fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("<!--") {
        return Cow::Borrowed(text);
    }
    let found = events(text).filter_map(|(event, range)| match event {
        Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => Some(range),
        _ => None,
    });
    let comments: Vec<_> = found
        .filter(|range| is_comment(&text[range.clone()]))
        .collect();
    if comments.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for comment in comments {
        out.push_str(&text[from..comment.start]);
        from = comment.end;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out.trim().to_owned())
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
    use super::{without_comments, without_gaps};

    #[test]
    fn notes_to_oneself_are_left_out() {
        let text = "<!-- a\nb -->\n\nOne <!-- c -->two.\n\n```\n<!-- d -->\n```";
        assert_eq!(without_comments(text), "One two.\n\n```\n<!-- d -->\n```");
    }

    #[test]
    fn no_gap_tells_how_much_was_taken_out() {
        let text = "   \n\nOne      two.\n          \n\n    - three    \n\n  ";
        assert_eq!(without_gaps(text), "One two.\n\n    - three");
    }
}
