//! D008 should-have-started: a start that has passed without a beginning.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::Status;
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx, Relation};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::SHOULD_HAVE_STARTED,
    finds: "A proposed or planned item whose start has passed. Of a month or quarter every day \
            must have passed. What is past its due date as well is named as that (D006).",
    why: "Either it has begun and nobody has noted that, or it will end later than the plan says.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: planned\nstart: 2026-09-01\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: active\nstart: 2026-09-01\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let traced = subject.plan.all().filter(|(_, item)| item.role.is_traced());
    findings.extend(traced.filter_map(|(at, item)| found(subject, at, item)));
}

fn found(subject: Subject<'_>, at: ItemIx, item: &Item) -> Option<Diagnostic> {
    let (status, start) = (item.status.as_ref()?, item.dates.start.as_ref()?);
    let waits = matches!(status.is, Status::Proposed | Status::Planned) && item.is_open();
    if !waits || start.last >= subject.today || item.is_late(subject.today) {
        return None;
    }
    let message = format!(
        "{} was to start {}, and is still `{}`",
        item.id, **start, status.name
    );
    let found = Diagnostic::new(&code::SHOULD_HAVE_STARTED, message)
        .at(start.span, "has passed")
        .also(status.span, "not begun")
        .maybe_help(waits_for(subject, at))
        .help("set its status to what it is, or its start to a day that will hold");
    Some(found.about(&item.id))
}

/// What it depends on and is not done.
fn waits_for(subject: Subject<'_>, at: ItemIx) -> Option<String> {
    let mut others = subject.trace.graph.to(at, Relation::DependsOn);
    let other = others.find(|other| subject.plan[*other].is_open())?;
    Some(format!(
        "it depends on {}, which is open",
        subject.plan[other].id
    ))
}
