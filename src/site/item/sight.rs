//! The golden thread from the vision down to an item.

use serde::Serialize;

use crate::plan::{ItemIx, Relation};

use super::super::pieces::{ItemLink, Pen};

/// The golden thread upward.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Sight {
    /// The vision, on top of every thread.
    pub vision: Option<String>,
    /// The way to the home page.
    pub home: String,
    /// From the top down to what the item supports first.
    pub line: Vec<ItemLink>,
    /// Other ways to the top.
    pub also: Vec<Vec<ItemLink>>,
    /// How many further ways there are not room for; at most one is counted.
    pub more: bool,
    /// Whether the thread reaches the top of the plan.
    pub unbroken: bool,
}

/// How many ways to the top a page shows.
const WAYS: usize = 6;

pub(super) fn view(pen: &Pen<'_, '_>, at: ItemIx) -> Sight {
    let context = pen.context;
    let graph = &context.subject.trace.graph;
    let mut lines: Vec<Vec<ItemIx>> = graph.lines_of_sight(at, WAYS + 1);
    for line in &mut lines {
        line.pop();
    }
    if lines.iter().all(Vec::is_empty) {
        lines = sideways(pen, at);
    }
    let more = lines.len() > WAYS;
    lines.truncate(WAYS);
    let named = |line: &Vec<ItemIx>| line.iter().map(|step| pen.item(*step)).collect();
    Sight {
        vision: context.subject.plan.home.vision.clone(),
        home: pen.href(&super::super::address::home()),
        line: lines.first().map(named).unwrap_or_default(),
        also: lines.iter().skip(1).map(named).collect(),
        more,
        unbroken: context.subject.trace.reaches_top[at.0] || !context.item(at).role.is_traced(),
    }
}

/// For what stands beside the trace: the way to what it measures, threatens
/// or answers.
fn sideways(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<Vec<ItemIx>> {
    let graph = &pen.context.subject.trace.graph;
    let relations = [
        Relation::Measures,
        Relation::Threatens,
        Relation::Answers,
        Relation::Mitigates,
    ];
    let targets = relations
        .into_iter()
        .flat_map(|relation| graph.to(at, relation));
    let lines = targets.flat_map(|target| graph.lines_of_sight(target, WAYS + 1));
    lines.take(WAYS + 1).collect()
}
