//! A goal at a glance.

use serde::Serialize;

use crate::config::Role;
use crate::plan::{ItemIx, Relation};

use super::super::item::{MeasureView, measure_view};
use super::super::pieces::{ItemLink, Pen, Row};
use super::super::words;

/// A goal at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct GoalCard {
    /// The goal.
    pub row: Row,
    /// Its measures, and those of its objectives.
    pub measures: Vec<MeasureView>,
    /// What is late below it.
    pub late: Vec<ItemLink>,
    /// How much more is late.
    pub more_late: usize,
    /// What carries it: "3 objectives, 5 strategies, 14 actions".
    pub carried_by: String,
}

/// How many measures and late items a card shows.
const MEASURES: usize = 4;
const LATE: usize = 2;

pub(super) fn card(pen: &Pen<'_, '_>, at: ItemIx) -> GoalCard {
    let subject = pen.context.subject;
    let graph = &subject.trace.graph;
    let below = graph.below(at);
    let objectives = below
        .iter()
        .filter(|it| pen.context.item(**it).role == Role::Objective);
    let measured = std::iter::once(&at).chain(objectives);
    let mut gauges: Vec<ItemIx> = Vec::new();
    for measure in measured.flat_map(|it| graph.from(*it, Relation::Measures)) {
        if !gauges.contains(&measure) {
            gauges.push(measure);
        }
    }
    let mut late: Vec<ItemIx> = below
        .iter()
        .filter(|it| pen.context.item(**it).is_late(subject.today))
        .copied()
        .collect();
    late.sort_by_key(|it| pen.context.item(*it).dates.due_day());
    GoalCard {
        row: pen.row(at),
        measures: gauges
            .iter()
            .take(MEASURES)
            .map(|it| measure_view(pen, *it))
            .collect(),
        more_late: late.len().saturating_sub(LATE),
        late: late.into_iter().take(LATE).map(|it| pen.item(it)).collect(),
        carried_by: carried_by(pen, &below),
    }
}

fn carried_by(pen: &Pen<'_, '_>, below: &[ItemIx]) -> String {
    let kinds = pen.context.subject.config.kinds.all();
    let counts = kinds.filter_map(|(kind, _)| {
        let number = below
            .iter()
            .filter(|at| pen.context.item(**at).kind == kind)
            .count();
        (number > 0).then(|| words::count(pen.locale(), number, pen.context.kind(kind)))
    });
    words::join(pen.locale(), &counts.collect::<Vec<_>>())
}
