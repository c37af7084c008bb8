//! A measure as a line: SVG drawn at build time, coloured by classes.
//!
//! Lines live in a nested picture that stretches with the page, words and
//! dots in one that does not, so that type stays sharp at every width.

use crate::locale::Locale;
use crate::plan::{Measure, Point};
use crate::quantity::Date;

use super::super::item::Chart;
use super::super::render::escape;
use super::super::words;
use super::svg::{number, put};

/// What a chart is drawn from.
pub(in crate::site) struct Drawing<'a> {
    /// Part of the ids within the page.
    pub id: String,
    pub title: String,
    pub measure: &'a Measure,
    pub locale: &'a Locale,
    pub forecast: Option<f64>,
}

/// The lines' picture is 1000 by 205 units; values lie between these.
const TOP: f64 = 22.0;
const BOTTOM: f64 = 205.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 970.0;

/// The range of days and values that a chart shows.
pub(super) struct Scale {
    first: Date,
    days: f64,
    low: f64,
    high: f64,
    step: f64,
}

impl Drawing<'_> {
    /// All points with a day: baseline, steps, target, readings, forecast.
    pub(super) fn points(&self) -> Vec<(Date, f64)> {
        let measure = self.measure;
        let aims = measure
            .baseline
            .iter()
            .chain(&measure.steps)
            .chain(&measure.target);
        let aims = aims.filter_map(|point| Some((point.on?, point.value)));
        let readings = measure
            .readings
            .iter()
            .map(|reading| (reading.on, reading.value));
        let forecast = self
            .target()
            .and_then(|target| Some((target.on?, self.forecast?)));
        aims.chain(readings).chain(forecast).collect()
    }

    pub(super) fn target(&self) -> Option<&Point> {
        self.measure.target.as_ref()
    }

    /// The aims with a day, in order.
    pub(super) fn aims(&self) -> Vec<(Date, f64)> {
        let measure = self.measure;
        let mut aims: Vec<(Date, f64)> = measure
            .baseline
            .iter()
            .chain(&measure.steps)
            .chain(&measure.target)
            .filter_map(|point| Some((point.on?, point.value)))
            .collect();
        aims.sort_by_key(|aim| aim.0);
        aims
    }

    pub(super) fn readings(&self) -> Vec<(Date, f64)> {
        let readings = self.measure.readings.iter();
        readings
            .map(|reading| (reading.on, reading.value))
            .collect()
    }

    /// From the last reading to the forecast.
    pub(super) fn trend(&self) -> Vec<(Date, f64)> {
        let last = self.readings().last().copied();
        let end = self
            .target()
            .and_then(|target| Some((target.on?, self.forecast?)));
        match (last, end) {
            (Some(last), Some(end)) if last.0 < end.0 => vec![last, end],
            _ => Vec::new(),
        }
    }

    /// The chart; none where there are not two points in time.
    pub fn chart(&self) -> Option<Chart> {
        let scale = Scale::of(&self.points())?;
        let aims = self.aims();
        let mut svg = String::new();
        self.describe(&mut svg);
        scale.values(&mut svg, self.locale, self.measure.unit.as_deref());
        scale.years(&mut svg, self.locale);
        svg.push_str("<svg viewBox=\"0 0 1000 205\" width=\"100%\" height=\"205\" preserveAspectRatio=\"none\" overflow=\"visible\">");
        scale.path(&mut svg, "expected", &aims);
        scale.path(&mut svg, "forecast", &self.trend());
        scale.path(&mut svg, "reading", &self.readings());
        svg.push_str("</svg>");
        self.dots(&mut svg, &scale);
        svg.push_str("</svg>");
        Some(Chart {
            svg,
            expected: aims.len() > 1,
            forecast: !self.trend().is_empty(),
        })
    }

    fn describe(&self, svg: &mut String) {
        let id = &self.id;
        let unit = self.measure.unit.as_deref();
        let title = escape(&self.title);
        let locale = self.locale;
        let say = |id: &str, (on, value): (Date, f64)| {
            let value = ("value", locale.amount(value, unit).into());
            let point = locale.say_with("chart-point", [value, ("day", locale.day(on).into())]);
            locale.say_with(id, [("point", point.into())])
        };
        let readings = self.readings();
        let mut said = Vec::new();
        said.extend(readings.first().map(|first| say("chart-first", *first)));
        said.extend(readings.last().map(|last| say("chart-last", *last)));
        let target = self
            .target()
            .and_then(|target| Some((target.on?, target.value)));
        said.extend(target.map(|target| say("chart-aim", target)));
        let said = escape(&words::join(locale, &said));
        put(
            svg,
            format_args!(
                "<svg role=\"img\" aria-labelledby=\"chart-{id}-t chart-{id}-d\"><title id=\"chart-{id}-t\">{title}</title><desc id=\"chart-{id}-d\">{said}</desc>"
            ),
        );
    }

    /// The readings as dots, the last one with its value, and the target.
    fn dots(&self, svg: &mut String, scale: &Scale) {
        let unit = self.measure.unit.as_deref();
        let readings = self.readings();
        for (on, value) in &readings {
            let (x, y) = scale.place(*on, *value);
            let day = ("day", self.locale.day(*on).into());
            let value = ("value", self.locale.amount(*value, unit).into());
            let said = escape(&self.locale.say_with("chart-dot", [day, value]));
            put(
                svg,
                format_args!(
                    "<circle class=\"dot\" cx=\"{}%\" cy=\"{}\" r=\"3\"><title>{said}</title></circle>",
                    number(x / 10.0),
                    number(y)
                ),
            );
        }
        if let Some((on, value)) = readings.last() {
            let (x, y) = scale.place(*on, *value);
            put(
                svg,
                format_args!(
                    "<text class=\"strong\" x=\"{}%\" y=\"{}\" text-anchor=\"end\">{}</text>",
                    number(x / 10.0 - 1.0),
                    number(y - 9.0),
                    self.locale.number(*value)
                ),
            );
        }
        let target = self
            .target()
            .and_then(|target| Some((target.on?, target.value)));
        if let Some((on, value)) = target {
            let (x, y) = scale.place(on, value);
            let value = ("value", self.locale.number(value).into());
            let said = escape(&self.locale.say_with("chart-target", [value]));
            put(
                svg,
                format_args!(
                    "<circle class=\"goalpost\" cx=\"{}%\" cy=\"{}\" r=\"5\"/><text class=\"strong\" x=\"100%\" y=\"{}\" text-anchor=\"end\">{said}</text>",
                    number(x / 10.0),
                    number(y),
                    number(y - 11.0)
                ),
            );
        }
    }

    /// A small line without axes, 60 by 20 units.
    pub fn spark(&self) -> Option<String> {
        let scale = Scale::of(&self.points())?;
        let small = |points: &[(Date, f64)]| {
            let mut path = String::new();
            for (on, value) in points {
                let (x, y) = scale.place(*on, *value);
                let x = (x - LEFT) / (RIGHT - LEFT) * 56.0 + 2.0;
                let y = (y - TOP) / (BOTTOM - TOP) * 14.0 + 3.0;
                let letter = if path.is_empty() { 'M' } else { 'L' };
                put(
                    &mut path,
                    format_args!("{letter}{} {}", number(x), number(y)),
                );
            }
            path
        };
        let aims = small(&self.aims());
        let readings = self.readings();
        let line = small(&readings);
        let dot = readings
            .last()
            .map(|last| small(std::slice::from_ref(last)));
        let dot = dot.map(|dot| dot.replace('M', "").replace(' ', "\" cy=\""));
        let mut svg =
            String::from("<svg class=\"spark\" viewBox=\"0 0 60 20\" aria-hidden=\"true\">");
        if self.aims().len() > 1 {
            put(&mut svg, format_args!("<path class=\"aim\" d=\"{aims}\"/>"));
        }
        if let Some(dot) = dot {
            put(
                &mut svg,
                format_args!("<path d=\"{line}\"/><circle cx=\"{dot}\" r=\"2\"/>"),
            );
        }
        svg.push_str("</svg>");
        Some(svg)
    }
}

