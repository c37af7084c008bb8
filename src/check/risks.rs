//! Risks that press, what is done about them, and plan Bs that wait.

use crate::config::{Role, Status};
use crate::plan::{Item, ItemIx, Relation, Response};

use super::Subject;

/// The score of a risk about which somebody should do something: one that is
/// open, not accepted, and threatens what is not over.
pub(super) fn pressing(subject: Subject<'_>, at: ItemIx) -> Option<u8> {
    let item = &subject.plan[at];
    let risk = item.risk.as_deref().filter(|_| item.is_open())?;
    let accepted = risk.response.as_deref() == Some(&Response::Accept);
    let over = all_over(subject, at, Relation::Threatens);
    risk.score().filter(|_| !accepted && !over)
}

/// What mitigates a risk or is its plan B, and was not dropped.
pub(super) fn answers(subject: Subject<'_>, risk: ItemIx) -> impl Iterator<Item = ItemIx> {
    let graph = &subject.trace.graph;
    let mitigating = graph.from(risk, Relation::Mitigates);
    let answering = graph.from(risk, Relation::Answers);
    mitigating
        .chain(answering)
        .filter(move |it| !subject.plan[*it].is_dropped())
}

/// The plan Bs that have not begun, with what they answer not over yet.
pub(super) fn waiting(subject: Subject<'_>) -> impl Iterator<Item = (ItemIx, &Item)> {
    subject.plan.all().filter(move |(at, item)| {
        let waits = item.is_open() && !item.is(Status::Active);
        let over = || all_over(subject, *at, Relation::Answers);
        item.role == Role::Contingency && waits && !over()
    })
}

/// Whether an item refers to something, and all of that is closed.
fn all_over(subject: Subject<'_>, at: ItemIx, relation: Relation) -> bool {
    let mut others = subject.trace.graph.to(at, relation).peekable();
    others.peek().is_some() && others.all(|it| !subject.plan[it].is_open())
}
