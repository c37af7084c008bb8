//! Syntax errors in words that an author can use.

use std::ops::Range;

use cel::ParseErrors;

use super::compile::Fault;

/// What the parser's errors say, as one fault: the first.
pub(super) fn of_syntax(text: &str, errors: &ParseErrors) -> Fault {
    let placed = errors.errors.iter().filter(|error| error.pos.1 > 0);
    let mut placed = placed.filter(|error| !error.msg.starts_with("Incomplete"));
    let Some(first) = placed.next() else {
        let help = "write it flatter, or split it into several";
        return Fault::new("the expression cannot be read", 0..text.len()).help(help);
    };
    let start = place(text, first.pos);
    let message = first.msg.trim_start_matches("Syntax error: ");
    let (message, help, length) = in_words(message, &text[start..]);
    let end = start + length.min(text.len() - start);
    Fault::new(message, widened(text, start..end)).maybe_help(help.map(str::to_owned))
}

/// The byte at a line and column, both counted from 1, in letters.
fn place(text: &str, (line, column): (isize, isize)) -> usize {
    let line = usize::try_from(line - 1).unwrap_or(0);
    let column = usize::try_from(column - 1).unwrap_or(0);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = &text[start..];
    let within = rest.char_indices().nth(column);
    start + within.map_or(rest.len(), |(at, _)| at)
}

/// A place to point at: at the end of the text, its last letter.
fn widened(text: &str, at: Range<usize>) -> Range<usize> {
    if !at.is_empty() {
        return at;
    }
    let end = text.trim_end().len();
    let last = text[..end].char_indices().next_back();
    last.map_or(0..text.len(), |(start, _)| start..end)
}

/// A message, how to mend it, and how many bytes are at fault.
fn in_words(message: &str, rest: &str) -> (String, Option<&'static str>, usize) {
    if message.contains("has() macro") {
        let help = "name a field, as in `has(item.budget)`";
        return (
            "`has` asks for a field".to_owned(),
            Some(help),
            word(rest).len(),
        );
    }
    if message.starts_with("token recognition error") {
        return unknown_token(rest);
    }
    if message.contains("'<EOF>' expecting") || rest.is_empty() {
        return ("the expression ends too early".to_owned(), None, 0);
    }
    if let Some(missing) = message.strip_prefix("missing ") {
        let missing = missing.split(" at ").next().unwrap_or_default();
        let message = format!("here {} is missing", missing.replace('\'', "`"));
        return (message, None, word(rest).len());
    }
    let word = word(rest);
    let help = match word.to_ascii_lowercase().as_str() {
        "and" => Some("write `&&`"),
        "or" => Some("write `||`"),
        "not" => Some("write `!` before what is not to be"),
        "is" => Some("write `==` to compare"),
        _ => None,
    };
    (format!("`{word}` does not fit here"), help, word.len())
}

fn unknown_token(rest: &str) -> (String, Option<&'static str>, usize) {
    let first = rest.chars().next().unwrap_or(' ');
    let help = match first {
        '"' | '\'' => {
            let message = "the quotes that open here are never closed";
            return (message.to_owned(), None, rest.trim_end().len());
        }
        '=' => Some("write `==` to compare"),
        '&' => Some("write `&&` for and"),
        '|' => Some("write `||` for or"),
        '\u{2018}'..='\u{201f}' => Some("use straight quotes"),
        c if c.is_alphabetic() => Some("put words in quotes"),
        _ => None,
    };
    (
        format!("`{first}` means nothing here"),
        help,
        first.len_utf8(),
    )
}

/// The word or sign that a text begins with.
fn word(rest: &str) -> &str {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
    match end {
        0 => &rest[..rest.chars().next().map_or(0, char::len_utf8)],
        end => &rest[..end],
    }
}