impl Scale {
    pub(super) fn of(points: &[(Date, f64)]) -> Option<Self> {
        let first = points.iter().map(|point| point.0).min()?;
        let last = points.iter().map(|point| point.0).max()?;
        let days = f64::from((last - first).get_days());
        let values = points.iter().map(|point| point.1);
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        if days <= 0.0 || !(high - low).is_finite() {
            return None;
        }
        let step = nice_step((high - low).max(high.abs() / 100.0).max(1e-6) / 3.0);
        Some(Self {
            first,
            days,
            low: (low / step).floor() * step,
            high: ((high / step).ceil() * step).max((low / step).floor() * step + step),
            step,
        })
    }

    /// The same days, and only the values that there are.
    pub(super) fn tight(points: &[(Date, f64)]) -> Option<Self> {
        let mut scale = Self::of(points)?;
        let values = points.iter().map(|point| point.1);
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        let span = (high - low).max(high.abs() / 100.0).max(1e-6);
        let middle = f64::midpoint(low, high);
        (scale.low, scale.high) = (middle - span / 2.0, middle + span / 2.0);
        Some(scale)
    }

    /// Where a day and a value lie: shares of the way from the first day to
    /// the last, and from the lowest value to the highest.
    pub(super) fn shares(&self, on: Date, value: f64) -> (f64, f64) {
        let along = f64::from((on - self.first).get_days()) / self.days;
        (along, (value - self.low) / (self.high - self.low))
    }

