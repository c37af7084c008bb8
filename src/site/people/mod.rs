//! Who does what: people, bodies and teams.

mod by_time;
pub(super) mod health;
mod index;
mod load;
mod person;
mod team;

pub use health::HealthCount;
pub use index::{PeopleView, PersonRow, TeamRows};
pub use load::{LoadRow, LoadView};
pub use person::PersonView;
pub use team::{TeamRow, TeamView, TeamsView};

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Subject;
use crate::config::Person;
use crate::exchange::export::ical::Whose;
use crate::plan::{Item, ItemIx};

use super::address;
use super::context::Context;
use super::frame::Section;
use super::pages::Page;

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

impl Entry<'_> {
    /// What belongs into the person's calendar, in the order of the plan.
    fn calendar(&self) -> Vec<ItemIx> {
        let items = self.owns.iter().chain(&self.contributes);
        let items: BTreeSet<ItemIx> = items.copied().collect();
        items.into_iter().collect()
    }
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
        let mut taken = BTreeSet::from(["index".to_owned()]);
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

    /// Whose calendars there may be, what their files are called, and what is
    /// in them.
    pub fn calendars(&self) -> impl Iterator<Item = (Whose<'a>, String, Vec<ItemIx>)> {
        let people = self.people.iter().map(|(name, entry)| {
            let file = format!("person-{}", entry.slug);
            (Whose::Person(name), file, entry.calendar())
        });
        let teams = self.teams.iter().map(|(name, entry)| {
            let file = format!("team-{}", entry.slug);
            (Whose::Team(name), file, entry.items.clone())
        });
        people.chain(teams)
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

/// A slug for a name that no other has.
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

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let directory = &context.people;
    if directory.is_empty() {
        return Vec::new();
    }
    let label = context.locale.say("nav-people");
    let everybody = Page::new("people.html", address::people(), index::view);
    let mut pages = vec![everybody.in_nav(Section::People, label)];
    if !directory.teams.is_empty() {
        let label = context.locale.say("people-teams");
        let teams = Page::new("teams.html", address::teams(), team::all);
        pages.push(teams.in_nav(Section::People, label));
    }
    for (&name, entry) in &directory.people {
        let path = address::person(&entry.slug);
        pages.push(Page::new("person.html", path, |pen| {
            person::person(pen, name)
        }));
    }
    for (&name, entry) in &directory.teams {
        let path = address::team(&entry.slug);
        pages.push(Page::new("team.html", path, |pen| team::team(pen, name)));
    }
    pages
}
