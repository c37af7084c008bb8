//! What a reader looks for first: status, due date, progress, health.

use serde::Serialize;

use crate::plan::{Health, Item, ItemIx};
use crate::quantity::{Date, Period};
use crate::trace::Reason;

use super::super::pieces::{Badge, Due, Pen};
use super::super::words;

/// What a reader looks for first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Figures {
    /// The state of the work.
    pub status: Option<Badge>,
    /// The first day of the work.
    pub start: Option<String>,
    /// The day on which it was finished.
    pub completed: Option<String>,
    /// When it is due.
    pub due: Option<Due>,
    /// How often its due date has moved.
    pub slips: usize,
    /// By how many days it has moved; negative where it was brought forward.
    pub slippage: Option<i32>,
    /// How often it comes back.
    pub repeats: Option<String>,
    /// 0 to 100.
    pub progress: Option<u8>,
    /// The share of its time that has passed, where it has a start and a due
    /// date and is open.
    pub expected: Option<u8>,
    /// The stated health.
    pub stated: Option<Stated>,
    /// The computed health.
    pub computed: Option<Badge>,
    /// Why the computed one is so.
    pub reason: Option<String>,
}

/// A stated health, or what is noted without one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Stated {
    /// The health; not known once nobody has looked for too long.
    pub health: Option<Badge>,
    /// What was stated, where that holds no more.
    pub was: Option<Badge>,
    /// Why.
    pub note: Option<String>,
    /// When.
    pub as_of: Option<String>,
}

pub(super) fn view(pen: &Pen<'_, '_>, at: ItemIx) -> Figures {
    let subject = pen.context.subject;
    let item = pen.context.item(at);
    let (dates, locale) = (&item.dates, pen.locale());
    let period = |it: &Period| locale.period(it);
    let computed = subject.trace.health[at.0];
    let unreported = computed.reason == Reason::Unreported;
    let known = unreported || (computed.health != Health::Unknown && !item.is_dropped());
    Figures {
        status: item.status.as_deref().map(|it| words::status(locale, it)),
        start: dates.start.as_deref().map(period),
        completed: dates.completed.as_deref().map(period),
        due: pen.due(item),
        slips: dates.due_was.len(),
        slippage: dates.slippage(),
        repeats: dates.repeats.as_ref().map(|it| words::rhythm(locale, it)),
        progress: pen.progress(at),
        expected: expected(item, subject.today),
        stated: stated(pen, at),
        computed: known.then(|| words::health(locale, computed.health)),
        reason: known.then(|| words::reason(locale, computed.reason)),
    }
}

fn stated(pen: &Pen<'_, '_>, at: ItemIx) -> Option<Stated> {
    let (subject, locale) = (pen.context.subject, pen.locale());
    let item = &subject.plan[at];
    let badge = item
        .health
        .as_ref()
        .map(|it| words::health(locale, it.value));
    let holds = subject.trace.stated[at.0].is_some();
    let note = item.health_note.as_ref().map(|note| note.value.clone());
    if badge.is_none() && note.is_none() {
        return None;
    }
    let (health, was) = match badge {
        Some(badge) if !holds => (Some(words::health(locale, Health::Unknown)), Some(badge)),
        badge => (badge, None),
    };
    Some(Stated {
        health,
        was,
        note,
        as_of: item.as_of.as_ref().map(|day| locale.day(day.value)),
    })
}

/// The share of an open item's time that has passed, in percent.
fn expected(item: &Item, today: Date) -> Option<u8> {
    let (start, due) = (item.dates.start_day()?, item.dates.due_day()?);
    let all = (due - start).get_days();
    if all <= 0 || !item.is_open() {
        return None;
    }
    let passed = (today - start).get_days().clamp(0, all);
    u8::try_from(i64::from(passed) * 100 / i64::from(all)).ok()
}
