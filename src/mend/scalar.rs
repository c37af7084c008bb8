//! Words within front matter, settings and tables: where they stand, and how
//! they have to be written.

use crate::diagnostic::Span;
use crate::source::Source;

/// The syntax of a file's front matter, or of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// Between lines of `---`; also where there is no front matter yet.
    Yaml,
    /// Between lines of `+++`.
    Toml,
    /// Between lines of `;;;`.
    Json,
}

impl Notation {
    /// That of a Markdown file.
    pub fn of(source: &Source) -> Self {
        match source.text.get(..3) {
            Some("+++") => Self::Toml,
            Some(";;;") => Self::Json,
            _ => Self::Yaml,
        }
    }

    /// A word of letters, digits, `.`, `-` and `_` as it has to be written.
    pub fn word(self, word: &str) -> String {
        let reads_back = word.starts_with(char::is_alphanumeric)
            && !word.eq_ignore_ascii_case("null")
            && !word.ends_with(':');
        if self == Self::Yaml && reads_back {
            word.to_owned()
        } else {
            format!("\"{word}\"")
        }
    }

    /// A day as it has to be written.
    pub fn day(self, day: &str) -> String {
        match self {
            Self::Yaml | Self::Toml => day.to_owned(),
            Self::Json => format!("\"{day}\""),
        }
    }
}

/// Where the words of a scalar stand, without its quotes, if that scalar
/// stands in the file as it reads: without escapes, folds and aliases.
pub fn words_within(source: &Source, scalar: Span, reads: &str) -> Option<Span> {
    let written = source.text.get(scalar.start()..scalar.end())?;
    if written == reads {
        return Some(scalar);
    }
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = written.strip_prefix(quote)?.strip_suffix(quote)?;
    let start = inner.len() - inner.trim_start().len() + 1;
    (inner.trim() == reads).then(|| scalar.part(start, start + reads.len()))
}

#[cfg(test)]
mod tests {
    use super::{Notation, words_within};
    use crate::diagnostic::{SourceId, Span};
    use crate::source::SourceSet;

    #[track_caller]
    fn within(text: &str, reads: &str, expected: Option<&str>) {
        let set = SourceSet::in_memory([("a.md", text)]);
        let span = Span::new(SourceId(0), 0, text.len());
        let found = words_within(&set.sources[0], span, reads);
        assert_eq!(found.map(|span| &text[span.range()]), expected);
    }

    #[test]
    fn quotes_stay_around_the_words() {
        within("S1", "S1", Some("S1"));
        within("\"S1\"", "S1", Some("S1"));
        within("' S1 '", "S1", Some("S1"));
        within("\"\\x53\\x31\"", "S1", None);
        within("*a", "S1", None);
        within("\"", "", None);
    }

    #[test]
    fn words_are_quoted_where_they_would_not_read_back() {
        assert_eq!(Notation::Yaml.word("S1"), "S1");
        assert_eq!(Notation::Yaml.word("null"), "\"null\"");
        assert_eq!(Notation::Yaml.word("-"), "\"-\"");
        assert_eq!(Notation::Toml.word("S1"), "\"S1\"");
        assert_eq!(Notation::Toml.day("2026-11-23"), "2026-11-23");
    }
}
