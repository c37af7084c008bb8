//! The plan: what the documents mean, as one typed graph.
//!
//! [`assemble`] turns documents into a [`Plan`]. References stay beside what
//! they were resolved to, so that the rules can speak about both.

mod address;
mod assemble;
mod fact;
mod home;
mod item;
mod item_fields;
mod links;
mod measure;
mod named;
mod own;
mod reference;
mod risk;
mod trigger;

pub use address::{of_alias, slug};
pub use assemble::assemble;
pub use fact::Fact;
pub use home::{Home, Stakeholder, StakeholderRole, ValueStatement};
pub use item::{Allow, Dates, Health, Item, Priority, Raci};
pub use item_fields::odd_in_id;
pub use links::Target;
pub use measure::{Direction, Level, Measure, Point, Reading};
pub use named::Naming;
pub use own::{OwnField, OwnValue};
pub use reference::{Reference, Relation};
pub use risk::{Response, Risk};
pub use trigger::{Condition, Trigger};

use std::collections::BTreeMap;

use crate::document::Document;
use crate::value::Spanned;

/// An item's place in [`Plan::items`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIx(pub usize);

/// A plain page's place in [`Plan::pages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageIx(pub usize);

/// A text and where each of its links leads.
#[derive(Debug, Clone)]
pub struct Body {
    /// The text.
    pub document: Document,
    /// The file's path from the plan folder.
    pub path: String,
    /// The targets of the document's links, in the same order.
    pub targets: Vec<Target>,
}

/// A Markdown file that is no item: a guide, a decision, meeting notes.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its address without the ending.
    pub address: String,
    /// Its text.
    pub body: Body,
    /// Old paths that lead here.
    pub aliases: Vec<Spanned<String>>,
    /// Findings that the author has accepted.
    pub allow: Vec<Allow>,
}

/// A plan and the plans within it.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// What stands above all goals.
    pub home: Home,
    /// The items: by kind from the top of the trace downward, then by id,
    /// numbers by value.
    pub items: Vec<Item>,
    /// The plain pages, by path.
    pub pages: Vec<Page>,
    /// Every reference in front matter, in the order of the items.
    pub references: Vec<Reference>,
    /// Items by their ids and aliases in lower case.
    by_id: BTreeMap<String, ItemIx>,
}

/// Who mentions something in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The introduction on the home page.
    Home,
    /// An item's text.
    Item(ItemIx),
    /// A plain page.
    Page(PageIx),
}

impl std::ops::Index<ItemIx> for Plan {
    type Output = Item;

    fn index(&self, at: ItemIx) -> &Item {
        &self.items[at.0]
    }
}

impl Plan {
    /// All items with their places.
    pub fn all(&self) -> impl Iterator<Item = (ItemIx, &Item)> {
        self.items
            .iter()
            .enumerate()
            .map(|(at, item)| (ItemIx(at), item))
    }

    /// The item of that id or alias, whatever the case.
    pub fn find(&self, id: &str) -> Option<ItemIx> {
        self.by_id.get(&id.to_lowercase()).copied()
    }

    /// All ids, for suggestions.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.id.as_str())
    }

    /// All texts with who they belong to.
    pub fn bodies(&self) -> impl Iterator<Item = (Place, &Body)> {
        let home = self.home.body.iter().map(|body| (Place::Home, body));
        let items = self.all().map(|(at, item)| (Place::Item(at), &item.body));
        let pages = self.pages.iter().enumerate();
        let pages = pages.map(|(at, page)| (Place::Page(PageIx(at)), &page.body));
        home.chain(items).chain(pages)
    }
}
