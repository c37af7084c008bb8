//! D004 starts-before-its-dependency-ends: work that would begin too soon.

use std::collections::BTreeSet;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx, Reference, Relation};
use crate::quantity::{Date, Period};
use crate::value::Spanned;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::STARTS_TOO_SOON,
    finds: "An open item that starts, or where it states no start is due, before what it depends \
            on is due and the `lag` has passed. What the other was completed on counts before what \
            it was due on. Periods are taken as kindly as they can be; on the same day one may \
            follow the other.",
    why: "`depends_on` says that the one cannot begin before the other has ended. By these dates \
          it will begin, or wait for so long, and everything after it moves.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\ndue: 2027-06-30\n---\n# Rent a hall\n",
        ),
        (
            "actions/A3.md",
            "---\nsupports: S1\ndepends_on: {id: A2, lag: 2w}\nstart: 2027-06-01\n---\n\
             # Fit out the hall\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\ndue: 2027-06-30\n---\n# Rent a hall\n",
        ),
        (
            "actions/A3.md",
            "---\nsupports: S1\ndepends_on: {id: A2, lag: 2w}\nstart: 2027-07-15\n---\n\
             # Fit out the hall\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let cycles = subject.trace.graph.dependency_cycles.iter().flatten();
    let in_circles: BTreeSet<ItemIx> = cycles.copied().collect();
    let stated = subject.plan.stated(Relation::DependsOn);
    for (reference, to) in stated {
        let explained = in_circles.contains(&reference.from) && in_circles.contains(&to);
        if !explained && reference.from != to {
            findings.extend(found(subject, reference, &subject.plan[to]));
        }
    }
}

fn found(subject: Subject<'_>, reference: &Reference, to: &Item) -> Option<Diagnostic> {
    let from = &subject.plan[reference.from];
    let begins = from.dates.start.as_ref().or(from.dates.due.as_ref())?;
    let ends = ends(to)?;
    let has_begun = !to.is_open() && begins.last < subject.today;
    let too_soon = begins.last < free_from(reference, ends.first)?;
    if !from.is_open() || has_begun || !too_soon {
        return None;
    }
    let does = from.dates.start.as_ref().map_or("is due", |_| "starts");
    let lag = reference
        .lag
        .as_deref()
        .map(|lag| format!(", with a lag of {}", lag.words()));
    let message = format!(
        "{} {does} {}, before {}, which it depends on, ends ({}){}",
        from.id,
        **begins,
        to.id,
        **ends,
        lag.unwrap_or_default()
    );
    let free = free_from(reference, ends.last)?;
    let found = Diagnostic::new(&code::STARTS_TOO_SOON, message)
        .at(begins.span, "too soon")
        .also(reference.written.span, format!("it waits for {}", to.id))
        .also(ends.span, format!("{} ends", to.id))
        .help(format!(
            "move it to {free} or later, or take the dependency out if both can go on at once"
        ));
    Some(found.about(&from.id))
}

/// When a dependency ended or is to end; none where nobody says, or where it
/// was dropped.
fn ends(to: &Item) -> Option<&Spanned<Period>> {
    let completed = to.dates.completed.as_ref().filter(|_| !to.is_dropped());
    completed.or(to.dates.due.as_ref().filter(|_| to.is_open()))
}

/// The first day after the lag.
fn free_from(reference: &Reference, end: Date) -> Option<Date> {
    reference
        .lag
        .as_deref()
        .map_or(Some(end), |lag| lag.after(end))
}
