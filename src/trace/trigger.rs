//! Whether a plan B is needed.

use std::collections::BTreeMap;

use crate::plan::{Condition, Item, ItemIx, Plan};
use crate::quantity::{Date, Lag};

/// Where a plan B's trigger stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TriggerState {
    /// People must watch for it.
    Watched,
    /// It may still happen.
    Armed,
    /// It has happened: the plan B is needed.
    Tripped,
    /// It can no longer happen.
    Expired,
}

impl TriggerState {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Watched => "watched",
            Self::Armed => "armed",
            Self::Tripped => "tripped",
            Self::Expired => "expired",
        }
    }
}

/// The state of every trigger whose condition can be read.
pub(super) fn all(plan: &Plan, today: Date) -> BTreeMap<ItemIx, TriggerState> {
    let triggers = plan.all().filter_map(|(at, item)| {
        let trigger = item.trigger.as_ref()?;
        Some((at, state(&trigger.condition, plan, today)?))
    });
    triggers.collect()
}

fn state(condition: &Condition, plan: &Plan, today: Date) -> Option<TriggerState> {
    match condition {
        Condition::Text(_) => Some(TriggerState::Watched),
        Condition::Measure {
            item,
            below,
            above,
            by,
            ..
        } => {
            let measure = plan[(*item)?].measure.as_ref()?;
            let end = by.map_or(today, |by| by.min(today));
            let beyond = measure.latest(end).is_some_and(|reading| {
                below.is_some_and(|limit| reading.value < limit)
                    || above.is_some_and(|limit| reading.value > limit)
            });
            Some(match (beyond, by.is_some_and(|by| by < today)) {
                (true, _) => TriggerState::Tripped,
                (false, true) => TriggerState::Expired,
                (false, false) => TriggerState::Armed,
            })
        }
        Condition::Late {
            item, later_than, ..
        } => late(&plan[(*item)?], later_than, today),
    }
}

/// Tripped once an item is open, or was finished, later than the time allowed
/// after its due date.
fn late(item: &Item, later_than: &Lag, today: Date) -> Option<TriggerState> {
    let limit = later_than.after(item.dates.due_day()?)?;
    let completed = item.dates.completed.as_ref().map(|day| day.last);
    Some(match (item.is_open(), completed) {
        (true, _) if today > limit => TriggerState::Tripped,
        (true, _) => TriggerState::Armed,
        (false, Some(day)) if day > limit => TriggerState::Tripped,
        (false, _) => TriggerState::Expired,
    })
}
