//! L012 moved-reference: an item named by an id that it had, or in other case.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::Place;

pub(super) const RULE: Rule = Rule {
    code: &code::MOVED_REFERENCE,
    finds: "An item that is named by one of its `aliases`, or by its id with capital letters where \
            it has small ones: in a relation, in a trigger, in a field that holds a link, or in \
            `[[A3]]` in running text.",
    why: "It works, and it always will while the alias is there. But whoever searches the files for \
          the id that everybody uses now does not find this place.",
    bad: &[
        (
            "actions/A1.md",
            "---\naliases: OLD-7\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\ndepends_on: OLD-7\n---\n# Extend the opening hours\n",
        ),
    ],
    good: &[
        (
            "actions/A1.md",
            "---\naliases: OLD-7\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\ndepends_on: A1\n---\n# Extend the opening hours\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for naming in subject.plan.odd_namings(subject.config, subject.sources) {
        let item = &subject.plan[naming.item];
        let (written, id) = (naming.written, &item.id);
        let message = if written.to_lowercase() == id.to_lowercase() {
            format!("{id} is written `{written}` here")
        } else {
            format!("`{written}` is an old id of {id}")
        };
        let mut found = Diagnostic::new(&code::MOVED_REFERENCE, message)
            .at(naming.place.unwrap_or(naming.within), "")
            .help(format!("write `{id}`"));
        found.fix.extend(naming.renamed(id, subject.sources));
        findings.add(match naming.by {
            Place::Item(by) => found.about(&subject.plan[by].id),
            Place::Home | Place::Page(_) => found,
        });
    }
}
