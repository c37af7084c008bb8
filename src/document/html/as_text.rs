//! HTML shown as the text that it is.

use pulldown_cmark::Event;

use super::write::raw;

/// Shows a block of HTML, whose lines were the last of `out` from `start` on,
/// as a paragraph.
pub(super) fn paragraph(out: &mut Vec<Event<'_>>, start: usize) {
    let lines = out.drain(start..).filter_map(|event| match event {
        Event::Text(line) => Some(line.into_string()),
        _ => None,
    });
    let text = without_comments(&lines.collect::<String>());
    let text = text.trim();
    if !text.is_empty() {
        let text = Event::Text(text.to_owned().into());
        out.extend([raw("<p>"), text, raw("</p>\n")]);
    }
}

/// Notes to oneself are not shown, whatever stands in them.
fn without_comments(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_are_left_out() {
        assert_eq!(without_comments("<p><!-- <b> --> a"), "<p> a");
        assert_eq!(without_comments("a<!-- b"), "a");
    }
}
