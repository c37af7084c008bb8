//! The one place that says which Markdown is spoken.

use pulldown_cmark::{OffsetIter, Options, Parser, TextMergeWithOffset};

/// The events of a text. Reading and rendering both use these, so that the
/// third link is the third link for both.
pub(crate) fn events(text: &str) -> TextMergeWithOffset<'_, OffsetIter<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    TextMergeWithOffset::new(Parser::new_ext(text, options).into_offset_iter())
}

/// Whether a piece of HTML is a comment and nothing else, which is a note to
/// oneself and never shown.
pub(crate) fn is_comment(html: &str) -> bool {
    let inner = html
        .trim()
        .strip_prefix("<!--")
        .and_then(|rest| rest.strip_suffix("-->"));
    inner.is_some_and(|inner| !inner.contains(['<', '>']))
}
