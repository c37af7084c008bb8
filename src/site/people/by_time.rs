//! Work by when it is due.

use crate::plan::ItemIx;

use super::super::item::{Section, capped};
use super::super::pieces::Pen;

/// Work by when it is due, then what has no date of its own.
pub(super) fn sections(pen: &Pen<'_, '_>, items: &[ItemIx]) -> Vec<Section> {
    let context = pen.context;
    let today = context.subject.today;
    let mut groups: [Vec<ItemIx>; 5] = Default::default();
    for &at in items {
        let item = context.item(at);
        let group = match item.dates.due_day() {
            _ if !item.is_open() => 4,
            _ if item.is_late(today) => 0,
            _ if item.is_unreported(today) => 1,
            Some(_) => 2,
            None => 3,
        };
        groups[group].push(at);
    }
    for group in &mut groups[..3] {
        group.sort_by_key(|at| context.item(*at).dates.due_day());
    }
    let titles = [
        ("late", "people-late"),
        ("unreported", "people-not-reported"),
        ("next", "people-due-next"),
        ("answers-for", "people-answers-for"),
        ("closed", "people-closed"),
    ];
    let sections = titles
        .into_iter()
        .zip(groups)
        .filter_map(|((anchor, id), group)| capped(pen, anchor, pen.say(id), &group));
    sections.collect()
}
