//! Putting views where their blocks stood, after the HTML around them has
//! been cleaned.

use std::hash::{Hash, Hasher};

use siphasher::sip128::{Hasher128, SipHasher13};

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

/// The HTML with the views in it. None is put within a tag, where HTML that
/// was never closed may have drawn its place.
pub(super) fn fill(html: &str, mark: &str, views: &[String]) -> String {
    let mut filled =
        String::with_capacity(html.len() + views.iter().map(String::len).sum::<usize>());
    let mut within = Within::Text;
    let mut parts = html.split(mark);
    let first = parts.next().unwrap_or_default();
    within.read(first);
    filled.push_str(first);
    for part in parts {
        let (number, rest) = part.split_once(';').unwrap_or(("", part));
        let view = number.parse().ok().and_then(|at: usize| views.get(at));
        if let (Some(view), Within::Text) = (view, &within) {
            filled.push_str(view);
        }
        within.read(rest);
        filled.push_str(rest);
    }
    filled
}

/// Where in well-formed HTML one is.
#[derive(PartialEq, Eq)]
enum Within {
    Text,
    Tag,
    /// A value in these quotes.
    Value(char),
}

impl Within {
    fn read(&mut self, html: &str) {
        for c in html.chars() {
            *self = match (&*self, c) {
                (Self::Text, '<') => Self::Tag,
                (Self::Tag, '>') => Self::Text,
                (Self::Tag, '"' | '\'') => Self::Value(c),
                (Self::Value(quote), _) if *quote == c => Self::Tag,
                _ => continue,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{fill, mark, place};

    #[test]
    fn views_stand_in_text_and_never_in_tags() {
        let mark = mark("a text");
        let views = ["<p>one</p>".to_owned(), "<p>two</p>".to_owned()];
        let html = format!("<p title=\"{}\">a</p>{}b", place(&mark, 0), place(&mark, 1));
        assert_eq!(
            fill(&html, &mark, &views),
            "<p title=\"\n\n\">a</p>\n<p>two</p>\nb"
        );
    }
}
