//! The page of a person or body.

use serde::Serialize;

use super::super::frame::Frame;
use super::super::item::{Section, capped};
use super::super::pieces::{Pen, Words};
use super::super::{address, downloads};
use super::by_time;
use super::health::{self, HealthCount};
use super::load::{self, LoadView};

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
    /// The health of what they own and is open.
    pub health: Vec<HealthCount>,
    /// How much they have in hand from now on.
    pub load: Option<LoadView>,
    /// Late, next, later and done; then what they have a part in.
    pub sections: Vec<Section>,
    /// Where all that they are accountable for can be searched.
    pub search: String,
    /// Their calendar.
    pub calendar: Option<String>,
}

pub(super) fn person(pen: &Pen<'_, '_>, name: &str) -> PersonView {
    let entry = &pen.context.people.people[name];
    let mut sections = by_time::sections(pen, &entry.owns);
    let parts = [
        ("contributes", "people-contributes-to", &entry.contributes),
        ("consulted", "people-consulted-on", &entry.consulted),
        ("informed", "people-informed-of", &entry.informed),
    ];
    for (anchor, id, items) in parts {
        sections.extend(capped(pen, anchor, pen.say(id), items));
    }
    PersonView {
        frame: Frame::of(pen, "person", name, &address::people()),
        name: name.to_owned(),
        role: entry.person.and_then(|person| person.role.clone()),
        team: entry
            .person
            .and_then(|person| Some(pen.team(person.team.as_deref()?))),
        email: entry.person.and_then(|person| person.email.clone()),
        health: health::counts(pen, &entry.owns),
        load: load::view(pen, &entry.owns, Some(pen.context.subject.most_at_once())),
        sections,
        search: address::asking(&pen.href(&address::search()), &[("owner", name)]),
        calendar: downloads::calendar(
            pen.context,
            &format!("person-{}", entry.slug),
            &entry.calendar(),
        )
        .map(|path| pen.href(&path)),
    }
}
