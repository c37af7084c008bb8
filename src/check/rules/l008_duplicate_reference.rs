//! L008 duplicate-reference: the same reference twice in one list.

use std::collections::BTreeMap;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::mend;
use crate::plan::Item;

pub(super) const RULE: Rule = Rule {
    code: &code::DUPLICATE_REFERENCE,
    finds: "The same item twice in one list of references, be it under an alias or in other case.",
    why: "Only the first counts, with its weight and note. The second was meant to be another item, \
          or carries a weight that has no effect.",
    bad: &[
        ("actions/A1.md", "# Open a second counter\n"),
        (
            "actions/A2.md",
            "---\ndepends_on: [A1, A1]\n---\n# Extend the opening hours\n",
        ),
    ],
    good: &[
        ("actions/A1.md", "# Open a second counter\n"),
        (
            "actions/A2.md",
            "---\ndepends_on: [A1]\n---\n# Extend the opening hours\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let mut first = BTreeMap::new();
    for reference in &subject.plan.references {
        let Some(to) = reference.to else { continue };
        let from: &Item = &subject.plan[reference.from];
        let known = *first
            .entry((reference.from, reference.relation, to))
            .or_insert(reference.written.span);
        if known != reference.written.span {
            let field = reference.relation.field();
            let message = format!(
                "{} stands twice in `{field}` of {}",
                subject.plan[to].id, from.id
            );
            let mut found = Diagnostic::new(&code::DUPLICATE_REFERENCE, message)
                .at(reference.written.span, "again here")
                .also(known, "first here")
                .help("take one of the two out");
            let again = reference.written.span;
            let text = &subject.sources.source(again.source).text;
            if let Some(span) = mend::entry_alone(text, again) {
                found = found.fix(span, "");
            }
            findings.add(found.about(&from.id));
        }
    }
}
