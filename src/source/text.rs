//! From bytes to text, with what was wrong with them.

use std::ops::Range;

/// Bytes as text, as far as they are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    pub problem: Option<Problem>,
}

/// Why bytes are not text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// What is wrong with the file, as a clause after its name.
    pub message: &'static str,
    pub label: &'static str,
    pub help: &'static str,
    /// Where, in the text.
    pub place: Range<usize>,
}

const REPLACEMENT: &str = "\u{fffd}";
const SAVE_AS_UTF8: &str = "save the file with the encoding UTF-8";

/// Reads bytes as UTF-8. What is not is replaced by U+FFFD, which moves
/// nothing before it; a file that is not text at all is read as empty.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return nothing("is UTF-16, not UTF-8", SAVE_AS_UTF8);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let invalid = std::str::from_utf8(bytes).err();
    let nul = bytes.iter().position(|byte| *byte == 0);
    if invalid.is_some() && nul.is_some() {
        return nothing("is not a text file", "give it the ending of what it is");
    }
    let text = String::from_utf8_lossy(bytes).replace('\0', REPLACEMENT);
    let problem = match (invalid, nul) {
        (Some(error), _) => Some(Problem {
            message: "is not UTF-8",
            label: "this is not UTF-8",
            help: SAVE_AS_UTF8,
            place: replaced(error.valid_up_to()),
        }),
        (_, Some(at)) => Some(Problem {
            message: "holds a NUL character",
            label: "a NUL character stands here",
            help: "remove it",
            place: replaced(at),
        }),
        _ => None,
    };
    Decoded { text, problem }
}

fn replaced(at: usize) -> Range<usize> {
    at..at + REPLACEMENT.len()
}

fn nothing(message: &'static str, help: &'static str) -> Decoded {
    Decoded {
        text: String::new(),
        problem: Some(Problem {
            message,
            label: "",
            help,
            place: 0..0,
        }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop, proptest};

    use super::decode;

    #[track_caller]
    fn wrong_at(bytes: &[u8], text: &str, at: usize) {
        let decoded = decode(bytes);
        assert_eq!(decoded.text, text);
        let place = decoded.problem.expect("something is wrong").place;
        assert_eq!(place.start, at);
        assert_eq!(&decoded.text[place], "\u{fffd}");
    }

    #[test]
    fn text_is_read_as_it_is() {
        assert_eq!(decode("é\r\n".as_bytes()).text, "é\r\n");
        assert_eq!(decode(b"").problem, None);
    }

    #[test]
    fn the_first_byte_that_is_no_text_is_pointed_at() {
        wrong_at(b"caf\xe9 \xe9", "caf\u{fffd} \u{fffd}", 3);
        wrong_at(b"\xef\xbb\xbfa\xff", "a\u{fffd}", 1);
        wrong_at(b"\xc3", "\u{fffd}", 0);
        wrong_at("é\0b".as_bytes(), "é\u{fffd}b", 2);
    }

    #[test]
    fn what_is_no_text_at_all_is_read_as_empty() {
        for (bytes, message) in [
            (&b"\xff\xfea\0"[..], "is UTF-16, not UTF-8"),
            (b"\xfe\xff\0a", "is UTF-16, not UTF-8"),
            (b"\x89PNG\0\xff", "is not a text file"),
        ] {
            let decoded = decode(bytes);
            assert_eq!(decoded.text, "");
            assert_eq!(
                decoded.problem.expect("something is wrong").message,
                message
            );
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..99)) {
            let decoded = decode(&bytes);
            if let Some(problem) = decoded.problem {
                assert!(decoded.text.get(problem.place).is_some());
            } else {
                assert!(bytes.ends_with(decoded.text.as_bytes()));
            }
        }
    }
}
