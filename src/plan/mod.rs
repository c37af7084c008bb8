//! The plan: what the documents mean, as one typed graph.
//!
//! [`assemble`] turns documents into a [`Plan`]. References stay beside what
//! they were resolved to, so that the rules can speak about both.

mod address;
mod assemble;
mod fact;
mod home;
mod ids;
mod item;
mod item_fields;
mod level;
mod links;
mod measure;
mod named;
mod own;
mod piece;
mod reference;
mod risk;
mod stakeholder;
mod targets;
mod trigger;

pub use address::{of_alias, slug};
pub use assemble::assemble;
pub use fact::Fact;
pub use home::{Home, ValueStatement};
pub use ids::FreeIds;
pub use item::{Allow, Dates, Health, Item, Priority, Raci};
pub use item_fields::{can_be_id, odd_in_id};
pub use level::Level;
pub use links::Target;
pub use measure::{Direction, Measure, Noted, Of, Point, Reading};
pub use named::Naming;
pub use own::{OwnField, OwnValue};
pub use piece::Piece;
pub use reference::{Reference, Relation};
pub use risk::{Response, Risk};
pub use stakeholder::{Part, Party, Stakeholder, StakeholderRole};
pub use trigger::{Condition, Trigger};

use std::sync::Arc;

use crate::document::{Document, Link};
use crate::value::Spanned;

use assemble::Names;
use targets::Targets;

/// An item's place in [`Plan::items`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIx(pub usize);

/// A plain page's place in [`Plan::pages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageIx(pub usize);

/// A text and its file.
#[derive(Debug, Clone)]
pub struct Body {
    /// The text.
    pub document: Document,
    /// The file's path from the plan folder.
    pub path: String,
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
    /// Who may see it; the plan's default where empty.
    pub audience: Vec<Spanned<String>>,
    /// Old paths that lead here.
    pub aliases: Vec<Spanned<String>>,
    /// Findings that the author has accepted.
    pub allow: Vec<Allow>,
}

/// A plan and the plans within it.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// What stands above all goals.
    pub home: Arc<Home>,
    /// The items: by kind from the top of the trace downward, then by id,
    /// numbers by value.
    pub items: Vec<Arc<Item>>,
    /// The plain pages, by path.
    pub pages: Vec<Arc<Page>>,
    /// Every reference in front matter, in the order of the items.
    pub references: Vec<Reference>,
    /// Where the links of all texts lead.
    targets: Targets,
    names: Arc<Names>,
    /// The paths of the files that texts can link to.
    files: Vec<String>,
    /// What each file says, in the order of the sources.
    pieces: Vec<Arc<Piece>>,
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
    /// All items.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = &Item> + Clone {
        self.items.iter().map(|item| &**item)
    }

    /// All items with their places.
    pub fn all(&self) -> impl Iterator<Item = (ItemIx, &Item)> {
        self.items
            .iter()
            .enumerate()
            .map(|(at, item)| (ItemIx(at), &**item))
    }

    /// The item of that id or alias, whatever the case.
    pub fn find(&self, id: &str) -> Option<ItemIx> {
        self.names.by_id.get(&id.to_lowercase()).copied()
    }

    /// All ids, for suggestions.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.id.as_str())
    }

    /// The text of a place; none where the home page has none.
    pub fn body(&self, place: Place) -> Option<&Body> {
        match place {
            Place::Home => self.home.body.as_ref(),
            Place::Item(at) => Some(&self[at].body),
            Place::Page(at) => Some(&self.pages[at.0].body),
        }
    }

    /// The address of a text's page in the site, without the ending.
    pub fn address(&self, place: Place) -> &str {
        match place {
            Place::Home => "index",
            Place::Item(at) => &self[at].address,
            Place::Page(at) => &self.pages[at.0].address,
        }
    }

    /// Where the links of a text lead, in the order of its links.
    pub fn targets(&self, place: Place) -> &[Target] {
        &self.targets[&place]
    }

    /// The links of a text, each with where it leads.
    pub fn links(&self, place: Place) -> impl Iterator<Item = (&Link, &Target)> {
        let links = self.body(place).into_iter();
        let links = links.flat_map(|body| &body.document.links);
        links.zip(self.targets(place))
    }

    /// What each file says, in the order of the sources.
    pub fn pieces(&self) -> &[Arc<Piece>] {
        &self.pieces
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
