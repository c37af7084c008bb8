//! The parts of the sources that a finding shows, cut to the screen.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

use super::style::{lines, one_line, shown};
use super::{Diagnostic, Files, Label, SourceId};

/// Labels of one file that can be shown side by side.
pub(super) struct Excerpt<'a> {
    source: SourceId,
    marks: Vec<Mark<'a>>,
}

/// A label with what of its span is shown.
struct Mark<'a> {
    kind: AnnotationKind,
    text: &'a str,
    /// Bytes of the file.
    bytes: Range<usize>,
    /// Columns of the screen, at least.
    columns: Range<usize>,
}

/// One label alone.
pub(super) fn alone<'a>(label: &'a Label, files: &dyn Files, columns: usize) -> Excerpt<'a> {
    let mark = Mark::new(
        AnnotationKind::Primary,
        label,
        files.text(label.span.source),
        columns,
    );
    Excerpt {
        source: label.span.source,
        marks: vec![mark],
    }
}

/// The labels, the primary one first; those of one file are together unless
/// they are so far apart on long lines that a screen cannot show both.
pub(super) fn excerpts<'a>(
    finding: &'a Diagnostic,
    files: &dyn Files,
    columns: usize,
) -> Vec<Excerpt<'a>> {
    let primary = finding.primary.iter().map(|l| (AnnotationKind::Primary, l));
    let secondary = finding
        .secondary
        .iter()
        .map(|l| (AnnotationKind::Context, l));
    let mut excerpts: Vec<Excerpt<'a>> = Vec::new();
    for (kind, label) in primary.chain(secondary) {
        let source = label.span.source;
        let mark = Mark::new(kind, label, files.text(source), columns);
        let near = excerpts
            .iter_mut()
            .find(|excerpt| excerpt.source == source && excerpt.has_room(&mark, columns));
        match near {
            Some(excerpt) => excerpt.marks.push(mark),
            None => excerpts.push(Excerpt {
                source,
                marks: vec![mark],
            }),
        }
    }
    excerpts
}

impl<'a> Mark<'a> {
    /// Cuts a label's span to what a screen can show: whole if both its ends
    /// are on it, else as much as possible of its first line.
    fn new(kind: AnnotationKind, label: &'a Label, text: &str, columns: usize) -> Self {
        let start = text.floor_char_boundary(label.span.start());
        let end = text.floor_char_boundary(label.span.end()).max(start);
        let end = start + text[start..end].trim_end_matches(['\r', '\n']).len();
        let left = width(&text[line_start(text, start)..start]);
        let right = width(&text[line_start(text, end)..end]);
        let mut mark = Self {
            kind,
            text: &label.text,
            bytes: start..end,
            columns: left.min(right)..left.max(right),
        };
        let several = line_start(text, end) > start;
        if !several || left.max(right) > columns {
            let line = &text[start..end.min(line_end(text, start))];
            let line = &line[..fitting(line, columns)];
            mark.bytes = start..start + line.len();
            mark.columns = left..left + width(line);
        }
        mark
    }
}

impl<'a> Excerpt<'a> {
    fn has_room(&self, mark: &Mark<'_>, columns: usize) -> bool {
        let all = || self.marks.iter().chain([mark]).map(|mark| &mark.columns);
        let left = all().map(|columns| columns.start).min();
        let right = all().map(|columns| columns.end).max();
        right.unwrap_or(0) - left.unwrap_or(0) <= columns
    }

    /// The lines that are marked, as they may be shown.
    pub(super) fn snippet(&self, prefix: &str, files: &dyn Files) -> Snippet<'a, Annotation<'a>> {
        let text = files.text(self.source);
        let marks = || self.marks.iter().map(|mark| &mark.bytes);
        let start = line_start(text, marks().map(|bytes| bytes.start).min().unwrap_or(0));
        let end = line_end(text, marks().map(|bytes| bytes.end).max().unwrap_or(0));
        let text = &text[start..end];
        let place = |byte: usize| {
            let before = shown(text).take_while(|(at, _)| *at < byte - start);
            before.map(|(_, c)| c.len_utf8()).sum::<usize>()
        };
        let mut source = lines(text);
        if source.ends_with('\n') {
            // Else the last line, which is empty, would not count as one.
            source.push('\n');
        }
        let annotations = self.marks.iter().map(|mark| {
            let span = place(mark.bytes.start)..place(mark.bytes.end);
            let label = (!mark.text.is_empty()).then(|| one_line(mark.text));
            mark.kind.span(span).label(label)
        });
        Snippet::source(source)
            .path(one_line(&format!("{prefix}{}", files.path(self.source))))
            .line_start(files.position(self.source, start).0)
            .annotations(annotations)
    }
}

fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |at| at + 1)
}

/// The end of a line, before its line break.
fn line_end(text: &str, byte: usize) -> usize {
    let end = text[byte..].find('\n').map_or(text.len(), |at| byte + at);
    let cr = end > byte && text[..end].ends_with('\r') && end < text.len();
    end - usize::from(cr)
}

/// The columns of a text, rather too many than too few.
fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> usize {
    match c {
        '\t' => 4,
        ' '..='~' => 1,
        _ => 2,
    }
}

/// The length of the longest start of a text that fits into so many columns.
fn fitting(text: &str, columns: usize) -> usize {
    let mut room = columns;
    let beyond = |(at, c): (usize, char)| match room.checked_sub(char_width(c)) {
        Some(rest) => {
            room = rest;
            None
        }
        None => Some(at),
    };
    text.char_indices().find_map(beyond).unwrap_or(text.len())
}
