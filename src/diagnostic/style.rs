//! How findings are shown on a screen, and what must not reach it.

/// What the text formats take from their surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// Whether to use colour.
    pub color: bool,
    /// What to put before each path, so that it works from the current folder:
    /// `sample-plan/`.
    pub prefix: String,
    /// The columns of the screen.
    pub width: usize,
}

impl Default for Style {
    /// Plain text, paths as they are, 100 columns.
    fn default() -> Self {
        Self {
            color: false,
            prefix: String::new(),
            width: 100,
        }
    }
}

/// A text on one line, without characters that a screen would obey.
pub(super) fn one_line(text: &str) -> String {
    let chars = shown(text).map(|(_, c)| c).filter(|c| *c != '\r');
    let flat = |c| if matches!(c, '\n' | '\t') { ' ' } else { c };
    chars.map(flat).collect()
}

/// A text whose lines stay, without other characters that a screen would obey.
pub fn lines(text: &str) -> String {
    shown(text).map(|(_, c)| c).collect()
}

/// The characters of a text as they may be shown, with the byte at which each
/// begins; tabs and ends of lines stay.
pub(super) fn shown(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, c) = chars.next()?;
        let end = c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n');
        let stays = end || matches!(c, '\n' | '\t');
        Some((at, if stays { c } else { harmless(c) }))
    })
}

/// A picture in place of a control character, and a replacement character for
/// one that turns the direction of what follows or ends the line.
fn harmless(c: char) -> char {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{lines, one_line};

    #[test]
    fn a_screen_obeys_nothing_that_a_plan_says() {
        let evil = "a\x1b[31m\u{9b}2J\x07\u{202e}\r\n\tb\rc\u{2028}\x7f";
        assert_eq!(lines(evil), "a␛[31m\u{fffd}2J␇\u{fffd}\r\n\tb␍c\u{fffd}␡");
        assert_eq!(one_line(evil), "a␛[31m\u{fffd}2J␇\u{fffd}  b␍c\u{fffd}␡");
        assert_eq!(one_line("größer 計画 👍🏽"), "größer 計画 👍🏽");
    }
}
