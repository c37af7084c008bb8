//! A calendar (RFC 5545): due dates, milestones, duties that come again, and
//! reviews that are due.
//!
//! Events are whole days. An event's UID is made of the item's id, so that a
//! calendar which is fetched again changes its events and has none twice. What
//! is done stays in the calendar, and says so; what was dropped is cancelled.

use std::io::{self, Write};

use icalendar::{Calendar, Component, Event, EventStatus, Property};
use jiff::ToSpan;

use crate::check::Subject;
use crate::config::Role;
use crate::locale::Locale;
use crate::plan::{Item, ItemIx, Plan, slug};
use crate::quantity::Date;

use super::{Format, Made, text};

/// Whose events a calendar has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose<'a> {
    /// Everybody's.
    All,
    /// Those of what somebody is accountable for or contributes to.
    Person(&'a str),
    /// Those of a team.
    Team(&'a str),
}

impl<'a> Whose<'a> {
    /// The items that are theirs.
    pub fn items(self, plan: &Plan) -> Vec<ItemIx> {
        let all = plan.all().filter(|(_, item)| self.has(item));
        all.map(|(at, _)| at).collect()
    }

    fn has(self, item: &Item) -> bool {
        match self {
            Self::All => true,
            Self::Person(name) => {
                let mut people = item.raci.owner.iter().chain(&item.raci.contributors);
                people.any(|it| it.value == name)
            }
            Self::Team(name) => item.team.as_deref() == Some(name),
        }
    }

    fn name(self) -> Option<&'a str> {
        match self {
            Self::All => None,
            Self::Person(name) | Self::Team(name) => Some(name),
        }
    }
}

/// The last line of a calendar.
const END: &str = "END:VCALENDAR\r\n";

/// Whether any of some items has an event.
pub fn has_events(subject: Subject<'_>, items: &[ItemIx]) -> bool {
    items.iter().any(|at| !days(subject, *at).is_empty())
}

/// The calendar of some items.
pub fn make<'p>(
    subject: Subject<'p>,
    locale: &'p Locale,
    whose: Whose<'p>,
    items: Vec<ItemIx>,
) -> Made<'p> {
    let pour = move |file: &mut dyn Write| write(subject, locale, (whose, &items), file);
    Made::Poured(Format::Ical.file(), Box::new(pour))
}

/// Writes the calendar of some items, event by event.
fn write(
    subject: Subject<'_>,
    locale: &Locale,
    (whose, items): (Whose<'_>, &[ItemIx]),
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//planwright//planwright//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    let title = text::title(subject);
    match whose.name() {
        Some(name) => calendar.name(&format!("{title}: {name}")),
        None => calendar.name(title),
    };
    let calendar = calendar.to_string();
    // A calendar of all events would hold each of them as a map of its parts.
    file.write_all(calendar.trim_end_matches(END).as_bytes())?;
    let writing = Writing::new(subject, locale);
    for event in items.iter().flat_map(|at| writing.events(*at)) {
        file.write_all(Component::to_string(&event).as_bytes())?;
    }
    file.write_all(END.as_bytes())
}

/// What a day is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Due,
    Review,
}

/// The days of an item: when it is due, and when it is to be reviewed.
fn days(subject: Subject<'_>, at: ItemIx) -> Vec<(What, Date)> {
    let item = &subject.plan[at];
    let is_work = !matches!(item.role, Role::Measure | Role::Risk);
    let due = item.dates.due_day().filter(|_| is_work);
    let review = subject.trace.looked_until[at.0].filter(|_| item.is_open());
    let due = due.map(|day| (What::Due, day)).into_iter();
    due.chain(review.map(|day| (What::Review, day))).collect()
}

struct Writing<'a> {
    subject: Subject<'a>,
    locale: &'a Locale,
    /// What parts this plan's ids from those of others.
    host: String,
}

impl<'a> Writing<'a> {
    fn new(subject: Subject<'a>, locale: &'a Locale) -> Self {
        Self {
            subject,
            locale,
            host: host(subject),
        }
    }

    fn events(&self, at: ItemIx) -> Vec<Event> {
        let item = &self.subject.plan[at];
        let events = days(self.subject, at).into_iter();
        let events = events.filter_map(|(what, day)| match what {
            What::Due => self.due(item, day),
            What::Review => self.event(item, "review", day),
        });
        events.collect()
    }

    /// The day on which it is due. What comes again begins with its start, and
    /// then ends with its due date.
    fn due(&self, item: &Item, due: Date) -> Option<Event> {
        let Some(repeats) = &item.dates.repeats else {
            return self.event(item, "due", due);
        };
        let start = item.dates.start_day();
        let mut event = self.event(item, "due", start.unwrap_or(due))?;
        let rule = repeats.rule();
        let ends = start.is_some() && !rule.contains("UNTIL") && !rule.contains("COUNT");
        let rule = if ends {
            format!("{rule};UNTIL={}", day(due))
        } else {
            rule
        };
        event.append_property(Property::new("RRULE", rule));
        Some(event)
    }

    fn event(&self, item: &Item, what: &str, on: Date) -> Option<Event> {
        let next = on.checked_add(1.day()).ok()?;
        let label = match (what, item.role) {
            ("review", _) => "event-review",
            _ if item.is_dropped() => "status-dropped",
            _ if !item.is_open() => "event-done",
            (_, Role::Milestone) => "event-milestone",
            _ => "event-due",
        };
        let label = self.locale.say(label);
        let kind = &self.subject.config.kinds[item.kind];
        let mut event = Event::new();
        event
            .uid(&format!("{}-{what}@{}", slug(&item.id), self.host))
            .summary(&format!("{label}: {} {}", item.id, item.title))
            .append_property(of_day("DTSTART", on))
            .append_property(of_day("DTEND", next))
            .append_property(("DTSTAMP", self.stamp(item).as_str()))
            .append_property(("TRANSP", "TRANSPARENT"))
            .append_property(("CATEGORIES", kind.label.as_str()));
        if let Some(summary) = &item.summary {
            event.description(summary);
        }
        if let Some(base) = &self.subject.config.base_url {
            let base = base.trim_end_matches('/');
            event.url(&format!("{base}/{}.html", item.address));
        }
        event.status(if item.is_dropped() {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        });
        Some(event.done())
    }

    /// The last day on which the plan says that somebody looked at the item:
    /// the same plan gives the same bytes on any day.
    fn stamp(&self, item: &Item) -> String {
        let completed = item.dates.completed.as_deref().map(|it| it.last);
        let known = item.last_look().max(completed).or(item.dates.start_day());
        let known = known.filter(|it| *it <= self.subject.today);
        format!(
            "{}T000000Z",
            day(known.unwrap_or(Date::constant(2000, 1, 1)))
        )
    }
}

/// The host of a plan's site, else its title.
fn host(subject: Subject<'_>) -> String {
    let base = subject.config.base_url.as_deref();
    let host = base.and_then(|it| it.split("://").nth(1)?.split('/').next());
    match host {
        Some(host) => host.to_owned(),
        None => format!("{}.planwright", slug(text::title(subject))),
    }
}

fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

fn of_day(name: &str, on: Date) -> Property {
    let mut property = Property::new(name, day(on));
    property.add_parameter("VALUE", "DATE");
    property.done()
}
