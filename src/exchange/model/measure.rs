//! Measures, risks and triggers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is measured, from where to where. Values are in its unit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Measure {
    /// The unit of all values.
    pub unit: Option<String>,
    /// Which way is better: `up`, `down` or `hold`.
    pub direction: String,
    /// Whether the direction is stated, and not taken from baseline and
    /// target.
    pub direction_is_stated: bool,
    /// Where it began.
    pub baseline: Option<Point>,
    /// Where it is to be.
    pub target: Option<Point>,
    /// Targets on the way, and those in words.
    pub targets: Vec<Point>,
    /// What was read, by day, and results in words.
    pub readings: Vec<Point>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// `input`, `activity`, `output` or `outcome`.
    pub level: Option<String>,
}

/// A value on a day, or a few words, or both.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Point {
    /// The value.
    pub value: Option<f64>,
    /// The first day of its period, if that is longer than a day.
    pub from: Option<String>,
    /// The day; a period's last.
    pub on: Option<String>,
    /// A few words.
    pub note: Option<String>,
}

/// Where a measure stands.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Standing {
    /// The last reading up to the day.
    pub latest: Option<f64>,
    /// Its day.
    pub latest_on: Option<String>,
    /// The share of the way from baseline to target that is done; 1 is all.
    pub attainment: Option<f64>,
    /// What was expected on the day of the last reading.
    pub expected: Option<f64>,
    /// Where the trend of the last readings leads on the target's day.
    pub forecast: Option<f64>,
}

/// How bad a risk is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Risk {
    /// 1 to 5.
    pub likelihood: Option<u8>,
    /// 1 to 5.
    pub impact: Option<u8>,
    /// Likelihood times impact.
    pub score: Option<u8>,
    /// `avoid`, `reduce`, `transfer` or `accept`.
    pub response: Option<String>,
}

/// When a plan B is needed: words, or a condition on a measure or an item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Trigger {
    /// What people must watch for.
    pub text: Option<String>,
    /// The id of the measure.
    pub measure: Option<String>,
    /// It must be below this.
    pub below: Option<f64>,
    /// It must be above this.
    pub above: Option<f64>,
    /// Only readings up to this day count.
    pub by: Option<String>,
    /// The id of the item.
    pub item: Option<String>,
    /// It must be later than this, as in `30d`.
    pub later_than: Option<String>,
}
