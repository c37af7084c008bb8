//! Numbers before titles: `1.2.3`, `Goal 1:`, `G1`, `A-3`.

use super::heading;

/// A title without the number before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange::import) struct Numbered<'a> {
    /// The number or id.
    pub number: String,
    /// The kind that a word before the number names.
    pub kind: Option<&'static str>,
    pub title: &'a str,
}

/// Splits a number off a title. A plain `2.5` counts only where titles are
/// `numbered`, as it may be an amount.
pub(in crate::exchange::import) fn split(text: &str, numbered: bool) -> Option<Numbered<'_>> {
    let text = text.trim();
    let (first, rest) = text.split_once(char::is_whitespace)?;
    if let Some(kind) = heading::kind(first) {
        let (number, title) = rest
            .trim_start()
            .split_once([':', ' ', '-', '\u{2013}', '\n'])?;
        let number = number.trim_end_matches(['.', ')']);
        let title = title.trim_start_matches([' ', ':', '-', '\u{2013}', '\u{2014}']);
        let fits = is_number(number) && !title.is_empty();
        return fits.then(|| Numbered {
            number: number.to_owned(),
            kind: Some(kind),
            title,
        });
    }
    let bare = first.trim_end_matches(['.', ')', ':', '-']);
    let has_mark = bare.len() < first.len()
        || rest
            .trim_start()
            .starts_with(['-', '\u{2013}', '\u{2014}', ':']);
    let title = rest
        .trim_start()
        .trim_start_matches(['-', '\u{2013}', '\u{2014}', ':'])
        .trim_start();
    let fits = if bare.starts_with(|c: char| c.is_ascii_digit()) {
        is_number(bare) && (has_mark || numbered && bare.contains('.')) && bare.len() < 10
    } else {
        is_id(bare)
    };
    (fits && !title.is_empty()).then(|| Numbered {
        number: bare.to_owned(),
        kind: None,
        title,
    })
}

fn is_number(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit())
    };
    text.split('.').all(is_part)
}

/// `G1`, `A-3`, `S1.2`: up to three capital letters and a number.
pub(in crate::exchange::import) fn is_id(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = text.len() - rest.len();
    (1..=3).contains(&letters) && is_number(rest.strip_prefix('-').unwrap_or(rest))
}

/// The digits of a number or id: `1.2` of `S1.2`.
pub(in crate::exchange::import) fn digits(number: &str) -> &str {
    number
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .trim_end_matches('.')
}

/// How deep a number stands: `1.2.3` is 2.
pub(in crate::exchange::import) fn depth(number: &str) -> usize {
    digits(number).matches('.').count()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn numbers_are_split_from_titles() {
        for (text, number, title) in [
            ("1.2.3 Paint", "1.2.3", "Paint"),
            ("1. Paint", "1", "Paint"),
            ("Goal 1: Paint", "1", "Paint"),
            ("G1 Paint", "G1", "Paint"),
            ("A-3: Paint it", "A-3", "Paint it"),
            ("S1.2 \u{2013} Paint", "S1.2", "Paint"),
        ] {
            let found = split(text, true).expect(text);
            assert_eq!((found.number.as_str(), found.title), (number, title));
        }
        for text in [
            "3 new parks",
            "2026 budget",
            "Paint",
            "Goal setting for all",
            "1.5 million trees",
        ] {
            assert_eq!(split(text, false), None, "{text}");
        }
    }
}
