//! A measure's readings against where it was to be.

use serde::Serialize;

use crate::locale::Locale;
use crate::plan::{ItemIx, Measure, Relation};
use crate::trace::Line;

use super::super::chart;
use super::super::pieces::{Badge, ItemLink, Pen};
use super::super::scorecard::{ScoreCard, score_card};
use super::super::words;

/// A measure with its chart and the table behind it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MeasureView {
    /// The measure.
    pub item: ItemLink,
    /// Its computed health.
    pub health: Badge,
    /// The last reading, with its unit.
    pub latest: Option<String>,
    /// The last reading, without its unit.
    pub latest_number: Option<String>,
    /// The day of the last reading.
    pub latest_on: Option<String>,
    /// What was expected on that day.
    pub expected: Option<String>,
    /// Where it began.
    pub baseline: Option<Key>,
    /// The targets on the way.
    pub steps: Vec<Key>,
    /// Where it is to be.
    pub target: Option<Key>,
    /// Where the trend leads on the target's day.
    pub forecast: Option<String>,
    /// The share of the way that is done, in percent; may pass 100 or fall
    /// below 0.
    pub attainment: Option<i32>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// The chart; none with fewer than two points.
    pub chart: Option<Chart>,
    /// The table behind it.
    pub table: Vec<TableRow>,
    /// A small line without axes, as SVG.
    pub spark: Option<String>,
}

/// A value and its day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Key {
    /// The value, with its unit.
    pub value: String,
    /// The day.
    pub on: Option<String>,
}

/// A chart as SVG, and whether it shows a forecast.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Chart {
    /// The SVG.
    pub svg: String,
    /// Whether there is a line of what was expected.
    pub expected: bool,
    /// Whether there is a forecast.
    pub forecast: bool,
}

/// A reading in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TableRow {
    /// The day.
    pub on: String,
    /// The value, with its unit.
    pub value: String,
    /// What was expected.
    pub expected: Option<String>,
    /// A few words.
    pub note: Option<String>,
}

/// How many measures of an item a page shows.
const SHOWN: usize = 6;

/// The measure of an item that has one, with its chart.
pub(super) fn of(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<MeasureView> {
    let graph = &pen.context.subject.trace.graph;
    let measures: Vec<ItemIx> = graph.from(at, Relation::Measures).take(2).collect();
    match measures[..] {
        [measure] => vec![view(pen, measure)],
        _ => Vec::new(),
    }
}

/// The measures of an item that has several, at a glance: a page's weight
/// does not grow with them.
pub(super) fn cards(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<ScoreCard> {
    let graph = &pen.context.subject.trace.graph;
    let measures: Vec<ItemIx> = graph.from(at, Relation::Measures).take(SHOWN).collect();
    match measures[..] {
        [_] => Vec::new(),
        _ => measures.iter().map(|it| score_card(pen, *it)).collect(),
    }
}

/// How many measures of an item there is no room for.
pub(super) fn hidden(pen: &Pen<'_, '_>, at: ItemIx) -> usize {
    let graph = &pen.context.subject.trace.graph;
    let all = graph.from(at, Relation::Measures).count();
    all.saturating_sub(SHOWN)
}

/// A measure; the item must be one.
pub(in crate::site) fn view(pen: &Pen<'_, '_>, at: ItemIx) -> MeasureView {
    let item = pen.context.item(at);
    let none = Measure::default();
    let measure = item.measure.as_deref().unwrap_or(&none);
    let standing = pen.context.subject.trace.standings.get(&at);
    let unit = measure.unit.as_deref();
    let locale = pen.locale();
    let amount = |value: f64| locale.amount(value, unit);
    let estimate = |value: f64| locale.estimate(value, unit);
    let key = |point: &crate::plan::Point| Key {
        value: amount(point.value),
        on: point.on.map(|on| locale.day(on)),
    };
    let line = Line::of(measure);
    let drawn = chart::Drawing {
        id: crate::plan::slug(&item.id),
        title: item.title.clone(),
        measure,
        locale,
        forecast: standing.and_then(|it| it.forecast),
    };
    MeasureView {
        item: pen.item(at),
        health: words::health(
            locale,
            standing.map_or(crate::plan::Health::Unknown, |it| it.health),
        ),
        latest: standing
            .and_then(|it| it.latest)
            .map(|(value, _)| amount(value)),
        latest_number: standing
            .and_then(|it| it.latest)
            .map(|(value, _)| locale.number(value)),
        latest_on: standing
            .and_then(|it| it.latest)
            .map(|(_, on)| locale.day(on)),
        expected: standing.and_then(|it| it.expected).map(estimate),
        baseline: measure.baseline.as_ref().map(key),
        steps: measure.steps.iter().map(key).collect(),
        target: measure.target.as_ref().map(key),
        forecast: standing.and_then(|it| it.forecast).map(estimate),
        attainment: standing
            .and_then(|it| it.attainment)
            .map(|share| (share * 100.0).round() as i32),
        source: measure.source.clone(),
        chart: drawn.chart(),
        table: table(locale, measure, line.as_ref()),
        spark: drawn.spark(),
    }
}

fn table(locale: &Locale, measure: &Measure, line: Option<&Line>) -> Vec<TableRow> {
    let unit = measure.unit.as_deref();
    let readings = measure.readings.iter();
    readings
        .map(|reading| TableRow {
            on: locale.day(reading.on),
            value: locale.amount(reading.value, unit),
            expected: line
                .and_then(|line| line.expected_on(reading.on))
                .map(|value| locale.estimate(value, unit)),
            note: reading.note.clone(),
        })
        .collect()
}
