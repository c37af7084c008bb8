//! The measures that the rules about measures look at.

use crate::plan::{Item, Measure};

use super::Subject;

impl<'a> Subject<'a> {
    /// The measures that are neither done nor dropped, in the plan's order.
    pub(super) fn measures(self) -> impl Iterator<Item = (&'a Item, &'a Measure)> {
        let open = self.plan.each().filter(|item| item.is_open());
        open.filter_map(|item| Some((item, item.measure.as_deref()?)))
    }
}

/// Whether two values that somebody has written are the same number.
#[expect(clippy::float_cmp, reason = "both are read, neither is reckoned")]
pub(super) fn is_same(one: f64, other: f64) -> bool {
    one == other
}
