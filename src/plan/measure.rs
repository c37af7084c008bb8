//! What is measured, from where to where, and what the readings say.

mod table;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span, code};
use crate::quantity::{Date, FiscalCalendar, Period, parse_number};
use crate::source::SourceSet;
use crate::value::{Data, Reader, Spanned, Table, Value, Wrong, one_of};

use super::Level;

/// What a measure's front matter and readings say.
#[derive(Debug, Clone, Default)]
pub struct Measure {
    /// The unit of all its values: "%", "visits a year".
    pub unit: Option<String>,
    /// Which way is better.
    pub direction: Direction,
    /// Where the direction is stated.
    pub stated_direction: Option<Span>,
    /// Where it began.
    pub baseline: Option<Point>,
    /// Where it is to be.
    pub target: Option<Point>,
    /// Targets on the way, by day.
    pub steps: Vec<Point>,
    /// What was read, by day.
    pub readings: Vec<Reading>,
    /// Targets and results that are said in words, as they are written.
    pub noted: Vec<Noted>,
    /// The path of the file that they were read from.
    pub table: Option<Arc<str>>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// What of the work it counts.
    pub level: Option<Spanned<Level>>,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More.
    #[default]
    Up,
    /// Less.
    Down,
    /// No change.
    Hold,
}

/// What a note says something of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// Where the measure is to be.
    Target,
    /// Where it was.
    Result,
}

/// A target in words, with or without a value, or a result that has none.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    /// What it is.
    pub of: Of,
    /// The words.
    pub note: String,
    /// The value, in the measure's unit; that of a target is also among the
    /// measure's points, at the same place.
    pub value: Option<f64>,
    /// The first day of its period, if that is longer than a day.
    pub from: Option<Date>,
    /// The day; a period's last.
    pub on: Option<Date>,
    /// Where it stands.
    pub place: Span,
}

/// A value on a day; without a day where none was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The value, in the measure's unit.
    pub value: f64,
    /// The day; a period's last.
    pub on: Option<Date>,
    /// The first day of its period, if that is longer than a day.
    pub from: Option<Date>,
    /// Where it stands.
    pub place: Span,
}

/// What was read on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The day; a period's last.
    pub on: Date,
    /// The first day of its period, if that is longer than a day.
    pub from: Option<Date>,
    /// The value, in the measure's unit.
    pub value: f64,
    /// A few words.
    pub note: Option<String>,
    /// Where it stands.
    pub place: Span,
}

impl Direction {
    fn parse(text: &str) -> Result<Self, Wrong> {
        let words = [("up", Self::Up), ("down", Self::Down), ("hold", Self::Hold)];
        one_of(text, &words)
    }
}

/// What reading a measure needs beside its front matter.
pub(super) struct Context<'a> {
    pub sources: &'a SourceSet,
    pub fiscal: FiscalCalendar,
    /// The file of the measure.
    pub path: &'a str,
    /// Whether the plan has a field of its own called `level`.
    pub own_level: bool,
}

impl Measure {
    /// Reads the measure's fields and its readings.
    pub(super) fn read(r: &mut Reader<'_>, context: &Context<'_>) -> Self {
        let fiscal = context.fiscal;
        let mut noted = Vec::new();
        let unit = r.text("unit").map(|unit| unit.value);
        let baseline = r
            .value("baseline")
            .and_then(|value| point(r, "baseline", value, (fiscal, &mut Vec::new())));
        let target = r
            .value("target")
            .and_then(|value| point(r, "target", value, (fiscal, &mut noted)));
        let direction = r.parse("direction", Direction::parse);
        let listed = r.value("targets").map_or(&[][..], Value::as_list);
        let mut steps: Vec<Point> = listed
            .iter()
            .filter_map(|step| point(r, "targets", step, (fiscal, &mut noted)))
            .collect();
        steps.sort_by_key(|step| step.on);
        let (mut readings, table) = match r.value("readings") {
            None => (Vec::new(), None),
            Some(value) => match value.as_text() {
                Some(path) => table::read(r, path, value.span, context),
                None => (listed_readings(r, value, (fiscal, &mut noted)), None),
            },
        };
        readings.sort_by_key(|reading| reading.on);
        let level = if context.own_level {
            None
        } else {
            r.parse("level", Level::parse)
        };
        Self {
            level,
            stated_direction: direction.as_ref().map(|it| it.span),
            direction: direction.map_or_else(|| implied(baseline, target), |it| it.value),
            unit,
            baseline,
            target,
            steps,
            readings,
            noted,
            table,
            source: r.text("source").map(|source| source.value),
        }
    }