    /// Where a day and a value lie, in the units of the lines' picture.
    fn place(&self, on: Date, value: f64) -> (f64, f64) {
        let (along, up) = self.shares(on, value);
        (LEFT + along * (RIGHT - LEFT), BOTTOM - up * (BOTTOM - TOP))
    }

    fn path(&self, svg: &mut String, class: &str, points: &[(Date, f64)]) {
        if points.len() < 2 {
            return;
        }
        put(svg, format_args!("<path class=\"{class}\" d=\""));
        for (at, (on, value)) in points.iter().enumerate() {
            let (x, y) = self.place(*on, *value);
            let letter = if at == 0 { 'M' } else { 'L' };
            put(svg, format_args!("{letter}{} {}", number(x), number(y)));
        }
        svg.push_str("\"/>");
    }

    /// Lines across with their values.
    fn values(&self, svg: &mut String, locale: &Locale, unit: Option<&str>) {
        let lines = ((self.high - self.low) / self.step).round() as usize;
        for line in 0..=lines {
            let value = self.low + self.step * line as f64;
            let (_, y) = self.place(self.first, value);
            let class = if line == 0 { "base" } else { "grid" };
            let short = unit.filter(|unit| unit.chars().count() <= 3 && line == lines);
            let said = escape(&locale.amount(value, short));
            put(
                svg,
                format_args!(
                    "<line class=\"{class}\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/><text y=\"{}\">{said}</text>",
                    number(y - 5.0),
                    y = number(y)
                ),
            );
        }
    }

    /// The beginnings of years; at most eight.
    fn years(&self, svg: &mut String, locale: &Locale) {
        let last = self.first.year() + (self.days / 365.0) as i16 + 1;
        let all: Vec<i16> = (self.first.year() + 1..=last).collect();
        let every = all.len().div_ceil(8).max(1);
        for year in all.into_iter().step_by(every) {
            let start = jiff::civil::date(year, 1, 1);
            let (x, _) = self.place(start, self.low);
            if x > RIGHT {
                continue;
            }
            let (x, said) = (number(x / 10.0), locale.year(year));
            put(
                svg,
                format_args!(
                    "<line class=\"base\" x1=\"{x}%\" x2=\"{x}%\" y1=\"205\" y2=\"210\"/><text x=\"{x}%\" y=\"225\" text-anchor=\"middle\">{said}</text>"
                ),
            );
        }
    }
}

/// 1, 2 or 5 times a power of ten, not below a number.
fn nice_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let wanted = least / power;
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| *factor >= wanted);
    factor.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::nice_step;

    #[test]
    fn steps_are_round() {
        let steps = [0.3, 1.0, 1.7, 4.0, 70.0].map(nice_step);
        for (step, wanted) in steps.into_iter().zip([0.5, 1.0, 2.0, 5.0, 100.0]) {
            assert!((step - wanted).abs() < 1e-9, "{step} is not {wanted}");
        }
    }
}
