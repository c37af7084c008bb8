//! K003 trigger-expired: a plan B that nothing will set off any more.

use crate::check::{Findings, Reads, Rule, Subject, risks};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Condition, Item, Plan};
use crate::trace::TriggerState;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::TRIGGER_EXPIRED,
    finds: "A plan B that still waits, and whose trigger ran out without tripping: its last day has \
            passed, with a reading of that day or later, or the item that it watches is over. Nothing is said once all that it answers is \
            over.",
    why: "The danger may be as large as before, but nothing watches for it any more. Everybody relies \
          on a plan B that will not begin.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: permits a day\nreadings: [{on: 2026-10-31, value: 90}]\n---\n# Permits\n",
        ),
        (
            "contingencies/C1.md",
            "---\nanswers: A1\ntrigger: {measure: M1, below: 84, by: 2026-09-30}\n---\n# Rent a counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: permits a day\nreadings: [{on: 2026-10-31, value: 90}]\n---\n# Permits\n",
        ),
        (
            "contingencies/C1.md",
            "---\nanswers: A1\ntrigger: {measure: M1, below: 84, by: 2027-09-30}\n---\n# Rent a counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, item) in risks::waiting(subject) {
        let expired = subject.trace.triggers.get(&at) == Some(&TriggerState::Expired);
        if expired && let Some(found) = found(subject.plan, item) {
            findings.add(found);
        }
    }
}

fn found(plan: &Plan, item: &Item) -> Option<Diagnostic> {
    let trigger = item.trigger.as_ref()?;
    let why = match &trigger.condition {
        Condition::Text(_) => return None,
        Condition::Measure { item, by, .. } => {
            let measure = plan[(*item)?].measure.as_ref()?;
            let by = (*by)?;
            // A reading that is still to be entered may yet trip it.
            let is_read = measure.readings.iter().any(|reading| reading.on >= by);
            is_read.then(|| format!("its last day was {by}"))?
        }
        Condition::Late { item, .. } => format!("{} is over", plan[(*item)?].id),
    };
    let message = format!("the trigger of {} ran out without tripping: {why}", item.id);
    Some(
        Diagnostic::new(&code::TRIGGER_EXPIRED, message)
            .at(trigger.place, "this will not trip any more")
            .help("give it a trigger for what may still come, or close it with `status: done` or `dropped`")
            .about(&item.id),
    )
}
