//! What somebody must decide.

use fluent_bundle::FluentValue;
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
    let locale = pen.locale();
    let mut list = Vec::new();
    for (at, state) in &subject.trace.triggers {
        let closed = !subject.plan[*at].is_open();
        if *state == TriggerState::Tripped && !closed {
            let trigger = subject.plan[*at].trigger.as_ref();
            let condition = trigger.map(|it| trigger_condition(pen, &it.condition));
            list.push(decision(
                *at,
                words::trigger(locale, *state),
                condition.unwrap_or_default(),
            ));
        }
    }
    for (at, item) in subject.plan.all() {
        let high = matches!(item.role, Role::Goal | Role::Objective);
        if high && health_of(pen, at) == Health::OffTrack {
            let note = item.health_note.as_ref();
            let reason = || words::reason(locale, subject.trace.health[at.0].reason);
            let more = note.map_or_else(reason, |note| note.value.clone());
            list.push(decision(at, words::health(locale, Health::OffTrack), more));
        }
    }
    list.extend(past_due(pen, Item::is_late).into_iter().map(|at| {
        let item = pen.context.item(at);
        let [kind, due] = kind_and_due(pen, at);
        let more = match &item.health_note {
            Some(note) => {
                let note = ("note", note.value.as_str().into());
                locale.say_with("home-was-due-noted", [kind, due, note])
            }
            None => locale.say_with("home-was-due", [kind, due]),
        };
        decision(at, Badge::new("late", &pen.say("home-overdue")), more)
    }));
    list.extend(past_due(pen, Item::is_unreported).into_iter().map(|at| {
        let more = locale.say_with("home-was-due-silent", kind_and_due(pen, at));
        decision(
            at,
            Badge::new("unknown", &pen.say("home-not-reported")),
            more,
        )
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

/// What the messages on work past due take.
fn kind_and_due<'a>(pen: &'a Pen<'_, '_>, at: ItemIx) -> [(&'static str, FluentValue<'a>); 2] {
    let due = pen.context.item(at).dates.due.as_deref();
    let due = due.map(|due| pen.locale().period(due)).unwrap_or_default();
    let kind = pen.context.kind_label(at);
    [("kind", kind.into()), ("due", due.into())]
}
