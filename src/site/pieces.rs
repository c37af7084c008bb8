//! The small views that pages are put together from.

use std::sync::OnceLock;

use serde::Serialize;

use crate::locale::Locale;
use crate::output::SitePath;
use crate::plan::{Item, ItemIx, Place};
use crate::quantity::{Percent, Period};

use super::context::Context;
use super::frame::Nav;
use super::made_from::Texts;
use super::{address, elsewhere, words};

/// A state: a class for its shape and colour, and a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Badge {
    /// `active`, `at-risk`, `tripped`, `warning`.
    pub class: String,
    /// The word.
    pub label: String,
}

impl Badge {
    pub(super) fn new(class: &str, label: &str) -> Self {
        Self {
            class: class.to_owned(),
            label: label.to_owned(),
        }
    }
}

/// Words, perhaps with an address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Where they lead.
    pub href: Option<String>,
}

/// An item, by name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ItemLink {
    /// Its id; empty for a plain page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its kind's label.
    pub kind: String,
    /// Its address, relative to the page it is shown on.
    pub href: String,
}

/// A due date.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Due {
    /// How it reads; empty where only `when` is known.
    pub text: String,
    /// The last day, as in `2026-12-15`.
    pub datetime: String,
    /// Earlier due dates, oldest first.
    pub was: Vec<String>,
    /// Whether it has passed and the item is open.
    pub late: bool,
    /// The event on which it depends.
    pub when: Option<String>,
}

/// An item with what a reader looks for first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Row {
    /// The item.
    pub item: ItemLink,
    /// The state of the work.
    pub status: Option<Badge>,
    /// Its health: stated, else computed; none where it is not known.
    pub health: Option<Badge>,
    /// For a plan B: where its trigger stands.
    pub trigger: Option<Badge>,
    /// Who is accountable.
    pub owner: Option<Words>,
    /// The department.
    pub team: Option<Words>,
    /// When it is due.
    pub due: Option<Due>,
    /// 0 to 100.
    pub progress: Option<u8>,
    /// A few words more.
    pub more: Option<String>,
    /// What supports it, where shown.
    pub parts: Vec<Row>,
    /// How many supporters are not shown.
    pub hidden: usize,
}

/// Makes pieces for one page: all addresses are relative to it.
pub(super) struct Pen<'c, 'a> {
    pub context: &'c Context<'a>,
    pub page: SitePath,
    /// What addresses begin with on the page for what is not there, which is
    /// shown at any address.
    base: Option<String>,
    /// The navigation, once the page has it.
    nav: OnceLock<Nav>,
    /// What the page has said that it shows.
    texts: Texts,
}

impl<'c, 'a> Pen<'c, 'a> {
    pub fn new(context: &'c Context<'a>, page: SitePath) -> Self {
        let anywhere = page == address::not_found();
        Self {
            base: anywhere.then(|| elsewhere::base_path(context)).flatten(),
            context,
            page,
            nav: OnceLock::new(),
            texts: Texts::Any,
        }
    }

    /// The pen of a page that shows these words and no others.
    pub fn showing(self, texts: Texts) -> Self {
        Self { texts, ..self }
    }

    /// Whether the page has said that it shows the words of a text.
    pub fn may_show(&self, place: Place) -> bool {
        self.texts.have(place)
    }

    /// The page's navigation: that which was made first.
    pub fn nav(&self, make: impl FnOnce() -> Nav) -> Nav {
        self.nav.get_or_init(make).clone()
    }

    /// How the site speaks.
    pub fn locale(&self) -> &Locale {
        &self.context.locale
    }

    /// A message that takes nothing.
    pub fn say(&self, id: &str) -> String {
        self.context.locale.say(id)
    }

    /// The address of another page from this one.
    pub fn href(&self, to: &SitePath) -> String {
        let href = to.relative_to(&self.page);
        match &self.base {
            Some(base) => base.clone() + &href,
            None => href,
        }
    }

    /// The way to the site's first folder.
    pub fn root(&self) -> String {
        let depth = self.page.as_str().matches('/').count();
        self.base.clone().unwrap_or_else(|| "../".repeat(depth))
    }

    pub fn item(&self, at: ItemIx) -> ItemLink {
        let item = self.context.item(at);
        ItemLink {
            id: item.id.clone(),
            title: item.title.clone(),
            kind: self.context.kind_label(at).to_owned(),
            href: self.href(self.context.page_of(Place::Item(at))),
        }
    }

    pub fn place(&self, place: Place) -> ItemLink {
        match place {
            Place::Item(at) => self.item(at),
            Place::Home | Place::Page(_) => ItemLink {
                id: String::new(),
                title: self.context.title_of(place),
                kind: self.say("kind-page"),
                href: self.href(self.context.page_of(place)),
            },
        }
    }

    /// A person or body, linked to their page.
    pub fn person(&self, name: &str) -> Words {
        let slug = self.context.people.person_slug(name);
        Words {
            text: name.to_owned(),
            href: slug.map(|slug| self.href(&address::person(slug))),
        }
    }

    pub fn team(&self, name: &str) -> Words {
        let slug = self.context.people.team_slug(name);
        Words {
            text: name.to_owned(),
            href: slug.map(|slug| self.href(&address::team(slug))),
        }
    }

    pub fn row(&self, at: ItemIx) -> Row {
        let item = self.context.item(at);
        let trace = self.context.subject.trace;
        let locale = self.locale();
        let trigger = trace.triggers.get(&at);
        Row {
            item: self.item(at),
            status: item.status.as_deref().map(|it| words::status(locale, it)),
            health: self.health(at),
            trigger: trigger.map(|state| words::trigger(locale, *state)),
            owner: item.raci.owner.as_ref().map(|owner| self.person(owner)),
            team: item.team.as_ref().map(|team| self.team(team)),
            due: self.due(item),
            progress: self.progress(at),
            more: None,
            parts: Vec::new(),
            hidden: 0,
        }
    }

    pub fn rows(&self, items: impl IntoIterator<Item = ItemIx>) -> Vec<Row> {
        items.into_iter().map(|at| self.row(at)).collect()
    }

    /// How far the work has come, 0 to 100.
    pub fn progress(&self, at: ItemIx) -> Option<u8> {
        let trace = self.context.subject.trace;
        let progress = trace.shown_progress(self.context.item(at), at);
        progress.map(Percent::value)
    }

    /// The stated health, while it holds, else the computed one; none where
    /// neither is known or nothing is left to do.
    pub fn health(&self, at: ItemIx) -> Option<Badge> {
        let trace = self.context.subject.trace;
        let health = trace.shown_health(self.context.item(at), at);
        health.map(|health| words::health(self.locale(), health))
    }

    pub fn due(&self, item: &Item) -> Option<Due> {
        let dates = &item.dates;
        let when = dates.due_when.as_deref().map(|when| when.value.clone());
        if dates.due.is_none() && when.is_none() {
            return None;
        }
        let due: Option<&Period> = dates.due.as_deref();
        let period = |it: &Period| self.locale().unbroken_period(it);
        Some(Due {
            text: due.map(period).unwrap_or_default(),
            datetime: due.map(|due| due.last.to_string()).unwrap_or_default(),
            was: dates.due_was.iter().map(|was| period(was)).collect(),
            late: item.is_late(self.context.subject.today),
            when,
        })
    }
}
