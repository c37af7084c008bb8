//! What somebody must decide.

use serde::Serialize;

use crate::config::Role;
use crate::plan::{Health, Item, ItemIx};
use crate::quantity::Date;
use crate::trace::TriggerState;

use super::super::item::trigger_condition;
use super::super::pieces::{Badge, ItemLink, Pen, Words};
use super::super::words;
use super::health_of;

/// What somebody must decide.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Decision {
    /// Why it is here.
    pub badge: Badge,
    /// What it is about.
    pub item: ItemLink,
    /// More words.
    pub more: String,
    /// Who is accountable.
    pub owner: Option<Words>,
}

/// Tripped triggers, goals off track, work past due, and work past due of
/// which nobody has said whether it is done.
pub(super) fn decisions(pen: &Pen<'_, '_>) -> Vec<Decision> {
    let subject = pen.context.subject;
    let decision = |at: ItemIx, badge: Badge, more: String| Decision {
        badge,
        item: pen.item(at),
        more,
        owner: subject.plan[at]
            .raci
            .owner
            .as_ref()
            .map(|owner| pen.person(owner)),
    };
    let mut list = Vec::new();
    for (at, state) in &subject.trace.triggers {
        let closed = !subject.plan[*at].is_open();
        if *state == TriggerState::Tripped && !closed {
            let trigger = subject.plan[*at].trigger.as_ref();
            let condition = trigger.map(|it| trigger_condition(pen, &it.condition));
            list.push(decision(
                *at,
                words::trigger(*state),
                condition.unwrap_or_default(),
            ));
        }
    }
    for (at, item) in subject.plan.all() {
        let high = matches!(item.role, Role::Goal | Role::Objective);
        if high && health_of(pen, at) == Health::OffTrack {
            let note = item.health_note.as_ref();
            let reason = || words::reason(subject.trace.health[at.0].reason);
            let more = note.map_or_else(reason, |note| note.value.clone());
            list.push(decision(at, words::health(Health::OffTrack), more));
        }
    }
    list.extend(past_due(pen, Item::is_late).into_iter().map(|at| {
        let item = pen.context.item(at);
        let note = item.health_note.as_ref();
        let note = note
            .map(|note| format!(". {}", note.value))
            .unwrap_or_default();
        let more = format!("{}{note}", was_due(pen, at));
        decision(at, Badge::new("late", "Overdue"), more)
    }));
    list.extend(past_due(pen, Item::is_unreported).into_iter().map(|at| {
        let more = format!("{}; nobody has said whether it is done", was_due(pen, at));
        decision(at, Badge::new("unknown", "Not reported"), more)
    }));
    list
}

/// Work past due, the longest due first.
fn past_due(pen: &Pen<'_, '_>, is_past: fn(&Item, Date) -> bool) -> Vec<ItemIx> {
    let subject = pen.context.subject;
    let mut past: Vec<ItemIx> = subject
        .plan
        .all()
        .filter(|(_, item)| item.role.is_work() && is_past(item, subject.today))
        .map(|(at, _)| at)
        .collect();
    past.sort_by_key(|at| (subject.plan[*at].dates.due_day(), *at));
    past
}

/// `Milestone, due 31 Jan 2020`.
fn was_due(pen: &Pen<'_, '_>, at: ItemIx) -> String {
    let due = pen.context.item(at).dates.due.as_deref();
    let due = due.map(words::period).unwrap_or_default();
    format!("{}, due {due}", pen.context.kind_label(at))
}
