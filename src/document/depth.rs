//! Lines that begin with so many marks of quotes and lists that nobody wrote
//! them to be read.
//!
//! The Markdown parser goes through all marks that are open for each line that
//! follows, and it does so before it can be seen how deep a text nests.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Span, code};
use crate::source::Source;

/// The most marks that a line may begin with. A rule or a picture made of signs
/// has fewer.
const MOST: usize = 500;

/// The first line of a body that begins with more.
pub(super) fn beyond(source: &Source, body: Range<usize>) -> Option<Diagnostic> {
    let lines = source.text[body.clone()].split_inclusive('\n');
    let before = lines.take_while(|line| marks(line) <= MOST);
    let start = body.start + before.map(str::len).sum::<usize>();
    (start < body.end).then(|| {
        let message = format!("a line begins with more than {MOST} marks of quotes and lists");
        Diagnostic::new(&code::INVALID_VALUE, message)
            .at(
                Span::new(source.id, start, start),
                "no text of this file is read",
            )
            .help("write it flatter")
    })
}

fn marks(line: &str) -> usize {
    let signs = line.bytes().take_while(|byte| b"> -*+\t".contains(byte));
    signs.filter(|byte| !b" \t".contains(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::MOST;
    use crate::document::Document;
    use crate::source::SourceSet;

    /// What is wrong with a text in which such a line stands, and how many
    /// words of it are read.
    fn read(line: &str) -> (Vec<(usize, String)>, usize) {
        let text = format!("---\nid: A1\n---\nSome text.\n\n{line}\nx\n");
        let sources = SourceSet::in_memory([("a.md", text)]);
        let (document, problems) = Document::read(&sources.sources[0]);
        let places = problems.into_iter().filter_map(|found| {
            let at = found.primary?.span.start();
            Some((sources.sources[0].position(at).0, found.message))
        });
        (places.collect(), document.words)
    }

    #[test]
    fn rules_and_pictures_are_no_nesting() {
        for line in [
            "- - ".repeat(MOST / 2),
            format!("```\n{}\n```", ">".repeat(MOST)),
        ] {
            let (problems, words) = read(&line);
            assert!(problems.is_empty() && words > 2, "{problems:?}");
        }
    }

    #[test]
    fn no_text_is_read_in_which_a_line_nests_beyond_measure() {
        for mark in [">", "> ", "- ", "> * ", "+ - "] {
            let (problems, words) = read(&mark.repeat(MOST + 1));
            let message = "a line begins with more than 500 marks of quotes and lists";
            assert_eq!(problems, [(6, message.to_owned())], "{mark:?}");
            assert_eq!(words, 0);
        }
    }
}
