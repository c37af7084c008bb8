//! Who does what: people, bodies and teams.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::check::Subject;
use crate::config::Person;
use crate::plan::{Item, ItemIx};

use super::address;
use super::context::Context;
use super::frame::{self, Frame};
use super::item::Section;
use super::pages::Page;
use super::paging::ROWS;
use super::pieces::{Pen, Words};

/// Everybody named in the plan, with their items.
pub(super) struct Directory<'a> {
    people: BTreeMap<&'a str, Entry<'a>>,
    teams: BTreeMap<&'a str, TeamEntry<'a>>,
}

#[derive(Default)]
struct Entry<'a> {
    slug: String,
    person: Option<&'a Person>,
    owns: Vec<ItemIx>,
    contributes: Vec<ItemIx>,
    consulted: Vec<ItemIx>,
    informed: Vec<ItemIx>,
}

#[derive(Default)]
struct TeamEntry<'a> {
    slug: String,
    items: Vec<ItemIx>,
    people: BTreeSet<&'a str>,
}

impl<'a> Directory<'a> {
    /// Everybody in `plan.toml` and in the items' front matter.
    pub fn of(subject: Subject<'a>) -> Self {
        let mut directory = Self {
            people: BTreeMap::new(),
            teams: BTreeMap::new(),
        };
        for person in subject.config.people.iter() {
            directory.people.entry(&person.name).or_default().person = Some(person);
            if let Some(team) = &person.team {
                directory
                    .teams
                    .entry(team)
                    .or_default()
                    .people
                    .insert(&person.name);
            }
        }
        for (at, item) in subject.plan.all() {
            directory.add(at, item);
        }
        let mut taken = BTreeSet::from(["index".to_owned()]);
        for (name, entry) in &mut directory.people {
            entry.slug = free_slug(name, &mut taken);
        }
        let mut taken = BTreeSet::new();
        for (name, entry) in &mut directory.teams {
            entry.slug = free_slug(name, &mut taken);
        }
        directory
    }

    fn add(&mut self, at: ItemIx, item: &'a Item) {
        let raci = &item.raci;
        if let Some(owner) = &raci.owner {
            self.entry(owner).owns.push(at);
        }
        for name in &raci.contributors {
            self.entry(name).contributes.push(at);
        }
        for name in &raci.consulted {
            self.entry(name).consulted.push(at);
        }
        for name in &raci.informed {
            self.entry(name).informed.push(at);
        }
        if let Some(team) = &item.team {
            self.teams.entry(team).or_default().items.push(at);
        }
    }

    fn entry(&mut self, name: &'a str) -> &mut Entry<'a> {
        self.people.entry(name).or_default()
    }

    pub fn person_slug(&self, name: &str) -> Option<&str> {
        self.people.get(name).map(|entry| entry.slug.as_str())
    }

    pub fn team_slug(&self, name: &str) -> Option<&str> {
        self.teams.get(name).map(|entry| entry.slug.as_str())
    }

    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.teams.is_empty()
    }

    /// The names of all teams, in order.
    pub fn team_names(&self) -> impl Iterator<Item = &'a str> {
        self.teams.keys().copied()
    }

    /// The names of all people, in order.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.people.keys().copied()
    }
}

/// The slug of a name, numbered if it is taken.
pub(super) fn free_slug(name: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = crate::plan::slug(name);
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let free = std::iter::once(slug.clone())
        .chain(numbered)
        .find(|slug| !taken.contains(slug));
    let free = free.unwrap_or(slug);
    taken.insert(free.clone());
    free
}

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
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let directory = &context.people;
    if directory.is_empty() {
        return Vec::new();
    }
    let label = context.locale.say("nav-people");
    let mut pages = vec![
        Page::new("people.html", address::people(), view).in_nav(frame::Section::People, label),
    ];
    for (&name, entry) in &directory.people {
        let path = address::person(&entry.slug);
        pages.push(Page::new("person.html", path, |pen| person(pen, name)));
    }
    for (&name, entry) in &directory.teams {
        let path = address::team(&entry.slug);
        pages.push(Page::new("team.html", path, |pen| team(pen, name)));
    }
    pages
}

pub(super) fn view(pen: &Pen<'_, '_>) -> PeopleView {
    let context = pen.context;
    let directory = &context.people;
    let today = context.subject.today;
    let mut rest: BTreeSet<&str> = directory.names().collect();
    let row = |name: &str| {
        let entry = &directory.people[name];
        let owned = || entry.owns.iter().map(|at| context.item(*at));
        PersonRow {
            name: pen.person(name),
            role: entry.person.and_then(|person| person.role.clone()),
            owns: entry.owns.len(),
            open: owned().filter(|item| item.is_open()).count(),
            late: owned().filter(|item| item.is_late(today)).count(),
            contributes: entry.contributes.len(),
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

/// The page of a person or body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PersonView {
    /// What stands around it.
    pub frame: Frame,
    /// The name.
    pub name: String,
    /// What they are in the organisation.
    pub role: Option<String>,
    /// Where they belong.
    pub team: Option<Words>,
    /// How to reach them.
    pub email: Option<String>,
    /// Late, next, later and done; then what they have a part in.
    pub sections: Vec<Section>,
    /// Where all that they are accountable for can be searched.
    pub search: String,
}

pub(super) fn person(pen: &Pen<'_, '_>, name: &str) -> PersonView {
    let entry = &pen.context.people.people[name];
    let mut sections = by_time(pen, &entry.owns);
    let parts = [
        ("contributes", "people-contributes-to", &entry.contributes),
        ("consulted", "people-consulted-on", &entry.consulted),
        ("informed", "people-informed-of", &entry.informed),
    ];
    for (anchor, id, items) in parts {
        sections.extend(super::item::capped(pen, anchor, pen.say(id), items));
    }
    PersonView {
        frame: Frame::of(pen, "person", name, &address::people()),
        name: name.to_owned(),
        role: entry.person.and_then(|person| person.role.clone()),
        team: entry
            .person
            .and_then(|person| Some(pen.team(person.team.as_deref()?))),
        email: entry.person.and_then(|person| person.email.clone()),
        sections,
        search: address::asking(&pen.href(&address::search()), &[("owner", name)]),
    }
}

/// The page of a team.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TeamView {
    /// What stands around it.
    pub frame: Frame,
    /// The name.
    pub name: String,
    /// Its people.
    pub people: Vec<Words>,
    /// Late, next, later and done.
    pub sections: Vec<Section>,
    /// Where all of it can be searched.
    pub search: String,
}

pub(super) fn team(pen: &Pen<'_, '_>, name: &str) -> TeamView {
    let entry = &pen.context.people.teams[name];
    TeamView {
        frame: Frame::of(pen, "team", name, &address::people()),
        name: name.to_owned(),
        people: entry.people.iter().map(|name| pen.person(name)).collect(),
        sections: by_time(pen, &entry.items),
        search: address::asking(&pen.href(&address::search()), &[("team", name)]),
    }
}

/// Work by when it is due, then what has no date of its own.
fn by_time(pen: &Pen<'_, '_>, items: &[ItemIx]) -> Vec<Section> {
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
        .filter_map(|((anchor, id), group)| super::item::capped(pen, anchor, pen.say(id), &group));
    sections.collect()
}
