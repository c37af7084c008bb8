//! How the dates of an item lie within those of what it supports.

use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{Item, ItemIx};
use crate::quantity::Period;
use crate::value::Spanned;

use super::Subject;

/// A date that lies outside.
pub(super) struct Outside<'a> {
    /// The item's own date.
    pub own: &'a Spanned<Period>,
    /// Whether that is its start, and not its due date.
    pub is_start: bool,
    /// What it supports.
    pub parent: &'a Item,
    /// The date of that which it does not keep.
    pub bound: &'a Spanned<Period>,
}

impl Outside<'_> {
    /// A finding that the item's date lies before or after what happens to the
    /// parent then.
    pub fn found(&self, code: &'static Code, item: &Item, lies: &str, happens: &str) -> Diagnostic {
        let (own, parent) = (&**self.own, &self.parent.id);
        let does = if self.is_start { "starts" } else { "is due" };
        let message = format!(
            "{} {does} {own}, {lies} {parent}, which it supports, {happens} ({})",
            item.id, **self.bound
        );
        Diagnostic::new(code, message)
            .at(self.own.span, format!("{lies} that of {parent}"))
            .also(self.bound.span, format!("{parent} {happens}"))
            .about(&item.id)
    }
}

/// That an item is due after everything it supports has ended, whatever days
/// are meant. One parent that is open, and goes on for longer or has no due
/// date, is enough to hold it.
pub(super) fn too_late(subject: Subject<'_>, at: ItemIx) -> Option<Outside<'_>> {
    let own = subject.plan[at].dates.due.as_ref()?;
    let bounds = bounds(subject, at, |parent| parent.dates.due.as_ref())?;
    let (parent, bound) = bounds.into_iter().max_by_key(|(_, due)| due.last)?;
    bound.is_before(own).then_some(Outside {
        own,
        is_start: false,
        parent,
        bound,
    })
}

/// That an item starts, or where it states no start is due, before anything
/// that it supports has begun.
pub(super) fn too_early(subject: Subject<'_>, at: ItemIx) -> Option<Outside<'_>> {
    let dates = &subject.plan[at].dates;
    let own = dates.start.as_ref().or(dates.due.as_ref())?;
    let bounds = bounds(subject, at, |parent| parent.dates.start.as_ref())?;
    let (parent, bound) = bounds.into_iter().min_by_key(|(_, start)| start.first)?;
    own.is_before(bound).then_some(Outside {
        own,
        is_start: dates.start.is_some(),
        parent,
        bound,
    })
}

/// What an item supports and is open, each with that date; none where one of
/// them has no such date.
fn bounds<'a>(
    subject: Subject<'a>,
    at: ItemIx,
    date: impl Fn(&'a Item) -> Option<&'a Spanned<Period>>,
) -> Option<Vec<(&'a Item, &'a Spanned<Period>)>> {
    let threads = subject.trace.graph.up(at).iter();
    let parents = threads.map(|thread| &subject.plan[thread.item]);
    let open = parents.filter(|parent| parent.is_open());
    open.map(|parent| Some((parent, date(parent)?))).collect()
}
