//! When a plan B is needed.

use crate::diagnostic::Diagnostic;
use crate::quantity::{Date, FiscalCalendar, Lag, Period, parse_number};
use crate::value::{Data, Reader, Spanned, Value, Wrong};

use super::ItemIx;

/// What sets a plan B in motion.
#[derive(Debug, Clone)]
pub struct Trigger {
    /// What has to happen.
    pub condition: Condition,
    /// Where it stands.
    pub place: crate::diagnostic::Span,
}

/// What has to happen for a plan B to be needed.
#[derive(Debug, Clone)]
pub enum Condition {
    /// Something that people must watch for.
    Text(String),
    /// A measure's reading beyond a limit.
    Measure {
        /// The measure's id, as written.
        measure: Spanned<String>,
        /// The measure.
        item: Option<ItemIx>,
        /// Below this.
        below: Option<f64>,
        /// Above this.
        above: Option<f64>,
        /// Up to this day; with no end where absent.
        by: Option<Date>,
    },
    /// An item that is late.
    Late {
        /// The item's id, as written.
        written: Spanned<String>,
        /// The item.
        item: Option<ItemIx>,
        /// By more than this.
        later_than: Lag,
    },
}

impl Trigger {
    /// Reads `trigger:`: a text or a condition.
    pub(super) fn read(
        value: &Value,
        fiscal: FiscalCalendar,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let condition = match &value.data {
            Data::Text(text) => Some(Condition::Text(text.clone())),
            Data::Table(table) => {
                let mut r = Reader::new(table);
                let condition = Condition::read(&mut r, fiscal);
                if condition.is_none() && r.problems.is_empty() {
                    r.wrong("trigger", value.span, incomplete());
                }
                problems.extend(r.finish("field", []));
                condition
            }
            Data::Null | Data::List(_) => {
                let wrong = Wrong::new(format!("expected a condition, found {}", value.what()));
                problems.push(wrong.found("trigger", value.span));
                None
            }
        };
        condition.map(|condition| Self {
            condition,
            place: value.span,
        })
    }

    /// The id that the condition watches, as written, and what it leads to.
    pub fn watches(&self) -> Option<(&Spanned<String>, Option<ItemIx>)> {
        match &self.condition {
            Condition::Text(_) => None,
            Condition::Measure { measure, item, .. } => Some((measure, *item)),
            Condition::Late { written, item, .. } => Some((written, *item)),
        }
    }

    /// Looks up the item that the condition watches.
    pub(super) fn resolve(&mut self, find: impl Fn(&str) -> Option<ItemIx>) {
        match &mut self.condition {
            Condition::Text(_) => {}
            Condition::Measure { measure, item, .. } => *item = find(measure),
            Condition::Late { written, item, .. } => *item = find(written),
        }
    }
}

impl Condition {
    fn read(r: &mut Reader<'_>, fiscal: FiscalCalendar) -> Option<Self> {
        let measure = r.text("measure");
        let below = r.parse("below", parse_number).map(|number| number.value);
        let above = r.parse("above", parse_number).map(|number| number.value);
        let by = r
            .parse("by", |text| Period::parse(text, &fiscal))
            .map(|by| by.last);
        let late = r.text("item");
        let later_than = r.parse("later_than", Lag::parse);
        match (measure, late) {
            (Some(measure), None) if below.is_some() || above.is_some() => Some(Self::Measure {
                measure,
                item: None,
                below,
                above,
                by,
            }),
            (None, Some(written)) => Some(Self::Late {
                written,
                item: None,
                later_than: later_than?.value,
            }),
            _ => None,
        }
    }
}

fn incomplete() -> Wrong {
    Wrong::new("the condition is not complete").help(
        "write `{measure: M1, below: 84, by: 2026-09-30}`, `{item: A3, later_than: 30d}`, or a sentence",
    )
}
