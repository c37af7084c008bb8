//! A line of the timeline: an item in words, and its bar.

use serde::Serialize;

use crate::plan::{Item, ItemIx, Relation};
use crate::quantity::{Date, Period, Unit};
use crate::site::pieces::{Badge, ItemLink, Pen};
use crate::site::{address, words};

use super::Sheet;
use super::bar;
use super::chart::Part;
use crate::site::scale::Scale;

/// An item with its bar.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BarRow {
    /// The item; none for work that is below no goal.
    pub item: Option<ItemLink>,
    /// Its id within the page.
    pub anchor: String,
    /// How many items of its group it stands under, 0 to 4.
    pub depth: u8,
    /// From when to when, in words.
    pub when: Option<String>,
    /// The event that its due date depends on.
    pub condition: Option<String>,
    /// The first due date that it had, in words.
    pub was: Option<String>,
    /// When it was finished, in words.
    pub done: Option<String>,
    /// How often it comes again, in words.
    pub repeats: Option<String>,
    /// Lateness, status and health, as far as they say something.
    pub marks: Vec<Badge>,
    /// What it waits for.
    pub after: Vec<WaitsFor>,
    /// Its bar, milestone or mark.
    pub svg: String,
}

/// What an item waits for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WaitsFor {
    /// The item that has to end first.
    pub item: ItemLink,
    /// Whether it ends only after the other has begun.
    pub clash: bool,
}

/// The most dependencies that a line names.
const MOST_AFTER: usize = 3;

pub(super) fn view(
    pen: &Pen<'_, '_>,
    scale: &Scale,
    sheet: &Sheet,
    at: ItemIx,
    depth: u8,
) -> BarRow {
    let item = pen.context.item(at);
    let graph = &pen.context.subject.trace.graph;
    let waits = graph.to(at, Relation::DependsOn).take(MOST_AFTER);
    let locale = &pen.context.locale;
    let dates = &item.dates;
    let was = dates.due_was.first().filter(|_| dates.slippage().is_some());
    BarRow {
        item: Some(pen.item(at)),
        anchor: anchor(item),
        depth: depth.min(4),
        when: when(pen, item),
        condition: dates.due_when.as_deref().map(|when| when.value.clone()),
        was: was.map(|was| locale.period(was)),
        done: dates.completed.as_deref().map(|done| locale.period(done)),
        repeats: dates.repeats.as_ref().map(|it| words::rhythm(locale, it)),
        marks: marks(pen, at),
        after: waits
            .map(|to| WaitsFor {
                item: linked(pen, sheet, to),
                clash: clashes(pen.context.item(to), item),
            })
            .collect(),
        svg: bar::svg(pen, scale, at),
    }
}

/// The line of a goal or strategy. Without dates of its own it is as long as
/// its work.
pub(super) fn head(pen: &Pen<'_, '_>, scale: &Scale, sheet: &Sheet, part: &Part) -> BarRow {
    let svg = bar::head(pen, scale, part);
    let Some(at) = part.head else {
        return BarRow {
            item: None,
            anchor: "bar-other".to_owned(),
            depth: 0,
            when: extent(pen, part),
            condition: None,
            was: None,
            done: None,
            repeats: None,
            marks: Vec::new(),
            after: Vec::new(),
            svg,
        };
    };
    let own = view(pen, scale, sheet, at, 0);
    let when = own.when.clone().or_else(|| extent(pen, part));
    BarRow { when, svg, ..own }
}

fn extent(pen: &Pen<'_, '_>, part: &Part) -> Option<String> {
    let locale = &pen.context.locale;
    let (first, last) = part.extent?;
    Some(range(pen, locale.day(first), locale.day(last)))
}

/// From one to another; a line breaks between the two, not within them.
fn range(pen: &Pen<'_, '_>, from: String, to: String) -> String {
    let locale = &pen.context.locale;
    let [from, to] = [from, to].map(|end| end.replace(' ', "\u{a0}"));
    locale.say_with("period-range", [("from", from.into()), ("to", to.into())])
}

/// From when to when, in words. A period that is due as a whole says both.
pub(in crate::site) fn when(pen: &Pen<'_, '_>, item: &Item) -> Option<String> {
    let locale = &pen.context.locale;
    let (start, due) = (item.dates.start.as_deref(), item.dates.due.as_deref());
    let says_both = |due: &Period| matches!(due.unit, Unit::Range(_)) || Some(due) == start;
    match (start, due) {
        (Some(start), Some(due)) if !says_both(due) => {
            Some(range(pen, locale.period(start), locale.period(due)))
        }
        (_, Some(due)) => Some(locale.period(due)),
        (Some(start), None) => {
            let day = locale.period(start);
            Some(locale.say_with("timeline-from", [("day", day.into())]))
        }
        (None, None) => None,
    }
}

/// Lateness, then health for what is under way, else the status.
pub(in crate::site) fn marks(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<Badge> {
    let item = pen.context.item(at);
    let mut marks = Vec::new();
    if item.is_late(pen.context.subject.today) {
        marks.push(Badge::new("late", &pen.context.locale.say("timeline-late")));
    }
    let health = pen.health(at);
    let status = item.status.as_deref();
    let is_active = status.is_none_or(|status| status.is == crate::config::Status::Active);
    if let Some(status) = status.filter(|_| !is_active || health.is_none()) {
        marks.push(words::status(&pen.context.locale, status));
    }
    let says = |health: &Badge| is_active || health.class != "on-track";
    marks.extend(health.filter(says));
    marks
}

/// An item's id within a page.
pub(super) fn anchor(item: &Item) -> String {
    let name = item.address.rsplit('/').next().unwrap_or(&item.address);
    format!("bar-{name}")
}

/// The line of an item where this page has it, else the item's page.
fn linked(pen: &Pen<'_, '_>, sheet: &Sheet, at: ItemIx) -> ItemLink {
    let mut link = pen.item(at);
    let item = pen.context.item(at);
    link.href = if sheet.shows.contains(&at) {
        format!("#{}", anchor(item))
    } else {
        pen.href(&address::html(&item.address))
    };
    link
}

/// Whether one begins before the other, which it waits for, ends.
pub(super) fn clashes(first: &Item, then: &Item) -> bool {
    let begins = then.dates.start_day();
    begins.is_some_and(|begins| ends(first).is_some_and(|ends| begins <= ends))
}

/// The last day of an item: when it was finished, else when it is due.
pub(in crate::site) fn ends(item: &Item) -> Option<Date> {
    let completed = item.dates.completed.as_ref().map(|done| done.last);
    completed.or(item.dates.due_day())
}
