//! From what each file says to a plan.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span, code};
use crate::source::SourceSet;

use super::item_fields::Draft;
use super::links::Resolver;
use super::piece::{Piece, Said};
use super::reference::{Reference, Relation};
use super::targets::Targets;
use super::{Body, Item, ItemIx, Place, Plan, Target, address};

/// Makes the plan that the pieces describe, one for each file in the order of
/// the sources, and says what was wrong on the way. What is wrong is left out,
/// not what stands beside it.
///
/// Of the last plan, made with the same settings, is kept what cannot have
/// become another.
pub fn assemble(
    pieces: Vec<Arc<Piece>>,
    sources: &SourceSet,
    config: &Config,
    last: Option<&Plan>,
) -> (Plan, Vec<Diagnostic>) {
    let found = pieces.iter().flat_map(|piece| &piece.problems);
    let mut problems: Vec<Diagnostic> = found.cloned().collect();
    let last = last.filter(|last| last.has_names_of(&pieces));
    let names = last.map_or_else(
        || {
            let (names, found) = Names::of(&pieces);
            problems.extend(found);
            Arc::new(names)
        },
        |last| Arc::clone(&last.names),
    );
    let files = sources.linkable().map(str::to_owned).collect();
    let last = last.filter(|last| last.files == files && last.has_headings_of(&pieces));
    let mut plan = Plan {
        names,
        files,
        pieces,
        ..Plan::default()
    };
    plan.take();
    resolve(&mut plan, sources, config, last);
    (plan, problems)
}

/// What items are called, and their order.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The items' pieces, in the order of [`Plan::items`].
    order: Vec<usize>,
    /// Items by their ids and aliases in lower case.
    pub by_id: HashMap<String, ItemIx>,
    /// Whether no two items have one name.
    clear: bool,
}

impl Names {
    /// Keeps the first item of each id, and reports the others.
    fn of(pieces: &[Arc<Piece>]) -> (Self, Vec<Diagnostic>) {
        let drafts = pieces.iter().enumerate();
        let mut drafts: Vec<(usize, &Draft)> = drafts
            .filter_map(|(at, piece)| Some((at, piece.draft()?)))
            .collect();
        drafts.sort_by_cached_key(|(_, draft)| (draft.item.kind, address::natural(&draft.item.id)));
        let mut problems = Vec::new();
        let mut by_id: HashMap<String, ItemIx> = HashMap::new();
        let mut kept: Vec<(usize, &Draft)> = Vec::new();
        for (at, draft) in drafts {
            let item = &draft.item;
            let key = item.id.to_lowercase();
            if let Some(first) = by_id.get(&key) {
                problems.push(duplicate(&item.id, item.place, kept[first.0].1));
            } else {
                by_id.insert(key, ItemIx(kept.len()));
                kept.push((at, draft));
            }
        }
        for (at, (_, draft)) in kept.iter().enumerate() {
            for alias in &draft.item.aliases {
                let taken = by_id.entry(alias.to_lowercase()).or_insert(ItemIx(at));
                if *taken != ItemIx(at) {
                    problems.push(duplicate(alias, alias.span, kept[taken.0].1));
                }
            }
        }
        let names = Self {
            order: kept.iter().map(|(at, _)| *at).collect(),
            by_id,
            clear: problems.is_empty(),
        };
        (names, problems)
    }
}

fn duplicate(id: &str, place: Span, first: &Draft) -> Diagnostic {
    Diagnostic::new(&code::DUPLICATE_ID, format!("the id `{id}` is taken"))
        .at(place, "used again here")
        .also(
            first.item.place,
            format!("the id of \u{201c}{}\u{201d}", first.item.title),
        )
        .help("give one of the two another id; ids are compared without regard to case")
        .about(id)
}

impl Plan {
    /// What an item refers to, in the order of its front matter.
    pub fn references_of(&self, item: ItemIx) -> &[Reference] {
        let start = self.references.partition_point(|it| it.from < item);
        let end = self.references.partition_point(|it| it.from <= item);
        &self.references[start..end]
    }

    /// The references of one relation that lead to an item.
    pub fn stated(&self, relation: Relation) -> impl Iterator<Item = (&Reference, ItemIx)> {
        let fits = self
            .references
            .iter()
            .filter(move |it| it.relation == relation);
        fits.filter_map(|reference| Some((reference, reference.to?)))
    }
}

