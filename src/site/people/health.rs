//! How what somebody has in hand is going, in numbers.

use serde::Serialize;

use crate::plan::{Health, ItemIx};

use super::super::pieces::{Badge, Pen};
use super::super::words;

/// How many items are of a health.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HealthCount {
    /// The health.
    pub health: Badge,
    /// How many are of it.
    pub count: usize,
}

/// Open items by health, the worst first; what is not known is left out.
pub(in crate::site) fn counts(pen: &Pen<'_, '_>, items: &[ItemIx]) -> Vec<HealthCount> {
    let trace = pen.context.subject.trace;
    let open = items.iter().filter(|at| pen.context.item(**at).is_open());
    let shown: Vec<Health> = open
        .filter_map(|at| trace.shown_health(pen.context.item(*at), *at))
        .collect();
    let counts = [Health::OffTrack, Health::AtRisk, Health::OnTrack].map(|health| HealthCount {
        health: words::health(pen.locale(), health),
        count: shown.iter().filter(|it| **it == health).count(),
    });
    counts.into_iter().filter(|it| it.count > 0).collect()
}
