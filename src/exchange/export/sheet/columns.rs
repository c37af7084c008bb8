//! The columns of an item's table, named as the fields of the plan format.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::check::Subject;
use crate::config::{Kind, Role};
use crate::plan::{
    Condition, Health, Item, ItemIx, Measure, OwnValue, Point, Reading, Reference, Relation, Risk,
};
use crate::quantity::Money;
use crate::trace::Standing;
use crate::value::Spanned;

use super::{Cell, Row, id};

/// A column: what it is called, how wide it is, what it shows.
#[derive(Debug, Clone)]
pub(in crate::exchange::export) struct Column {
    /// The name of the field.
    pub name: String,
    /// In letters.
    pub width: u16,
    shows: Shows,
}

/// What a column shows of what a row is about.
#[derive(Debug, Clone, Copy)]
enum Shows {
    Fact(fn(Subject<'_>, ItemIx, &Item) -> Cell),
    OfRelation(OfRelation),
    OfReading(OfReading),
    Relation(Relation),
    /// A field of the plan's own, by its place in the settings.
    Own(usize),
}

type OfRelation = fn(Subject<'_>, &Reference) -> Cell;
type OfReading = fn(&Item, &Measure, &Reading) -> Cell;
type Fact = (&'static str, u16, fn(Subject<'_>, ItemIx, &Item) -> Cell);

impl Column {
    fn new(name: &str, width: u16, shows: Shows) -> Self {
        Self {
            name: name.to_owned(),
            width,
            shows,
        }
    }

    /// What it shows of a row of its table.
    pub fn cell(&self, subject: Subject<'_>, row: Row) -> Cell {
        let plan = subject.plan;
        match (row, self.shows) {
            (Row::Item(at), Shows::Fact(show)) => show(subject, at, &plan[at]),
            (Row::Item(at), Shows::Relation(relation)) => relation_cell(subject, at, relation),
            (Row::Item(at), Shows::Own(def)) => own(&plan[at], def),
            (Row::Relation(at), Shows::OfRelation(show)) => show(subject, &plan.references[at]),
            (Row::Reading(at, number), Shows::OfReading(show)) => {
                let item = &plan[at];
                let measure = item.measure.as_deref();
                measure.map_or(Cell::None, |it| show(item, it, &it.readings[number]))
            }
            _ => Cell::None,
        }
    }
}

/// What all items have.
const FIRST: [Fact; 24] = [
    ("id", 10, |_, _, item| id(item)),
    ("title", 44, |_, _, item| title(item)),
    ("summary", 50, |_, _, item| {
        Cell::text(item.summary.clone().filter(|_| item.states("summary")))
    }),
    ("plan", 12, |_, _, item| of(item.plan.as_ref())),
    ("owner", 20, |_, _, item| of(item.raci.owner.as_ref())),
    ("contributors", 24, |_, _, item| {
        all(&item.raci.contributors)
    }),
    ("team", 20, |_, _, item| Cell::text(item.team.clone())),
    ("status", 12, |_, _, item| {
        Cell::text(item.status.as_ref().map(|it| it.label.clone()))
    }),
    ("start", 12, |_, _, item| Cell::day(item.dates.start_day())),
    ("due", 12, |_, _, item| Cell::day(item.dates.due_day())),
    ("due_when", 24, |_, _, item| {
        of(item.dates.due_when.as_deref())
    }),
    ("completed", 12, |_, _, item| {
        Cell::day(item.dates.completed.as_deref().map(|it| it.last))
    }),
    ("slippage_days", 10, |_, _, item| {
        Cell::number(item.dates.slippage().map(f64::from))
    }),
    ("repeats", 14, |_, _, item| {
        Cell::text(item.dates.repeats.as_ref().map(|it| it.canonical()))
    }),
    ("late", 8, |subject, _, item| {
        Cell::Bool(item.is_late(subject.today))
    }),
    ("progress", 10, |subject, at, item| {
        let progress = subject.trace.shown_progress(item, at);
        progress.map_or(Cell::None, |it| Cell::Share(it.share()))
    }),
    ("health", 12, |subject, at, item| {
        Cell::text(subject.trace.shown_health(item, at).map(Health::name))
    }),
    ("health_note", 40, |_, _, item| {
        of(item.health_note.as_ref())
    }),
    ("priority", 10, |_, _, item| {
        Cell::text(item.priority.as_ref().map(|it| it.name()))
    }),
    ("budget", 14, |_, _, item| money(item.budget.as_ref())),
    ("spent", 14, |_, _, item| money(item.spent.as_ref())),
    ("reviewed", 12, |_, _, item| {
        Cell::day(item.reviewed.as_ref().map(|it| it.value))
    }),
    ("evidence", 30, |_, _, item| of(item.evidence.as_deref())),
    ("tags", 20, |_, _, item| all(&item.tags)),
];

/// What measures have beside that.
const MEASURE: [Fact; 12] = [
    ("unit", 14, |_, _, item| {
        Cell::text(measure(item).and_then(|it| it.unit.clone()))
    }),
    ("baseline", 12, |_, _, item| value(baseline(item))),
    ("baseline_on", 12, |_, _, item| on(baseline(item))),
    ("target", 12, |_, _, item| value(target(item))),
    ("target_on", 12, |_, _, item| on(target(item))),
    ("latest", 12, |subject, at, _| {
        let latest = standing(subject, at).and_then(|it| it.latest);
        Cell::number(latest.map(|(value, _)| value))
    }),
    ("latest_on", 12, |subject, at, _| {
        let latest = standing(subject, at).and_then(|it| it.latest);
        Cell::day(latest.map(|(_, on)| on))
    }),
    ("expected", 12, |subject, at, _| {
        Cell::number(standing(subject, at).and_then(|it| it.expected))
    }),
    ("forecast", 12, |subject, at, _| {
        Cell::number(standing(subject, at).and_then(|it| it.forecast))
    }),
    ("attainment", 12, |subject, at, _| {
        let share = standing(subject, at).and_then(|it| it.attainment);
        share.map_or(Cell::None, Cell::Share)
    }),
    ("level", 10, |_, _, item| {
        let level = measure(item).and_then(|it| it.level.as_ref());
        Cell::text(level.map(|it| it.name()))
    }),
    ("source", 30, |_, _, item| {
        Cell::text(measure(item).and_then(|it| it.source.clone()))
    }),
];

fn measure(item: &Item) -> Option<&Measure> {
    item.measure.as_deref()
}

fn baseline(item: &Item) -> Option<Point> {
    measure(item)?.baseline
}

fn target(item: &Item) -> Option<Point> {
    measure(item)?.target
}

fn value(point: Option<Point>) -> Cell {
    Cell::number(point.map(|it| it.value))
}

fn on(point: Option<Point>) -> Cell {
    Cell::day(point.and_then(|it| it.on))
}

fn standing(subject: Subject<'_>, at: ItemIx) -> Option<Standing> {
    subject.trace.standings.get(&at).copied()
}

/// What risks have beside that.
const RISK: [Fact; 4] = [
    ("likelihood", 10, |_, _, item| {
        Cell::number(
            item.risk
                .as_ref()
                .and_then(|it| level(it.likelihood.as_ref())),
        )
    }),
    ("impact", 10, |_, _, item| {
        Cell::number(
            item.risk
                .as_deref()
                .and_then(|it| level(it.impact.as_ref())),
        )
    }),
    ("score", 8, |_, _, item| {
        let score = item.risk.as_deref().and_then(Risk::score);
        Cell::number(score.map(f64::from))
    }),
    ("response", 10, |_, _, item| {
        let response = item.risk.as_deref().and_then(|it| it.response.as_ref());
        Cell::text(response.map(|it| it.name()))
    }),
];

fn level(level: Option<&Spanned<u8>>) -> Option<f64> {
    level.map(|it| f64::from(it.value))
}

/// What plan Bs have beside that.
const CONTINGENCY: [Fact; 2] = [
    ("trigger", 40, |subject, _, item| {
        Cell::text(
            item.trigger
                .as_ref()
                .map(|it| trigger(subject, &it.condition)),
        )
    }),
    ("trigger_state", 12, |subject, at, _| {
        Cell::text(subject.trace.triggers.get(&at).map(|it| it.name()))
    }),
];

/// The columns of a kind, less the relations that none of its items states.
pub(in crate::exchange::export) fn of_kind(subject: Subject<'_>, kind: Kind) -> Vec<Column> {
    let stated = subject.plan.references.iter();
    let stated = stated.filter(|it| subject.plan[it.from].kind == kind);
    let stated: BTreeSet<Relation> = stated.map(|it| it.relation).collect();
    let mut columns = all_of_kind(subject, kind);
    columns.retain(|column| match column.shows {
        Shows::Relation(relation) => stated.contains(&relation),
        _ => true,
    });
    columns
}

/// All columns that a kind can have, by its role and its fields.
pub(in crate::exchange::export) fn all_of_kind(subject: Subject<'_>, kind: Kind) -> Vec<Column> {
    let def = &subject.config.kinds[kind];
    let own_of_role: &[Fact] = match def.role {
        Role::Measure => &MEASURE,
        Role::Risk => &RISK,
        Role::Contingency => &CONTINGENCY,
        _ => &[],
    };
    let facts = FIRST
        .iter()
        .chain(own_of_role)
        .map(|(name, width, show)| Column::new(name, *width, Shows::Fact(*show)));
    let relations = Relation::ALL
        .into_iter()
        .map(|relation| Column::new(relation.field(), 20, Shows::Relation(relation)));
    let own = subject.config.fields.iter().enumerate();
    let own = own.filter(|(_, field)| field.is_for(&def.name));
    let own = own.map(|(at, field)| Column::new(&field.name, 16, Shows::Own(at)));
    facts.chain(relations).chain(own).collect()
}

/// The columns of what refers to what.
pub(super) fn of_relations() -> Vec<Column> {
    let columns: [(&str, u16, OfRelation); 8] = [
        ("from", 10, |subject, it| id(&subject.plan[it.from])),
        ("relation", 14, |_, it| {
            Cell::text(Some(it.relation.field()))
        }),
        ("to", 10, |subject, it| of_target(subject, it, id)),
        ("weight", 8, |_, it| Cell::number(it.weight)),
        ("lag", 8, |_, it| {
            Cell::text(it.lag.as_deref().map(|lag| lag.canonical()))
        }),
        ("note", 30, |_, it| Cell::text(it.note.clone())),
        ("from_title", 40, |subject, it| {
            title(&subject.plan[it.from])
        }),
        ("to_title", 40, |subject, it| of_target(subject, it, title)),
    ];
    let column = |(name, width, show)| Column::new(name, width, Shows::OfRelation(show));
    columns.map(column).into()
}

fn of_target(subject: Subject<'_>, reference: &Reference, show: fn(&Item) -> Cell) -> Cell {
    let to = reference.to;
    to.map_or(Cell::None, |to| show(&subject.plan[to]))
}

/// The columns of readings.
pub(super) fn of_readings() -> Vec<Column> {
    let columns: [(&str, u16, OfReading); 6] = [
        ("measure", 10, |item, _, _| id(item)),
        ("title", 40, |item, _, _| title(item)),
        ("on", 12, |_, _, it| Cell::Day(it.on)),
        ("value", 12, |_, _, it| Cell::Number(it.value)),
        ("unit", 14, |_, of, _| Cell::text(of.unit.clone())),
        ("note", 40, |_, _, it| Cell::text(it.note.clone())),
    ];
    let column = |(name, width, show)| Column::new(name, width, Shows::OfReading(show));
    columns.map(column).into()
}

fn title(item: &Item) -> Cell {
    Cell::Text(item.title.clone())
}

fn of(text: Option<&Spanned<String>>) -> Cell {
    Cell::text(text.map(|it| it.value.clone()))
}

/// Several words, with semicolons between them.
fn all(texts: &[Spanned<String>]) -> Cell {
    let texts: Vec<&str> = texts.iter().map(|it| it.value.as_str()).collect();
    Cell::text(Some(texts.join("; ")))
}

fn money(money: Option<&Spanned<Money>>) -> Cell {
    money.map_or(Cell::None, |it| money_cell(&it.value))
}

fn money_cell(money: &Money) -> Cell {
    let amount = f64::try_from(money.amount).unwrap_or_default();
    Cell::Money(amount, money.currency.clone())
}

fn relation_cell(subject: Subject<'_>, at: ItemIx, relation: Relation) -> Cell {
    let to = subject.trace.graph.to(at, relation);
    let ids: Vec<&str> = to.map(|to| subject.plan[to].id.as_str()).collect();
    Cell::text(Some(ids.join("; ")))
}

fn own(item: &Item, def: usize) -> Cell {
    let field = item.own.iter().find(|field| field.def == def);
    let values = field.map_or(&[][..], |field| field.values.as_slice());
    let one = |value: &OwnValue| match value {
        OwnValue::Text(text) => Cell::text(Some(text.clone())),
        OwnValue::Number(number) => Cell::Number(*number),
        OwnValue::Money(money) => money_cell(money),
        OwnValue::Date(period) => Cell::Day(period.last),
        OwnValue::Bool(yes) => Cell::Bool(*yes),
    };
    match values {
        [] => Cell::None,
        [only] => one(&only.value),
        several => {
            let words: Vec<String> = several.iter().map(|it| words(&it.value)).collect();
            Cell::text(Some(words.join("; ")))
        }
    }
}

fn words(value: &OwnValue) -> String {
    match value {
        OwnValue::Text(text) => text.clone(),
        OwnValue::Number(number) => number.to_string(),
        OwnValue::Money(money) => money.canonical(),
        OwnValue::Date(period) => period.to_string(),
        OwnValue::Bool(yes) => yes.to_string(),
    }
}

/// A condition as one reads it.
pub(in crate::exchange::export) fn trigger(subject: Subject<'_>, condition: &Condition) -> String {
    let id = |item: &Option<ItemIx>, written: &str| match item {
        Some(at) => subject.plan[*at].id.clone(),
        None => written.to_owned(),
    };
    match condition {
        Condition::Text(text) => text.clone(),
        Condition::Measure {
            measure,
            item,
            below,
            above,
            by,
        } => {
            let mut said = id(item, measure);
            for (word, limit) in [("below", below), ("above", above)] {
                if let Some(limit) = limit {
                    let _ = write!(said, " {word} {limit}");
                }
            }
            if let Some(by) = by {
                let _ = write!(said, " by {by}");
            }
            said
        }
        Condition::Late {
            written,
            item,
            later_than,
        } => format!("{} later than {}", id(item, written), later_than.words()),
    }
}
