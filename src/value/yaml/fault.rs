//! From the parser's errors to findings that say how to mend them.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Diagnostic, Span, code};

use super::{Fault, Place};

/// What a person is told: a message, the words beside the carets, the place,
/// and how to mend it.
struct Told {
    message: String,
    label: &'static str,
    place: Range<usize>,
    help: String,
}

/// A limit was passed: there is nothing more to read.
pub(super) fn limit(message: &str, span: Span) -> Fault {
    Fault {
        diagnostic: Box::new(Diagnostic::new(&code::INVALID_FRONT_MATTER, message).at(span, "")),
        lines: None,
    }
}

/// A syntax error. `flow` is where the outermost list or table in brackets
/// that is still open starts.
pub(super) fn syntax(
    error: &ScanError,
    text: &str,
    place: Place<'_>,
    flow: Option<usize>,
) -> Fault {
    let at = error.marker().byte_offset().unwrap_or(text.len());
    let at = text.floor_char_boundary(at);
    let told = tab(error.kind(), text, at).unwrap_or_else(|| told(error.kind(), text, at, flow));
    let start = line_of(text, flow.unwrap_or(told.place.start).min(told.place.start)).start;
    let lines = match error.kind() {
        _ if text.trim_start().starts_with(['{', '[']) => None,
        ErrorKind::RecursionLimitExceeded | ErrorKind::DirectiveDisallowed => None,
        ErrorKind::UnclosedQuotedScalar => Some(line_of(text, start)),
        _ => Some(block_of(text, start)),
    };
    let diagnostic = Diagnostic::new(&code::INVALID_FRONT_MATTER, told.message)
        .at(place.span(told.place), told.label)
        .help(told.help);
    Fault {
        diagnostic: Box::new(diagnostic),
        lines,
    }
}

fn told(kind: &ErrorKind, text: &str, at: usize, flow: Option<usize>) -> Told {
    let (message, label, help) = match kind {
        ErrorKind::MappingValueNotAllowed => return colon(text, at),
        ErrorKind::UnclosedFlowCollection { open } => return unclosed(text, at, *open),
        ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => match flow {
            Some(start) if text[start..at].contains('\n') => {
                let open = text[start..].chars().next().unwrap_or('[');
                return unclosed(text, start, open);
            }
            _ => (
                "a list in brackets is not well-formed".to_owned(),
                "",
                BETWEEN_COMMAS,
            ),
        },
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => (
            "this quote is never closed".to_owned(),
            "opened here",
            CLOSE_QUOTE,
        ),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            return Told {
                message: format!("`{open}` is closed with `{close}`"),
                label: "opened here",
                place: at..at + open.len_utf8(),
                help: MATCH_BRACKETS.to_owned(),
            };
        }
        ErrorKind::MisplacedFlowCollectionEnd => (
            format!("`{}` closes nothing", word(text, at)),
            "",
            MATCH_BRACKETS,
        ),
        ErrorKind::UnknownAnchor => {
            let message = format!("`{}` is read as a YAML alias of nothing", word(text, at));
            (message, "", QUOTE_IT)
        }
        ErrorKind::UnexpectedCharacter { character } => (
            format!("a value cannot start with `{character}`"),
            "",
            QUOTE_IT,
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("text follows the closing quote".to_owned(), "", QUOTE_ALL)
        }
        ErrorKind::UnknownQuotedScalarEscape => (
            "a backslash in this text means nothing".to_owned(),
            "",
            BACKSLASH,
        ),
        ErrorKind::BlockSequenceEntryNotAllowed => {
            ("a list cannot start here".to_owned(), "", LIST_BELOW)
        }
        ErrorKind::SimpleKeyExpected
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedDocumentStart => return no_field(text, at),
        ErrorKind::RecursionLimitExceeded => {
            ("values nest too deep".to_owned(), "", "write it flatter")
        }
        other => (
            other.to_string(),
            "",
            "see whether indentation, quotes and brackets are right",
        ),
    };
    Told {
        message,
        label,
        place: at..at + word(text, at).len(),
        help: help.to_owned(),
    }
}

const BETWEEN_COMMAS: &str =
    "put commas between the values, and quotes around a value with `: ` or brackets in it";
const CLOSE_QUOTE: &str =
    "close it; a quote inside the text is written `\\\"` in double quotes and `''` in single ones";
