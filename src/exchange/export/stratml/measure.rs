//! Measures as performance indicators.

use std::collections::BTreeMap;

use crate::config::Role;
use crate::exchange::import::stratml::{BASELINE, MEASURES, numbered};
use crate::exchange::plain;
use crate::plan::{Item, ItemIx, Level, Measure, Noted, Of, Point, Relation};
use crate::quantity::Date;

use super::super::text::markdown;
use super::kept::{Kept, any};
use super::{Part, Writing, identifier, targets};

/// A target or a result.
#[derive(Default)]
struct Stated<'a> {
    from: Option<Date>,
    on: Option<Date>,
    value: Option<f64>,
    note: &'a str,
    is_baseline: bool,
}

impl Writing<'_> {
    pub(super) fn indicators(&mut self, measured: ItemIx) {
        if self.part == Part::One {
            return;
        }
        for measure in self.measures.remove(&measured).unwrap_or_default() {
            self.indicator(measure, measured);
        }
    }

    /// The measures that are written below each item: those of its own, and
    /// those of what has no place in the standard and leads to it.
    pub(super) fn all_measures(&self) -> BTreeMap<ItemIx, Vec<ItemIx>> {
        let mut all: BTreeMap<ItemIx, Vec<ItemIx>> = BTreeMap::new();
        for (at, item) in self.subject.plan.all() {
            if item.role == Role::Measure
                && let Some(below) = self.place(at)
            {
                all.entry(below).or_default().push(at);
            }
        }
        all
    }

    /// Where a measure is written: at what it measures first, or at the first
    /// objective or goal which that leads to.
    fn place(&self, measure: ItemIx) -> Option<ItemIx> {
        let plan = self.subject.plan;
        let mut at = *targets(self.subject, measure, Relation::Measures).first()?;
        for _ in 0..plan.items.len() {
            match plan[at].role {
                Role::Goal => return Some(at),
                Role::Objective | Role::Strategy | Role::Own if self.first_goal(at).is_some() => {
                    return Some(at);
                }
                _ => at = *targets(self.subject, at, Relation::Supports).first()?,
            }
        }
        None
    }

    fn indicator(&mut self, at: ItemIx, below: ItemIx) {
        let item = &self.subject.plan[at];
        let Some(measure) = &item.measure else { return };
        self.written.insert(at);
        let mut kept = Kept::of(&item.kept);
        let sequence = kept.take("SequenceIndicator", any);
        let stage = kept.take("ValueChainStage", |text| text == "Output_Processing");
        let level = measure
            .level
            .as_ref()
            .map_or("", |level| match level.value {
                Level::Input => "Input",
                Level::Activity => "Input_Processing",
                Level::Output => "Output",
                Level::Outcome => "Outcome",
            });
        let kind = kept.take("PerformanceIndicatorType", |text| {
            text == "Quantitative" || text == "Qualitative"
        });
        let stage = if stage.is_empty() { level } else { stage };
        let attributes = [
            ("ValueChainStage", stage),
            ("PerformanceIndicatorType", kind),
        ];
        self.xml.start("PerformanceIndicator", &attributes);
        let sequence = if sequence.is_empty() {
            numbered(&item.id)
        } else {
            sequence
        };
        self.xml.maybe("SequenceIndicator", sequence);
        self.xml.must("MeasurementDimension", &item.title);
        self.xml.must(
            "UnitOfMeasurement",
            measure.unit.as_deref().unwrap_or_default(),
        );
        self.xml.must("Identifier", &identifier(item));
        self.relationships(at, below);
        self.instance(measure);
        let summary = item.summary.as_deref().filter(|_| item.states("summary"));
        let text = plain::of_markdown(&markdown(self.subject, &item.body, &item.title));
        let text = format!("{}\n\n{text}", summary.unwrap_or_default());
        self.xml.maybe("OtherInformation", &kept.below(text.trim()));
        self.xml.end();
    }

    /// What a measure measures beside what it is written below.
    fn relationships(&mut self, at: ItemIx, below: ItemIx) {
        for other in targets(self.subject, at, Relation::Measures) {
            let item: &Item = &self.subject.plan[other];
            let is_written = matches!(item.role, Role::Goal)
                || (matches!(item.role, Role::Objective | Role::Strategy | Role::Own)
                    && self.first_goal(other).is_some());
            if other != below && is_written {
                self.xml.start("Relationship", &[]);
                self.xml.must("ReferentIdentifier", &identifier(item));
                self.xml.must("Name", MEASURES);
                self.xml.end();
            }
        }
    }

    fn instance(&mut self, measure: &Measure) {
        let targets = all_targets(measure);
        let results = all_results(measure);
        if targets.is_empty() && results.is_empty() {
            return;
        }
        self.xml.start("MeasurementInstance", &[]);
        for (name, points) in [("TargetResult", targets), ("ActualResult", results)] {
            for point in points {
                self.xml.start(name, &[]);
                self.point(&point);
                self.xml.end();
            }
        }
        self.xml.end();
    }

    fn point(&mut self, point: &Stated<'_>) {
        if let Some(from) = point.from {
            self.xml.must("StartDate", &from.to_string());
        }
        if let Some(on) = point.on {
            self.xml.must("EndDate", &on.to_string());
        }
        if let Some(value) = point.value {
            self.xml.must("NumberOfUnits", &value.to_string());
        }
        if point.is_baseline {
            self.xml.start("Descriptor", &[]);
            self.xml.must("DescriptorName", BASELINE);
            self.xml.end();
        }
        self.xml.maybe("Description", point.note);
    }
}

/// Targets on the way and the target, then those in words.
fn all_targets(measure: &Measure) -> Vec<Stated<'_>> {
    let noted = |of: Of| measure.noted.iter().filter(move |it| it.of == of);
    let points = measure.steps.iter().chain(&measure.target);
    let counted = points.map(|point| {
        let note = noted(Of::Target).find(|it| it.place == point.place);
        Stated {
            note: note.map_or("", |note| &note.note),
            ..of_point(point)
        }
    });
    let words = noted(Of::Target).filter(|it| it.value.is_none());
    counted.chain(words.map(of_words)).collect()
}

/// The baseline and the readings, then results in words.
fn all_results(measure: &Measure) -> Vec<Stated<'_>> {
    let baseline = measure.baseline.iter().map(|point| Stated {
        is_baseline: true,
        ..of_point(point)
    });
    let readings = measure.readings.iter().map(|reading| Stated {
        from: reading.from,
        on: Some(reading.on),
        value: Some(reading.value),
        note: reading.note.as_deref().unwrap_or_default(),
        is_baseline: false,
    });
    let words = measure.noted.iter().filter(|it| it.of == Of::Result);
    baseline
        .chain(readings)
        .chain(words.map(of_words))
        .collect()
}

fn of_point(point: &Point) -> Stated<'static> {
    Stated {
        from: point.from,
        on: point.on,
        value: Some(point.value),
        ..Stated::default()
    }
}

fn of_words(noted: &Noted) -> Stated<'_> {
    Stated {
        from: noted.from,
        on: noted.on,
        note: &noted.note,
        ..Stated::default()
    }
}
