//! T001 orphan: an item that is for nothing.

use crate::check::sight::{self, Sight};
use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::code;
use crate::plan::Item;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::ORPHAN,
    finds: "An item that states nothing that it supports, though its kind is to support something. \
            The highest level of the plan needs no parent, nor does what mitigates a risk; dropped \
            items are not looked at.",
    why: "Time and money go into it, and nobody can say which goal that serves. Either the thread \
          was forgotten, or the work does not belong to this plan.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        ("actions/A2.md", "# Paint the hall\n"),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\n---\n# Paint the hall\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let sights = sight::all(subject);
    for ((_, item), _) in subject
        .plan
        .all()
        .zip(sights)
        .filter(|(_, sight)| *sight == Sight::Orphan)
    {
        let found = Findings::about(&code::ORPHAN, item, format!("{} supports nothing", item.id));
        findings.add(found.help(mend(subject, item)));
    }
}

fn mend(subject: Subject<'_>, item: &Item) -> String {
    let kinds = &subject.config.kinds;
    let parents = kinds
        .all()
        .filter(|(kind, _)| kinds.may_support(item.kind, *kind));
    let parents: Vec<String> = parents
        .map(|(kind, _)| words::several(subject.config, kind))
        .collect();
    let one = words::one(subject.config, item.kind);
    format!(
        "add `supports:` with an id; {one} may support {}",
        words::and(&parents)
    )
}
