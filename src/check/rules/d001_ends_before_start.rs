//! D001 ends-before-start: an end that comes before its beginning.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::plan::Item;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::ENDS_BEFORE_START,
    finds: "An item that is due, or was completed, before it starts. Periods are taken as kindly \
            as they can be: `start: 2026-Q3` and `due: 2026-08` fit together. That something was \
            completed before its start is a warning: it may have been done ahead of its time. \
            Dropped items are not looked at.",
    why: "One of the two dates is wrong, and readers cannot know which. Charts of time, lateness \
          and forecasts go by both.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstart: 2027-03-01\ndue: 2026-12-31\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstart: 2027-03-01\ndue: 2027-12-31\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for item in subject.plan.items.iter().filter(|item| !item.is_dropped()) {
        findings.extend(due(item).into_iter().chain(completed(item)));
    }
}

fn due(item: &Item) -> Option<Diagnostic> {
    let (start, due) = (item.dates.start.as_ref()?, item.dates.due.as_ref()?);
    let contradicts = item.is_open() && due.is_before(start);
    contradicts.then(|| {
        let message = format!(
            "{} is due {}, before it starts ({})",
            item.id, **due, **start
        );
        Diagnostic::new(&code::ENDS_BEFORE_START, message)
            .at(due.span, "the end")
            .also(start.span, "the beginning")
            .help("one of the two dates is wrong, often by a year")
            .about(&item.id)
    })
}

fn completed(item: &Item) -> Option<Diagnostic> {
    let (start, completed) = (item.dates.start.as_ref()?, item.dates.completed.as_ref()?);
    completed.is_before(start).then(|| {
        let message = format!(
            "{} was completed {}, before it started ({})",
            item.id, **completed, **start
        );
        Diagnostic::new(&code::ENDS_BEFORE_START, message)
            .as_bad_as(Severity::Warn)
            .at(completed.span, "the end")
            .also(start.span, "the beginning")
            .help("set `start:` to the day on which it really began")
            .about(&item.id)
    })
}
