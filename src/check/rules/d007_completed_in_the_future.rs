//! D007 completed-in-the-future: something that was finished tomorrow.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::COMPLETED_IN_THE_FUTURE,
    finds: "An item that was `completed` on a day that has not come. A month or quarter that has \
            begun may stand there.",
    why: "It counts as done already, in progress, in health and in everything that is rolled up, \
          though nobody can have finished it.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ncompleted: 2027-06-30\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-06-30\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for item in subject.plan.items.iter().filter(|item| !item.is_dropped()) {
        let Some(completed) = &item.dates.completed else {
            continue;
        };
        if completed.first > subject.today {
            let message = format!("{} cannot have been completed {} yet", item.id, **completed);
            let found = Diagnostic::new(&code::COMPLETED_IN_THE_FUTURE, message)
                .at(completed.span, "has not come")
                .help("a day on which it is to be finished belongs in `due:`");
            findings.add(found.about(&item.id));
        }
    }
}
