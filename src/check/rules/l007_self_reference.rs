//! L007 self-reference: an item that refers to itself.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::{Diagnostic, code};

pub(super) const RULE: Rule = Rule {
    code: &code::SELF_REFERENCE,
    finds: "An item that supports, depends on or otherwise refers to itself in front matter, by its \
            id or by one of its aliases.",
    why: "It says nothing, and stands where something was meant: the parent is missing. It comes \
          from copying a file and changing one id of two.",
    bad: &[
        ("actions/A1.md", "# Open a second counter\n"),
        (
            "actions/A2.md",
            "---\ndepends_on: A2\n---\n# Extend the opening hours\n",
        ),
    ],
    good: &[
        ("actions/A1.md", "# Open a second counter\n"),
        (
            "actions/A2.md",
            "---\ndepends_on: A1\n---\n# Extend the opening hours\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for reference in &subject.plan.references {
        if reference.to == Some(reference.from) {
            let id = &subject.plan[reference.from].id;
            let message = format!("{id} cannot {} itself", words::verb(reference.relation));
            let found = Diagnostic::new(&code::SELF_REFERENCE, message)
                .at(reference.written.span, "this is the item itself")
                .help("put the id of the item that is meant, or take it out");
            findings.add(found.about(id));
        }
    }
}
