//! The words of a text as search knows them.
//!
//! The browser cuts queries in the same way (`search-find.js`), so the rule
//! is one that both can follow to the letter: letters without marks in lower
//! case, cut at whatever is neither letter nor digit. Scripts that put no
//! blanks between words are cut into their characters.

use std::iter;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a word that count; the rest of a longer one is left out.
const LONGEST: usize = 32;

/// Thai to Khmer, kana and Han: each character is a word.
const UNSPACED: [(char, char); 8] = [
    ('\u{e00}', '\u{eff}'),
    ('\u{1000}', '\u{109f}'),
    ('\u{1780}', '\u{17ff}'),
    ('\u{3040}', '\u{30ff}'),
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{9fff}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{20000}', '\u{3ffff}'),
];

/// A text in lower case, without marks, in compatible characters.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let bare: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    bare.to_lowercase().replace('ς', "σ")
}

/// The words of a folded text, in order.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    let runs = folded.split(|c: char| !c.is_alphanumeric());
    runs.flat_map(pieces).map(shorten)
}

fn is_unspaced(c: char) -> bool {
    // Most letters come before all of them.
    c >= UNSPACED[0].0
        && UNSPACED
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&c))
}

/// A run of letters and digits, cut before and after each character that is a
/// word of its own.
fn pieces(mut run: &str) -> impl Iterator<Item = &str> {
    iter::from_fn(move || {
        let first = run.chars().next()?;
        let end = if is_unspaced(first) {
            first.len_utf8()
        } else {
            run.find(is_unspaced).unwrap_or(run.len())
        };
        let (piece, rest) = run.split_at(end);
        run = rest;
        Some(piece)
    })
}

fn shorten(word: &str) -> &str {
    let end = word.char_indices().nth(LONGEST);
    &word[..end.map_or(word.len(), |(at, _)| at)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, words};

    fn cut(text: &str) -> Vec<String> {
        words(&fold(text)).map(str::to_owned).collect()
    }

    #[test]
    fn words_are_folded_and_cut() {
        assert_eq!(
            cut("Größe & l\u{2019}École, A-12.3"),
            ["große", "l", "ecole", "a", "12", "3"]
        );
        assert_eq!(cut("ﬁnance ÅNGSTRÖM ΟΔΟΣ"), ["finance", "angstrom", "οδοσ"]);
        assert_eq!(cut("图书馆 plan图"), ["图", "书", "馆", "plan", "图"]);
        assert_eq!(cut("الخُطّة"), ["الخطة"]);
        assert_eq!(cut(&"x".repeat(99)), ["x".repeat(32)]);
        assert!(cut(" … — ").is_empty());
    }

    proptest! {
        /// What was cut stays as it is when it is cut again.
        #[test]
        fn cutting_ends_at_once(text in "\\PC{0,40}") {
            for word in cut(&text) {
                prop_assert_eq!(cut(&word), [word]);
            }
        }
    }
}
