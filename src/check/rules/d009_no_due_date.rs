//! D009 no-due-date: work without an end.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::Status;
use crate::diagnostic::code;
use crate::plan::Item;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::NO_DUE_DATE,
    finds: "An open action or milestone, or an open item of a kind of the plan's own, without a \
            due date. Not where it depends on an event (`due_when`), comes again (`repeats`) or is \
            on hold.",
    why: "What may be done at any time is done last. It can never be late, so nobody will ask for \
          it.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-Q2\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let undated = subject.plan.items.iter().filter(|item| is_undated(item));
    findings.extend(undated.map(|item| {
        Findings::about(
            &code::NO_DUE_DATE,
            item,
            format!("{} has no due date", item.id),
        )
        .help("add `due:`, be it a quarter or a year, or `due_when:` with the event it waits for")
    }));
}

fn is_undated(item: &Item) -> bool {
    let stated = ["due", "due_when", "repeats"];
    item.role.is_work()
        && item.is_open()
        && !item.is(Status::OnHold)
        && !stated.iter().any(|field| item.states(field))
}
