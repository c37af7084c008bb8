//! What can be found: items, plain pages, people, teams, and the ways through
//! the site. All of it is shown on the page that it leads to.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::config::StatusDef;
use crate::output::SitePath;
use crate::plan::{Body, Item, Place};
use crate::site::context::Context;
use crate::site::{address, words};

use super::fold;

/// The fields of an entry, the weightiest first: id, title, tags, owner, text.
pub(super) const FIELDS: usize = 5;

/// What can be found.
#[derive(Clone)]
pub(super) struct Findable {
    pub page: SitePath,
    pub id: String,
    pub title: String,
    /// The state of the work: class and label.
    pub status: Option<(String, String)>,
    pub owner: Option<String>,
    pub team: Option<String>,
    pub tags: Vec<String>,
    /// A sentence or the beginning of one.
    pub about: String,
    /// What the words of each field are taken from, folded.
    pub fields: [String; FIELDS],
}

/// Entries of one kind, whose numbers follow one another.
pub(super) struct EntryGroup<'c> {
    /// What one is called.
    pub label: String,
    /// The number of the first.
    pub first: u32,
    pub entries: Vec<Entry<'c>>,
}

/// An entry. What is said of items is found out when it is asked for, and need
/// not be held.
pub(super) enum Entry<'c> {
    Item(&'c Item),
    Other(Box<Findable>),
}

impl Entry<'_> {
    /// What is said of it.
    pub fn found(&self, context: &Context<'_>) -> Cow<'_, Findable> {
        match self {
            Self::Item(item) => Cow::Owned(of_item(context, item)),
            Self::Other(found) => Cow::Borrowed(found),
        }
    }
}

/// Each kind begins at a multiple of this, so that an entry more moves the
/// numbers of few others.
const BLOCK: u32 = 256;

/// Characters of the sentence about an entry.
const ABOUT: usize = 140;

/// All that can be found, by kind.
pub(super) fn all<'c>(context: &Context<'c>) -> Vec<EntryGroup<'c>> {
    let subject = context.subject;
    let mut groups = Vec::new();
    for (kind, _) in subject.config.kinds.all() {
        let items = subject.plan.items.iter().filter(|item| item.kind == kind);
        let entries: Vec<_> = items.map(|item| Entry::Item(item)).collect();
        groups.push((context.kind(kind).label.clone(), entries));
    }
    let mut others = |id: &str, found: Vec<Findable>| {
        let entries = found.into_iter().map(|it| Entry::Other(Box::new(it)));
        groups.push((context.locale.say(id), entries.collect()));
    };
    others("search-kind-page", pages(context));
    others("search-kind-person", people(context));
    others("search-kind-team", teams(context));
    groups.retain(|(_, entries)| !entries.is_empty());
    numbered(groups)
}

