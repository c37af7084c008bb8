//! The page of a team, and all teams.

use serde::Serialize;

use crate::plan::{Item, ItemIx};

use super::super::frame::Frame;
use super::super::item::Section;
use super::super::pieces::{Pen, Row, Words};
use super::super::{address, downloads};
use super::by_time;
use super::health::{self, HealthCount};
use super::load::{self, LoadView};

/// The page of a team.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TeamView {
    /// What stands around it.
    pub frame: Frame,
    /// The name.
    pub name: String,
    /// Its people.
    pub people: Vec<Words>,
    /// The health of what it has and is open.
    pub health: Vec<HealthCount>,
    /// How much it has in hand from now on.
    pub load: Option<LoadView>,
    /// Late, next, later and done.
    pub sections: Vec<Section>,
    /// Where all of it can be searched.
    pub search: String,
    /// Its calendar.
    pub calendar: Option<String>,
}

pub(super) fn team(pen: &Pen<'_, '_>, name: &str) -> TeamView {
    let entry = &pen.context.people.teams[name];
    TeamView {
        frame: Frame::of(pen, "team", name, &address::teams()),
        name: name.to_owned(),
        people: entry.people.iter().map(|name| pen.person(name)).collect(),
        health: health::counts(pen, &entry.items),
        load: load::view(pen, &entry.items, None),
        sections: by_time::sections(pen, &entry.items),
        search: address::asking(&pen.href(&address::search()), &[("team", name)]),
        calendar: downloads::calendar(pen.context, &format!("team-{}", entry.slug), &entry.items)
            .map(|path| pen.href(&path)),
    }
}

/// All teams.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TeamsView {
    /// What stands around it.
    pub frame: Frame,
    /// The teams by name.
    pub teams: Vec<TeamRow>,
}

/// A team in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TeamRow {
    /// The team.
    pub name: Words,
    /// Its people.
    pub people: usize,
    /// Its items that are open.
    pub open: usize,
    /// Of these, past due.
    pub late: usize,
    /// What of it is due next.
    pub next: Option<Row>,
    /// The health of what is open.
    pub health: Vec<HealthCount>,
}

pub(super) fn all(pen: &Pen<'_, '_>) -> TeamsView {
    let context = pen.context;
    let today = context.subject.today;
    let teams = context.people.teams.iter().map(|(name, entry)| {
        let items = entry.items.iter().map(|at| (*at, context.item(*at)));
        let open = items.filter(|(_, item)| item.is_open());
        let open: Vec<(ItemIx, &Item)> = open.collect();
        let due = |(_, item): &&(ItemIx, &Item)| item.dates.due_day();
        let next = open
            .iter()
            .filter(|it| due(it) >= Some(today))
            .min_by_key(due);
        TeamRow {
            name: pen.team(name),
            people: entry.people.len(),
            open: open.len(),
            late: open.iter().filter(|(_, item)| item.is_late(today)).count(),
            next: next.map(|(at, _)| pen.row(*at)),
            health: health::counts(pen, &entry.items),
        }
    });
    TeamsView {
        frame: Frame::of(pen, "teams", &pen.say("people-teams"), &address::teams()),
        teams: teams.collect(),
    }
}
