//! What is measured, from where to where, and what the readings say.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span, code};
use crate::quantity::{Date, FiscalCalendar, Period, parse_number};
use crate::source::{Source, SourceSet};
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

/// A value on a day; without a day where none was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The value, in the measure's unit.
    pub value: f64,
    /// The day.
    pub on: Option<Date>,
    /// Where it stands.
    pub place: Span,
}

/// What was read on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The day; a period's last.
    pub on: Date,
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
        let unit = r.text("unit").map(|unit| unit.value);
        let baseline = r
            .value("baseline")
            .and_then(|value| point(r, "baseline", value, fiscal));
        let target = r
            .value("target")
            .and_then(|value| point(r, "target", value, fiscal));
        let direction = r.parse("direction", Direction::parse);
        let listed = r.value("targets").map_or(&[][..], Value::as_list);
        let mut steps: Vec<Point> = listed
            .iter()
            .filter_map(|step| point(r, "targets", step, fiscal))
            .collect();
        steps.sort_by_key(|step| step.on);
        let (mut readings, table) = match r.value("readings") {
            None => (Vec::new(), None),
            Some(value) => match value.as_text() {
                Some(path) => from_csv(r, path, value.span, context),
                None => (listed_readings(r, value, fiscal), None),
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

/// A number, or a table with `value` and `on`.
fn point(
    r: &mut Reader<'_>,
    key: &'static str,
    value: &Value,
    fiscal: FiscalCalendar,
) -> Option<Point> {
    match &value.data {
        Data::Text(text) => match parse_number(text) {
            Ok(number) => Some(Point {
                value: number,
                on: None,
                place: value.span,
            }),
            Err(wrong) => {
                r.wrong(key, value.span, wrong);
                None
            }
        },
        Data::Table(table) => {
            let (number, on, _) = dated(r, table, fiscal);
            if number.is_none() && table.get("value").is_none() {
                let wrong = Wrong::new("the value is missing");
                r.wrong(
                    key,
                    value.span,
                    wrong.help("write `{value: 82, on: 2026-12-31}`"),
                );
            }
            Some(Point {
                value: number?.value,
                on: on.map(|on| on.value),
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

type Dated = (Option<Spanned<f64>>, Option<Spanned<Date>>, Option<String>);

fn dated(outer: &mut Reader<'_>, table: &Table, fiscal: FiscalCalendar) -> Dated {
    let mut r = Reader::new(table);
    let value = r.parse("value", parse_number);
    let day = |text: &str| Period::parse(text, &fiscal).map(|period| period.last);
    let on = r.parse("on", day);
    let on = on.or_else(|| r.parse("date", day));
    let note = r.text("note").map(|note| note.value);
    outer.problems.extend(r.finish("field", []));
    (value, on, note)
}

fn listed_readings(r: &mut Reader<'_>, value: &Value, fiscal: FiscalCalendar) -> Vec<Reading> {
    let mut readings = Vec::new();
    for entry in value.as_list() {
        let found = entry.as_table().map(|table| dated(r, table, fiscal));
        match found {
            Some((Some(value), Some(on), note)) => readings.push(Reading {
                on: on.value,
                value: value.value,
                note,
                place: entry.span,
            }),
            _ => r.problems.push(
                Diagnostic::new(&code::BAD_READING, "a reading must have a day and a value")
                    .at(entry.span, "")
                    .help("write `{on: 2026-03-31, value: 84}`"),
            ),
        }
    }
    readings
}

/// Reads a CSV file of the plan; its path counts from the plan folder, else
/// from the measure's own folder.
fn from_csv(
    r: &mut Reader<'_>,
    path: &str,
    span: Span,
    context: &Context<'_>,
) -> (Vec<Reading>, Option<Arc<str>>) {
    let folder = context
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let beside = super::links::join(folder, path);
    let found = context.sources.by_path(path.trim_start_matches("./"));
    let found = found.or_else(|| context.sources.by_path(&beside?));
    let Some(source) = found else {
        let paths = context.sources.sources.iter().map(|source| &*source.path);
        let near = crate::diagnostic::did_you_mean(path, paths.filter(|path| is_csv(path)));
        r.problems.push(
            Diagnostic::new(
                &code::MISSING_ATTACHMENT,
                format!("there is no file `{path}`"),
            )
            .at(span, "the readings are looked for here")
            .maybe_help(near),
        );
        return (Vec::new(), None);
    };
    let (readings, problems) = read_csv(source, context.fiscal);
    r.problems.extend(problems);
    (readings, Some(Arc::clone(&source.path)))
}

fn is_csv(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("csv")
}

/// Reads `date,value[,note]` rows, with or without a heading row.
fn read_csv(source: &Source, fiscal: FiscalCalendar) -> (Vec<Reading>, Vec<Diagnostic>) {
    let mut readings = Vec::new();
    let mut problems = Vec::new();
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(source.text.as_bytes());
    let mut row = csv::StringRecord::new();
    let mut first = true;
    loop {
        let start = rows.position().byte() as usize;
        match rows.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => {
                let line = Row {
                    source,
                    start,
                    cells: &row,
                };
                let heading = first
                    && row.get(1).is_some_and(|value| parse_number(value).is_err())
                    && Period::parse(row.get(0).unwrap_or_default(), &fiscal).is_err();
                if !heading {
                    match line.reading(fiscal) {
                        Ok(reading) => readings.push(reading),
                        Err(problem) => problems.push(*problem),
                    }
                }
                first = false;
            }
            Err(error) => {
                let span = Span::new(source.id, start, start);
                let message = format!("a row that cannot be read: {error}");
                problems.push(Diagnostic::new(&code::BAD_READING, message).at(span, ""));
                break;
            }
        }
    }
    (readings, problems)
}

/// A row of readings and the byte where it starts.
struct Row<'a> {
    source: &'a Source,
    start: usize,
    cells: &'a csv::StringRecord,
}

impl Row<'_> {
    fn reading(&self, fiscal: FiscalCalendar) -> Result<Reading, Box<Diagnostic>> {
        let day = self.cells.get(0).unwrap_or_default();
        let on = Period::parse(day, &fiscal).map_err(|wrong| self.bad(day, wrong))?;
        let written = self.cells.get(1).unwrap_or_default();
        let value = match written {
            "" => Err(Wrong::new("the value is missing")),
            text => parse_number(text),
        };
        let value = value.map_err(|wrong| self.bad(written, wrong))?;
        let note = self.cells.get(2).filter(|note| !note.is_empty());
        Ok(Reading {
            on: on.last,
            value,
            note: note.map(str::to_owned),
            place: self.span(day),
        })
    }

    fn bad(&self, cell: &str, wrong: Wrong) -> Box<Diagnostic> {
        let message = format!("bad reading: {}", wrong.message);
        let span = self.span(cell);
        let mut found = Diagnostic::new(&code::BAD_READING, message)
            .at(span, "")
            .maybe_help(wrong.help)
            .help("a row is `date,value` or `date,value,note`");
        if let Some(meant) = wrong.meant.filter(|_| self.begins_with(cell)) {
            found = found.fix(span, meant);
        }
        Box::new(found)
    }

    /// Whether the row's first words are those of a cell: nothing stands
    /// before them but a quote.
    fn begins_with(&self, cell: &str) -> bool {
        let rest = self.source.text[self.start..].trim_start();
        rest.strip_prefix('"').unwrap_or(rest).starts_with(cell)
    }

    /// Where a cell stands; the whole line where it is empty.
    fn span(&self, cell: &str) -> Span {
        let rest = &self.source.text[self.start..];
        let begin = self.start + (rest.len() - rest.trim_start().len());
        let line = self.source.text[begin..].lines().next().unwrap_or_default();
        let at = line.find(cell).filter(|_| !cell.is_empty());
        match at {
            Some(at) => Span::new(self.source.id, begin + at, begin + at + cell.len()),
            None => Span::new(self.source.id, begin, begin + line.len()),
        }
    }
}
