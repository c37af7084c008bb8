//! A measure among many.

use serde::Serialize;

use crate::plan::{Direction, Health, ItemIx, Measure, Point, slug};

use super::super::chart::Drawing;
use super::super::item::Key;
use super::super::pieces::{Badge, ItemLink, Pen};
use super::super::words;

/// A measure among many.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ScoreCard {
    /// The measure.
    pub item: ItemLink,
    /// What its readings say.
    pub health: Badge,
    /// What its values are in, where that is too long to stand with each.
    pub unit: Option<String>,
    /// Where it began.
    pub baseline: Option<Key>,
    /// Where it is to be.
    pub target: Option<Key>,
    /// The next target on the way, after the last reading.
    pub next: Option<Key>,
    /// The last reading.
    pub latest: Option<Key>,
    /// What was expected on that day.
    pub expected: Option<String>,
    /// Where the trend leads on the target's day.
    pub forecast: Option<String>,
    /// The share of the way that is done, in percent.
    pub attainment: Option<i32>,
    /// Whether a value is to be held, so that the share says how well it is.
    pub held: bool,
    /// The readings with their line, as SVG; none with fewer than two points.
    pub chart: Option<String>,
}

/// A unit no longer than this stands with every value.
const SHORT: usize = 2;

pub(in crate::site) fn card(pen: &Pen<'_, '_>, at: ItemIx) -> ScoreCard {
    let item = pen.context.item(at);
    let locale = &pen.context.locale;
    let none = Measure::default();
    let measure = item.measure.as_deref().unwrap_or(&none);
    let standing = pen.context.subject.trace.standings.get(&at);
    let unit = measure.unit.as_deref();
    let (unit, apart) = match unit {
        Some(long) if long.chars().count() > SHORT => (None, Some(long)),
        short => (short, None),
    };
    let key = |point: &Point| Key {
        value: locale.amount(point.value, unit),
        on: point.on.map(|on| locale.day(on)),
    };
    let latest = standing.and_then(|it| it.latest);
    let next = measure.steps.iter().find(|step| {
        let after = latest.map(|latest| latest.1);
        step.on.is_some() && step.on > after
    });
    let drawing = Drawing {
        locale,
        id: slug(&item.id),
        title: item.title.clone(),
        measure,
        forecast: standing.and_then(|it| it.forecast),
    };
    let estimate = |value: f64| locale.estimate(value, unit);
    ScoreCard {
        item: pen.item(at),
        health: words::health(locale, health(pen, at)),
        unit: apart.map(str::to_owned),
        baseline: measure.baseline.as_ref().map(key),
        target: measure.target.as_ref().map(key),
        next: next.map(key),
        latest: latest.map(|(value, on)| Key {
            value: locale.amount(value, unit),
            on: Some(locale.day(on)),
        }),
        expected: standing.and_then(|it| it.expected).map(estimate),
        forecast: standing.and_then(|it| it.forecast).map(estimate),
        attainment: standing
            .and_then(|it| it.attainment)
            .map(|share| (share * 100.0).round() as i32),
        held: measure.direction == Direction::Hold,
        chart: drawing.small(),
    }
}

/// What a measure's readings say.
pub(super) fn health(pen: &Pen<'_, '_>, at: ItemIx) -> Health {
    let standing = pen.context.subject.trace.standings.get(&at);
    standing.map_or(Health::Unknown, |it| it.health)
}
