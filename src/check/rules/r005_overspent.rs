//! R005 overspent: more used than there is.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx};
use crate::quantity::{Money, Moneys};
use crate::trace;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::OVERSPENT,
    finds: "An open item that has spent more than its budget, in the same currency. Where `spent` is \
            not stated, what its parts have spent counts, as far as it is known to be for this item \
            (see R004).",
    why: "The money comes from somewhere: from other actions, or from a budget that nobody has asked \
          for yet. The sooner that is said, the more can be done about it.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nbudget: 10k EUR\nspent: 12k EUR\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nbudget: 15k EUR\nspent: 12k EUR\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, item) in subject.plan.all().filter(|(_, item)| item.is_open()) {
        let Some(budget) = &item.budget else { continue };
        if let Some(excess) = trace::excess(&spent(subject, at), budget) {
            findings.add(found(item, budget, &excess));
        }
    }
}

/// What is spent: stated, else of the parts.
fn spent(subject: Subject<'_>, at: ItemIx) -> Moneys {
    match subject.plan[at].spent.as_deref() {
        Some(spent) => [spent].into_iter().collect(),
        None => subject.trace.funds[at.0].sure_parts_spent.clone(),
    }
}

fn found(item: &Item, budget: &Money, excess: &Money) -> Diagnostic {
    let (less, more) = (budget.show(), excess.show());
    let message = format!(
        "{} has spent {more} more than its budget of {less}",
        item.id
    );
    let found = Findings::about(&code::OVERSPENT, item, message);
    let of = item.budget.as_ref().map(|budget| budget.span);
    let found = match (&item.spent, of) {
        (Some(spent), Some(of)) => found.at(spent.span, "spent").also(of, "of this"),
        (None, Some(of)) => found.at(of, "its parts have spent more"),
        (_, None) => found,
    };
    found.help("have the budget raised, or say where the rest comes from")
}
