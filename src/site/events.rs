//! What happens on which day: work begins, falls due, is finished, comes
//! again, and is to be reviewed.

use std::collections::BTreeSet;

use jiff::ToSpan;
use serde::Serialize;

use crate::check::Subject;
use crate::config::Role;
use crate::locale::Locale;
use crate::plan::{Item, ItemIx};
use crate::quantity::Date;

use super::pieces::{Badge, ItemLink, Pen};

/// Something that happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Event {
    pub day: Date,
    pub what: What,
    pub at: ItemIx,
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Milestone,
    Due,
    Starts,
    Done,
    Recurs,
    Review,
}

/// Something that happens, as readers see it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Happening {
    /// What: `milestone`, `due`, `starts`, `done`, `recurs` or `review`.
    pub what: Badge,
    /// To what.
    pub item: ItemLink,
    /// The period, where the plan names no day.
    pub period: Option<String>,
    /// Whether it is late.
    pub late: bool,
    /// Whether the item is done or dropped.
    pub closed: bool,
}

/// How many years after the first event duties without an end are followed.
const FOLLOWED: i16 = 10;

/// The most times that one duty is followed.
const MOST_TIMES: usize = 4000;

impl What {
    fn class(self) -> &'static str {
        match self {
            Self::Milestone => "milestone",
            Self::Due => "due",
            Self::Starts => "starts",
            Self::Done => "done",
            Self::Recurs => "recurs",
            Self::Review => "review",
        }
    }

    /// What it is called, with the class of its shape.
    fn badge(self, locale: &Locale) -> Badge {
        Badge::new(self.class(), &locale.say(self.label()))
    }

    fn label(self) -> &'static str {
        match self {
            Self::Milestone => "event-milestone",
            Self::Due => "event-due",
            Self::Starts => "event-starts",
            Self::Done => "event-done",
            Self::Recurs => "event-recurs",
            Self::Review => "event-review",
        }
    }
}

/// When work begins and when anything is due, by day.
pub(super) fn dated(subject: Subject<'_>) -> Vec<Event> {
    let mut events = Vec::new();
    for (at, item) in subject.plan.all() {
        let dates = &item.dates;
        let starts = dates.start_day().filter(|_| item.role.is_work());
        events.extend(starts.map(|day| Event {
            day,
            what: What::Starts,
            at,
        }));
        let what = match item.role {
            Role::Milestone => What::Milestone,
            _ => What::Due,
        };
        events.extend(dates.due_day().map(|day| Event { day, what, at }));
    }
    events.sort_unstable();
    events
}

/// All that happens, by day. Duties that come again are followed to the end
/// of the plan.
pub(super) fn all(subject: Subject<'_>) -> Vec<Event> {
    let mut events = dated(subject);
    for (at, item) in subject.plan.all() {
        let done = item.dates.completed.as_ref().map(|done| done.last);
        let review = subject.trace.looked_until[at.0].filter(|_| item.is_open());
        let found = [(done, What::Done), (review, What::Review)];
        let found = found.into_iter();
        events.extend(found.filter_map(|(day, what)| {
            Some(Event {
                day: day?,
                what,
                at,
            })
        }));
    }
    // What is finished on the day on which it was due is told once.
    let finished: BTreeSet<(Date, ItemIx)> = events
        .iter()
        .filter(|event| event.what == What::Done)
        .map(|event| (event.day, event.at))
        .collect();
    events.retain(|event| {
        let is_due = matches!(event.what, What::Due | What::Milestone);
        !is_due || !finished.contains(&(event.day, event.at))
    });
    events.sort_unstable();
    let (first, end) = followed(subject, &events);
    for (at, item) in subject.plan.all() {
        events.extend(recurring(item, first, end).map(|day| Event {
            day,
            what: What::Recurs,
            at,
        }));
    }
    events.sort_unstable();
    events
}

/// The days between which duties are followed: to the end of the plan, else
/// to its last event.
fn followed(subject: Subject<'_>, events: &[Event]) -> (Date, Date) {
    let today = subject.today;
    let first = events.first().map_or(today, |event| event.day);
    let last = events.last().map_or(today, |event| event.day);
    let last = subject.config.period.as_ref().map_or(last, |it| it.last);
    let most = first
        .max(today.saturating_sub(1.year()))
        .saturating_add(FOLLOWED.years());
    (first, last.min(most))
}

/// The days on which an open duty comes again. Its due date is that of the
/// first time, unless a start says that it is the end.
fn recurring(item: &Item, first: Date, end: Date) -> impl Iterator<Item = Date> {
    let dates = &item.dates;
    let start = dates.start_day().or(dates.due_day());
    let until = dates.start_day().and(dates.due_day());
    let until = until.map_or(end, |until| until.min(end));
    let repeats = dates.repeats.as_deref().filter(|_| item.is_open());
    let days = repeats.zip(start).map(|(repeats, start)| {
        let mut days = repeats.occurrences_between(start, first.min(start), until, MOST_TIMES);
        // The first time is told as its start or its due date.
        days.retain(|day| *day != start);
        days
    });
    days.into_iter().flatten()
}

/// An event as readers of a page see it.
pub(super) fn view(pen: &Pen<'_, '_>, event: Event) -> Happening {
    let locale = &pen.context.locale;
    let item = pen.context.item(event.at);
    let dates = &item.dates;
    let period = match event.what {
        What::Due | What::Milestone => dates.due.as_deref(),
        What::Starts => dates.start.as_deref(),
        What::Done => dates.completed.as_deref(),
        What::Recurs | What::Review => None,
    };
    let due = matches!(event.what, What::Due | What::Milestone);
    Happening {
        what: event.what.badge(locale),
        item: pen.item(event.at),
        period: period
            .filter(|period| !period.is_day())
            .map(|period| locale.period(period)),
        late: due && item.is_late(pen.context.subject.today),
        closed: !item.is_open(),
    }
}

/// Which kinds of events there are, in the order of their importance.
pub(super) fn kinds<'e>(
    pen: &Pen<'_, '_>,
    events: impl IntoIterator<Item = &'e Event>,
) -> Vec<Badge> {
    let kinds: BTreeSet<What> = events.into_iter().map(|event| event.what).collect();
    let locale = &pen.context.locale;
    kinds.into_iter().map(|what| what.badge(locale)).collect()
}
