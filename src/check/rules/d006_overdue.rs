//! D006 overdue: a due date that has passed.

use crate::check::{Findings, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::plan::Item;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::OVERDUE,
    finds: "An open item whose due date has passed. Where nobody has said anything of its status, \
            progress or health, that is only a hint: it may be done. What `repeats` and states no \
            start is due for the first time on that day, and is never overdue.",
    why: "Either it is done and nobody has noted that, or it is late and those who wait for it \
          should know until when. A date that has passed tells them neither.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: active\ndue: 2026-06-30\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: done\ndue: 2026-06-30\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let items = subject.plan.items.iter();
    findings.extend(items.filter_map(|item| found(subject, item)));
}

fn found(subject: Subject<'_>, item: &Item) -> Option<Diagnostic> {
    let due = item.dates.due.as_ref()?;
    let (severity, says, mend) = if item.is_late(subject.today) {
        (
            Severity::Warn,
            "and is not done",
            "set `status: done` and `completed:`, or put the date into `due_was:` and a new one \
             into `due:`",
        )
    } else if item.is_unreported(subject.today) {
        (
            Severity::Info,
            "and nobody has said whether it is done",
            "say so with `status:`, and with `completed:` if it is",
        )
    } else {
        return None;
    };
    let message = format!("{} was due {}, {says}", item.id, **due);
    let mut found = Diagnostic::new(&code::OVERDUE, message)
        .as_bad_as(severity)
        .at(due.span, "has passed")
        .help(mend);
    if let Some(status) = &item.status {
        found = found.also(status.span, "still open");
    }
    Some(found.about(&item.id))
}
