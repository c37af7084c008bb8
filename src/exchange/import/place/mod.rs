//! From a draft to files of a plan: new ones, and changes to those that are
//! there.
//!
//! Nothing is written here, and nothing is ever taken out of a plan: fields
//! that the draft does not have stay, and items that it does not have are
//! named and left alone.

mod matching;
mod new;
mod settings;
mod update;

use std::collections::BTreeSet;

use crate::config::Config;
use crate::mend::Change;
use crate::plan::{ItemIx, Plan};
use crate::source::SourceSet;

use super::{Datum, Draft, DraftItem, Fields, Loss};

use matching::Matched;

/// The plan that a draft comes into; an empty one where the folder is new.
#[derive(Debug, Clone, Copy)]
pub struct There<'a> {
    /// Its files.
    pub sources: &'a SourceSet,
    /// Its settings; those of the draft where there are none yet.
    pub config: &'a Config,
    /// What the files say.
    pub plan: &'a Plan,
}

/// What becomes of a draft.
#[derive(Debug, Default)]
pub struct Placed {
    /// Files to be written.
    pub changes: Vec<Change>,
    /// Of each item of the draft, in its order: its id, its title, its file
    /// and what happens to it.
    pub items: Vec<PlacedItem>,
    /// Items of the plan that are of a kind the draft has, but are not in it:
    /// their ids.
    pub others: Vec<String>,
    /// What could not be taken over as it was.
    pub losses: Vec<Loss>,
}

/// An item of a draft in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedItem {
    /// Its id in the plan.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its file.
    pub path: String,
    /// What happens to it.
    pub fate: Fate,
}

/// What happens to an item of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It gets a file of its own.
    New,
    /// Its file changes.
    Changed,
    /// Its file says the same already.
    Same,
}

/// The settings that a draft brings along, for a plan that has none.
pub fn settings(draft: &Draft) -> String {
    settings::text(&draft.settings)
}

/// Finds a place for all that is in a draft.
pub fn place(mut draft: Draft, there: There<'_>) -> Placed {
    let mut placed = Placed {
        losses: std::mem::take(&mut draft.losses),
        ..Placed::default()
    };
    settings::place(&draft, there, &mut placed);
    let matched = matching::all(&draft, there, &mut placed.losses);
    let ids: Vec<&str> = matched.iter().map(|it| it.id.as_str()).collect();
    resolve(&mut draft.home.fields, &ids);
    for item in &mut draft.items {
        resolve(&mut item.text.fields, &ids);
    }
    home(&draft, there, &mut placed);
    let mut paths: BTreeSet<String> = there.sources.linkable().map(str::to_lowercase).collect();
    for (item, matched) in draft.items.iter().zip(&matched) {
        let (path, fate, change) = if let Some(at) = matched.at {
            known(item, at, there, &mut placed.losses)
        } else {
            let path = new::path(item, matched, there.config, &mut paths);
            let text = new::item(item, matched);
            (path.clone(), Fate::New, Some(new::file(path, text)))
        };
        placed.items.push(PlacedItem {
            id: matched.id.clone(),
            title: item.title.clone(),
            path,
            fate,
        });
        placed.changes.extend(change);
    }
    placed.others = others(&matched, there);
    placed
}

/// `index.md`.
fn home(draft: &Draft, there: There<'_>, placed: &mut Placed) {
    const HOME: &str = "index.md";
    match there.sources.by_path(HOME) {
        None => {
            let text = new::text(&draft.home.fields, &draft.home.body);
            placed.changes.push(new::file(HOME.to_owned(), text));
        }
        Some(source) => {
            let change = update::file(source, &draft.home, &mut placed.losses);
            placed.changes.extend(change);
        }
    }
}

fn known(
    item: &DraftItem,
    at: ItemIx,
    there: There<'_>,
    losses: &mut Vec<Loss>,
) -> (String, Fate, Option<Change>) {
    let known = &there.plan[at];
    let source = there.sources.source(known.body.document.source);
    let mut text = item.text.clone();
    if !item
        .title
        .split_whitespace()
        .eq(known.title.split_whitespace())
    {
        let title = Datum::from(item.title.as_str());
        text.fields.0.insert(0, ("title".to_owned(), title));
    }
    let change = update::file(source, &text, losses);
    let fate = if change.is_some() {
        Fate::Changed
    } else {
        Fate::Same
    };
    (source.path.to_string(), fate, change)
}

/// Puts ids in place of items.
fn resolve(fields: &mut Fields, ids: &[&str]) {
    for (_, value) in &mut fields.0 {
        resolve_value(value, ids);
    }
}

fn resolve_value(value: &mut Datum, ids: &[&str]) {
    match value {
        Datum::Item(at) => *value = Datum::from(ids[*at]),
        Datum::List(values) => values.iter_mut().for_each(|it| resolve_value(it, ids)),
        Datum::Table(fields) => resolve(fields, ids),
        Datum::Text(_) | Datum::Plain(_) => {}
    }
}

/// The items of the plan that could be in the draft and are not.
fn others(matched: &[Matched], there: There<'_>) -> Vec<String> {
    let kinds: BTreeSet<_> = matched.iter().map(|it| it.kind).collect();
    let met: BTreeSet<ItemIx> = matched.iter().filter_map(|it| it.at).collect();
    let all = there.plan.all();
    let others = all.filter(|(at, item)| kinds.contains(&item.kind) && !met.contains(at));
    others.map(|(_, item)| item.id.clone()).collect()
}