/// What the next plan may keep.
impl Plan {
    /// Whether the pieces have the names that this plan's have, one by one,
    /// and no two of them the same.
    fn has_names_of(&self, pieces: &[Arc<Piece>]) -> bool {
        self.names.clear && self.is_alike(pieces, Piece::is_called_as)
    }

    /// Whether links to headings find in the pieces what they find here.
    fn has_headings_of(&self, pieces: &[Arc<Piece>]) -> bool {
        self.is_alike(pieces, Piece::has_headings_of)
    }

    /// Whether it differs from an earlier plan in the words of its texts alone,
    /// and so in nothing that a plan is traced by.
    pub fn means_as(&self, last: &Self) -> bool {
        let same_targets = || {
            self.bodies()
                .all(|(at, _)| self.targets(at) == last.targets(at))
        };
        last.has_names_of(&self.pieces)
            && last.is_alike(&self.pieces, Piece::means_as)
            && same_targets()
    }

    fn is_alike(&self, pieces: &[Arc<Piece>], alike: fn(&Piece, &Piece) -> bool) -> bool {
        let both = || self.pieces.iter().zip(pieces);
        self.pieces.len() == pieces.len()
            && both().all(|(old, new)| Arc::ptr_eq(old, new) || alike(old, new))
    }

    /// The targets of a text, if it is the very text that stands there.
    fn kept_targets(&self, place: Place, body: &Body) -> Option<Arc<[Target]>> {
        let same = std::ptr::eq(self.body(place)?, body);
        same.then(|| Arc::clone(&self.targets[&place]))
    }

    /// Takes what the pieces say.
    fn take(&mut self) {
        for piece in &self.pieces {
            match &piece.said {
                Said::Home(home) => self.home = Arc::clone(home),
                Said::Page(page) => self.pages.push(Arc::clone(page)),
                Said::Item(_) => {}
            }
        }
        let by_id = &self.names.by_id;
        let drafts = self.names.order.iter().map(|at| &self.pieces[*at]);
        for (at, draft) in drafts.filter_map(|piece| piece.draft()).enumerate() {
            let references = draft.written.iter().map(|written| Reference {
                from: ItemIx(at),
                relation: written.relation,
                to: by_id.get(&written.id.to_lowercase()).copied(),
                written: written.id.clone(),
                weight: written.weight,
                note: written.note.clone(),
                lag: written.lag.clone(),
            });
            self.references.extend(references);
            let mut item = Arc::clone(&draft.item);
            if item.trigger.is_some() {
                watch(Arc::make_mut(&mut item), by_id);
            }
            self.items.push(item);
        }
    }
}

/// Finds what the item's trigger watches.
fn watch(item: &mut Item, by_id: &HashMap<String, ItemIx>) {
    if let Some(trigger) = &mut item.trigger {
        trigger.resolve(|id| by_id.get(&id.to_lowercase()).copied());
    }
}

/// Follows the links of all texts.
fn resolve(plan: &mut Plan, sources: &SourceSet, config: &Config, last: Option<&Plan>) {
    let resolver = Resolver::new(plan, config, sources);
    let follow = |body: &Body| {
        let links = body.document.links.iter();
        links
            .map(|link| resolver.resolve(link, &body.path))
            .collect()
    };
    let bodies: Vec<(Place, &Body)> = plan.bodies().collect();
    let targets = bodies.into_par_iter().map(|(place, body)| {
        let kept = last.and_then(|last| last.kept_targets(place, body));
        (place, kept.unwrap_or_else(|| follow(body)))
    });
    plan.targets = Targets::of(targets.collect());
}

/// Old addresses.
impl Plan {
    /// Old addresses, without the ending, and the addresses they lead to. An
    /// old id lies beside the item's page; an old path where it lay.
    pub fn redirects(&self) -> impl Iterator<Item = (String, &str)> {
        let items = self
            .items
            .iter()
            .map(|item| (&item.aliases, item.address.as_str()));
        let pages = self
            .pages
            .iter()
            .map(|page| (&page.aliases, page.address.as_str()));
        items.chain(pages).flat_map(|(aliases, address)| {
            let from = aliases
                .iter()
                .map(move |alias| address::of_alias(alias, address));
            from.map(move |from| (from, address))
                .filter(|(from, to)| from != to)
        })
    }
}
