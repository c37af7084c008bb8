//! What is looked up at the end of the report: who, how it is measured, and
//! what the ids mean.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::Role;
use crate::plan::ItemIx;

use super::super::pieces::{ItemLink, Pen, Words};
use super::super::words;
use super::chapter;

/// What is looked up at the end of the report.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ReportIndex {
    /// Who is accountable for what.
    pub people: Vec<PersonEntry>,
    /// How each measure is taken.
    pub measures: Vec<MeasureEntry>,
    /// What the ids mean.
    pub items: Vec<IdEntry>,
    /// How many more items there are.
    pub more_items: usize,
}

/// Somebody, and what they are accountable for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PersonEntry {
    /// Who.
    pub name: Words,
    /// What they do.
    pub role: Option<String>,
    /// The ids of the items, and where they are in the report.
    pub items: Vec<Words>,
}

/// A measure, and how it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MeasureEntry {
    /// The measure.
    pub item: ItemLink,
    /// Its anchor.
    pub anchor: String,
    /// One sentence.
    pub lead: Option<String>,
    /// What is counted.
    pub unit: Option<String>,
    /// What it shows: input, activity, output, outcome.
    pub level: Option<String>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// Who is accountable.
    pub owner: Option<String>,
}

/// An id, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct IdEntry {
    /// The id.
    pub id: String,
    /// The item's kind.
    pub kind: String,
    /// The item's title, and where it is in the report.
    pub title: Words,
}

/// How many ids the list explains.
const IDS: usize = 1200;

pub(super) fn view(pen: &Pen<'_, '_>, items: &[ItemIx]) -> ReportIndex {
    let context = pen.context;
    let mut in_order = items.to_vec();
    in_order.sort_unstable();
    in_order.dedup();
    let measures = in_order
        .iter()
        .filter(|at| context.item(**at).role == Role::Measure);
    let references = in_order.iter().take(IDS).map(|at| {
        let item = pen.item(*at);
        IdEntry {
            title: Words {
                text: item.title,
                href: Some(format!("#{}", chapter::anchor(&item.id))),
            },
            id: item.id,
            kind: item.kind,
        }
    });
    ReportIndex {
        people: people(pen, &in_order),
        measures: measures.map(|at| definition(pen, *at)).collect(),
        items: references.collect(),
        more_items: in_order.len().saturating_sub(IDS),
    }
}

fn people(pen: &Pen<'_, '_>, items: &[ItemIx]) -> Vec<PersonEntry> {
    let mut owned: BTreeMap<&str, Vec<Words>> = BTreeMap::new();
    for at in items.iter().take(IDS) {
        let item = pen.context.item(*at);
        if let Some(owner) = &item.raci.owner {
            owned.entry(&owner.value).or_default().push(Words {
                text: item.id.clone(),
                href: Some(format!("#{}", chapter::anchor(&item.id))),
            });
        }
    }
    let known = &pen.context.subject.config.people;
    let mut people: Vec<PersonEntry> = owned
        .into_iter()
        .map(|(name, items)| PersonEntry {
            name: pen.person(name),
            role: known.find(name).and_then(|person| person.role.clone()),
            items,
        })
        .collect();
    people.sort_by_cached_key(|it| deunicode::deunicode(&it.name.text).to_lowercase());
    people
}

fn definition(pen: &Pen<'_, '_>, at: ItemIx) -> MeasureEntry {
    let item = pen.context.item(at);
    let measure = item.measure.as_ref();
    let level = measure.and_then(|it| it.level.as_ref());
    MeasureEntry {
        item: pen.item(at),
        anchor: chapter::anchor(&item.id),
        lead: chapter::sentence(item),
        unit: measure.and_then(|it| it.unit.clone()),
        level: level.map(|it| words::level(pen.locale(), it.value)),
        source: measure.and_then(|it| it.source.clone()),
        owner: item.raci.owner.as_ref().map(|owner| owner.value.clone()),
    }
}
