//! What can be found: items, plain pages, people, teams, and the ways through
//! the site. All of it is shown on the page that it leads to.

use rayon::prelude::*;

use crate::output::SitePath;
use crate::plan::{Body, Item, ItemIx, Place};
use crate::site::address;
use crate::site::context::Context;

use super::words::{fold, once};

/// The fields of an entry, the weightiest first: id, title, tags, owner, text.
pub(super) const FIELDS: usize = 5;

/// What can be found.
pub(super) struct Findable {
    /// Its number: entries of a kind follow one another.
    pub number: u32,
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

/// Entries of one kind, with numbers of their own.
pub(super) struct EntryGroup {
    /// What one is called.
    pub label: String,
    /// The number of the first.
    pub first: u32,
    pub entries: Vec<Findable>,
}

/// Each kind begins at a multiple of this, so that an entry more moves the
/// numbers of few others.
const BLOCK: u32 = 256;

/// Characters of the sentence about an entry.
const ABOUT: usize = 140;

/// All that can be found, by kind.
pub(super) fn all(context: &Context<'_>) -> Vec<EntryGroup> {
    let subject = context.subject;
    let mut groups = Vec::new();
    for (kind, _) in subject.config.kinds.all() {
        let items = subject.plan.all().filter(|(_, item)| item.kind == kind);
        let items: Vec<(ItemIx, &Item)> = items.collect();
        let entries: Vec<Findable> = items
            .into_par_iter()
            .map(|(at, _)| of_item(context, at))
            .collect();
        groups.push((context.kind(kind).label.clone(), entries));
    }
    let say = |id: &str| context.locale.say(id);
    groups.push((say("search-kind-page"), pages(context)));
    groups.push((say("search-kind-person"), people(context)));
    groups.push((say("search-kind-team"), teams(context)));
    groups.retain(|(_, entries)| !entries.is_empty());
    numbered(groups)
}

fn numbered(groups: Vec<(String, Vec<Findable>)>) -> Vec<EntryGroup> {
    let mut next = 0;
    let mut all = Vec::new();
    for (label, mut entries) in groups {
        let first = next;
        for (number, entry) in (first..).zip(&mut entries) {
            entry.number = number;
        }
        next = (first + entries.len() as u32) / BLOCK * BLOCK + BLOCK;
        all.push(EntryGroup {
            label,
            first,
            entries,
        });
    }
    all
}

impl Findable {
    fn new(page: SitePath, title: &str, about: &str, text: &str) -> Self {
        Self {
            number: 0,
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
                once(&fold(text)),
            ],
        }
    }
}

fn of_item(context: &Context<'_>, at: ItemIx) -> Findable {
    let item = context.item(at);
    let summary = item.summary.as_deref().unwrap_or_default();
    let mut text = plain_text(context, &item.body);
    let said = [&item.health_note, &item.evidence, &item.dates.due_when];
    let said = said.into_iter().flatten().map(|said| said.as_str());
    for more in said.chain([summary]).chain(item.team.as_deref()) {
        if !text.contains(more) {
            text.push('\n');
            text.push_str(more);
        }
    }
    let mut found = Findable::new(address::html(&item.address), &item.title, summary, &text);
    let owner = item.raci.owner.as_ref().map(|owner| owner.value.clone());
    found.id.clone_from(&item.id);
    found.status = item.status.as_ref().map(|status| {
        let badge = crate::site::words::status(&context.locale, status);
        (badge.class, badge.label)
    });
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
