//! Words in a drawing: how wide they are, and where their lines break.
//!
//! A drawing is made without a browser, so widths are those of a wide system
//! face; narrower faces leave a little room.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The width of a text in units, set at a size.
pub(in crate::site) fn width(text: &str, size: f64) -> f64 {
    text.graphemes(true).map(advance).sum::<f64>() * size
}

/// How far a character moves the pen, in ems.
fn advance(grapheme: &str) -> f64 {
    match grapheme.chars().next() {
        None => 0.0,
        Some('i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | '\u{a0}') => {
            0.29
        }
        Some('f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '-' | '/' | '"') => 0.4,
        Some('m' | 'M' | 'W' | '@' | '%' | '—' | '…') => 0.95,
        Some('w') => 0.8,
        Some(c) if c.is_ascii_lowercase() || c.is_ascii_digit() => 0.585,
        Some(c) if c.is_ascii_uppercase() => 0.69,
        Some(_) => match grapheme.width() {
            0 => 0.0,
            1 => 0.64,
            _ => 1.05,
        },
    }
}

/// The lines of a text, none wider than a width; what does not go into so
/// many lines ends with an ellipsis.
pub(in crate::site) fn wrap(text: &str, size: f64, room: f64, lines: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&longer, size) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            all.push(std::mem::take(&mut line));
        }
        for piece in pieces(word, size, room) {
            if !line.is_empty() {
                all.push(std::mem::take(&mut line));
            }
            line = piece;
        }
        if all.len() > lines {
            break;
        }
    }
    if !line.is_empty() {
        all.push(line);
    }
    if all.len() > lines {
        all.truncate(lines);
        if let Some(last) = all.last_mut() {
            *last = shortened(last, size, room);
        }
    }
    all
}

/// A word in pieces that are no wider than a width, or a character each.
fn pieces(word: &str, size: f64, room: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0.0;
    for grapheme in word.graphemes(true) {
        let wide = width(grapheme, size);
        if used + wide > room && used > 0.0 {
            pieces.push(String::new());
            used = 0.0;
        }
        used += wide;
        pieces.last_mut().expect("never empty").push_str(grapheme);
    }
    pieces
}

/// A text with an ellipsis at its end, shortened to make room for it.
fn shortened(text: &str, size: f64, room: f64) -> String {
    let mut kept = text.trim_end();
    while width(kept, size) + width("…", size) > room {
        let Some((at, _)) = kept.grapheme_indices(true).next_back() else {
            break;
        };
        kept = kept[..at].trim_end();
    }
    format!("{}…", kept.trim_end_matches([',', ';', ':', '.', '-']))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{width, wrap};

    #[test]
    fn words_go_where_there_is_room() {
        let lines = wrap("A library within reach of everyone", 10.0, 100.0, 3);
        assert_eq!(lines, ["A library within", "reach of everyone"]);
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis() {
        let lines = wrap("A library within reach of everyone", 10.0, 100.0, 1);
        assert_eq!(lines, ["A library within…"]);
        let lines = wrap("Donaudampfschifffahrtsgesellschaft", 10.0, 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in "\\PC{0,80}", room in 30.0..300.0, most in 1usize..5) {
            let lines = wrap(&text, 12.0, room, most);
            prop_assert!(lines.len() <= most);
            for line in lines {
                prop_assert!(width(&line, 12.0) <= room + 1e-9, "{line:?}");
            }
        }
    }
}
