//! Plans as tables: one for each kind, one for what refers to what, one for
//! readings.

mod columns;

use crate::check::Subject;
use crate::config::Kind;
use crate::plan::ItemIx;
use crate::quantity::Date;

pub(super) use columns::{Column, all_of_kind, of_kind, trigger};

/// A table. Its cells are worked out as they are asked for, since a plan may
/// have millions of them.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// What its file is called, without the ending.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Sheet {
    /// The cells of one of its columns.
    pub fn cells(&self, subject: Subject<'_>, column: &Column) -> impl Iterator<Item = Cell> {
        self.rows.iter().map(move |row| column.cell(subject, *row))
    }
}

/// What a row is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Row {
    /// An item.
    Item(ItemIx),
    /// What one item has to do with another, by its place in the plan.
    Relation(usize),
    /// A reading of a measure.
    Reading(ItemIx, usize),
}

/// A value in a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    None,
    /// Words.
    Text(String),
    /// An item's id, and the address of its page in the site.
    Id(String, String),
    /// A number.
    Number(f64),
    /// A share; 1 is all.
    Share(f64),
    /// An amount of money and its currency.
    Money(f64, Option<String>),
    /// A day.
    Day(Date),
    /// A yes or no.
    Bool(bool),
}

impl Cell {
    fn text(text: Option<impl Into<String>>) -> Self {
        match text.map(Into::into) {
            Some(text) if !text.is_empty() => Self::Text(text),
            _ => Self::None,
        }
    }

    fn day(day: Option<Date>) -> Self {
        day.map_or(Self::None, Self::Day)
    }

    fn number(number: Option<f64>) -> Self {
        number.map_or(Self::None, Self::Number)
    }
}

/// One table for each kind that has items, in the order of the plan.
pub(super) fn of_kinds(subject: Subject<'_>) -> Vec<Sheet> {
    let kinds = subject.config.kinds.all();
    let sheets = kinds.map(|(kind, def)| Sheet {
        name: def.folder.clone(),
        title: def.plural.clone(),
        columns: of_kind(subject, kind),
        rows: items(subject, kind).map(Row::Item).collect(),
    });
    sheets.filter(|sheet| !sheet.rows.is_empty()).collect()
}

fn items(subject: Subject<'_>, kind: Kind) -> impl Iterator<Item = ItemIx> {
    let all = subject
        .plan
        .all()
        .filter(move |(_, item)| item.kind == kind);
    all.map(|(at, _)| at)
}

/// What refers to what.
pub(super) fn relations(subject: Subject<'_>) -> Sheet {
    let all = subject.plan.references.iter().enumerate();
    let known = all.filter(|(_, it)| it.to.is_some());
    Sheet {
        name: "relations".to_owned(),
        title: "Relations".to_owned(),
        columns: columns::of_relations(),
        rows: known.map(|(at, _)| Row::Relation(at)).collect(),
    }
}

/// All readings of all measures, by measure and day.
pub(super) fn readings(subject: Subject<'_>) -> Sheet {
    let rows = subject.plan.all().flat_map(|(at, item)| {
        let readings = item.measure.as_ref().map_or(0, |it| it.readings.len());
        (0..readings).map(move |number| Row::Reading(at, number))
    });
    Sheet {
        name: "readings".to_owned(),
        title: "Readings".to_owned(),
        columns: columns::of_readings(),
        rows: rows.collect(),
    }
}

/// What an item's field says; an em dash where that is nothing.
pub(super) fn said(subject: Subject<'_>, at: ItemIx, field: &str) -> String {
    let columns = all_of_kind(subject, subject.plan[at].kind);
    let column = columns.iter().find(|column| column.name == field);
    match column.map_or(Cell::None, |column| column.cell(subject, Row::Item(at))) {
        Cell::None => "\u{2014}".to_owned(),
        Cell::Text(text) | Cell::Id(text, _) => text,
        Cell::Number(number) => number.to_string(),
        Cell::Share(share) => format!("{} %", (share * 100.0).round()),
        Cell::Money(amount, Some(currency)) => format!("{amount} {currency}"),
        Cell::Money(amount, None) => amount.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Bool(yes) => yes.to_string(),
    }
}

fn id(item: &crate::plan::Item) -> Cell {
    Cell::Id(item.id.clone(), format!("{}.html", item.address))
}
