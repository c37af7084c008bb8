//! Which items of a draft are in the plan already, and the ids of all others.

use std::collections::{HashMap, HashSet};

use crate::config::{Kind, Role};
use crate::plan::{FreeIds, ItemIx, can_be_id};

use super::super::{Datum, Draft, DraftItem, Loss};
use super::There;

/// An item of a draft with its id.
#[derive(Debug)]
pub(super) struct Matched {
    /// Its kind.
    pub kind: Kind,
    /// Its id in the plan.
    pub id: String,
    /// The item of the plan that it is.
    pub at: Option<ItemIx>,
}

/// Finds every item of a draft by its id or one of its old ids, else by kind
/// and title. What is found nowhere gets an id: its own if that is free, else
/// the next of its kind.
pub(super) fn all(draft: &Draft, there: There<'_>, losses: &mut Vec<Loss>) -> Vec<Matched> {
    let mut matching = Matching {
        there,
        met: HashSet::new(),
        by_title: by_title(there),
    };
    let kinds: Vec<Kind> = draft
        .items
        .iter()
        .map(|item| kind(item, there, losses))
        .collect();
    let items = draft.items.iter().zip(&kinds);
    let by_id: Vec<Option<ItemIx>> = items
        .map(|(item, kind)| matching.by_id(item, *kind))
        .collect();
    let items = draft.items.iter().zip(&kinds).zip(by_id);
    let met: Vec<Option<ItemIx>> = items
        .map(|((item, kind), at)| at.or_else(|| matching.by_title(item, *kind)))
        .collect();
    let mut free = FreeIds::of(there.plan, there.config);
    // Ids of the file come before those that are made up.
    let items = draft.items.iter().zip(&met);
    let own: Vec<Option<String>> = items
        .map(|(item, at)| own_id(item, *at, there, (&mut free, losses)))
        .collect();
    let all = kinds.into_iter().zip(met).zip(own);
    all.map(|((kind, at), own)| Matched {
        id: own.unwrap_or_else(|| free.next(kind)),
        kind,
        at,
    })
    .collect()
}

/// The plan's kind of an item; an action's where the plan has none of that
/// name.
fn kind(item: &DraftItem, there: There<'_>, losses: &mut Vec<Loss>) -> Kind {
    let kinds = &there.config.kinds;
    kinds.by_name(&item.kind).unwrap_or_else(|| {
        let action = kinds.all().find(|(_, def)| def.role == Role::Action);
        let instead = action.or_else(|| kinds.all().next());
        let (instead, _) = instead.expect("a plan has kinds");
        losses.push(Loss {
            place: item.place.clone(),
            what: format!(
                "the plan has no kind `{}`; taken over as {}",
                item.kind, kinds[instead].name
            ),
        });
        instead
    })
}

struct Matching<'a> {
    there: There<'a>,
    met: HashSet<ItemIx>,
    by_title: HashMap<(Kind, String), Vec<ItemIx>>,
}

impl Matching<'_> {
    fn by_id(&mut self, item: &DraftItem, kind: Kind) -> Option<ItemIx> {
        let plan = self.there.plan;
        let ids = item.id.iter().map(String::as_str).chain(aliases(item));
        let found = ids.filter_map(|id| plan.find(id));
        let mut found = found.filter(|at| plan[*at].kind == kind);
        let at = found.find(|at| !self.met.contains(at))?;
        self.met.insert(at);
        Some(at)
    }

    /// An item with an id of its own is another one than those that have none
    /// of its ids.
    fn by_title(&mut self, item: &DraftItem, kind: Kind) -> Option<ItemIx> {
        if item.id.as_deref().is_some_and(can_be_id) {
            return None;
        }
        let candidates = self.by_title.get(&(kind, folded(&item.title)))?;
        let at = candidates.iter().find(|at| !self.met.contains(at))?;
        self.met.insert(*at);
        Some(*at)
    }
}

fn by_title(there: There<'_>) -> HashMap<(Kind, String), Vec<ItemIx>> {
    let mut titles: HashMap<(Kind, String), Vec<ItemIx>> = HashMap::new();
    for (at, item) in there.plan.all() {
        let key = (item.kind, folded(&item.title));
        titles.entry(key).or_default().push(at);
    }
    titles
}

fn folded(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The old ids that a draft gives an item.
fn aliases(item: &DraftItem) -> impl Iterator<Item = &str> {
    let listed = match item.text.fields.get("aliases") {
        Some(Datum::List(values)) => values.as_slice(),
        Some(single) => std::slice::from_ref(single),
        None => &[],
    };
    listed.iter().filter_map(|value| match value {
        Datum::Text(id) => Some(id.as_str()),
        _ => None,
    })
}

/// The id that an item has, or that its file gives it.
fn own_id(
    item: &DraftItem,
    at: Option<ItemIx>,
    there: There<'_>,
    (free, losses): (&mut FreeIds<'_>, &mut Vec<Loss>),
) -> Option<String> {
    if let Some(at) = at {
        return Some(there.plan[at].id.clone());
    }
    let id = item.id.as_deref()?;
    let why = if !can_be_id(id) {
        "cannot be an id"
    } else if free.take(id) {
        return Some(id.to_owned());
    } else {
        "is the id of another item"
    };
    losses.push(Loss {
        place: item.place.clone(),
        what: format!("`{id}` {why}; the item has the next free one"),
    });
    None
}