const MATCH_BRACKETS: &str = "let each `[` end with `]` and each `{` with `}`";
const QUOTE_IT: &str = "put quotes around the value";
const QUOTE_ALL: &str =
    "put the whole value in quotes; inside double quotes, a quote is written `\\\"`";
const BACKSLASH: &str = "write `\\\\` for a backslash, or put the text in single quotes";
const LIST_BELOW: &str =
    "put each `- ` on a line of its own below the name, or the values in brackets: `[a, b]`";

/// Tabs look like spaces and are never indentation in YAML: whatever the
/// parser says, that is the fault.
fn tab(kind: &ErrorKind, text: &str, at: usize) -> Option<Told> {
    let about_tabs = matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
    );
    let own = line_of(text, at);
    let until = if about_tabs { text.len() } else { own.end };
    let mut start = own.start;
    for line in text[start..until].split_inclusive('\n') {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line[..indentation].contains('\t') && !line.trim().is_empty() {
            return Some(Told {
                message: "a tab is not indentation in YAML".to_owned(),
                label: "a tab",
                place: start..start + indentation,
                help: "YAML is indented with spaces: put two spaces in place of the tab".to_owned(),
            });
        }
        start += line.len();
    }
    None
}

/// `title: Foo: bar`, or a line that is indented too far.
fn colon(text: &str, at: usize) -> Told {
    let line = line_of(text, at);
    let start = value_start(text, &line).filter(|start| *start < at);
    let Some(start) = start else {
        return Told {
            message: "a field cannot start here".to_owned(),
            label: "",
            place: at..at + 1,
            help: "start it below the start of the field before it, \
                   and put quotes around a value that goes over several lines"
                .to_owned(),
        };
    };
    let value = text[start..line.end].trim_end();
    let quoted = if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    };
    Told {
        message: "a value with `: ` in it needs quotes".to_owned(),
        label: "this value",
        place: start..start + value.len(),
        help: format!("put quotes around it: {quoted}"),
    }
}

fn unclosed(text: &str, at: usize, open: char) -> Told {
    let close = if open == '{' { '}' } else { ']' };
    Told {
        message: format!("`{open}` is never closed"),
        label: "opened here",
        place: at..at + word(text, at).chars().next().map_or(0, char::len_utf8),
        help: format!("put `{close}` after the last value"),
    }
}

/// A line that is not a field.
fn no_field(text: &str, at: usize) -> Told {
    let line = line_of(text, at);
    let words = text[at..line.end].trim_end();
    let help = match words.split_once(':') {
        Some((name, rest)) if !name.contains(' ') && !rest.starts_with(' ') => {
            "put a space after the colon"
        }
        _ if words.starts_with("- ") => "indent the items of a list alike",
        _ => "write each field as `name: value`; text below the front matter follows a line `---`",
    };
    Told {
        message: "expected a field".to_owned(),
        label: "this is not `name: value`",
        place: at..at + words.len(),
        help: help.to_owned(),
    }
}

/// Where the value of a line `name: value` or `- name: value` starts.
fn value_start(text: &str, line: &Range<usize>) -> Option<usize> {
    let after = line.start + text[line.clone()].find(": ")? + 2;
    let blanks = text[after..line.end].len() - text[after..line.end].trim_start().len();
    Some(after + blanks)
}

/// What stands at a byte up to the next blank.
fn word(text: &str, at: usize) -> &str {
    text[at..]
        .split(char::is_whitespace)
        .next()
        .unwrap_or_default()
}

/// The line that a byte is in, its break left out.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length);
    start..end
}

/// The line that starts at a byte and those that belong to it: deeper ones,
/// blank ones, and ones that only close its brackets. After a tab, all lines
/// with tabs.
fn block_of(text: &str, start: usize) -> Range<usize> {
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let (depth, has_tab) = indentation(first);
    let mut end = start + first.len();
    for line in lines {
        let (deeper, tab) = indentation(line);
        let words = line.trim();
        let closes = !words.is_empty() && words.chars().all(|c| matches!(c, ']' | '}' | ','));
        if !(deeper > depth || words.is_empty() || closes || (has_tab && tab)) {
            break;
        }
        end += line.len();
    }
    start..end
}

fn indentation(line: &str) -> (usize, bool) {
    let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
    (blanks, line[..blanks].contains('\t'))
}