    /// The last reading up to a day.
    pub fn latest(&self, today: Date) -> Option<&Reading> {
        self.readings
            .iter()
            .rev()
            .find(|reading| reading.on <= today)
    }
}

/// The way from the baseline to the target.
fn implied(baseline: Option<Point>, target: Option<Point>) -> Direction {
    match (baseline, target) {
        (Some(from), Some(to)) if to.value < from.value => Direction::Down,
        _ => Direction::Up,
    }
}

/// A number, or a table with `value` and `on`; a target may be said in words
/// alone.
fn point(
    r: &mut Reader<'_>,
    key: &'static str,
    value: &Value,
    (fiscal, noted): (FiscalCalendar, &mut Vec<Noted>),
) -> Option<Point> {
    match &value.data {
        Data::Text(text) => match parse_number(text) {
            Ok(number) => Some(Point {
                value: number,
                on: None,
                from: None,
                place: value.span,
            }),
            Err(wrong) => {
                r.wrong(key, value.span, wrong);
                None
            }
        },
        Data::Table(table) => {
            let dated = Dated::read(r, table, fiscal);
            if dated.value.is_none() && table.get("value").is_none() && dated.note.is_none() {
                let wrong = Wrong::new("the value is missing");
                r.wrong(
                    key,
                    value.span,
                    wrong.help("write `{value: 82, on: 2026-12-31}`"),
                );
            }
            noted.extend(dated.noted(Of::Target, value.span));
            Some(Point {
                value: dated.value?,
                on: dated.on(),
                from: dated.from(),
                place: value.span,
            })
        }
        Data::Null | Data::List(_) => {
            let wrong = Wrong::new(format!("expected a number, found {}", value.what()));
            r.wrong(key, value.span, wrong);
            None
        }
    }
}

/// What a table says of a target or a result.
struct Dated {
    value: Option<f64>,
    when: Option<Period>,
    note: Option<String>,
}

impl Dated {
    fn read(outer: &mut Reader<'_>, table: &Table, fiscal: FiscalCalendar) -> Self {
        let mut r = Reader::new(table);
        let value = r.parse("value", parse_number);
        let period = |text: &str| Period::parse(text, &fiscal);
        let when = r.parse("on", period);
        let when = when.or_else(|| r.parse("date", period));
        let note = r.text("note").map(|note| note.value);
        outer.problems.extend(r.finish("field", []));
        Self {
            value: value.map(|value| value.value),
            when: when.map(|when| when.value),
            note: note.filter(|note| !note.is_empty()),
        }
    }

    fn on(&self) -> Option<Date> {
        self.when.as_ref().map(|when| when.last)
    }

    fn from(&self) -> Option<Date> {
        self.when.as_ref().and_then(begins)
    }

    /// What it says in words.
    fn noted(&self, of: Of, place: Span) -> Option<Noted> {
        Some(Noted {
            of,
            note: self.note.clone()?,
            value: self.value,
            from: self.from(),
            on: self.on(),
            place,
        })
    }
}

/// The first day of a period that is longer than a day.
fn begins(period: &Period) -> Option<Date> {
    (period.first != period.last).then_some(period.first)
}

fn listed_readings(
    r: &mut Reader<'_>,
    value: &Value,
    (fiscal, noted): (FiscalCalendar, &mut Vec<Noted>),
) -> Vec<Reading> {
    let mut readings = Vec::new();
    for entry in value.as_list() {
        let Some(table) = entry.as_table() else {
            r.problems.push(no_reading(entry.span));
            continue;
        };
        let dated = Dated::read(r, table, fiscal);
        match (dated.value, dated.on()) {
            (Some(value), Some(on)) => readings.push(Reading {
                on,
                from: dated.from(),
                value,
                note: dated.note,
                place: entry.span,
            }),
            (None, _) if table.get("value").is_none() && dated.note.is_some() => {
                noted.extend(dated.noted(Of::Result, entry.span));
            }
            _ => r.problems.push(no_reading(entry.span)),
        }
    }
    readings
}

fn no_reading(place: Span) -> Diagnostic {
    let what = "a reading must have a day and a value, or a note alone";
    Diagnostic::new(&code::BAD_READING, what)
        .at(place, "")
        .help("write `{on: 2026-03-31, value: 84}`")
}
