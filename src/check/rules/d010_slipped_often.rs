//! D010 slipped-often: a date that nobody believes in any more.

use crate::check::{Findings, Reads, Rule, RuleOption, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::Item;
use crate::quantity::Period;

use super::thread::{GOAL, STRATEGY};

const TIMES: RuleOption = RuleOption {
    name: "times",
    default: 3,
    what: "How many times a due date may not be put off.",
};

pub(super) const RULE: Rule = Rule {
    code: &code::SLIPPED_OFTEN,
    finds: "An open item whose due date was put off three times or more, by `due_was` and `due`. A \
            date that was brought forward does not count.",
    why: "After the third new date nobody believes in the fourth. Something keeps the work back, \
          and another date does not change it.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-06-30\ndue_was: [2026-03-31, 2026-06-30, 2026-09-30]\n\
             ---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-01-31\n---\n# Rent a hall for the counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\ndue: 2027-06-30\ndepends_on: A1\n---\n\
             # Open the counter in the hall\n",
        ),
    ],
    options: &[TIMES],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let limit = subject.number(&code::SLIPPED_OFTEN, &TIMES).max(1) as usize;
    let open = subject.plan.items.iter().filter(|item| item.is_open());
    findings.extend(open.filter_map(|item| found(item, limit)));
}

fn found(item: &Item, limit: usize) -> Option<Diagnostic> {
    let times = times(item);
    let first = item.dates.due_was.first().filter(|_| times >= limit)?;
    let often = if times == 1 {
        "once".to_owned()
    } else {
        format!("{times} times")
    };
    let message = format!("{} was put off {often}", item.id);
    let found = Diagnostic::new(&code::SLIPPED_OFTEN, message)
        .help("ask what keeps it back, and split it or plan it anew instead of moving it again");
    let found = match &item.dates.due {
        Some(due) => found
            .at(due.span, "the latest date")
            .also(first.span, "the first date"),
        None => found.at(first.span, "the first date"),
    };
    Some(found.about(&item.id))
}

/// How often the due date was put off.
fn times(item: &Item) -> usize {
    let dates = item.dates.due_was.iter().chain(&item.dates.due);
    let dates: Vec<&Period> = dates.map(|date| &date.value).collect();
    let moves = dates.windows(2);
    moves.filter(|pair| pair[0].last < pair[1].last).count()
}
