//! D003 outside-plan-period: work that the plan does not live to see.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::Item;
use crate::quantity::{Period, Unit};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::OUTSIDE_PLAN_PERIOD,
    finds: "An open item that starts or is due after the plan has ended, by `start` and `end` of \
            `[plan]`. What began before the plan is no finding: work is carried over from one plan \
            to the next.",
    why: "When the plan is closed, nobody will ask for it any more. Either the date is a slip, or \
          the item belongs to the next plan.",
    bad: &[
        (
            "plan.toml",
            "[plan]\nstart = 2025-07-01\nend = 2027-06-30\n",
        ),
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2072-03-31\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        (
            "plan.toml",
            "[plan]\nstart = 2025-07-01\nend = 2027-06-30\n",
        ),
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\ndue: 2027-03-31\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let stated = subject.config.period.as_ref();
    // With one end alone the period is that end.
    let Some(period) = stated.filter(|period| matches!(period.unit, Unit::Range(_))) else {
        return;
    };
    let open = subject.plan.items.iter().filter(|item| item.is_open());
    findings.extend(open.filter_map(|item| after(item, period)));
}

fn after(item: &Item, period: &Period) -> Option<Diagnostic> {
    let dates = [(&item.dates.start, "starts"), (&item.dates.due, "is due")];
    let mut dates = dates
        .into_iter()
        .filter_map(|(date, does)| Some((date.as_ref()?, does)));
    let (date, does) = dates.find(|(date, _)| period.is_before(date))?;
    let end = period.last;
    let message = format!(
        "{} {does} {}, after the plan has ended ({end})",
        item.id, **date
    );
    let found = Diagnostic::new(&code::OUTSIDE_PLAN_PERIOD, message)
        .at(date.span, "after the plan")
        .help(
            "bring it forward, leave it to the next plan, or set `end` in `[plan]` to a later day",
        );
    Some(found.about(&item.id))
}
