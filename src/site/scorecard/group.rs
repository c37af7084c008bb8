//! Which measure stands under which goal and objective.

use std::collections::BTreeMap;

use crate::config::Role;
use crate::plan::{ItemIx, Relation, slug};

use super::super::context::Context;
use super::ROOM;

/// The measures of a goal, or of no goal.
pub(super) struct Group {
    pub goal: Option<ItemIx>,
    /// By what they stand under there, the goal's own first.
    pub measures: Vec<(Option<ItemIx>, ItemIx)>,
}

impl Group {
    /// How many pages it needs, where it has pages of its own.
    pub fn pages(&self) -> usize {
        self.measures.len().div_ceil(ROOM)
    }

    /// The name of its page.
    pub fn slug(&self, context: &Context<'_>) -> String {
        match self.goal {
            Some(goal) => slug(&context.item(goal).id),
            None => "other-measures".to_owned(),
        }
    }
}

/// All measures that are not dropped, by the first goal that they lead to.
pub(super) fn all(context: &Context<'_>) -> Vec<Group> {
    let plan = context.subject.plan;
    let tops = tops(context);
    let mut groups: BTreeMap<(bool, Option<ItemIx>), Vec<_>> = BTreeMap::new();
    for (at, item) in plan.all() {
        if item.role != Role::Measure || item.is_dropped() {
            continue;
        }
        let what = context.subject.trace.graph.to(at, Relation::Measures);
        let home = what.filter_map(|it| tops[it.0]).min();
        let (goal, under) = match home {
            Some((goal, under)) => (Some(goal), under),
            None => (None, None),
        };
        let key = (goal.is_none(), goal);
        groups.entry(key).or_default().push((under, at));
    }
    let groups = groups.into_iter().map(|((_, goal), mut measures)| {
        measures.sort_unstable();
        Group { goal, measures }
    });
    groups.collect()
}

/// The first goal above each item, and the objective right below it on the
/// way; of a goal itself only the goal.
fn tops(context: &Context<'_>) -> Vec<Option<(ItemIx, Option<ItemIx>)>> {
    let plan = context.subject.plan;
    let graph = &context.subject.trace.graph;
    let mut tops: Vec<Option<(ItemIx, Option<ItemIx>)>> = vec![None; plan.items.len()];
    for &at in graph.bottom_up.iter().rev() {
        let above = graph.up(at).iter().filter_map(|it| tops[it.item.0]);
        tops[at.0] = match (plan[at].role, above.min()) {
            (Role::Goal, _) => Some((at, None)),
            (Role::Objective, Some((goal, None))) => Some((goal, Some(at))),
            (_, above) => above,
        };
    }
    tops
}
