//! A line of a work plan.

use serde::Serialize;

use crate::config::Role;
use crate::plan::{ItemIx, Relation};
use crate::quantity::Period;
use crate::site::pieces::{Badge, ItemLink, Pen, Words};
use crate::site::timeline;

/// An action: who, when, how much, measured by what.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WorkTask {
    /// The action.
    pub item: ItemLink,
    /// Who is accountable.
    pub owner: Option<Words>,
    /// The department.
    pub team: Option<Words>,
    /// From when to when, in words.
    pub when: Option<String>,
    /// The event that its due date depends on.
    pub condition: Option<String>,
    /// Lateness, status and health, as far as they say something.
    pub marks: Vec<Badge>,
    /// The money set aside for all of it, with that of its parts.
    pub budget: Option<String>,
    /// What it is measured by.
    pub measures: Vec<ItemLink>,
    /// How completion is shown.
    pub evidence: Option<String>,
    /// Its milestones in the year, by day.
    pub milestones: Vec<WorkMilestone>,
    /// How many of them there is no room for.
    pub more_milestones: usize,
}

/// A milestone and its day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WorkMilestone {
    /// The milestone.
    pub item: ItemLink,
    /// Its due date in words.
    pub day: String,
    /// Whether it is reached.
    pub done: bool,
    /// Whether it is late.
    pub late: bool,
}

/// The most milestones and measures that a line names.
const MOST: usize = 6;

pub(super) fn view(pen: &Pen<'_, '_>, at: ItemIx, year: &Period) -> WorkTask {
    let context = pen.context;
    let item = context.item(at);
    let trace = context.subject.trace;
    let budget = &trace.funds[at.0].budget;
    let mut milestones = milestones(pen, at, year);
    let more_milestones = milestones.len().saturating_sub(MOST);
    milestones.truncate(MOST);
    WorkTask {
        item: pen.item(at),
        owner: item.raci.owner.as_ref().map(|owner| pen.person(owner)),
        team: item.team.as_ref().map(|team| pen.team(team)),
        when: timeline::when(pen, item),
        condition: item.dates.due_when.as_deref().map(|it| it.value.clone()),
        marks: timeline::marks(pen, at),
        budget: (!budget.is_empty()).then(|| context.locale.moneys_short(budget)),
        measures: measures(pen, at),
        evidence: item.evidence.as_deref().map(|it| it.value.clone()),
        milestones,
        more_milestones,
    }
}

/// What an item is measured by.
pub(super) fn measures(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<ItemLink> {
    let graph = &pen.context.subject.trace.graph;
    let measures = graph.from(at, Relation::Measures).take(MOST);
    measures.map(|measure| pen.item(measure)).collect()
}

/// The milestones of an action that are due in a year.
fn milestones(pen: &Pen<'_, '_>, at: ItemIx, year: &Period) -> Vec<WorkMilestone> {
    let context = pen.context;
    let below = context.subject.trace.graph.down(at).iter();
    let mut found: Vec<_> = below
        .filter_map(|thread| {
            let item = context.item(thread.item);
            let due = item.dates.due.as_deref()?;
            let fits = item.role == Role::Milestone && year.contains(due.last);
            fits.then_some((due, thread.item, item))
        })
        .collect();
    found.sort_by_key(|(due, at, _)| (due.last, *at));
    let found = found.into_iter().map(|(due, at, item)| WorkMilestone {
        item: pen.item(at),
        day: context.locale.period(due),
        done: !item.is_open(),
        late: item.is_late(context.subject.today),
    });
    found.collect()
}
