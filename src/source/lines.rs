//! From a byte to its line and column.

/// The byte at which each line starts. Lines end with `\n` or `\r\n`.
pub(super) fn starts(text: &str) -> Vec<u32> {
    let after_breaks = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
    std::iter::once(0).chain(after_breaks).collect()
}

/// Line and column of a byte, both from 1; the column counts characters.
pub(super) fn position(starts: &[u32], text: &str, byte: usize) -> (usize, usize) {
    let byte = text.floor_char_boundary(byte.min(text.len()));
    let line = starts.partition_point(|start| *start as usize <= byte);
    let before = &text[starts[line - 1] as usize..byte];
    (line, before.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::{position, starts};

    #[track_caller]
    fn at(text: &str, byte: usize, expected: (usize, usize)) {
        assert_eq!(position(&starts(text), text, byte), expected);
    }

    #[test]
    fn columns_count_characters_and_not_bytes() {
        at("é: ü\nb", 0, (1, 1));
        at("é: ü\nb", 2, (1, 2));
        at("é: ü\nb", 7, (2, 1));
    }

    #[test]
    fn both_kinds_of_line_break_end_a_line() {
        at("a\r\nb\nc", 1, (1, 2));
        at("a\r\nb\nc", 3, (2, 1));
        at("a\r\nb\nc", 5, (3, 1));
    }

    #[test]
    fn the_end_and_what_lies_past_it_is_the_last_place() {
        at("", 0, (1, 1));
        at("ab", 2, (1, 3));
        at("ab\n", 99, (2, 1));
        at("é", 1, (1, 1));
    }
}
