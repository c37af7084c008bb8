//! The line that a measure is to follow: from its baseline over its steps to
//! its target.

use crate::config::Thresholds;
use crate::plan::{Direction, Health, Measure, Reading};
use crate::quantity::Date;

use super::measure::{self, Point};

/// The line that a measure is to follow.
#[derive(Debug, Clone)]
pub struct Line {
    direction: Direction,
    baseline: f64,
    target: f64,
    /// Baseline, steps and target, where the two ends have a day.
    dated: Option<(Point, Vec<Point>, Point)>,
}

impl Line {
    /// The line of a measure that has a target, and a baseline unless its
    /// target is to be held.
    pub fn of(measure: &Measure) -> Option<Self> {
        let target = measure.target?;
        let baseline = match (measure.baseline, measure.direction) {
            (Some(baseline), _) => baseline,
            (None, Direction::Hold) => target,
            (None, Direction::Up | Direction::Down) => return None,
        };
        let dated = |point: &crate::plan::Point| {
            let value = point.value;
            point.on.map(|on| Point { on, value })
        };
        let steps = measure.steps.iter().filter_map(dated).collect();
        Some(Self {
            direction: measure.direction,
            baseline: baseline.value,
            target: target.value,
            dated: dated(&baseline)
                .zip(dated(&target))
                .map(|(from, to)| (from, steps, to)),
        })
    }

    /// The share that counts as attained by a value; 1 is all.
    pub fn attained(&self, value: f64) -> f64 {
        measure::attained(self.direction, self.baseline, self.target, value)
    }

    /// The value to expect on a day; none where baseline or target have none.
    pub fn expected_on(&self, day: Date) -> Option<f64> {
        let (from, steps, to) = self.dated.as_ref()?;
        Some(measure::expected_on(day, *from, steps, *to))
    }

    /// The value on the target's day if the trend of the readings up to today
    /// goes on; none once that day has come.
    pub fn forecast(&self, readings: &[Reading], today: Date) -> Option<f64> {
        let (_, _, target) = self.dated.as_ref()?;
        let known = readings.iter().filter(|reading| reading.on <= today);
        let points: Vec<Point> = known
            .map(|reading| Point {
                on: reading.on,
                value: reading.value,
            })
            .collect();
        let last = points.last()?;
        if last.on >= target.on {
            return None;
        }
        measure::forecast(&points, measure::FORECAST_READINGS, target.on)
    }

    /// Health of a value read on a day.
    pub fn health(&self, value: f64, on: Date, thresholds: Thresholds) -> Health {
        let expected = match (&self.dated, self.direction) {
            (_, Direction::Hold) => 1.0,
            (None, _) => return Health::Unknown,
            (Some((from, steps, to)), direction) => {
                measure::expected_share(direction, on, *from, steps, *to)
            }
        };
        measure::health(Some(self.attained(value)), expected, thresholds)
    }
}
