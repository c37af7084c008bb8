//! S012 merge-conflict-markers: lines that a version control system left.

use std::ops::Range;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, Span, code};
use crate::document;
use crate::source::Source;

pub(super) const RULE: Rule = Rule {
    code: &code::MERGE_CONFLICT_MARKERS,
    finds: "Lines that begin with `<<<<<<<` or `>>>>>>>`, with the line of `=======` between them: \
            in texts, settings and readings, but not in blocks of code.",
    why: "Two people changed the same lines, and nobody has decided yet which version counts. The \
          site would show both, one after the other.",
    bad: &[(
        "actions/a1.md",
        "# Open a second counter\n\
         \n\
         <<<<<<< HEAD\n\
         It opens in March.\n\
         =======\n\
         It opens in May.\n\
         >>>>>>> opening-hours\n",
    )],
    good: &[(
        "actions/a1.md",
        "# Open a second counter\n\nIt opens in May.\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

const OURS: &str = "<<<<<<< ";
const BETWEEN: &str = "=======";
const THEIRS: &str = ">>>>>>> ";

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for source in &subject.sources.sources {
        if source.text.contains(OURS) || source.text.contains(THEIRS) {
            for found in conflicts(source) {
                findings.add(found);
            }
        }
    }
}

/// One finding for each conflict, and for each line that is left of one.
fn conflicts(source: &Source) -> Vec<Diagnostic> {
    let code = document::code(&source.text);
    let mut found = Vec::new();
    let mut open: Option<Diagnostic> = None;
    for (line, range) in lines(&source.text) {
        let span = Span::new(source.id, range.start, range.end);
        if code.hold(&range) {
            continue;
        }
        if line.starts_with(OURS) {
            found.extend(open.replace(conflict(span)));
        } else if line == BETWEEN {
            open = open.map(|open| open.also(span, "the other begins here"));
        } else if line.starts_with(THEIRS) {
            found.push(match open.take() {
                Some(open) => open.also(span, "and ends here"),
                None => left(span),
            });
        }
    }
    found.extend(open);
    found
}

fn conflict(span: Span) -> Diagnostic {
    let message = "two versions of the text stand side by side";
    Diagnostic::new(&code::MERGE_CONFLICT_MARKERS, message)
        .at(span, "one version begins here")
        .help("keep what is right of both, and delete the lines of markers")
}

fn left(span: Span) -> Diagnostic {
    Diagnostic::new(
        &code::MERGE_CONFLICT_MARKERS,
        "a line is left over from a merge",
    )
    .at(span, "another version ended here")
    .help("delete it, and see whether what stands above it is right")
}

fn lines(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |whole| {
        let line = whole.trim_end_matches(['\n', '\r']);
        let range = start..start + line.len();
        start += whole.len();
        (line, range)
    })
}
