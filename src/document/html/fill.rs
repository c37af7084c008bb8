//! Putting views where their blocks stood, after the HTML around them has
//! been cleaned.

use std::hash::{Hash, Hasher};

use siphasher::sip128::{Hasher128, SipHasher13};

use super::pieces::{Piece, pieces};

/// A word that stands where views are to be put. No text can hold it on
/// purpose, as it is made of the whole text.
pub(super) fn mark(text: &str) -> String {
    let mut hasher = SipHasher13::new();
    text.hash(&mut hasher);
    let _ = hasher.finish();
    format!("view-{:032x}-", hasher.finish128().as_u128())
}

/// Where the view of that number is to be put.
pub(super) fn place(mark: &str, number: usize) -> String {
    format!("\n{mark}{number};\n")
}

/// The HTML with the views in it. None is put within a tag, nor where nothing
/// is a tag: HTML that was never closed may have drawn its place there.
pub(super) fn fill(html: &str, mark: &str, views: &[String]) -> String {
    let mut filled =
        String::with_capacity(html.len() + views.iter().map(String::len).sum::<usize>());
    for piece in pieces(html) {
        let (text, views) = match piece {
            Piece::Text(text) => (text, views),
            Piece::Tag(text) | Piece::Raw(text) => (text, [].as_slice()),
        };
        let mut parts = text.split(mark);
        filled.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (number, rest) = part.split_once(';').unwrap_or(("", part));
            let view = number.parse().ok().and_then(|at: usize| views.get(at));
            filled.push_str(view.map_or("", String::as_str));
            filled.push_str(rest);
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::{fill, mark, place};

    #[test]
    fn views_stand_in_text_and_never_in_tags() {
        let mark = mark("a text");
        let views = ["<p>one</p>".to_owned(), "<p>two</p>".to_owned()];
        let [one, two] = [place(&mark, 0), place(&mark, 1)];
        let html = format!("<p title=\"{one}\">a</p><style>{one}</style>{two}b");
        assert_eq!(
            fill(&html, &mark, &views),
            "<p title=\"\n\n\">a</p><style>\n\n</style>\n<p>two</p>\nb"
        );
    }
}
