//! P003 progress-contradicts-status: two fields that cannot both be true.

use std::sync::Arc;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::{Status, StatusDef};
use crate::diagnostic::{Diagnostic, Span, code};
use crate::plan::Item;
use crate::quantity::{Date, Percent};
use crate::value::Spanned;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::PROGRESS_CONTRADICTS_STATUS,
    finds: "An item that is done with a stated progress below 100 %, open at 100 %, proposed or \
            planned with some progress, or `completed` on a day while its status is open.",
    why: "The program has to believe one of the two, and readers may see the other. What is \
          `completed` counts as done whatever its status says.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: planned\nprogress: 40\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nstatus: active\nprogress: 40\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for item in subject
        .plan
        .items
        .iter()
        .filter(|item| item.role.is_traced())
    {
        let Some(status) = &item.status else { continue };
        findings.extend(completed(item, status, subject.today).or_else(|| progress(item, status)));
    }
}

fn completed(item: &Item, status: &Spanned<Arc<StatusDef>>, today: Date) -> Option<Diagnostic> {
    let completed = item.dates.completed.as_ref()?;
    if status.is.is_closed() || completed.first > today {
        return None;
    }
    let message = format!(
        "{} was completed {}, and its status is `{}`",
        item.id, **completed, status.name
    );
    let found = contradiction(item, message, status.span, completed.span);
    Some(found.help("set `status: done`, or take `completed:` out"))
}

fn progress(item: &Item, status: &Spanned<Arc<StatusDef>>) -> Option<Diagnostic> {
    let progress = item.progress.as_ref()?;
    let (all, none) = (**progress == Percent::ALL, **progress == Percent::NONE);
    let mend = match status.is {
        Status::Done if !all => "take `progress:` out, or set the status to what it is",
        Status::Proposed | Status::Planned if !none && !all => {
            "set `status: active` if it has begun, or take `progress:` out"
        }
        Status::Proposed | Status::Planned | Status::Active | Status::OnHold if all => {
            "set `status: done`, or `progress:` to what is done by now"
        }
        _ => return None,
    };
    let percent = progress.value.value();
    let message = format!(
        "{} is `{}` with a progress of {percent} %",
        item.id, status.name
    );
    Some(contradiction(item, message, progress.span, status.span).help(mend))
}

fn contradiction(item: &Item, message: String, at: Span, other: Span) -> Diagnostic {
    Diagnostic::new(&code::PROGRESS_CONTRADICTS_STATUS, message)
        .at(at, "")
        .also(other, "contradicts it")
        .about(&item.id)
}
