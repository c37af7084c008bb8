//! All months of the calendar, year by year.

use std::sync::Arc;

use serde::Serialize;

use crate::quantity::Date;
use crate::site::address;
use crate::site::context::Context;
use crate::site::frame::{self, Frame};
use crate::site::pages::Page;
use crate::site::pieces::Pen;

use super::Months;

/// All months of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CalendarView {
    /// What stands around it.
    pub frame: Frame,
    /// The years in which something happens.
    pub years: Vec<CalendarYear>,
}

/// A year with its twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CalendarYear {
    /// The year.
    pub year: String,
    /// Its months.
    pub months: Vec<MonthCount>,
}

/// A month and how much happens in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MonthCount {
    /// Its name without the year.
    pub name: String,
    /// Its page; none where nothing happens.
    pub href: Option<String>,
    /// How much happens.
    pub events: usize,
    /// As a share of what happens in the fullest month, 1 to 100; 0 for
    /// nothing.
    pub share: usize,
    /// Whether it is the month of this day.
    pub current: bool,
}

pub(super) fn page<'a>(context: &Context<'a>, months: Arc<Months>) -> Page<'a> {
    let label = context.locale.say("calendar-title");
    let page = Page::new("calendar.html", address::calendar(), move |pen| {
        view(pen, &months)
    });
    page.in_nav(frame::Section::Time, label)
}

fn view(pen: &Pen<'_, '_>, months: &Months) -> CalendarView {
    let title = pen.context.locale.say("calendar-title");
    let mut years: Vec<i16> = months.keys().map(|month| month.year()).collect();
    years.dedup();
    let most = months.values().map(Vec::len).max().unwrap_or(1);
    let month = |year: i16, month: i8| {
        let first = jiff::civil::date(year, month, 1);
        let events = months.get(&first).map_or(0, Vec::len);
        count(pen, first, events, most)
    };
    CalendarView {
        frame: Frame::of(pen, "calendar", &title, &address::calendar()),
        years: years
            .into_iter()
            .map(|year| CalendarYear {
                year: year.to_string(),
                months: (1..=12).map(|number| month(year, number)).collect(),
            })
            .collect(),
    }
}

fn count(pen: &Pen<'_, '_>, first: Date, events: usize, most: usize) -> MonthCount {
    MonthCount {
        name: pen.context.locale.month_name(first),
        href: (events > 0).then(|| pen.href(&super::path(first))),
        events,
        share: (events * 100).div_ceil(most.max(1)),
        current: pen.context.subject.today.first_of_month() == first,
    }
}
