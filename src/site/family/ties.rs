//! How the plans of a family hang together: whose items serve whose.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::plan::ItemIx;

use super::super::address;
use super::super::context::Context;
use super::super::pieces::{ItemLink, Pen, Words};
use super::name_of;

/// What a plan has to do with another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Tie {
    /// The other plan.
    pub plan: Words,
    /// How many links there are.
    pub count: usize,
    /// The first of them.
    pub links: Vec<TieLink>,
    /// How many more there are.
    pub hidden: usize,
}

/// An item that serves an item of another plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TieLink {
    /// The item that serves.
    pub from: ItemLink,
    /// What it serves.
    pub to: ItemLink,
}

/// The most links to another plan that are named.
const SHOWN: usize = 12;

type Links = BTreeMap<(Option<String>, Option<String>), Vec<(ItemIx, ItemIx)>>;

/// Every step up the golden thread from one plan to another.
pub(super) fn all(context: &Context<'_>) -> Links {
    let subject = context.subject;
    let mut links = Links::new();
    for (from, item) in subject.plan.all() {
        if item.is_dropped() {
            continue;
        }
        for (_, to) in subject.trace.graph.steps_up(from) {
            let [a, b] = [from, to].map(|at| name_of(context, at));
            if a != b {
                let ends = (a.map(str::to_owned), b.map(str::to_owned));
                links.entry(ends).or_default().push((from, to));
            }
        }
    }
    links
}

/// A plan of the family by its name; none is the plan above all.
pub(super) fn title(pen: &Pen<'_, '_>, name: Option<&str>) -> Words {
    let plans = &pen.context.subject.config.plans;
    let plan = plans.iter().find(|plan| Some(plan.name.as_str()) == name);
    match plan {
        Some(plan) => Words {
            text: plan.title.clone(),
            href: Some(pen.href(&address::family(&plan.name))),
        },
        None => Words {
            text: pen.context.title.clone(),
            href: Some(pen.href(&address::home())),
        },
    }
}

pub(super) fn tie(pen: &Pen<'_, '_>, other: Option<&str>, links: &[(ItemIx, ItemIx)]) -> Tie {
    let shown = links.iter().take(SHOWN).map(|(from, to)| TieLink {
        from: pen.item(*from),
        to: pen.item(*to),
    });
    Tie {
        plan: title(pen, other),
        count: links.len(),
        links: shown.collect(),
        hidden: links.len().saturating_sub(SHOWN),
    }
}
