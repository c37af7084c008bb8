//! What an edition's audience may see.

use std::collections::BTreeSet;

use crate::config::{Audiences, Config, Edition};
use crate::diagnostic::Span;
use crate::plan::{Body, Place, Plan, Target};
use crate::value::Spanned;

/// What is kept from an audience, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wall {
    /// Items and plain pages for others.
    Texts,
    /// `hide_fields`.
    Fields,
    /// `::: audience` blocks for others.
    Blocks,
    /// Relations and other ids in front matter that lead to hidden items.
    Relations,
    /// Links that lead to something hidden.
    Links,
    /// Files that nothing visible refers to.
    Files,
    /// People whom nothing visible names.
    People,
}

impl Wall {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Texts,
        Self::Fields,
        Self::Blocks,
        Self::Relations,
        Self::Links,
        Self::Files,
        Self::People,
    ];
}

/// What an edition's audience may see of a plan.
#[derive(Debug)]
pub struct Clearance<'a> {
    audiences: &'a Audiences,
    rank: Option<usize>,
    hidden_fields: BTreeSet<&'a str>,
    hidden: BTreeSet<Place>,
    without: Option<Wall>,
}

impl<'a> Clearance<'a> {
    /// What an edition lets its readers see.
    pub fn of(plan: &Plan, config: &'a Config, edition: &'a Edition) -> Self {
        Self::without(None, plan, config, edition)
    }

    /// The same with one wall torn down: a test of whether the walls are
    /// needed, and of whether it is noticed when one is missing.
    pub fn without(
        wall: Option<Wall>,
        plan: &Plan,
        config: &'a Config,
        edition: &'a Edition,
    ) -> Self {
        let audience = edition.audience.as_ref();
        let fields = edition.hide_fields.iter().map(|field| field.value.as_str());
        let mut clearance = Self {
            audiences: &config.audiences,
            rank: audience.and_then(|name| config.audiences.rank(name)),
            hidden_fields: fields.collect(),
            hidden: BTreeSet::new(),
            without: wall,
        };
        let places = plan.bodies().map(|(place, _)| place);
        clearance.hidden = places
            .filter(|place| marks(plan, *place).is_some_and(|names| !clearance.sees(names)))
            .collect();
        clearance
    }

    /// Whether it may be seen what is for these audiences, or for the plan's
    /// default where none is named. Where a plan names no audiences, all of it
    /// is for everybody.
    pub fn sees(&self, names: &[Spanned<String>]) -> bool {
        if self.audiences.order.is_empty() {
            return true;
        }
        let rank = |name: &str| self.audiences.rank(name);
        let needed = if names.is_empty() {
            self.audiences.default.as_deref().and_then(rank)
        } else {
            names.iter().filter_map(|name| rank(name)).min()
        };
        needed
            .zip(self.rank)
            .is_some_and(|(needed, own)| needed <= own)
    }

    /// Whether an item or a page may be seen. The home page is everybody's.
    pub fn place(&self, place: Place) -> bool {
        !self.hidden.contains(&place)
    }

    /// Whether part of a text may be seen by those who may see the text: it
    /// stands in no block for others.
    pub fn sees_part(&self, body: &Body, part: Span) -> bool {
        let mut blocks = body.document.audience_blocks.iter();
        !blocks.any(|block| {
            let is_within = block.span.start() <= part.start() && part.end() <= block.span.end();
            is_within && !self.sees(&block.names)
        })
    }

    /// Whether the wall stands.
    pub(super) fn has(&self, wall: Wall) -> bool {
        self.without != Some(wall)
    }

    /// Whether the fields of that name may be seen.
    pub(super) fn field(&self, name: &str) -> bool {
        !self.hidden_fields.contains(name)
    }

    /// Whether what a link leads to may be seen.
    pub fn target(&self, target: &Target) -> bool {
        match target {
            Target::Text { place, .. } => self.place(*place),
            Target::Fact(fact) => self.place(Place::Item(fact.item)) && self.field(&fact.field),
            Target::Attachment(_)
            | Target::Here { .. }
            | Target::External
            | Target::UnknownId
            | Target::NoFile(_)
            | Target::Outside
            | Target::Forbidden => true,
        }
    }
}

/// Whom an item or a page is marked for; the home page cannot be.
fn marks(plan: &Plan, place: Place) -> Option<&[Spanned<String>]> {
    match place {
        Place::Home => None,
        Place::Item(at) => Some(&plan[at].audience),
        Place::Page(at) => Some(&plan.pages[at.0].audience),
    }
}
