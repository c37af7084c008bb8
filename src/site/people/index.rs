//! All people, by team.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::address;
use super::super::frame::Frame;
use super::super::paging::ROWS;
use super::super::pieces::{Pen, Words};
use super::health::{self, HealthCount};

/// All people and teams.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PeopleView {
    /// What stands around it.
    pub frame: Frame,
    /// Teams with their people; those without a team last, without a name.
    pub teams: Vec<TeamRows>,
    /// Where everybody can be searched.
    pub search: String,
}

/// A team's people.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TeamRows {
    /// The team.
    pub team: Option<Words>,
    /// Its people.
    pub people: Vec<PersonRow>,
    /// How many there is no room for.
    pub hidden: usize,
}

/// A person in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PersonRow {
    /// The name.
    pub name: Words,
    /// What they are in the organisation.
    pub role: Option<String>,
    /// Items they are accountable for.
    pub owns: usize,
    /// Of these, open.
    pub open: usize,
    /// Of these, past due.
    pub late: usize,
    /// Items they contribute to.
    pub contributes: usize,
    /// The health of what they own and is open.
    pub health: Vec<HealthCount>,
    /// The most actions that they have running on one day, today or later.
    pub peak: usize,
    /// Whether that is more than the plan allows.
    pub over: bool,
}

pub(super) fn view(pen: &Pen<'_, '_>) -> PeopleView {
    let context = pen.context;
    let directory = &context.people;
    let today = context.subject.today;
    let most = context.subject.most_at_once();
    let loads = &context.subject.trace.loads;
    let mut rest: BTreeSet<&str> = directory.names().collect();
    let row = |name: &str| {
        let entry = &directory.people[name];
        let owned = || entry.owns.iter().map(|at| context.item(*at));
        let load = loads.binary_search_by(|load| load.owner.as_str().cmp(name));
        let peak = load.map_or(0, |at| loads[at].items.len());
        PersonRow {
            name: pen.person(name),
            role: entry.person.and_then(|person| person.role.clone()),
            owns: entry.owns.len(),
            open: owned().filter(|item| item.is_open()).count(),
            late: owned().filter(|item| item.is_late(today)).count(),
            contributes: entry.contributes.len(),
            health: health::counts(pen, &entry.owns),
            peak,
            over: peak > most,
        }
    };
    let room = match directory.people.len() {
        all if all <= ROWS => all,
        _ => ROWS / 8,
    };
    let rows = |team: Option<Words>, names: &BTreeSet<&str>| TeamRows {
        team,
        people: names.iter().take(room).map(|name| row(name)).collect(),
        hidden: names.len().saturating_sub(room),
    };
    let mut teams = Vec::new();
    for (name, team) in &directory.teams {
        teams.push(rows(Some(pen.team(name)), &team.people));
        rest.retain(|name| !team.people.contains(name));
    }
    if !rest.is_empty() {
        teams.push(rows(None, &rest));
    }
    let kind = context.locale.say("search-kind-person");
    PeopleView {
        frame: Frame::of(pen, "people", &pen.say("people-title"), &address::people()),
        teams,
        search: address::asking(&pen.href(&address::search()), &[("kind", &kind)]),
    }
}
