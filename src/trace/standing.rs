//! Where each measure stands.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::plan::{Health, ItemIx, Measure, Plan};
use crate::quantity::Date;

use super::Line;

/// What the readings of a measure say on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// The last reading, in the measure's unit, and its day.
    pub latest: Option<(f64, Date)>,
    /// The share of the way from baseline to target that is done, or how well
    /// a value is held; 1 is all.
    pub attainment: Option<f64>,
    /// The value that the line through baseline, steps and target has on the
    /// day of the last reading.
    pub expected: Option<f64>,
    /// The value that the trend of the last readings has on the target's day.
    pub forecast: Option<f64>,
    /// What follows from it.
    pub health: Health,
}

pub(super) fn all(plan: &Plan, config: &Config, today: Date) -> BTreeMap<ItemIx, Standing> {
    let measures = plan
        .all()
        .filter_map(|(at, item)| Some((at, item.measure.as_ref()?)));
    measures
        .map(|(at, measure)| (at, of(measure, config, today)))
        .collect()
}

fn of(measure: &Measure, config: &Config, today: Date) -> Standing {
    let latest = measure.latest(today);
    let mut standing = Standing {
        latest: latest.map(|reading| (reading.value, reading.on)),
        attainment: None,
        expected: None,
        forecast: None,
        health: Health::Unknown,
    };
    let (Some(latest), Some(line)) = (latest, Line::of(measure)) else {
        return standing;
    };
    standing.attainment = Some(line.attained(latest.value));
    standing.expected = line.expected_on(latest.on);
    standing.forecast = line.forecast(&measure.readings, today);
    standing.health = line.health(latest.value, latest.on, config.health);
    standing
}
