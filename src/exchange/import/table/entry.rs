//! An item in the making, before all rows are read.

use super::super::{Datum, Fields, Loss, Text};

/// What was read of an item.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::exchange::import) struct Entry {
    /// Its kind, where that is said.
    pub kind: Option<&'static str>,
    /// How deep it stands, from 0.
    pub depth: usize,
    /// The number or id that it is given.
    pub number: Option<String>,
    pub title: String,
    pub text: Text,
    /// Where it stands.
    pub place: String,
    /// Which entry it stands below.
    pub above: Option<usize>,
    /// Other entries that it names.
    pub references: Vec<Reference>,
    /// Values of a measure.
    pub points: Vec<Point>,
    /// Remarks, which come last in its text.
    pub notes: Vec<String>,
    /// Which sheet it is of.
    pub sheet: usize,
}

/// Words that name another entry by its number, id or title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange::import) struct Reference {
    pub words: String,
    /// `parent`, `depends_on` or `threatens`.
    pub field: &'static str,
    /// What it is kept as where nothing has that name.
    pub heading: String,
    pub place: String,
}

/// A value of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange::import) struct Point {
    /// `baseline`, `target` or `current`.
    pub field: &'static str,
    /// When, if that is said.
    pub on: Option<String>,
    /// A number as it is written.
    pub value: String,
}

impl Entry {
    /// Keeps words that have no place.
    pub fn keep(&mut self, name: &str, words: &str) {
        self.text.fields.keep(name, words);
    }

    /// Sets a field once; what differs from it later is kept.
    pub fn set(&mut self, field: &str, value: impl Into<Datum>, (heading, words): (&str, &str)) {
        let value = value.into();
        match self.text.fields.get(field) {
            None => self.text.fields.set(field, value),
            Some(there) if *there == value => {}
            Some(_) => self.keep(heading, words),
        }
    }

    /// Adds a paragraph to its text.
    pub fn add_text(&mut self, markdown: &str) {
        if !self.text.body.is_empty() && !markdown.is_empty() {
            self.text.body.push_str("\n\n");
        }
        self.text.body.push_str(markdown);
    }

    /// Puts values of a measure and remarks where they belong.
    pub fn finish(&mut self, losses: &mut Vec<Loss>) {
        if !self.notes.is_empty() {
            let notes = format!("## Notes\n\n{}", self.notes.join("\n\n"));
            self.add_text(&notes);
        }
        let as_of = match self.text.fields.get("as_of") {
            Some(Datum::Text(day)) if !self.points.is_empty() => Some(day.clone()),
            _ => None,
        };
        let due = match self.text.fields.get("due") {
            Some(Datum::Text(due)) if self.kind == Some("measure") => Some(due.clone()),
            _ => None,
        };
        let mut points = std::mem::take(&mut self.points);
        points.sort_by(|a, b| a.on.cmp(&b.on));
        let mut targets = Vec::new();
        let mut readings = Vec::new();
        for point in points {
            match point.field {
                "baseline" => {
                    let fields = dated(point.value.clone(), point.on);
                    self.set("baseline", fields, ("Baseline", &point.value));
                }
                "target" => targets.push(dated(point.value, point.on.or_else(|| due.clone()))),
                _ => {
                    if let Some(on) = point.on.or_else(|| as_of.clone()) {
                        readings.push(dated(point.value, Some(on)));
                    } else {
                        self.keep("Current", &point.value);
                        losses.push(Loss {
                            place: self.place.clone(),
                            what: format!(
                                "the value {} has no day, so it is no reading; kept as `Current`",
                                point.value
                            ),
                        });
                    }
                }
            }
        }
        if due.is_some() && !targets.is_empty() {
            self.text.fields.0.retain(|(name, _)| name != "due");
        }
        let last = targets.pop();
        self.text.fields.set("targets", targets);
        self.text.fields.set("target", last.unwrap_or_default());
        if as_of.is_some() && !readings.is_empty() {
            self.text.fields.0.retain(|(name, _)| name != "as_of");
        }
        self.text.fields.set("readings", readings);
    }
}

fn dated(value: String, on: Option<String>) -> Fields {
    let mut fields = Fields::default();
    fields.set("value", Datum::Plain(value));
    fields.set("on", on.unwrap_or_default());
    fields
}
