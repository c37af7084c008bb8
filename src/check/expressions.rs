//! What is wrong with expressions, as findings that point into them.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Files, Span, code};
use crate::query::{Facts, Failed, Fault};
use crate::value::Spanned;

use super::Subject;

impl<'a> Subject<'a> {
    /// What expressions are asked of.
    pub fn facts(self) -> Facts<'a> {
        Facts {
            plan: self.plan,
            trace: self.trace,
            config: self.config,
            today: self.today,
        }
    }
}

/// The finding that an expression cannot be understood.
pub(super) fn bad(subject: Subject<'_>, text: &Spanned<String>, fault: Fault) -> Diagnostic {
    let at = part(subject, text, fault.at);
    Diagnostic::new(&code::BAD_EXPRESSION, fault.message)
        .at(at, "")
        .maybe_help(fault.help)
}

/// The finding that an expression cannot be worked out for some items.
/// `what` is whose expression it is.
pub(super) fn failing(
    subject: Subject<'_>,
    what: &str,
    span: Span,
    (at, failure, number): Failed,
) -> Diagnostic {
    let item = &subject.plan[at];
    let more = match number {
        1 => String::new(),
        2 => ", nor for another item".to_owned(),
        number => format!(", nor for {} other items", number - 1),
    };
    let message = format!(
        "{what} cannot be worked out for {}, where {}{more}",
        item.id, failure.message
    );
    Diagnostic::new(&code::FAILING_EXPRESSION, message)
        .at(span, "")
        .also(item.place, "for example here")
        .maybe_help(failure.help)
}

/// Where part of a value stands, which is written with quotes, escapes,
/// indents and line breaks that are not part of it.
pub(super) fn part(subject: Subject<'_>, value: &Spanned<String>, at: Range<usize>) -> Span {
    let span = value.span;
    let written = &subject.sources.text(span.source)[span.range()];
    let found = within(written, value, at);
    found.map_or(span, |at| span.part(at.start, at.end))
}

/// The part of what was written that was read as part of a value.
fn within(written: &str, read: &str, at: Range<usize>) -> Option<Range<usize>> {
    let mark = written.starts_with(['"', '\'', '|', '>']);
    let mut letters = written.char_indices().skip(usize::from(mark));
    let (mut start, mut end) = (None, 0);
    for (byte, c) in read.char_indices() {
        if c.is_whitespace() {
            continue;
        }
        let (place, _) = letters.find(|(_, letter)| *letter == c)?;
        if byte >= at.start && byte < at.end {
            start.get_or_insert(place);
            end = place + c.len_utf8();
        }
    }
    start.map(|start| start..end)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_part_is_found_in_what_was_written() {
        for (written, read, part) in [
            ("a == 'x' && b", "a == 'x' && b", "b"),
            ("\"a == \\\"x\\\" && b\"", "a == \"x\" && b", "&& b"),
            ("'''\na ==\n  c'''", "a ==\n  c", "c"),
            ("|\n    a ==\n    ü.c\n", "a ==\nü.c\n", "ü.c"),
            ("'''x'' == b'", "'x' == b", "b"),
        ] {
            let at = read.find(part).expect("it is there");
            let found = within(written, read, at..at + part.len());
            assert_eq!(found.map(|at| &written[at]), Some(part), "{written}");
        }
    }
}
