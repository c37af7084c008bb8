//! Plans as tables: one for each kind, one for what refers to what, one for
//! readings.

mod columns;

use crate::check::Subject;
use crate::config::Kind;
use crate::plan::ItemIx;
use crate::quantity::Date;

pub(super) use columns::{Column, all_of_kind, of_kind, trigger};

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// What its file is called, without the ending.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
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
    let sheets = kinds.map(|(kind, def)| {
        let columns = of_kind(subject, kind);
        let rows = items(subject, kind).map(|at| {
            let cells = columns.iter().map(|column| column.cell(subject, at));
            cells.collect()
        });
        Sheet {
            name: def.folder.clone(),
            title: def.plural.clone(),
            rows: rows.collect(),
            columns,
        }
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
    let plan = subject.plan;
    let known = plan.references.iter().filter_map(|it| Some((it, it.to?)));
    let rows = known.map(|(reference, to)| {
        let (from, to) = (&plan[reference.from], &plan[to]);
        vec![
            id(from),
            Cell::Text(reference.relation.field().to_owned()),
            id(to),
            Cell::number(reference.weight),
            Cell::text(reference.lag.map(crate::quantity::Lag::canonical)),
            Cell::text(reference.note.clone()),
            Cell::Text(from.title.clone()),
            Cell::Text(to.title.clone()),
        ]
    });
    let columns = [
        ("from", 10),
        ("relation", 14),
        ("to", 10),
        ("weight", 8),
        ("lag", 8),
        ("note", 30),
        ("from_title", 40),
        ("to_title", 40),
    ];
    Sheet {
        name: "relations".to_owned(),
        title: "Relations".to_owned(),
        rows: rows.collect(),
        columns: columns
            .map(|(name, width)| Column::named(name, width))
            .into(),
    }
}

/// All readings of all measures, by measure and day.
pub(super) fn readings(subject: Subject<'_>) -> Sheet {
    let measures = subject.plan.each();
    let measures = measures.filter_map(|item| Some((item, item.measure.as_ref()?)));
    let rows = measures.flat_map(|(item, measure)| {
        measure.readings.iter().map(|reading| {
            vec![
                id(item),
                Cell::Text(item.title.clone()),
                Cell::Day(reading.on),
                Cell::Number(reading.value),
                Cell::text(measure.unit.clone()),
                Cell::text(reading.note.clone()),
            ]
        })
    });
    let columns = [
        ("measure", 10),
        ("title", 40),
        ("on", 12),
        ("value", 12),
        ("unit", 14),
        ("note", 40),
    ];
    Sheet {
        name: "readings".to_owned(),
        title: "Readings".to_owned(),
        rows: rows.collect(),
        columns: columns
            .map(|(name, width)| Column::named(name, width))
            .into(),
    }
}

/// What an item's field says; an em dash where that is nothing.
pub(super) fn said(subject: Subject<'_>, at: ItemIx, field: &str) -> String {
    let columns = all_of_kind(subject, subject.plan[at].kind);
    let column = columns.iter().find(|column| column.name == field);
    match column.map_or(Cell::None, |column| column.cell(subject, at)) {
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