fn numbered(groups: Vec<(String, Vec<Entry<'_>>)>) -> Vec<EntryGroup<'_>> {
    let mut next = 0;
    let mut all = Vec::new();
    for (label, entries) in groups {
        let first = next;
        next = (first + entries.len() as u32) / BLOCK * BLOCK + BLOCK;
        all.push(EntryGroup {
            label,
            first,
            entries,
        });
    }
    all
}

/// The states that entries have, class and label, by class.
pub(super) fn statuses(context: &Context<'_>) -> Vec<(String, String)> {
    let items = context.subject.plan.items.iter();
    let all = items.filter_map(|item| item.status.as_ref());
    let all: BTreeSet<&StatusDef> = all.map(|status| &*status.value).collect();
    let all: BTreeSet<_> = all.into_iter().map(|it| status(context, it)).collect();
    all.into_iter().collect()
}

fn status(context: &Context<'_>, status: &StatusDef) -> (String, String) {
    let badge = words::status(&context.locale, status);
    (badge.class, badge.label)
}

impl Findable {
    fn new(page: SitePath, title: &str, about: &str, text: &str) -> Self {
        Self {
            page,
            id: String::new(),
            title: title.to_owned(),
            status: None,
            owner: None,
            team: None,
            tags: Vec::new(),
            about: shortened(about),
            fields: [
                String::new(),
                fold(title),
                String::new(),
                String::new(),
                fold(text),
            ],
        }
    }
}

fn of_item(context: &Context<'_>, item: &Item) -> Findable {
    let summary = item.summary.as_deref().unwrap_or_default();
    let mut text = plain_text(context, &item.body);
    let boxed = [&item.evidence, &item.dates.due_when];
    let boxed = boxed.into_iter().filter_map(Option::as_deref);
    let said = item.health_note.iter().chain(boxed);
    let said = said.map(|said| said.as_str());
    for more in said.chain([summary]).chain(item.team.as_deref()) {
        if !text.contains(more) {
            text.push('\n');
            text.push_str(more);
        }
    }
    let mut found = Findable::new(address::html(&item.address), &item.title, summary, &text);
    let owner = item.raci.owner.as_ref().map(|owner| owner.value.clone());
    found.id.clone_from(&item.id);
    found.status = item.status.as_ref().map(|it| status(context, it));
    found.team.clone_from(&item.team);
    found.tags = item.tags.iter().map(|tag| tag.value.clone()).collect();
    found.fields[0] = fold(&item.id);
    found.fields[2] = fold(&found.tags.join(" "));
    found.fields[3] = fold(owner.as_deref().unwrap_or_default());
    found.owner = owner;
    found
}

/// The home page, the ways through the site, and the plain pages.
fn pages(context: &Context<'_>) -> Vec<Findable> {
    let plan = context.subject.plan;
    let home = &plan.home;
    let mut text = home.body.as_ref().map(|body| plain_text(context, body));
    let values = home.values.iter().flat_map(|it| [&it.name, &it.text]);
    for more in home.mission.iter().chain(values) {
        let text = text.get_or_insert_default();
        text.push('\n');
        text.push_str(more);
    }
    let vision = home.vision.as_deref().unwrap_or_default();
    let text = format!("{vision}\n{}", text.unwrap_or_default());
    let title = context.title_of(Place::Home);
    let mut found = vec![Findable::new(address::home(), &title, vision, &text)];
    found.extend(plan.pages.iter().map(|page| {
        let about = &page.body.document.excerpt;
        let text = plain_text(context, &page.body);
        Findable::new(address::html(&page.address), &page.title, about, &text)
    }));
    let known: Vec<SitePath> = found.iter().map(|it| it.page.clone()).collect();
    let ways = context.nav.iter();
    let ways = ways.filter(|way| !known.contains(&way.path));
    found.extend(ways.map(|way| Findable::new(way.path.clone(), &way.label, "", "")));
    found
}

fn people(context: &Context<'_>) -> Vec<Findable> {
    let people = &context.people;
    let named = people.names().map(|name| {
        let slug = people.person_slug(name).unwrap_or_default();
        let person = context.subject.config.people.iter();
        let role = person
            .filter(|person| person.name == name)
            .find_map(|person| person.role.as_deref());
        let role = role.unwrap_or_default();
        Findable::new(address::person(slug), name, role, role)
    });
    named.collect()
}

fn teams(context: &Context<'_>) -> Vec<Findable> {
    let people = &context.people;
    let named = people.team_names().map(|name| {
        let slug = people.team_slug(name).unwrap_or_default();
        Findable::new(address::team(slug), name, "", "")
    });
    named.collect()
}

fn plain_text(context: &Context<'_>, body: &Body) -> String {
    let source = context.subject.sources.source(body.document.source);
    body.document.plain_text(source)
}

/// The beginning of a text, to the last whole word that there is room for.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(ABOUT) else {
        return text.to_owned();
    };
    let begin = &text[..end];
    let cut = begin.rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", begin[..cut].trim_end())
}
