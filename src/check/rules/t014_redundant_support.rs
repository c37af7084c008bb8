//! T014 redundant-support: a support that another one implies.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::trace::{Implied, Thread};

use super::thread::{ACTION, GOAL};

pub(super) const RULE: Rule = Rule {
    code: &code::REDUNDANT_SUPPORT,
    finds: "An item that supports another directly and also through one of its other supports. A \
            support with a note is meant as it stands and left alone; a chain through dropped items \
            implies nothing.",
    why: "Progress and money reach the upper item twice, on two ways, so that this part weighs more \
          than its neighbours. And readers look for a difference where there is none.",
    bad: &[
        GOAL,
        (
            "objectives/O1.md",
            "---\nsupports: G1\n---\n# Ten minutes at most\n",
        ),
        (
            "strategies/S1.md",
            "---\nsupports: [O1, G1]\n---\n# More counters\n",
        ),
        ACTION,
    ],
    good: &[
        GOAL,
        (
            "objectives/O1.md",
            "---\nsupports: G1\n---\n# Ten minutes at most\n",
        ),
        (
            "strategies/S1.md",
            "---\nsupports: O1\n---\n# More counters\n",
        ),
        ACTION,
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for implied in &subject.trace.implied {
        let reference = &subject.plan.references[implied.support.reference];
        let (item, whole) = (
            &subject.plan[implied.item],
            &subject.plan[implied.support.item],
        );
        let may = subject.config.kinds.may_support(item.kind, whole.kind);
        if reference.note.is_none() && may && item.is_open() {
            findings.add(found(subject, implied));
        }
    }
}

fn found(subject: Subject<'_>, implied: &Implied) -> Diagnostic {
    let id = |it: Thread| subject.plan[it.item].id.as_str();
    let place = |it: Thread| subject.plan.references[it.reference].written.span;
    let (item, whole) = (&subject.plan[implied.item].id, id(implied.support));
    let through = id(implied.through);
    Diagnostic::new(
        &code::REDUNDANT_SUPPORT,
        format!("{item} supports {whole} both directly and through {through}"),
    )
    .at(place(implied.support), "already implied")
    .also(
        place(implied.through),
        format!("{through} leads to {whole}"),
    )
    .help(format!(
        "take {whole} out, or add a `note:` that says what the direct support is"
    ))
    .about(item)
}
