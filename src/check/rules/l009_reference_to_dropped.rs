//! L009 reference-to-dropped: work in hand that rests on what was given up.

use crate::check::{Findings, Reads, Rule, Subject, sight, words};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::Relation;

pub(super) const RULE: Rule = Rule {
    code: &code::REFERENCE_TO_DROPPED,
    finds: "An item that is still open and supports, depends on, measures, mitigates or answers an \
            item that was dropped. `continues` and `relates_to` may lead to dropped items.",
    why: "Somebody may still be working for something that the organisation has given up, or \
          waiting for something that will not come.",
    bad: &[
        (
            "actions/A1.md",
            "---\nstatus: dropped\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\ndepends_on: A1\n---\n# Extend the opening hours\n",
        ),
    ],
    good: &[
        (
            "actions/A1.md",
            "---\nstatus: dropped\n---\n# Open a second counter\n",
        ),
        ("actions/A2.md", "# Extend the opening hours\n"),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

const RESTS: [Relation; 5] = [
    Relation::Supports,
    Relation::DependsOn,
    Relation::Measures,
    Relation::Mitigates,
    Relation::Answers,
];

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for reference in &subject.plan.references {
        let Some(to) = reference.to else { continue };
        let explained = reference.relation == Relation::Supports
            && sight::is_active_under_dropped(subject, reference.from);
        let (from, to) = (&subject.plan[reference.from], &subject.plan[to]);
        if from.is_open() && to.is_dropped() && !explained && RESTS.contains(&reference.relation) {
            let does = words::does(reference.relation);
            let message = format!("{} {does} {}, which was dropped", from.id, to.id);
            let mut found = Diagnostic::new(&code::REFERENCE_TO_DROPPED, message)
                .at(reference.written.span, "dropped")
                .help(format!(
                    "drop {} too, give it another aim, or take {} up again",
                    from.id, to.id
                ));
            if let Some(status) = &to.status {
                found = found.also(status.span, format!("{} was dropped here", to.id));
            }
            findings.add(found.about(&from.id));
        }
    }
}
