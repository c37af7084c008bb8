//! Well-formed HTML, taken apart.

/// A piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'h> {
    /// What stands between tags.
    Text(&'h str),
    /// `<…>`.
    Tag(&'h str),
    /// All that is in an element in which nothing is a tag.
    Raw(&'h str),
}

/// The elements in which nothing is a tag but their own end.
const RAW: [&str; 8] = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// The pieces of HTML whose tags are whole and whose values all stand in
/// double quotes, as ours and that of a serialiser are.
pub fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    let mut within = None;
    std::iter::from_fn(move || {
        let raw = within.take();
        let end = match raw {
            Some(name) => rest.find(&format!("</{name}")).unwrap_or(rest.len()),
            None if rest.starts_with('<') => tag_end(rest),
            None => rest.find('<').unwrap_or(rest.len()),
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        match raw {
            Some(_) => Some(Piece::Raw(piece)),
            None if piece.starts_with('<') => {
                within = opened(piece);
                Some(Piece::Tag(piece))
            }
            None => (!piece.is_empty()).then_some(Piece::Text(piece)),
        }
    })
}

/// The element that a tag opens, if nothing in it is a tag.
fn opened(tag: &str) -> Option<&'static str> {
    let name = tag[1..].split([' ', '>', '\n']).next().unwrap_or_default();
    RAW.into_iter().find(|raw| *raw == name)
}

/// The length of the tag that a text begins with.
fn tag_end(html: &str) -> usize {
    let mut quoted = false;
    for (at, c) in html.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::Piece::{Raw, Tag, Text};
    use super::pieces;

    #[test]
    fn tags_end_where_they_end() {
        let found: Vec<_> = pieces("a<p title=\"1 > 0\">b<br>c</p>").collect();
        let wanted = [
            Text("a"),
            Tag("<p title=\"1 > 0\">"),
            Text("b"),
            Tag("<br>"),
            Text("c"),
            Tag("</p>"),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn nothing_is_a_tag_in_what_is_raw() {
        let found: Vec<_> = pieces("<style>a<b\"</style><title></title>c").collect();
        let wanted = [
            Tag("<style>"),
            Raw("a<b\""),
            Tag("</style>"),
            Tag("<title>"),
            Raw(""),
            Tag("</title>"),
            Text("c"),
        ];
        assert_eq!(found, wanted);
    }
}
