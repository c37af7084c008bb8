//! Words of one direction within a text of the other.
//!
//! Between marks that isolate them, letters from left to right do not carry
//! the commas and numbers around them along. The direction is said, and not
//! left to the first letter, since a part may itself begin with an isolated
//! one.

const LEFT_TO_RIGHT: char = '\u{2066}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const END: char = '\u{2069}';

/// A part of a text from right to left, isolated where it has letters from
/// left to right. Tags and entities of HTML do not count.
pub(super) fn within_rtl(part: &str) -> Option<String> {
    let mut letters = Letters::default();
    part.chars().for_each(|c| letters.take(c));
    let start = match letters.first? {
        _ if !letters.any_ltr => return None,
        Way::Ltr => LEFT_TO_RIGHT,
        Way::Rtl => RIGHT_TO_LEFT,
    };
    Some(format!("{start}{part}{END}"))
}

#[derive(Clone, Copy)]
enum Way {
    Ltr,
    Rtl,
}

/// What was seen of a part's letters.
#[derive(Default)]
struct Letters {
    first: Option<Way>,
    any_ltr: bool,
    /// What ends the tag or entity that is being passed over.
    until: Option<char>,
}

impl Letters {
    fn take(&mut self, c: char) {
        match (self.until, c) {
            (Some(end), _) if c == end => self.until = None,
            (None, '<') => self.until = Some('>'),
            (None, '&') => self.until = Some(';'),
            (None, _) if is_rtl(c) => {
                self.first.get_or_insert(Way::Rtl);
            }
            (None, _) if c.is_alphabetic() => {
                self.any_ltr = true;
                self.first.get_or_insert(Way::Ltr);
            }
            (Some(_) | None, _) => {}
        }
    }
}

/// Letters of scripts from right to left, and the mark of that direction.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && !c.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::within_rtl;

    #[test]
    fn only_what_has_letters_from_left_to_right_is_isolated() {
        let isolated = [
            ("EUR", Some("\u{2066}EUR\u{2069}")),
            ("12 – 40 %", None),
            ("الأهداف (3)", None),
            ("الهدف G1", Some("\u{2067}الهدف G1\u{2069}")),
            ("1,140 loans", Some("\u{2066}1,140 loans\u{2069}")),
            ("<span class=\"mark\">في خطر</span> &amp; 3", None),
        ];
        for (part, expected) in isolated {
            assert_eq!(within_rtl(part).as_deref(), expected, "{part}");
        }
    }
}
