//! What an item means, in five short hashes.
//!
//! What goes in is settled for good: another version of the program must find
//! the same, or it would find everything changed. The manual says it in full.

use std::fmt::{self, Write as _};

use unicode_normalization::UnicodeNormalization;

use crate::plan::{Direction, Item, ItemIx, Measure, Plan, Point};
use crate::quantity::Period;
use crate::source::SourceSet;
use crate::value::{Data, Spanned, Value};

use super::CARRYING;

/// A part of what an item means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its title.
    Title,
    /// Its summary and its text.
    Text,
    /// When it begins and ends.
    Dates,
    /// What a measure is to reach; what a plan B waits for.
    Target,
    /// What it supports, measures, threatens, mitigates or answers.
    Aims,
}

impl Part {
    /// All parts, in the order of the columns.
    pub const ALL: [Self; 5] = [
        Self::Title,
        Self::Text,
        Self::Dates,
        Self::Target,
        Self::Aims,
    ];

    /// The name of its column, which is the word for it as well.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
            Self::Dates => "dates",
            Self::Target => "target",
            Self::Aims => "aims",
        }
    }
}

/// A hash of each part of what an item means: the first 32 bits of the BLAKE3
/// hash of its words; none where there are no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(pub(super) [Option<u32>; 5]);

impl Fingerprint {
    /// That of an item.
    pub fn of(at: ItemIx, plan: &Plan, sources: &SourceSet) -> Self {
        let item = &plan[at];
        Self(Part::ALL.map(|part| {
            hash(&match part {
                Part::Title => item.title.clone(),
                Part::Text => text(item, sources),
                Part::Dates => dates(item),
                Part::Target => target(item),
                Part::Aims => aims(at, plan),
            })
        }))
    }

    /// What [`Display`](fmt::Display) wrote, in cells.
    pub(super) fn read(cells: &[String]) -> Option<Self> {
        let cells: &[String; 5] = cells.try_into().ok()?;
        let is_part = |cell: &String| {
            let is_hex = cell.bytes().all(|byte| byte.is_ascii_hexdigit());
            cell == "-" || (cell.len() == 8 && is_hex)
        };
        let parts = || {
            cells
                .each_ref()
                .map(|cell| u32::from_str_radix(cell, 16).ok())
        };
        cells.iter().all(is_part).then(|| Self(parts()))
    }

    /// This one after its item went from one to another without a change of
    /// meaning: parts that were as in the one are as in the other.
    #[must_use]
    pub fn carried(mut self, was: &Self, is: &Self) -> Self {
        for (part, (was, is)) in self.0.iter_mut().zip(was.0.iter().zip(&is.0)) {
            if part == was {
                *part = *is;
            }
        }
        self
    }

    /// The parts in which two differ.
    pub fn changed(&self, other: &Self) -> Vec<Part> {
        let pairs = self.0.iter().zip(&other.0).zip(Part::ALL);
        let changed = pairs.filter(|((a, b), _)| a != b);
        changed.map(|(_, part)| part).collect()
    }
}

/// Eight hexadecimal digits for each part, `-` where there are no words.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.0.map(|part| match part {
            Some(hash) => format!("{hash:08x}"),
            None => "-".to_owned(),
        });
        f.write_str(&parts.join(","))
    }
}

/// Blanks and ends of lines do not count, nor how accents are stored.
fn hash(words: &str) -> Option<u32> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let plain: String = words.join(" ").nfc().collect();
    let hash = blake3::hash(plain.as_bytes());
    let [a, b, c, d, ..] = *hash.as_bytes();
    (!plain.is_empty()).then(|| u32::from_be_bytes([a, b, c, d]))
}

/// The summary, if it is stated, and the text as it was written, without the
/// heading that is the title, without comments, and with no task ticked.
fn text(item: &Item, sources: &SourceSet) -> String {
    let document = &item.body.document;
    let body = &sources.source(document.source).text[document.body.clone()];
    let title = document.title.as_ref().map(|title| title.span);
    let from = document.body.start;
    let (before, after) = match title {
        Some(span) => (&body[..span.start() - from], &body[span.end() - from..]),
        None => (body, ""),
    };
    let mut text = field(item, "summary").unwrap_or_default().to_owned();
    for part in [before, after] {
        text.push('\n');
        text.push_str(&without_comments(part));
    }
    text.replace("[x] ", "[ ] ").replace("[X] ", "[ ] ")
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// First and last days, whatever they are called; the event, the repetition.
fn dates(item: &Item) -> String {
    let mut words = String::new();
    let mut add = |name: &str, period: Option<&Spanned<Period>>| {
        if let Some(period) = period {
            let _ = writeln!(words, "{name} {} {}", period.first, period.last);
        }
    };
    add("start", item.dates.start.as_ref());
    add("due", item.dates.due.as_ref());
    for name in ["due_when", "repeats"] {
        if let Some(text) = field(item, name) {
            let _ = writeln!(words, "{name} {text}");
        }
    }
    words
}

/// Of a measure its unit and all its values to reach, of a plan B its trigger.
fn target(item: &Item) -> String {
    let mut words = String::new();
    if let Some(measure) = &item.measure {
        figures(measure, &mut words);
    }
    if item.trigger.is_some() {
        let trigger = item.body.document.matter.get("trigger");
        let trigger = trigger.map(|entry| flat(&entry.value));
        let _ = writeln!(words, "trigger {}", trigger.unwrap_or_default());
    }
    words
}

fn figures(measure: &Measure, words: &mut String) {
    if let Some(unit) = &measure.unit {
        let _ = writeln!(words, "unit {unit}");
    }
    let mut add = |name: &str, point: &Point| {
        let on = point.on.map(|day| format!(" on {day}")).unwrap_or_default();
        let _ = writeln!(words, "{name} {}{on}", point.value);
    };
    if let Some(point) = &measure.baseline {
        add("baseline", point);
    }
    for step in &measure.steps {
        add("step", step);
    }
    if let Some(point) = &measure.target {
        add("target", point);
        let better = match measure.direction {
            Direction::Up => "up",
            Direction::Down => "down",
            Direction::Hold => "hold",
        };
        let _ = writeln!(words, "direction {better}");
    }
}

/// A value in one line, the names of a table in order.
fn flat(value: &Value) -> String {
    match &value.data {
        Data::Null => String::new(),
        Data::Text(text) => text.clone(),
        Data::List(values) => {
            let values: Vec<String> = values.iter().map(flat).collect();
            format!("[{}]", values.join(", "))
        }
        Data::Table(table) => {
            let entries = table.entries.iter();
            let mut entries: Vec<String> = entries
                .map(|entry| format!("{}: {}", entry.key, flat(&entry.value)))
                .collect();
            entries.sort_unstable();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// What it is for, in order.
fn aims(at: ItemIx, plan: &Plan) -> String {
    let references = plan.references_of(at).iter();
    let carrying = references.filter(|it| CARRYING.contains(&it.relation));
    let mut aims: Vec<String> = carrying
        .map(|it| {
            let id = it.to.map_or(it.written.as_str(), |to| &plan[to].id);
            format!("{} {}\n", it.relation.field(), id.to_lowercase())
        })
        .collect();
    aims.sort_unstable();
    aims.dedup();
    aims.concat()
}

fn field<'a>(item: &'a Item, name: &str) -> Option<&'a str> {
    item.body.document.matter.get(name)?.value.as_text()
}
