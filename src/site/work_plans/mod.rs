//! Work plans: for each fiscal year who does what by when, for how much, and
//! by what it is measured; for all, and for each team.

mod index;
mod row;
mod years;

pub use index::{TeamLine, WorkPlansView, YearCount};
pub use row::{WorkMilestone, WorkTask};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::check::Subject;
use crate::output::SitePath;
use crate::plan::ItemIx;
use crate::quantity::{FiscalCalendar, Moneys, Period};

use super::address;
use super::context::Context;
use super::frame::Frame;
use super::pages::Page;
use super::paging::{self, Paging};
use super::pieces::{ItemLink, Pen, Words};
use years::Task;

/// What is to be done in a fiscal year.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WorkPlanView {
    /// What stands around it.
    pub frame: Frame,
    /// The year: `FY 2027`.
    pub year: String,
    /// From when to when it is.
    pub days: String,
    /// Whose work it is; none for everybody's.
    pub team: Option<Words>,
    /// The plan of the year before, and of the year after.
    pub previous: Option<Words>,
    /// The plan of the year after.
    pub next: Option<Words>,
    /// The plan of everybody's work in that year, from that of a team.
    pub whole: Option<String>,
    /// The plans of the teams.
    pub teams: Vec<Words>,
    /// How many actions there are.
    pub actions: usize,
    /// Of these, done.
    pub done: usize,
    /// Of these, past due.
    pub late: usize,
    /// The budgets of these actions together, whatever their years.
    pub budget: Option<String>,
    /// Which columns have anything in them.
    pub columns: WorkColumns,
    /// The actions by goal and strategy.
    pub groups: Vec<WorkGroup>,
    /// Its pages, where it is too long for one.
    pub paging: Option<Paging>,
}

/// The actions of a strategy.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WorkGroup {
    /// The goal.
    pub goal: Option<ItemLink>,
    /// The strategy; none for what hangs on the goal alone.
    pub strategy: Option<ItemLink>,
    /// What the strategy is measured by.
    pub measures: Vec<ItemLink>,
    /// The actions.
    pub rows: Vec<WorkTask>,
}

/// Which columns have anything in them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "one for each column")]
pub struct WorkColumns {
    /// Owners and teams.
    pub who: bool,
    /// Budgets.
    pub budget: bool,
    /// Measures and evidence.
    pub measured: bool,
    /// Status and health.
    pub state: bool,
    /// How many there are, with those for id, action and days.
    pub all: usize,
}

impl WorkColumns {
    fn of(groups: &[WorkGroup]) -> Self {
        let any = |has: fn(&WorkTask) -> bool| groups.iter().flat_map(|it| &it.rows).any(has);
        let mut columns = Self {
            who: any(|it| it.owner.is_some() || it.team.is_some()),
            budget: any(|it| it.budget.is_some()),
            measured: any(|it| !it.measures.is_empty() || it.evidence.is_some()),
            state: any(|it| !it.marks.is_empty()),
            all: 3,
        };
        let shown = [columns.who, columns.budget, columns.measured, columns.state];
        columns.all += shown.into_iter().filter(|shown| *shown).count();
        columns
    }
}

/// All work plans.
struct Plans<'a> {
    fiscal: FiscalCalendar,
    years: BTreeMap<i16, Work>,
    /// By year and team.
    teams: BTreeMap<(i16, &'a str), Work>,
}

/// What is to be done, and how much that is.
struct Work {
    tasks: Vec<Task>,
    done: usize,
    late: usize,
    budget: Moneys,
}

/// A page of a work plan.
struct Sheet<'a> {
    year: i16,
    team: Option<&'a str>,
    /// Which of its pages, from 1.
    number: usize,
    all: Vec<SitePath>,
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let plans = Arc::new(Plans::of(context));
    if plans.years.is_empty() {
        return Vec::new();
    }
    let mut pages = vec![index::page(context, Arc::clone(&plans))];
    let whole = plans.years.iter().map(|(year, work)| (*year, None, work));
    let teams = plans.teams.iter();
    let teams = teams.map(|((year, team), work)| (*year, Some(*team), work));
    for (year, team, work) in whole.chain(teams) {
        let first = plans.address(context, year, team);
        let all: Vec<SitePath> = (1..=paging::pages(work.tasks.len()))
            .map(|number| address::numbered(&first, number))
            .collect();
        for (number, path) in (1..).zip(all.clone()) {
            let sheet = Sheet {
                year,
                team,
                number,
                all: all.clone(),
            };
            let plans = Arc::clone(&plans);
            pages.push(Page::new("work-plan.html", path, move |pen| {
                view(pen, &plans, &sheet)
            }));
        }
    }
    pages
}

/// The years that have a work plan.
pub(super) fn years_of(subject: Subject<'_>) -> BTreeSet<i16> {
    years::all(subject).into_keys().collect()
}

/// Where the work plan of a year is, if the plan has one.
pub(super) fn address_of(fiscal: FiscalCalendar, year: i16) -> SitePath {
    address::work_plan(&slug(fiscal, year))
}

fn slug(fiscal: FiscalCalendar, year: i16) -> String {
    if fiscal.is_calendar() {
        year.to_string()
    } else {
        format!("fy{year}")
    }
}

