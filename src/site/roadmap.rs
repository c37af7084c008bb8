//! The roadmap: what begins and falls due in each quarter of each fiscal
//! year, by goal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::plan::ItemIx;
use crate::quantity::Period;

use super::context::Context;
use super::events::{self, Event, Happening};
use super::frame::{self, Frame};
use super::pages::Page;
use super::pieces::{Badge, ItemLink, Pen};
use super::{address, branches, work_plans};

/// What happens in each quarter, by goal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RoadmapView {
    /// What stands around it.
    pub frame: Frame,
    /// Which kinds of events there are.
    pub kinds: Vec<Badge>,
    /// The fiscal years in which something happens.
    pub years: Vec<RoadYear>,
}

/// A fiscal year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RoadYear {
    /// Its name: `FY 2027`.
    pub year: String,
    /// Part of its ids within the page.
    pub anchor: String,
    /// From when to when it is.
    pub days: String,
    /// Its work plan, if there is one.
    pub work_plan: Option<String>,
    /// Whether it is open at first: it is not over.
    pub open: bool,
    /// How much happens.
    pub events: usize,
    /// Its quarters.
    pub quarters: Vec<RoadQuarter>,
    /// The goals with something in the year.
    pub rows: Vec<RoadRow>,
}

/// A quarter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RoadQuarter {
    /// Its name without the year.
    pub name: String,
    /// Its first and its last month.
    pub months: String,
    /// Whether it is that of this day.
    pub current: bool,
}

/// A goal in a year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RoadRow {
    /// The goal; none for what is below none.
    pub goal: Option<ItemLink>,
    /// What happens in each quarter.
    pub cells: Vec<RoadCell>,
}

/// A goal in a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RoadCell {
    /// What happens.
    pub events: Vec<Happening>,
    /// How much more there is no room for.
    pub more: usize,
}

/// The most that a cell tells, and about the most that the page does.
const MOST_IN_CELL: usize = 7;
const MOST: usize = 400;

/// What happens, by fiscal year, goal (a place in the order of branches) and
/// quarter.
struct Road {
    goals: Vec<Option<ItemIx>>,
    years: BTreeMap<i16, BTreeMap<usize, [Vec<Event>; 4]>>,
    /// The years that have a work plan.
    planned: BTreeSet<i16>,
    /// The most that a cell tells.
    room: usize,
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let road = Road::of(context);
    if road.years.is_empty() {
        return Vec::new();
    }
    let road = Arc::new(road);
    let label = context.locale.say("roadmap-title");
    let page = Page::new("roadmap.html", address::roadmap(), move |pen| {
        view(pen, &road)
    });
    vec![page.in_nav(frame::Section::Time, label)]
}

impl Road {
    fn of(context: &Context<'_>) -> Self {
        let subject = context.subject;
        let branches = branches::all(subject);
        let mut goal_of = vec![None; subject.plan.items.len()];
        for (number, branch) in branches.iter().enumerate() {
            for twig in branch.all() {
                goal_of[twig.at.0] = Some(number);
            }
        }
        let mut road = Self {
            goals: branches.iter().map(|branch| branch.head).collect(),
            years: BTreeMap::new(),
            planned: work_plans::years_of(subject),
            room: MOST_IN_CELL,
        };
        for event in events::dated(subject) {
            let Some(goal) = goal_of[event.at.0] else {
                continue;
            };
            let (year, quarter) = subject.config.fiscal.quarter_of(event.day);
            let cells = road.years.entry(year).or_default().entry(goal).or_default();
            cells[usize::from(quarter) - 1].push(event);
        }
        let cells = road.years.values().flat_map(BTreeMap::values).flatten();
        let full = cells.filter(|cell| !cell.is_empty()).count();
        road.room = (MOST / full.max(1)).clamp(1, MOST_IN_CELL);
        road
    }
}

fn view(pen: &Pen<'_, '_>, road: &Road) -> RoadmapView {
    let title = pen.context.locale.say("roadmap-title");
    let years = road.years.keys().map(|year| of_year(pen, road, *year));
    RoadmapView {
        frame: Frame::of(pen, "roadmap", &title, &address::roadmap()),
        kinds: events::kinds(
            pen,
            road.years
                .values()
                .flat_map(BTreeMap::values)
                .flatten()
                .flatten(),
        ),
        years: years.collect(),
    }
}

fn of_year(pen: &Pen<'_, '_>, road: &Road, number: i16) -> RoadYear {
    let subject = pen.context.subject;
    let locale = &pen.context.locale;
    let fiscal = subject.config.fiscal;
    let period = fiscal.named_year(number);
    let goals = &road.years[&number];
    let is_last = road.years.keys().next_back() == Some(&number);
    RoadYear {
        year: locale.period(&period),
        anchor: format!("year-{number}"),
        days: range(pen, locale.day(period.first), locale.day(period.last)),
        work_plan: (road.planned.contains(&number))
            .then(|| pen.href(&work_plans::address_of(fiscal, number))),
        open: is_last || period.last >= subject.today,
        events: goals.values().flatten().map(Vec::len).sum(),
        quarters: (1..=4)
            .map(|quarter| of_quarter(pen, &fiscal.named_quarter(number, quarter)))
            .collect(),
        rows: goals
            .iter()
            .map(|(goal, cells)| RoadRow {
                goal: road.goals[*goal].map(|at| pen.item(at)),
                cells: cells.iter().map(|events| cell(pen, road, events)).collect(),
            })
            .collect(),
    }
}

fn of_quarter(pen: &Pen<'_, '_>, quarter: &Period) -> RoadQuarter {
    let locale = &pen.context.locale;
    let number = quarter.quarter().unwrap_or_default();
    let [first, last] = [quarter.first, quarter.last].map(|day| locale.month_name(day));
    RoadQuarter {
        name: locale.say_with("timeline-quarter", [("quarter", number.into())]),
        months: range(pen, first, last),
        current: quarter.contains(pen.context.subject.today),
    }
}

fn range(pen: &Pen<'_, '_>, from: String, to: String) -> String {
    let locale = &pen.context.locale;
    locale.say_with("period-range", [("from", from.into()), ("to", to.into())])
}

fn cell(pen: &Pen<'_, '_>, road: &Road, events: &[Event]) -> RoadCell {
    let shown = events.iter().take(road.room);
    RoadCell {
        events: shown.map(|event| events::view(pen, *event)).collect(),
        more: events.len().saturating_sub(road.room),
    }
}
