//! The calendar: what begins, falls due, is done, comes again and is to be
//! reviewed, month by month.

mod years;

pub use years::{CalendarView, CalendarYear, MonthCount};

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use serde::Serialize;

use crate::output::SitePath;
use crate::quantity::Date;

use super::address;
use super::context::Context;
use super::events::{self, Event, Happening};
use super::frame::Frame;
use super::pages::Page;
use super::pieces::{Badge, Pen, Words};

/// A month with all that happens in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MonthView {
    /// What stands around it.
    pub frame: Frame,
    /// Its name: `December 2026`.
    pub title: String,
    /// The month with something before it.
    pub previous: Option<Words>,
    /// The month with something after it.
    pub next: Option<Words>,
    /// How much happens.
    pub events: usize,
    /// What the days of the week are called, in their order.
    pub weekdays: Vec<String>,
    /// Its weeks.
    pub weeks: Vec<CalendarWeek>,
    /// Which kinds of events there are, for the key.
    pub kinds: Vec<Badge>,
}

/// Seven days.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CalendarWeek {
    /// The days; none where they are of another month.
    pub days: Vec<Option<CalendarDay>>,
}

/// A day and what happens on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CalendarDay {
    /// Its number, 1 to 31.
    pub number: u8,
    /// As in `2026-12-15`.
    pub datetime: String,
    /// What day of the week it is.
    pub weekday: String,
    /// Whether it is this day.
    pub today: bool,
    /// What happens.
    pub events: Vec<Happening>,
    /// How much there is no room for.
    pub more: usize,
}

/// The most that a day tells.
const MOST: usize = 8;

/// What happens, by the first day of its month; no month is empty.
type Months = BTreeMap<Date, Vec<Event>>;

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let mut months = Months::new();
    for event in events::all(context.subject) {
        let month = event.day.first_of_month();
        months.entry(month).or_default().push(event);
    }
    if months.is_empty() {
        return Vec::new();
    }
    let months = Arc::new(months);
    let mut pages = vec![years::page(context, Arc::clone(&months))];
    pages.extend(months.keys().map(|month| {
        let (months, month) = (Arc::clone(&months), *month);
        Page::new("calendar-month.html", path(month), move |pen| {
            view(pen, &months, month)
        })
    }));
    pages
}

/// Where the page of a month is.
fn path(month: Date) -> SitePath {
    address::calendar_month(&month.strftime("%Y-%m").to_string())
}

fn view(pen: &Pen<'_, '_>, months: &Months, month: Date) -> MonthView {
    let locale = &pen.context.locale;
    let events = &months[&month];
    let near = |month: Option<(&Date, _)>| {
        month.map(|(month, _)| Words {
            text: locale.long_month(*month),
            href: Some(pen.href(&path(*month))),
        })
    };
    let title = locale.long_month(month);
    MonthView {
        frame: Frame::of(pen, "calendar-month", &title, &address::calendar()),
        title,
        previous: near(months.range(..month).next_back()),
        next: near(months.range(month.tomorrow().unwrap_or(month)..).next()),
        events: events.len(),
        weekdays: (0..7)
            .map(|day| locale.weekday(first_day(pen, month).saturating_add(day.days())))
            .collect(),
        weeks: weeks(pen, month, events),
        kinds: events::kinds(pen, events),
    }
}

/// The first day of the week in which a month begins.
fn first_day(pen: &Pen<'_, '_>, month: Date) -> Date {
    let week = pen.context.locale.first_weekday();
    let before = week.until(month.weekday());
    month.saturating_sub(i64::from(before).days())
}

fn weeks(pen: &Pen<'_, '_>, month: Date, events: &[Event]) -> Vec<CalendarWeek> {
    let mut by_day: BTreeMap<Date, Vec<Event>> = BTreeMap::new();
    for event in events {
        by_day.entry(event.day).or_default().push(*event);
    }
    let mut weeks = Vec::new();
    let mut first = first_day(pen, month);
    while first <= month.last_of_month() {
        let days = (0..7).map(|day| {
            let day = first.saturating_add(day.days());
            let is_here = day.first_of_month() == month;
            is_here.then(|| {
                let events = by_day.get(&day).map_or(&[][..], Vec::as_slice);
                self::day(pen, day, events)
            })
        });
        weeks.push(CalendarWeek {
            days: days.collect(),
        });
        first = first.saturating_add(7.days());
    }
    weeks
}

fn day(pen: &Pen<'_, '_>, day: Date, events: &[Event]) -> CalendarDay {
    let shown = events.iter().take(MOST);
    CalendarDay {
        number: day.day().unsigned_abs(),
        datetime: day.to_string(),
        weekday: pen.context.locale.weekday(day),
        today: day == pen.context.subject.today,
        events: shown.map(|event| events::view(pen, *event)).collect(),
        more: events.len().saturating_sub(MOST),
    }
}
