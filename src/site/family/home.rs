//! The home of a plan within the plan.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::config::{Role, SubPlan};
use crate::plan::ItemIx;

use super::super::address;
use super::super::frame::Frame;
use super::super::item::{Section, capped};
use super::super::people::health::{self, HealthCount};
use super::super::pieces::{Pen, Row, Words};
use super::super::words;
use super::ties::{self, Tie};

/// The home of a plan within the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FamilyView {
    /// What stands around it.
    pub frame: Frame,
    /// Its title.
    pub title: String,
    /// How far it looks ahead.
    pub horizon: Option<String>,
    /// What it is for.
    pub summary: Option<String>,
    /// Who answers for it.
    pub owner: Option<Words>,
    /// All plans of the family.
    pub up: Words,
    /// How many items it has.
    pub items: usize,
    /// How many of them are open.
    pub open: usize,
    /// How many are late.
    pub late_count: usize,
    /// The health of what is open.
    pub health: Vec<HealthCount>,
    /// Its goals or objectives, else the goals that it leads to.
    pub tops: Vec<Row>,
    /// How many more there are.
    pub more_tops: usize,
    /// What is late, the longest first.
    pub late: Vec<Row>,
    /// What is due next.
    pub next: Vec<Row>,
    /// The plans that its items serve.
    pub serves: Vec<Tie>,
    /// The plans whose items serve it.
    pub served_by: Vec<Tie>,
    /// Its items by kind.
    pub sections: Vec<Section>,
}

/// The most that is shown at the top, as late and as next.
const TOPS: usize = 12;
const DATES: usize = 6;

pub(super) fn view(pen: &Pen<'_, '_>, plan: &SubPlan) -> FamilyView {
    let today = pen.context.subject.today;
    let items = super::items(pen.context, Some(plan));
    let item = |at: &ItemIx| pen.context.item(*at);
    let tops = tops(pen, &items);
    let due = |at: &ItemIx| item(at).dates.due_day();
    let some = |of: &dyn Fn(&ItemIx) -> bool| {
        let mut found: Vec<ItemIx> = items.iter().filter(|at| of(at)).copied().collect();
        found.sort_by_key(due);
        found
    };
    let late = some(&|at| item(at).is_late(today));
    let next = some(&|at| item(at).is_open() && due(at) >= Some(today));
    let mut frame = Frame::of(pen, "family", &plan.title, &address::families());
    frame.description.clone_from(&plan.summary);
    let horizon = plan.horizon;
    let (serves, served_by) = ties_of(pen, plan);
    FamilyView {
        frame,
        title: plan.title.clone(),
        horizon: horizon.map(|it| words::horizon(pen.locale(), it)),
        summary: plan.summary.clone(),
        owner: plan.owner.as_ref().map(|owner| pen.person(owner)),
        up: Words {
            text: pen.say("family-plans"),
            href: Some(pen.href(&address::families())),
        },
        items: items.len(),
        open: items.iter().filter(|at| item(at).is_open()).count(),
        late_count: late.len(),
        health: health::counts(pen, &items),
        more_tops: tops.len().saturating_sub(TOPS),
        tops: pen.rows(tops.into_iter().take(TOPS)),
        late: pen.rows(late.into_iter().take(DATES)),
        next: pen.rows(next.into_iter().take(DATES)),
        serves,
        served_by,
        sections: sections(pen, &items),
    }
}

/// The goals of a plan, or its objectives; else the goals that it leads to.
fn tops(pen: &Pen<'_, '_>, items: &[ItemIx]) -> Vec<ItemIx> {
    let graph = &pen.context.subject.trace.graph;
    let of_role = |items: &mut dyn Iterator<Item = ItemIx>, role: Role| -> BTreeSet<ItemIx> {
        let live = items.filter(|at| {
            let item = pen.context.item(*at);
            item.role == role && !item.is_dropped()
        });
        live.collect()
    };
    for role in [Role::Goal, Role::Objective] {
        let own = of_role(&mut items.iter().copied(), role);
        if !own.is_empty() {
            return own.into_iter().collect();
        }
    }
    let mut beyond = items.iter().flat_map(|at| graph.leads_to(*at));
    of_role(&mut beyond, Role::Goal).into_iter().collect()
}

/// The plans that a plan serves, and those that serve it.
fn ties_of(pen: &Pen<'_, '_>, plan: &SubPlan) -> (Vec<Tie>, Vec<Tie>) {
    let links = ties::all(pen.context);
    let (mut serves, mut served_by) = (Vec::new(), Vec::new());
    for ((from, to), links) in &links {
        if from.as_ref() == Some(&plan.name) {
            serves.push(ties::tie(pen, to.as_deref(), links));
        }
        if to.as_ref() == Some(&plan.name) {
            served_by.push(ties::tie(pen, from.as_deref(), links));
        }
    }
    (serves, served_by)
}

fn sections(pen: &Pen<'_, '_>, items: &[ItemIx]) -> Vec<Section> {
    let kinds = pen.context.subject.config.kinds.all();
    let sections = kinds.filter_map(|(kind, def)| {
        let of_kind = |at: &&ItemIx| pen.context.item(**at).kind == kind;
        let all: Vec<ItemIx> = items.iter().filter(of_kind).copied().collect();
        let plural = pen.context.kind(kind).plural.clone();
        capped(pen, &def.folder, plural, &all)
    });
    sections.collect()
}
