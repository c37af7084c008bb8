//! Which items stand on the map, in which band, and how they are tied.

use std::collections::BTreeMap;

use crate::config::{FieldType, Role};
use crate::plan::{Item, ItemIx, OwnValue, Relation};

use super::super::context::Context;
use super::is_strategic;

/// Items that stand side by side.
pub(super) struct Band {
    pub label: String,
    pub items: Vec<ItemIx>,
}

/// How two items are tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// The one helps to reach the other.
    Leads,
    /// The other cannot begin before the one is done.
    Waits,
    /// They have to do with each other.
    Relates,
}

/// A tie from cause to effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    pub tie: Tie,
    pub from: ItemIx,
    pub to: ItemIx,
}

/// All ties between items on the map.
pub(super) type Ties = Vec<Line>;

impl Line {
    /// The other end, if the one is an item.
    pub fn other(&self, at: ItemIx) -> Option<ItemIx> {
        match at {
            at if at == self.from => Some(self.to),
            at if at == self.to => Some(self.from),
            _ => None,
        }
    }
}

/// So many items can still be taken in at a glance; of a larger plan the map
/// shows fewer levels, and in the end only the first goals.
const ROOM: usize = 60;

/// The bands from top to bottom, and what there is no room for by kind.
pub(super) fn all(context: &Context<'_>) -> (Vec<Band>, Vec<(String, usize)>) {
    let plan = context.subject.plan;
    let kept = |item: &Item| is_strategic(item.role) && !item.is_dropped();
    let all: Vec<ItemIx> = plan.all().filter(|it| kept(it.1)).map(|it| it.0).collect();
    let within = |deepest: Role| {
        let all = all.iter().copied();
        all.filter(move |at| plan[*at].role <= deepest)
            .collect::<Vec<_>>()
    };
    let choices = [Role::Strategy, Role::Objective, Role::Goal].map(within);
    let fits = choices
        .iter()
        .find(|it| (1..=ROOM).contains(&it.len()))
        .cloned();
    let shown = fits.unwrap_or_else(|| {
        let [.., goals] = choices;
        let some = if goals.is_empty() { &all } else { &goals };
        some.iter().copied().take(ROOM).collect()
    });
    let left_out = left_out(context, &all, &shown);
    let bands = match perspectives(context, &shown) {
        Some(bands) => bands,
        None => levels(context, &shown),
    };
    (bands, left_out)
}

fn left_out(context: &Context<'_>, all: &[ItemIx], shown: &[ItemIx]) -> Vec<(String, usize)> {
    let kinds = context.subject.config.kinds.all();
    let counts = kinds.filter_map(|(kind, _)| {
        let of_kind = |items: &[ItemIx]| {
            let items = items.iter();
            items.filter(|at| context.item(**at).kind == kind).count()
        };
        let many = of_kind(all) - of_kind(shown);
        (many > 0).then(|| (context.kind(kind).plural.clone(), many))
    });
    counts.collect()
}

/// A band for each kind.
fn levels(context: &Context<'_>, shown: &[ItemIx]) -> Vec<Band> {
    let kinds = context.subject.config.kinds.all();
    let bands = kinds.map(|(kind, _)| Band {
        label: context.kind(kind).plural.clone(),
        items: shown
            .iter()
            .copied()
            .filter(|at| context.item(*at).kind == kind)
            .collect(),
    });
    bands.filter(|band| !band.items.is_empty()).collect()
}

/// A band for each of the values of the plan's own field `perspective`; none
/// where no goal has any. What has none stands with what it supports first.
fn perspectives(context: &Context<'_>, shown: &[ItemIx]) -> Option<Vec<Band>> {
    let config = context.subject.config;
    let mut fields = config.fields.iter().enumerate();
    let (field, def) =
        fields.find(|(_, def)| def.name == "perspective" && def.holds == FieldType::Term)?;
    let mut bands: Vec<Band> = def
        .values
        .iter()
        .map(|value| Band {
            label: value.value.clone(),
            items: Vec::new(),
        })
        .collect();
    let mut homes: BTreeMap<ItemIx, usize> = BTreeMap::new();
    let graph = &context.subject.trace.graph;
    let mut loose = Vec::new();
    for at in graph.bottom_up.iter().rev() {
        if !is_strategic(context.item(*at).role) {
            continue;
        }
        let own = term(context.item(*at), field);
        let own = own.and_then(|own| bands.iter().position(|band| band.label == own));
        let above = || graph.up(*at).iter().find_map(|it| homes.get(&it.item));
        if let Some(home) = own.or_else(|| above().copied()) {
            homes.insert(*at, home);
        }
    }
    for at in shown {
        match homes.get(at) {
            Some(home) => bands[*home].items.push(*at),
            None => loose.push(*at),
        }
    }
    bands.push(Band {
        label: context.locale.say("map-no-perspective"),
        items: loose,
    });
    bands.retain(|band| !band.items.is_empty());
    (!homes.is_empty()).then_some(bands)
}

/// The term that an item has in a field of the plan's own.
fn term(item: &Item, field: usize) -> Option<&str> {
    let own = item.own.iter().find(|own| own.def == field)?;
    own.values.iter().find_map(|value| match &value.value {
        OwnValue::Text(term) => Some(term.as_str()),
        _ => None,
    })
}

/// The ties between items on the map, each once.
pub(super) fn ties(context: &Context<'_>, bands: &[Band]) -> Ties {
    let graph = &context.subject.trace.graph;
    let shown: Vec<ItemIx> = bands.iter().flat_map(|band| &band.items).copied().collect();
    let mut ties = Vec::new();
    for at in shown.iter().copied() {
        let leads = graph.up(at).iter().map(|thread| thread.item);
        ties.extend(leads.map(|to| (Tie::Leads, at, to)));
        let causes = graph.to(at, Relation::DependsOn);
        ties.extend(causes.map(|from| (Tie::Waits, from, at)));
        let others = graph.to(at, Relation::RelatesTo);
        ties.extend(others.map(|other| (Tie::Relates, at.min(other), at.max(other))));
    }
    let mut ties: Ties = ties
        .into_iter()
        .map(|(tie, from, to)| Line { tie, from, to })
        .filter(|line| line.from != line.to)
        .filter(|line| shown.contains(&line.from) && shown.contains(&line.to))
        .collect();
    ties.sort_unstable();
    ties.dedup();
    ties
}
