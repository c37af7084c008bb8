//! K002 trigger-tripped: plan B is needed, and waits.

use crate::check::{Findings, Reads, Rule, Subject, risks};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Condition, Item, Plan};
use crate::quantity::{Date, show_number};
use crate::trace::TriggerState;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::TRIGGER_TRIPPED,
    finds: "A plan B whose trigger has tripped, and which is neither under way nor done nor dropped. \
            Nothing is said once all that it answers, or the late item that it watches, is done.",
    why: "The moment that was agreed on has come. Every week in which plan B does not begin was meant \
          to be saved by having a trigger.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: permits a day\nreadings: [{on: 2026-10-31, value: 80}]\n---\n# Permits\n",
        ),
        (
            "contingencies/C1.md",
            "---\nanswers: A1\ntrigger: {measure: M1, below: 84}\n---\n# Rent a counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: permits a day\nreadings: [{on: 2026-10-31, value: 80}]\n---\n# Permits\n",
        ),
        (
            "contingencies/C1.md",
            "---\nanswers: A1\nstatus: active\ntrigger: {measure: M1, below: 84}\n---\n# Rent a counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, item) in risks::waiting(subject) {
        let tripped = subject.trace.triggers.get(&at) == Some(&TriggerState::Tripped);
        if tripped && let Some(found) = found(subject.plan, item, subject.today) {
            findings.add(found);
        }
    }
}

fn found(plan: &Plan, item: &Item, today: Date) -> Option<Diagnostic> {
    let trigger = item.trigger.as_ref()?;
    let (what, place, label) = match &trigger.condition {
        Condition::Text(_) => return None,
        Condition::Measure {
            item,
            below,
            above,
            by,
            ..
        } => {
            let watched = &plan[(*item)?];
            let last = by.map_or(today, |by| by.min(today));
            let reading = watched.measure.as_ref()?.latest(last)?;
            let value = reading.value;
            let low = below.filter(|limit| value < *limit);
            let limit = match (low, above) {
                (Some(below), _) => format!("below {}", show_number(below)),
                (None, above) => format!("above {}", show_number((*above)?)),
            };
            let (id, value) = (&watched.id, show_number(value));
            (
                format!("{id} was {value} on {}, {limit}", reading.on),
                reading.place,
                "this reading",
            )
        }
        Condition::Late { item, .. } => {
            let watched = &plan[(*item)?];
            let due = watched.dates.due.as_ref().filter(|_| watched.is_open())?;
            (
                format!("{} was due on {} and is open", watched.id, due.last),
                due.span,
                "this day",
            )
        }
    };
    Some(
        Diagnostic::new(
            &code::TRIGGER_TRIPPED,
            format!("{} is needed: {what}", item.id),
        )
        .at(trigger.place, "tripped")
        .also(place, label)
        .help("begin it and set `status: active`, or decide against it and drop it")
        .about(&item.id),
    )
}