impl<'a> Plans<'a> {
    fn of(context: &Context<'a>) -> Self {
        let subject = context.subject;
        let years = years::all(subject);
        let mut teams: BTreeMap<(i16, &'a str), Vec<Task>> = BTreeMap::new();
        for (year, tasks) in &years {
            for task in tasks {
                if let Some(team) = &context.item(task.at).team {
                    teams.entry((*year, team)).or_default().push(*task);
                }
            }
        }
        let years = years.into_iter();
        let teams = teams.into_iter();
        Self {
            fiscal: subject.config.fiscal,
            years: years
                .map(|(at, tasks)| (at, Work::of(subject, tasks)))
                .collect(),
            teams: teams
                .map(|(at, tasks)| (at, Work::of(subject, tasks)))
                .collect(),
        }
    }

    fn work(&self, year: i16, team: Option<&'a str>) -> Option<&Work> {
        match team {
            None => self.years.get(&year),
            Some(team) => self.teams.get(&(year, team)),
        }
    }

    fn address(&self, context: &Context<'a>, year: i16, team: Option<&str>) -> SitePath {
        let slug = slug(self.fiscal, year);
        let team = team.and_then(|team| context.people.team_slug(team));
        match team {
            Some(team) => address::work_plan(&format!("{slug}-{team}")),
            None => address::work_plan(&slug),
        }
    }

    fn period(&self, year: i16) -> Period {
        self.fiscal.named_year(year)
    }
}

impl Work {
    /// What is a part of another action here has its money there.
    fn of(subject: Subject<'_>, tasks: Vec<Task>) -> Self {
        let items = || tasks.iter().map(|task| &subject.plan[task.at]);
        let here: BTreeSet<ItemIx> = tasks.iter().map(|task| task.at).collect();
        let is_top = |task: &&Task| {
            let mut above = subject.trace.graph.up(task.at).iter();
            !above.any(|thread| here.contains(&thread.item))
        };
        let mut budget = Moneys::default();
        for task in tasks.iter().filter(is_top) {
            budget.add_all(&subject.trace.funds[task.at.0].budget);
        }
        Self {
            done: items().filter(|item| !item.is_open()).count(),
            late: items().filter(|item| item.is_late(subject.today)).count(),
            budget,
            tasks,
        }
    }
}

fn view(pen: &Pen<'_, '_>, plans: &Plans<'_>, sheet: &Sheet<'_>) -> WorkPlanView {
    let context = pen.context;
    let locale = &context.locale;
    let work = &plans.work(sheet.year, sheet.team).expect("a page for each");
    let tasks = work.tasks.as_slice();
    let period = plans.period(sheet.year);
    let year = locale.period(&period);
    let title = locale.say_with("work-plans-of", [("year", year.clone().into())]);
    let title = match sheet.team {
        Some(team) => format!("{title}: {team}"),
        None => title,
    };
    let near = |year: i16| {
        plans.work(year, sheet.team).map(|_| Words {
            text: locale.period(&plans.period(year)),
            href: Some(pen.href(&plans.address(context, year, sheet.team))),
        })
    };
    let [from, to] = [period.first, period.last].map(|day| locale.day(day));
    let days = [("from", from.into()), ("to", to.into())];
    let groups = groups(pen, paging::part(tasks, sheet.number), &period);
    let teams = plans.teams.range((sheet.year, "")..);
    let teams = teams.take_while(|((year, _), _)| *year == sheet.year);
    WorkPlanView {
        frame: Frame::of(pen, "work-plan", &title, &address::work_plans()),
        days: locale.say_with("period-range", days),
        year,
        team: sheet.team.map(|team| pen.team(team)),
        previous: near(sheet.year - 1),
        next: near(sheet.year + 1),
        whole: sheet
            .team
            .map(|_| pen.href(&plans.address(context, sheet.year, None))),
        teams: teams
            .filter(|_| sheet.team.is_none())
            .map(|((year, team), _)| Words {
                text: (*team).to_owned(),
                href: Some(pen.href(&plans.address(context, *year, Some(team)))),
            })
            .collect(),
        actions: tasks.len(),
        done: work.done,
        late: work.late,
        budget: (!work.budget.is_empty()).then(|| locale.moneys_short(&work.budget)),
        columns: WorkColumns::of(&groups),
        groups,
        paging: paging::view(
            pen,
            sheet.number,
            tasks.len(),
            |number| sheet.all[number - 1].clone(),
            pen.href(&address::search()),
        ),
    }
}

fn groups(pen: &Pen<'_, '_>, tasks: &[Task], year: &Period) -> Vec<WorkGroup> {
    let together = tasks.chunk_by(|a, b| (a.goal, a.strategy) == (b.goal, b.strategy));
    let groups = together.map(|tasks| {
        let head = tasks[0].strategy.or(tasks[0].goal);
        WorkGroup {
            goal: tasks[0].goal.map(|at| pen.item(at)),
            strategy: tasks[0].strategy.map(|at| pen.item(at)),
            measures: head.map(|at| row::measures(pen, at)).unwrap_or_default(),
            rows: tasks
                .iter()
                .map(|task| row::view(pen, task.at, year))
                .collect(),
        }
    });
    groups.collect()
}
