//! S014 heading-jump: a level of headings left out.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::document::Document;
use crate::plan::Place;

pub(super) const RULE: Rule = Rule {
    code: &code::HEADING_JUMP,
    finds: "A heading more than one level below the one before it, as in `##` followed by `####`. \
            The title of the page counts as level 1, so a text begins with `##`.",
    why: "Readers who cannot see the page go by its headings, level by level; a level that is left \
          out sounds like a part that is missing. In print and in tables of contents it looks like \
          one.",
    bad: &[(
        "guide.md",
        "# How we plan\n\n## Each year\n\n#### In October\n",
    )],
    good: &[(
        "guide.md",
        "# How we plan\n\n## Each year\n\n### In October\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (place, body) in subject.plan.bodies() {
        for found in jumps(&body.document) {
            findings.add(match place {
                Place::Item(item) => found.about(&subject.plan[item].id),
                Place::Home | Place::Page(_) => found,
            });
        }
    }
}

fn jumps(document: &Document) -> impl Iterator<Item = Diagnostic> {
    let before = std::iter::once(1).chain(document.headings.iter().map(|heading| heading.level));
    let pairs = before.zip(&document.headings);
    pairs
        .filter(|(before, heading)| heading.level > before + 1)
        .map(|(before, heading)| {
            let fits = "#".repeat(usize::from(before) + 1);
            let message = format!(
                "the heading jumps from level {before} to level {}",
                heading.level
            );
            Diagnostic::new(&code::HEADING_JUMP, message)
                .at(heading.span, "a level is left out")
                .help(format!("begin it with `{fits}`"))
        })
}
