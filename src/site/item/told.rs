//! What an item's front matter says at length: who has a part in it, targets
//! and results in words, and what another tool's file said beside that.

use serde::Serialize;

use crate::plan::{Item, Noted, Of};

use super::super::pieces::Pen;
use super::super::words;

/// What is said at length, as pairs of a name and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Told {
    /// Who has a part in it, and what they give or gain.
    pub stakeholders: Vec<(String, String)>,
    /// Targets in words, each with its day.
    pub targets: Vec<(String, String)>,
    /// Results in words, each with its day.
    pub results: Vec<(String, String)>,
    /// What has no other place in a plan, by the name that it had.
    pub kept: Vec<(String, String)>,
}

pub(super) fn view(pen: &Pen<'_, '_>, item: &Item) -> Told {
    let holders = item.stakeholders.iter();
    let holders = holders.map(|it| words::stakeholder(pen.locale(), it));
    Told {
        stakeholders: holders.collect(),
        targets: noted(pen, item, Of::Target),
        results: noted(pen, item, Of::Result),
        kept: item.kept.clone(),
    }
}

fn noted(pen: &Pen<'_, '_>, item: &Item, of: Of) -> Vec<(String, String)> {
    let Some(measure) = &item.measure else {
        return Vec::new();
    };
    let locale = pen.locale();
    let when = |it: &Noted| match (it.from, it.on) {
        (Some(from), Some(on)) => format!("{} \u{2013} {}", locale.day(from), locale.day(on)),
        (_, Some(on)) => locale.day(on),
        (_, None) => pen.say("item-undated"),
    };
    let value = |it: &Noted| {
        it.value
            .map(|it| locale.amount(it, measure.unit.as_deref()))
    };
    let say = |it: &Noted| match value(it) {
        Some(value) => format!("{value}: {}", it.note),
        None => it.note.clone(),
    };
    let all = measure.noted.iter().filter(|it| it.of == of);
    all.map(|it| (when(it), say(it))).collect()
}
