//! The record of reviews, when an item gets another id.

use std::collections::BTreeMap;

use crate::mend::Change;
use crate::plan::Plan;
use crate::review::{Fingerprint, Reviews};
use crate::source::{REVIEWS, SourceSet};

use super::{Refusal, Task};

/// The record with the new id. Who names the item by it has other words than
/// before and means the same, so what was reviewed stays reviewed.
pub(super) fn renamed(
    task: &Task<'_>,
    reviews: &Reviews,
    (plan, sources): (&Plan, &SourceSet),
) -> Result<Option<Change>, Refusal> {
    let Some(source) = task.sources.by_path(REVIEWS) else {
        return Ok(None);
    };
    if !reviews.is_whole() {
        return Err(Refusal::new(format!("`{REVIEWS}` cannot be read whole"))
            .help("mend what `planwright check` says of it first"));
    }
    let old = task.old.to_lowercase();
    let mut prints = BTreeMap::new();
    let mut reviews = reviews.clone();
    reviews.update(|review| {
        let was = task.plan.find(&review.parent);
        for id in [&mut review.item, &mut review.parent] {
            if id.to_lowercase() == old {
                task.new.clone_into(id);
            }
        }
        let Some((was, is)) = was.zip(plan.find(&review.parent)) else {
            return;
        };
        let (was, is) = prints.entry(was).or_insert_with(|| {
            (
                Fingerprint::of(was, task.plan, task.sources),
                Fingerprint::of(is, plan, sources),
            )
        });
        review.print = review.print.carried(was, is);
    });
    let change = Change {
        path: REVIEWS.to_owned(),
        to: REVIEWS.to_owned(),
        before: Some(source.text.clone()),
        after: reviews.to_csv(),
    };
    Ok((*source.text != change.after).then_some(change))
}
