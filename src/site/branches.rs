//! The plan by goal and strategy, with the work below them in the order of
//! time. Each item stands in one place: below what it supports first.

use crate::check::Subject;
use crate::config::Role;
use crate::plan::{Item, ItemIx};
use crate::quantity::Date;

/// A goal or a strategy with what is below it.
#[derive(Debug)]
pub(super) struct Branch {
    /// The goal, strategy or plan B; none for work that is below none of them.
    pub head: Option<ItemIx>,
    /// What is below it and below none of its strategies, each item before
    /// what supports it.
    pub twigs: Vec<Twig>,
    /// The strategies below a goal.
    pub strategies: Vec<Branch>,
}

/// An item of a branch and how many items of the branch it stands under.
#[derive(Debug, Clone, Copy)]
pub(super) struct Twig {
    pub at: ItemIx,
    pub depth: u8,
}

impl Branch {
    fn new(head: Option<ItemIx>) -> Self {
        Self {
            head,
            twigs: Vec::new(),
            strategies: Vec::new(),
        }
    }

    fn is_empty(&self) -> bool {
        self.twigs.is_empty() && self.strategies.is_empty()
    }

    /// All twigs, those of its strategies too.
    pub fn all(&self) -> impl Iterator<Item = Twig> {
        let below = self.strategies.iter().flat_map(|branch| &branch.twigs);
        self.twigs.iter().chain(below).copied()
    }
}

/// All branches: goals in the order of the plan, then plan Bs with the work
/// that serves them, then what is below neither.
pub(super) fn all(subject: Subject<'_>) -> Vec<Branch> {
    let plan = subject.plan;
    let mut below = vec![Vec::new(); plan.items.len()];
    let mut roots = Vec::new();
    for (at, item) in plan.all() {
        let threads = subject.trace.graph.up(at).iter();
        match threads.min_by_key(|thread| thread.reference) {
            Some(thread) => below[thread.item.0].push(at),
            None if item.role.is_traced() || item.role == Role::Contingency => roots.push(at),
            None => {}
        }
    }
    for parts in &mut below {
        parts.sort_by_key(|at| (rank(&plan[*at]), begins(&plan[*at]), *at));
    }
    roots.sort_by_key(|at| (rank(&plan[*at]), *at));
    let mut branches = Vec::new();
    let mut loose = Branch::new(None);
    for root in roots {
        let role = plan[root].role;
        if role.is_work() {
            grow(subject, &below, root, &mut loose);
            continue;
        }
        let mut branch = Branch::new(Some(root));
        grow(subject, &below, root, &mut branch);
        if role != Role::Contingency || !branch.is_empty() {
            branches.push(branch);
        }
    }
    if !loose.is_empty() {
        branches.push(loose);
    }
    branches
}

/// Puts an item and all below it into a branch. Supports run in no circle and
/// each item has one place, so this ends.
fn grow(subject: Subject<'_>, below: &[Vec<ItemIx>], root: ItemIx, branch: &mut Branch) {
    let mut strategy = None;
    let mut left = vec![(root, 0)];
    let mut strategies: Vec<Branch> = Vec::new();
    while let Some((at, depth)) = left.pop() {
        let is_head = branch.head == Some(at);
        let begins_strategy = subject.plan[at].role == Role::Strategy && !is_head;
        // What is left lies above the strategy again when it is not deeper.
        if strategy.is_some_and(|level| depth <= level) {
            strategy = None;
        }
        if begins_strategy {
            strategy = Some(depth);
            strategies.push(Branch::new(Some(at)));
        } else if !is_head {
            let within = strategies.last_mut().filter(|_| strategy.is_some());
            let outer = strategy.map_or(u8::from(branch.head.is_some()), |level| level + 1);
            let twigs = within.map_or(&mut branch.twigs, |strategy| &mut strategy.twigs);
            let depth = depth - outer.min(depth);
            twigs.push(Twig { at, depth });
        }
        let parts = below[at.0].iter().rev();
        left.extend(parts.map(|part| (*part, depth.saturating_add(1))));
    }
    branch.strategies.append(&mut strategies);
}

/// Objectives before work before strategies, so that what hangs directly on a
/// goal is not taken for a part of its last strategy.
fn rank(item: &Item) -> u8 {
    match item.role {
        Role::Goal => 0,
        Role::Objective => 1,
        Role::Own | Role::Action | Role::Milestone => 2,
        Role::Strategy => 3,
        Role::Measure | Role::Risk | Role::Contingency => 4,
    }
}

/// The first day that is known of an item; what has none comes last.
pub(super) fn begins(item: &Item) -> Date {
    let dates = &item.dates;
    let day = dates.start_day().or(dates.due_day());
    let completed = || dates.completed.as_ref().map(|done| done.last);
    day.or_else(completed).unwrap_or(Date::MAX)
}
