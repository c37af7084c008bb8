//! Where lines of sight to the top of the plan break, and who says so.

use crate::config::{Role, Status};
use crate::plan::{ItemIx, Relation};

use super::Subject;

/// How an item stands to the top of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// It leads there, or need not.
    Clear,
    /// It is to support something and states nothing.
    Orphan,
    /// What it supports leads no further.
    Cut,
    /// It leads nowhere because of a fault that is reported elsewhere: an
    /// unknown id, a circle, a plan B for nothing, or anything higher up.
    Explained,
}

/// The sight of every item, each after what it supports: where a branch breaks
/// off, one item breaks and the others follow from it.
pub(super) fn all(subject: Subject<'_>) -> Vec<Sight> {
    let graph = &subject.trace.graph;
    let stated = stated(subject);
    let mut sights = vec![Sight::Clear; subject.plan.items.len()];
    for &at in graph.bottom_up.iter().rev() {
        let item = &subject.plan[at];
        let supports = &subject.config.kinds[item.kind].supports;
        let parents = graph.up(at);
        sights[at.0] = if subject.trace.reaches_top[at.0] || item.is_dropped() {
            Sight::Clear
        } else if item.role == Role::Contingency {
            Sight::Explained
        } else if supports.is_empty() {
            Sight::Clear
        } else if stated[at.0] == Stated::Nothing {
            Sight::Orphan
        } else if stated[at.0] == Stated::Amiss
            || parents
                .iter()
                .any(|parent| sights[parent.item.0] != Sight::Clear)
        {
            Sight::Explained
        } else {
            Sight::Cut
        };
    }
    sights
}

/// Whether an item is under way although all that it supports was dropped and
/// it serves no other end.
pub(super) fn is_active_under_dropped(subject: Subject<'_>, at: ItemIx) -> bool {
    let graph = &subject.trace.graph;
    let parents = graph.up(at);
    let dropped = parents
        .iter()
        .all(|parent| subject.plan[parent.item].is_dropped());
    let mut others = [Relation::Mitigates, Relation::Answers].into_iter();
    subject.plan[at].is(Status::Active)
        && subject.plan[at].is_open()
        && !parents.is_empty()
        && dropped
        && others.all(|relation| graph.to(at, relation).next().is_none())
}

/// What an item states of what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stated {
    Nothing,
    Something,
    /// Among it an unknown id, itself, or a support that closes a circle.
    Amiss,
}

fn stated(subject: Subject<'_>) -> Vec<Stated> {
    let mut stated = vec![Stated::Nothing; subject.plan.items.len()];
    for reference in &subject.plan.references {
        let sound = match reference.relation {
            Relation::Supports => reference
                .to
                .is_some_and(|to| holds(subject, reference.from, to)),
            Relation::Mitigates | Relation::Answers => reference.to.is_some(),
            _ => continue,
        };
        let so_far = &mut stated[reference.from.0];
        if !sound {
            *so_far = Stated::Amiss;
        } else if *so_far == Stated::Nothing {
            *so_far = Stated::Something;
        }
    }
    stated
}

/// Whether a support is part of the graph without circles.
fn holds(subject: Subject<'_>, from: ItemIx, to: ItemIx) -> bool {
    subject
        .trace
        .graph
        .up(from)
        .binary_search_by_key(&to, |thread| thread.item)
        .is_ok()
}
