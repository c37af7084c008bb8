//! Which links are suspect: one end means something else than it did when the
//! other was reviewed.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Span;
use crate::plan::{ItemIx, Plan, Reference};
use crate::source::SourceSet;

use super::{CARRYING, Fingerprint, Part, Review, Reviews};

/// An item that may no longer be what is needed.
#[derive(Debug, Clone)]
pub struct Suspect<'a> {
    /// The item.
    pub item: ItemIx,
    /// Its last review.
    pub review: &'a Review,
    /// Where it names what has changed; else the line of the review.
    pub place: Span,
    /// What has changed.
    pub why: Why,
}

/// What has changed since a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// These parts of what the item is for.
    Changed(ItemIx, Vec<Part>),
    /// What it was for is no longer in the plan.
    Gone,
}

/// The links of a plan along which meaning is handed on.
#[derive(Debug, Clone)]
pub struct Links<'a> {
    /// Those whose item has to be read again, in the order of the items.
    pub suspects: Vec<Suspect<'a>>,
    /// Those of which there is no review: the item and what it is for.
    pub unread: Vec<(ItemIx, ItemIx)>,
}

impl<'a> Links<'a> {
    /// Compares each link of an open item with its last review.
    pub fn of(plan: &'a Plan, sources: &SourceSet, reviews: &'a Reviews) -> Self {
        let last = reviews.by_items(plan);
        let mut prints = BTreeMap::new();
        let mut links = Self {
            suspects: Vec::new(),
            unread: Vec::new(),
        };
        for (reference, to) in Self::looked_at(plan) {
            let Some(review) = last.get(&(reference.from, to)).copied() else {
                links.unread.push((reference.from, to));
                continue;
            };
            let now = prints
                .entry(to)
                .or_insert_with(|| Fingerprint::of(to, plan, sources));
            let changed = review.print.changed(now);
            if !changed.is_empty() {
                links.suspects.push(Suspect {
                    item: reference.from,
                    review,
                    place: reference.written.span,
                    why: Why::Changed(to, changed),
                });
            }
        }
        links.suspects.extend(gone(plan, reviews));
        links.suspects.sort_by_key(|suspect| suspect.item);
        links
    }

    /// Items of which some link was never reviewed and none is suspect.
    pub fn never_read(&self) -> Vec<ItemIx> {
        let suspects: BTreeSet<ItemIx> = self.suspects.iter().map(|it| it.item).collect();
        let unread: BTreeSet<ItemIx> = self.unread.iter().map(|(item, _)| *item).collect();
        unread.difference(&suspects).copied().collect()
    }

    /// The links of open items, each once, and where they lead. What was
    /// dropped is nobody's aim, and what is done is done.
    fn looked_at(plan: &Plan) -> impl Iterator<Item = (&Reference, ItemIx)> {
        let mut seen = BTreeSet::new();
        let references = plan.references.iter();
        let carrying = references.filter(|it| CARRYING.contains(&it.relation));
        let carrying = carrying.filter_map(|it| Some((it, it.to?)));
        carrying.filter(move |(it, to)| {
            let counts = plan[it.from].is_open() && !plan[*to].is_dropped() && it.from != *to;
            counts && seen.insert((it.from, *to))
        })
    }
}

/// Reviews with what is gone, unless the item still names it: that is said of
/// the reference.
fn gone<'a>(plan: &'a Plan, reviews: &'a Reviews) -> impl Iterator<Item = Suspect<'a>> {
    let still_named = |item, parent: &str| {
        let mut references = plan.references_of(item).iter();
        references.any(|it| it.written.eq_ignore_ascii_case(parent))
    };
    let gone = reviews.without_parent(plan);
    let gone = gone.filter(move |(item, review, _)| {
        plan[*item].is_open() && !still_named(*item, &review.parent)
    });
    gone.map(|(item, review, place)| Suspect {
        item,
        review,
        place,
        why: Why::Gone,
    })
}
