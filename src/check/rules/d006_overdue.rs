//! D006 overdue: a due date that has passed.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::plan::{Health, Item};
use crate::quantity::Period;
use crate::value::Spanned;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::OVERDUE,
    finds: "An open item whose due date has passed. It is only a hint where nobody has said \
            anything of its status, progress or health, for it may be done; and where somebody has \
            looked at it since and says in a `health_note` why it is at risk or off track. What \
            `repeats` and states no start is due for the first time on that day, and is never \
            overdue.",
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
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let today = subject.today;
    for item in &subject.plan.items {
        let Some(due) = &item.dates.due else { continue };
        if item.is_late(today) {
            findings.add(late(item, due));
        } else if item.is_unreported(today) {
            findings.add(unreported(item, due));
        }
    }
}

fn late(item: &Item, due: &Spanned<Period>) -> Diagnostic {
    let message = format!("{} was due {}, and is not done", item.id, **due);
    let mut found = Diagnostic::new(&code::OVERDUE, message)
        .at(due.span, "has passed")
        .about(&item.id);
    if let Some(status) = &item.status {
        found = found.also(status.span, "still open");
    }
    if is_explained(item, due) {
        return found
            .as_bad_as(Severity::Info)
            .help("once there is a new date, put this one into `due_was:` and that into `due:`");
    }
    found
        .help("set `status: done` and `completed:` if it is")
        .help(
            "else put this date into `due_was:` and a new one into `due:`, or say what is the \
             matter in `health:`, `health_note:` and `as_of:`",
        )
}

/// Whether somebody has said since that day why it is not done.
fn is_explained(item: &Item, due: &Period) -> bool {
    let worries = item
        .health
        .as_ref()
        .is_some_and(|it| matches!(it.value, Health::AtRisk | Health::OffTrack));
    worries && item.health_note.is_some() && item.last_look().is_some_and(|look| look > due.last)
}

fn unreported(item: &Item, due: &Spanned<Period>) -> Diagnostic {
    let message = format!(
        "{} was due {}, and nobody has said whether it is done",
        item.id, **due
    );
    Diagnostic::new(&code::OVERDUE, message)
        .as_bad_as(Severity::Info)
        .at(due.span, "has passed")
        .help("say so with `status:`, and with `completed:` if it is")
        .about(&item.id)
}
