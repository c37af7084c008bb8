//! How long somebody's last look at an item holds.

use crate::config::Config;
use crate::plan::{Health, Item, Plan};
use crate::quantity::Date;

/// The last day on which each item's last look still holds, by the cadence of
/// its kind; none where its kind has no cadence or nobody has looked.
pub(super) fn all(plan: &Plan, config: &Config) -> Vec<Option<Date>> {
    let holds = |item: &Item| {
        let cadence = config.review.get(&config.kinds[item.kind].name)?;
        cadence.after(item.last_look()?)
    };
    plan.each().map(holds).collect()
}

/// The stated health of each item, as long as the look at it holds. What is
/// done or dropped is not looked at again, and keeps what was stated last.
pub(super) fn stated(plan: &Plan, holds: &[Option<Date>], today: Date) -> Vec<Option<Health>> {
    let stated = plan.each().zip(holds);
    stated
        .map(|(item, holds)| {
            let health = item.health.as_ref()?.value;
            let lapsed = item.is_open() && holds.is_some_and(|until| until < today);
            (!lapsed).then_some(health)
        })
        .collect()
}
