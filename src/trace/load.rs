//! How much everybody has to do at the same time.

use std::collections::BTreeMap;

use crate::config::{Role, Status};
use crate::plan::{ItemIx, Plan};
use crate::quantity::Date;

use super::Graph;

/// The most that somebody has in hand on one day, from today on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// The owner.
    pub owner: String,
    /// The first day on which it is so much.
    pub on: Date,
    /// The actions that run on that day, in the order in which they begin.
    pub items: Vec<ItemIx>,
}

/// An action and the days on which it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    /// The first of them, today or later.
    pub first: Date,
    /// The action.
    pub item: ItemIx,
    /// The last of them.
    pub last: Date,
}

/// When some of the items run, as `all` counts it, by first day.
pub fn runs(plan: &Plan, graph: &Graph, today: Date, items: &[ItemIx]) -> Vec<Run> {
    let runs = items.iter().filter_map(|at| run(plan, graph, *at, today));
    let mut runs: Vec<Run> = runs.collect();
    runs.sort_unstable();
    runs
}

/// The most that run on one day from `first` to `last`, of runs by first day.
pub fn most_between(runs: &[Run], first: Date, last: Date) -> usize {
    let within = runs
        .iter()
        .filter(|run| run.first <= last && first <= run.last);
    let within = within.map(|run| Run {
        first: run.first.max(first),
        ..*run
    });
    fullest(&within.collect::<Vec<Run>>()).0
}

/// The load of every owner of an action that runs today or later, by name.
///
/// An action runs from its start, or from today where it is under way, to its
/// due date, or to today where that has passed; without a due date it counts
/// on its first day. What has open actions as its parts is in their hands, what
/// repeats is routine, and what is proposed or on hold may never run: none of
/// these counts.
pub(super) fn all(plan: &Plan, graph: &Graph, today: Date) -> Vec<Load> {
    let mut runs: BTreeMap<&str, Vec<Run>> = BTreeMap::new();
    for (at, item) in plan.all() {
        let owner = item.raci.owner.as_ref();
        if let Some((owner, run)) = owner.zip(run(plan, graph, at, today)) {
            runs.entry(owner).or_default().push(run);
        }
    }
    let loads = runs.into_iter();
    loads.map(|(owner, runs)| most(owner, runs)).collect()
}

fn run(plan: &Plan, graph: &Graph, at: ItemIx, today: Date) -> Option<Run> {
    let item = &plan[at];
    let is_open = |it: ItemIx| plan[it].role == Role::Action && plan[it].is_open();
    let parts = graph.down(at).iter().any(|part| is_open(part.item));
    let idle = item.is(Status::OnHold) || item.is(Status::Proposed);
    if !is_open(at) || parts || idle || item.dates.repeats.is_some() {
        return None;
    }
    let first = match item.dates.start_day() {
        _ if item.is(Status::Active) => today,
        start => start?.max(today),
    };
    let last = item.dates.due_day().map_or(first, |due| due.max(first));
    Some(Run {
        first,
        item: at,
        last,
    })
}

/// How many run on the fullest day, and the first such day: goes through the
/// days on which something begins, of runs by first day.
fn fullest(runs: &[Run]) -> (usize, Date) {
    let mut ends: Vec<Date> = runs.iter().map(|run| run.last).collect();
    ends.sort_unstable();
    let mut fullest = (0, Date::MIN);
    let mut ended = 0;
    for (begun, run) in (1..).zip(runs) {
        while ends[ended] < run.first {
            ended += 1;
        }
        if begun - ended > fullest.0 {
            fullest = (begun - ended, run.first);
        }
    }
    fullest
}

fn most(owner: &str, mut runs: Vec<Run>) -> Load {
    runs.sort_unstable();
    let (_, on) = fullest(&runs);
    let running = runs.iter().filter(|run| run.first <= on && on <= run.last);
    Load {
        owner: owner.to_owned(),
        on,
        items: running.map(|run| run.item).collect(),
    }
}
