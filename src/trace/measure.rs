//! What the readings of a measure say: how much is attained, how much was to
//! be expected by a day, where the trend leads, and whether that is well.
//!
//! Shares are parts of the way from baseline to target: 0.0 at the baseline,
//! 1.0 at the target, below and above when a reading lies outside. Values are
//! in the measure's own unit and finite.

use crate::config::Thresholds;
use crate::plan::{Direction, Health};
use crate::quantity::Date;

/// A value on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The day.
    pub on: Date,
    /// The value, in the measure's unit.
    pub value: f64,
}

/// How far from its target a value that is to be held may be without harm, as
/// a part of the target.
pub const TOLERANCE: f64 = 0.05;

/// How many of the last readings make the trend.
pub const FORECAST_READINGS: usize = 6;

/// With fewer readings there is no trend.
const FEWEST_READINGS: usize = 3;

/// The least expected share that a shortfall is measured against.
const LEAST_EXPECTED: f64 = 0.1;

/// The share of the way that is attained:
/// (latest − baseline) / (target − baseline).
///
/// The same for measures that are to rise and to fall. `None` when the target
/// is the baseline: there is no way to go, see [`steadiness`].
pub fn attainment(baseline: f64, target: f64, latest: f64) -> Option<f64> {
    let share = (latest - baseline) / (target - baseline);
    share.is_finite().then_some(share)
}

/// How well a value is held at its target: 1.0 within the tolerance, from
/// there falling in a straight line to 0.0 at twice the tolerance and on
/// below.
///
/// A value to hold is off when it strays to either side; one that is to be no
/// lower ([`Direction::Up`]) or no higher ([`Direction::Down`]) only when it
/// strays to the wrong side. The tolerance is [`TOLERANCE`] of the target. A
/// target of zero ("no accidents") has none: it is held or it is not.
pub fn steadiness(direction: Direction, target: f64, latest: f64) -> f64 {
    let strayed = match direction {
        Direction::Up => (target - latest).max(0.0),
        Direction::Down => (latest - target).max(0.0),
        Direction::Hold => (latest - target).abs(),
    };
    let tolerance = TOLERANCE * target.abs();
    if strayed <= tolerance {
        1.0
    } else if tolerance > 0.0 {
        2.0 - strayed / tolerance
    } else {
        0.0
    }
}

/// The share that counts as attained, whatever the direction: the
/// [`steadiness`] of what is to be held, or has a target that is its baseline,
/// else the [`attainment`]. What to expect beside it: [`expected_share`].
pub fn attained(direction: Direction, baseline: f64, target: f64, latest: f64) -> f64 {
    let on_the_way = match direction {
        Direction::Hold => None,
        Direction::Up | Direction::Down => attainment(baseline, target, latest),
    };
    on_the_way.unwrap_or_else(|| steadiness(direction, target, latest))
}

/// The share to expect on a day: where the line of [`expected_on`] is between
/// baseline and target, and all of it where a value is to be held.
pub fn expected_share(
    direction: Direction,
    day: Date,
    baseline: Point,
    steps: &[Point],
    target: Point,
) -> f64 {
    let expected = expected_on(day, baseline, steps, target);
    match direction {
        Direction::Hold => 1.0,
        Direction::Up | Direction::Down => {
            attainment(baseline.value, target.value, expected).unwrap_or(1.0)
        }
    }
}

/// The value to expect on a day: on the straight lines from the baseline
/// through the steps to the target, level before the one and after the other.
///
/// Steps may come in any order; those that do not lie between baseline and
/// target are left aside, and of several on one day the last counts.
pub fn expected_on(day: Date, baseline: Point, steps: &[Point], target: Point) -> f64 {
    let (mut before, mut after) = (baseline, target);
    if day >= target.on {
        return target.value;
    }
    for step in steps {
        let between = baseline.on < step.on && step.on < target.on;
        if between && step.on <= day && step.on >= before.on {
            before = *step;
        } else if between && step.on > day && step.on <= after.on {
            after = *step;
        }
    }
    if day <= before.on {
        return before.value;
    }
    let passed = days(before.on, day) / days(before.on, after.on);
    // In this form no difference of large values can overflow.
    before.value * (1.0 - passed) + after.value * passed
}

/// The value on a day if the trend of the last `last_n` readings goes on; see
/// [`FORECAST_READINGS`].
///
/// The trend is the straight line with the least sum of squared vertical
/// distances: slope b = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², value ȳ + b (day − x̄),
/// x in days. `None` with fewer than three readings, or all on one day.
pub fn forecast(readings: &[Point], last_n: usize, on: Date) -> Option<f64> {
    let mut sorted = readings.to_vec();
    sorted.sort_by_key(|point| point.on);
    let last = &sorted[sorted.len().saturating_sub(last_n)..];
    if last.len() < FEWEST_READINGS {
        return None;
    }
    let origin = last[0].on;
    let mean = |of: &dyn Fn(&Point) -> f64| last.iter().map(of).sum::<f64>() / last.len() as f64;
    let x = |point: &Point| days(origin, point.on);
    let (mean_x, mean_y) = (mean(&x), mean(&|point| point.value));
    let spread = mean(&|point| (x(point) - mean_x).powi(2));
    let together = mean(&|point| (x(point) - mean_x) * (point.value - mean_y));
    let value = mean_y + together / spread * (days(origin, on) - mean_x);
    value.is_finite().then_some(value)
}

/// The usual number of days between readings: the median of the gaps between
/// days, the longer of the two middle ones where their number is even. `None`
/// with fewer than three different days.
pub fn usual_gap(days: &[Date]) -> Option<i32> {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let pairs = sorted.windows(2);
    let mut gaps: Vec<i32> = pairs.map(|pair| (pair[1] - pair[0]).get_days()).collect();
    gaps.sort_unstable();
    (gaps.len() >= 2).then(|| gaps[gaps.len() / 2])
}

/// Health from the attained share and the share that was to be expected.
///
/// What is compared with the thresholds is 1 − (expected − attained) /
/// expected, which is the attained part of what was expected. Early on, when
/// less than a tenth of the way was expected, the shortfall is measured
/// against a tenth, so that a hair's breadth does not decide. Without an
/// attained share (no reading, no target) health is unknown.
pub fn health(attained: Option<f64>, expected: f64, thresholds: Thresholds) -> Health {
    let Some(attained) = attained else {
        return Health::Unknown;
    };
    let score = 1.0 - (expected - attained) / expected.max(LEAST_EXPECTED);
    if score.is_nan() {
        Health::Unknown
    } else if at_least(score, thresholds.at_risk / 100.0) {
        Health::OnTrack
    } else if at_least(score, thresholds.off_track / 100.0) {
        Health::AtRisk
    } else {
        Health::OffTrack
    }
}

/// Not less, but for what rounding of a division may cost.
fn at_least(score: f64, threshold: f64) -> bool {
    score >= threshold - 1e-9
}

fn days(from: Date, to: Date) -> f64 {
    f64::from((to - from).get_days())
}

#[cfg(test)]
mod tests;
