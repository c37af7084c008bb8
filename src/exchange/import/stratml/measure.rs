//! Performance indicators, with their targets and results.

use super::parts::Parts;
use super::{Datum, DraftItem, Element, Fields, Reading, items, words_of};
use crate::exchange::import::Text;

/// The name of the descriptor in which an export writes where a measure began.
pub(in crate::exchange) const BASELINE: &str = "Baseline";
/// The name of the relationship in which an export writes what is measured
/// beside the objective.
pub(in crate::exchange) const MEASURES: &str = "Measures";

/// A target or a result.
#[derive(Default)]
struct Point {
    value: String,
    on: String,
    note: String,
    is_baseline: bool,
}

impl Reading {
    pub(super) fn indicators(&mut self, elements: &[&Element], measured: usize) {
        for element in elements {
            self.indicator(element, measured);
        }
    }

    fn indicator(&mut self, element: &Element, measured: usize) {
        let mut parts = Parts::of(element);
        let place = parts.place(self.number("measure"));
        self.at.clone_from(&place);
        let mut kept = Fields::default();
        let named = self.ids.named("M", &mut parts, &mut kept);
        let mut fields = Fields::default();
        fields.set("measures", items(measured));
        let dimension = parts.line("MeasurementDimension");
        let unit = parts.line("UnitOfMeasurement");
        let title = self.title_of(&dimension, &unit, measured, &place);
        fields.set("unit", unit);
        let stage = parts.attribute("ValueChainStage");
        let level = level(&stage);
        fields.set("level", level.0);
        if !level.1 {
            kept.keep("ValueChainStage", &stage);
        }
        for name in ["PerformanceIndicatorType", "IndicatorType"] {
            kept.keep("PerformanceIndicatorType", &parts.attribute(name));
        }
        let body = words_of(&mut parts, "OtherInformation", &mut kept);
        let mut targets = Vec::new();
        let mut results = Vec::new();
        for instance in parts.all("MeasurementInstance") {
            let mut parts = Parts::of(instance);
            for (name, points) in [
                ("TargetResult", &mut targets),
                ("ActualResult", &mut results),
            ] {
                for element in parts.all(name) {
                    points.extend(self.point(element, &mut kept));
                }
            }
            parts.keep_rest("MeasurementInstance/", &mut kept);
        }
        points(&mut fields, targets, results);
        fields.set("aliases", vec![named.alias]);
        for relationship in parts.all("Relationship") {
            self.relationship(relationship, &mut kept);
        }
        parts.keep_rest("", &mut kept);
        fields.join(kept);
        self.push(DraftItem {
            kind: "measure".to_owned(),
            id: named.id,
            title,
            text: Text { fields, body },
            place,
        });
    }

    /// What else the indicator measures, if the relationship says that.
    fn relationship(&mut self, element: &Element, kept: &mut Fields) {
        let mut parts = Parts::of(element);
        let is_ours = parts.line("Name") == MEASURES;
        let referent = parts.line("ReferentIdentifier");
        if is_ours && !referent.is_empty() {
            self.measured.push((self.draft.items.len(), referent));
        } else {
            Parts::of(element).keep_rest("Relationship/", kept);
        }
    }

    /// What an indicator is called: what it measures, else the unit, else what
    /// it is an indicator of.
    fn title_of(&mut self, dimension: &str, unit: &str, measured: usize, place: &str) -> String {
        if !dimension.is_empty() {
            return dimension.to_owned();
        }
        let title = if unit.is_empty() {
            format!("Indicator of {}", self.draft.items[measured].title)
        } else {
            unit.to_owned()
        };
        self.lose(
            place.to_owned(),
            format!("it has no name; it is called `{title}`"),
        );
        title
    }

    fn point(&mut self, element: &Element, kept: &mut Fields) -> Option<Point> {
        let mut parts = Parts::of(element);
        let mut point = Point {
            value: parts.line("NumberOfUnits"),
            note: parts.line("Description"),
            ..Point::default()
        };
        let days = (
            self.day(&mut parts, "StartDate"),
            self.day(&mut parts, "EndDate"),
        );
        point.on = match days {
            (from, to) if from.is_empty() || from == to => to,
            (from, to) if to.is_empty() => {
                let what = "it has no last day; its first one stands for it";
                self.lose(self.at_of(element), what.to_owned());
                from
            }
            (from, to) if from > to => format!("{to}..{from}"),
            (from, to) => format!("{from}..{to}"),
        };
        for descriptor in parts.all("Descriptor") {
            let mut parts = Parts::of(descriptor);
            let (name, value) = (parts.line("DescriptorName"), parts.line("DescriptorValue"));
            if name == BASELINE {
                point.is_baseline = true;
            } else {
                point.say(&[name.as_str(), value.as_str()]);
            }
        }
        if crate::quantity::parse_number(&point.value).is_err() && !point.value.is_empty() {
            let value = std::mem::take(&mut point.value);
            self.lose(
                self.at_of(element),
                format!("`{value}` is no number; it is said in words"),
            );
            point.say(&[&value]);
        }
        parts.keep_rest(&format!("{}/", element.name), kept);
        if point.value.is_empty() && point.note.is_empty() {
            if !point.on.is_empty() {
                let what = format!("it has a day, {}, and nothing else", point.on);
                self.lose(self.at_of(element), what);
            }
            return None;
        }
        Some(point)
    }
}

impl Point {
    /// Adds words.
    fn say(&mut self, words: &[&str]) {
        let said: Vec<&str> = words.iter().copied().filter(|it| !it.is_empty()).collect();
        if said.is_empty() {
            return;
        }
        if !self.note.is_empty() {
            self.note.push_str("; ");
        }
        self.note.push_str(&said.join(": "));
    }

    fn datum(self) -> Fields {
        let mut fields = Fields::default();
        fields.set("value", Datum::Plain(self.value));
        fields.set("on", self.on);
        fields.set("note", self.note);
        fields
    }
}

/// Baseline, target, targets on the way and readings.
fn points(fields: &mut Fields, mut targets: Vec<Point>, mut results: Vec<Point>) {
    let at = results
        .iter()
        .position(|it| it.is_baseline && !it.value.is_empty());
    if let Some(at) = at {
        fields.set("baseline", results.remove(at).datum());
    }
    let counted = |it: &(usize, &Point)| !it.1.value.is_empty();
    let last = targets.iter().enumerate().filter(counted);
    let last = last.max_by_key(|(at, it)| (last_day(&it.on), *at));
    if let Some(at) = last.map(|(at, _)| at) {
        fields.set("target", targets.remove(at).datum());
    }
    let all = |points: Vec<Point>| points.into_iter().map(Point::datum).collect::<Vec<_>>();
    fields.set("targets", all(targets));
    // A reading has a day; a number without one is said in words.
    for it in &mut results {
        if it.on.is_empty() && !it.value.is_empty() {
            let value = std::mem::take(&mut it.value);
            let note = std::mem::take(&mut it.note);
            it.say(&[&value, &note]);
        }
    }
    fields.set("readings", all(results));
}

fn last_day(on: &str) -> &str {
    on.split("..").last().unwrap_or_default()
}

/// The level of a stage of the value chain, and whether that says it all.
fn level(stage: &str) -> (&'static str, bool) {
    match stage {
        "Input" => ("input", true),
        "Input_Processing" => ("activity", true),
        "Output_Processing" => ("activity", false),
        "Output" => ("output", true),
        "Outcome" => ("outcome", true),
        _ => ("", false),
    }
}
