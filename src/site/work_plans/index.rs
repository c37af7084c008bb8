//! All work plans: years beside one another, teams below one another.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use crate::site::address;
use crate::site::context::Context;
use crate::site::frame::{self, Frame};
use crate::site::pages::Page;
use crate::site::pieces::{Pen, Words};

use super::Plans;

/// All work plans.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WorkPlansView {
    /// What stands around it.
    pub frame: Frame,
    /// The fiscal years.
    pub years: Vec<YearCount>,
    /// The teams.
    pub teams: Vec<TeamLine>,
}

/// A fiscal year, or the work of a team in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearCount {
    /// Its name.
    pub year: String,
    /// Its work plan; none where there is nothing to do.
    pub href: Option<String>,
    /// How many actions there are.
    pub actions: usize,
    /// Of these, done or dropped.
    pub closed: usize,
    /// Whether it is the year of this day.
    pub current: bool,
}

/// A team over the years.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TeamLine {
    /// The team.
    pub team: Words,
    /// Its work in each year.
    pub years: Vec<YearCount>,
}

pub(super) fn page<'a>(context: &Context<'a>, plans: Arc<Plans<'a>>) -> Page<'a> {
    let label = context.locale.say("work-plans-title");
    let page = Page::new("work-plans.html", address::work_plans(), move |pen| {
        view(pen, &plans)
    });
    page.in_nav(frame::Section::Time, label)
}

fn view(pen: &Pen<'_, '_>, plans: &Plans<'_>) -> WorkPlansView {
    let title = pen.context.locale.say("work-plans-title");
    let years = |team| plans.years.keys().map(move |year| (*year, team));
    let teams: BTreeSet<&str> = plans.teams.keys().map(|(_, team)| *team).collect();
    WorkPlansView {
        frame: Frame::of(pen, "work-plans", &title, &address::work_plans()),
        years: years(None)
            .map(|(year, team)| count(pen, plans, year, team))
            .collect(),
        teams: teams
            .into_iter()
            .map(|team| TeamLine {
                team: pen.team(team),
                years: years(Some(team))
                    .map(|(year, team)| count(pen, plans, year, team))
                    .collect(),
            })
            .collect(),
    }
}

fn count(pen: &Pen<'_, '_>, plans: &Plans<'_>, year: i16, team: Option<&str>) -> YearCount {
    let context = pen.context;
    let work = plans.work(year, team);
    let path = plans.address(context, year, team);
    YearCount {
        year: context.locale.period(&plans.period(year)),
        href: work.map(|_| pen.href(&path)),
        actions: work.map_or(0, |work| work.tasks.len()),
        closed: work.map_or(0, |work| work.done),
        current: plans.fiscal.year_of(context.subject.today) == year,
    }
}
