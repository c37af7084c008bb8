//! Which actions belong to which fiscal year, in the order of goals and
//! strategies.

use std::collections::BTreeMap;

use crate::check::Subject;
use crate::config::Role;
use crate::plan::{Item, ItemIx};
use crate::quantity::{Date, FiscalCalendar};
use crate::site::branches;
use crate::site::timeline;

/// The most years that one action is followed through.
const MOST_YEARS: i16 = 40;

/// An action and what it stands below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Task {
    pub at: ItemIx,
    pub goal: Option<ItemIx>,
    pub strategy: Option<ItemIx>,
}

/// The actions of each fiscal year; no year is empty.
pub(super) fn all(subject: Subject<'_>) -> BTreeMap<i16, Vec<Task>> {
    let mut years: BTreeMap<i16, Vec<Task>> = BTreeMap::new();
    let branches = branches::all(subject);
    let parts = branches.iter().flat_map(|goal| {
        let strategies = goal.strategies.iter().map(|part| (part.head, part));
        std::iter::once((None, goal))
            .chain(strategies)
            .map(|(strategy, part)| (goal.head, strategy, part))
    });
    for (goal, strategy, part) in parts {
        for twig in &part.twigs {
            let item = &subject.plan[twig.at];
            if item.role != Role::Action {
                continue;
            }
            let task = Task {
                at: twig.at,
                goal,
                strategy,
            };
            for year in of(item, subject.today, subject.config.fiscal) {
                years.entry(year).or_default().push(task);
            }
        }
    }
    years
}

/// The fiscal years in which an action is worked on: from its start to its
/// end, or to this year where an open one has no end; and this year where it
/// is late.
fn of(item: &Item, today: Date, fiscal: FiscalCalendar) -> impl Iterator<Item = i16> {
    let start = item.dates.start_day();
    let end = timeline::ends(item);
    let now = fiscal.year_of(today);
    let is_endless = end.is_none() && item.is_open();
    let last = end.max(start).max(Some(today).filter(|_| is_endless));
    let years = start.or(end).zip(last).map(|(first, last)| {
        let (first, last) = (fiscal.year_of(first.min(last)), fiscal.year_of(last));
        first.max(last - MOST_YEARS)..=last
    });
    let is_carried = item.is_late(today) && years.as_ref().is_none_or(|it| *it.end() < now);
    let carried = Some(now).filter(|_| is_carried);
    years.into_iter().flatten().chain(carried)
}
