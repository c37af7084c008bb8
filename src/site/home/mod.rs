//! The plan on a page.

mod decisions;
mod figures;
mod goals;

pub use decisions::Decision;
pub use figures::{FigureView, Verdict};
pub use goals::GoalCard;

pub(super) use figures::{figures, verdict};

use serde::Serialize;

use crate::config::Role;
use crate::diagnostic::Severity;
use crate::plan::{Health, ItemIx, Place};
use crate::trace::TriggerState;

use super::context::Context;
use super::frame::{self, Frame};
use super::item::{PlanB, plan_b};
use super::made_from::Texts;
use super::pages::Page;
use super::pieces::{Pen, Row, Words};
use super::{address, body, words};

/// The plan on a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HomeView {
    /// What stands around it.
    pub frame: Frame,
    /// Where the organisation wants to be.
    pub vision: Option<String>,
    /// What it is there for.
    pub mission: Option<String>,
    /// The days the plan is for.
    pub period: Option<String>,
    /// The health of the whole, if anything is known.
    pub verdict: Option<Verdict>,
    /// The whole plan in numbers.
    pub figures: Vec<FigureView>,
    /// What somebody must decide.
    pub decisions: Vec<Decision>,
    /// How many decisions there is no room for.
    pub more_decisions: usize,
    /// What the plan's top kind is called.
    pub goals_title: String,
    /// The goals; in a plan without goals, its highest kind.
    pub goals: Vec<GoalCard>,
    /// What is due next.
    pub next: Vec<Row>,
    /// The plan Bs that stand ready, with their triggers.
    pub plan_bs: Vec<PlanB>,
    /// The plans of the family.
    pub plans: Vec<FamilyRow>,
    /// The introduction as HTML.
    pub body: String,
    /// What the organisation holds to: a name and what it means.
    pub values: Vec<(String, String)>,
    /// Who has a part in it: a name and what they give or gain.
    pub stakeholders: Vec<(String, String)>,
    /// The plain pages.
    pub pages: Vec<Words>,
    /// The day the site was made for.
    pub as_of: String,
    /// The revision of the plan that the site was made from.
    pub revision: Option<String>,
    /// How many findings there are.
    pub problems: Option<Words>,
    /// Where the outline is.
    pub outline: String,
}

/// A plan of the family.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FamilyRow {
    /// Its title.
    pub title: Words,
    /// How far it looks ahead and what it is for.
    pub more: String,
    /// Who answers for it.
    pub owner: Option<Words>,
    /// How many items it has.
    pub items: usize,
}

/// How many decisions and next dates the page shows.
const DECISIONS: usize = 12;
const NEXT: usize = 6;

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let label = context.locale.say("nav-home");
    let page = Page::new("home.html", address::home(), view).showing(Texts::One(Place::Home));
    vec![page.in_nav(frame::Section::Plan, label)]
}

pub(super) fn view(pen: &Pen<'_, '_>) -> HomeView {
    let context = pen.context;
    let subject = context.subject;
    let home = &subject.plan.home;
    let tops = tops(pen);
    let mut decisions = decisions::decisions(pen);
    let more_decisions = decisions.len().saturating_sub(DECISIONS);
    decisions.truncate(DECISIONS);
    let title = tops
        .first()
        .map(|at| context.kind(context.item(*at).kind).plural.clone());
    let mut frame = Frame::of(pen, "home", &context.title, &address::home());
    frame.description = home.vision.clone().or_else(|| home.mission.clone());
    HomeView {
        frame,
        vision: home.vision.clone(),
        mission: home.mission.clone(),
        period: subject
            .config
            .period
            .as_ref()
            .map(|it| pen.locale().period(it)),
        verdict: figures::verdict(pen, &tops),
        figures: figures::figures(pen, &tops),
        decisions,
        more_decisions,
        goals_title: title.unwrap_or_default(),
        goals: tops.iter().map(|at| goals::card(pen, *at)).collect(),
        next: next(pen),
        plan_bs: plan_bs(pen),
        plans: families(pen),
        body: home
            .body
            .as_ref()
            .map(|_| body::render(pen, Place::Home))
            .unwrap_or_default(),
        values: home
            .values
            .iter()
            .map(|it| (it.name.clone(), it.text.clone()))
            .collect(),
        stakeholders: home
            .stakeholders
            .iter()
            .map(|it| words::stakeholder(pen.locale(), it))
            .collect(),
        pages: further(pen),
        as_of: pen.locale().day(subject.today),
        revision: subject.imprint.revision.clone(),
        problems: problems(pen),
        outline: pen.href(&address::outline()),
    }
}

/// The goals; in a plan without goals, its highest kind.
pub(super) fn tops(pen: &Pen<'_, '_>) -> Vec<ItemIx> {
    let plan = pen.context.subject.plan;
    let top = plan.items.iter().map(|item| item.role).min();
    let top = top.filter(|role| *role <= Role::Action);
    plan.all()
        .filter(|(_, item)| Some(item.role) == top)
        .map(|(at, _)| at)
        .collect()
}

/// What is open and due next.
fn next(pen: &Pen<'_, '_>) -> Vec<Row> {
    let subject = pen.context.subject;
    let mut next: Vec<_> = subject
        .plan
        .all()
        .filter(|(_, item)| item.role.is_work() && item.is_open())
        .filter_map(|(at, item)| {
            Some((
                item.dates.due_day().filter(|due| *due >= subject.today)?,
                at,
            ))
        })
        .collect();
    next.sort_unstable();
    pen.rows(next.into_iter().take(NEXT).map(|(_, at)| at))
}

/// The plan Bs with a trigger; those that are needed are among the decisions.
fn plan_bs(pen: &Pen<'_, '_>) -> Vec<PlanB> {
    let triggers = pen.context.subject.trace.triggers.iter();
    let ready = triggers
        .filter(|(at, state)| **state != TriggerState::Tripped && pen.context.item(**at).is_open());
    ready.take(NEXT).map(|(at, _)| plan_b(pen, *at)).collect()
}

fn families(pen: &Pen<'_, '_>) -> Vec<FamilyRow> {
    let subject = pen.context.subject;
    let families = subject.config.plans.iter();
    families
        .map(|plan| {
            let of_plan = |name: &str| name == plan.name;
            let all = subject.plan.items.iter();
            let items = all.filter(|item| item.plan.as_ref().is_some_and(|it| of_plan(it)));
            let horizon = plan
                .horizon
                .map(|horizon| words::horizon(pen.locale(), horizon));
            let more = match (horizon, &plan.summary) {
                (Some(horizon), Some(summary)) => {
                    let label = ("label", horizon.into());
                    format!("{} {summary}", pen.locale().say_with("colon", [label]))
                }
                (horizon, summary) => horizon.or(summary.clone()).unwrap_or_default(),
            };
            FamilyRow {
                title: Words {
                    text: plan.title.clone(),
                    href: Some(pen.href(&address::family(&plan.name))),
                },
                more,
                owner: plan.owner.as_ref().map(|owner| pen.person(owner)),
                items: items.count(),
            }
        })
        .collect()
}

fn further(pen: &Pen<'_, '_>) -> Vec<Words> {
    let pages = pen.context.subject.plan.pages.iter();
    pages
        .map(|page| Words {
            text: page.title.clone(),
            href: Some(pen.href(&address::html(&page.address))),
        })
        .collect()
}

/// What somebody has to mend; hints are on the page of problems only.
fn problems(pen: &Pen<'_, '_>) -> Option<Words> {
    let found = pen.context.diagnostics.iter();
    let number = found.filter(|it| it.severity > Severity::Info).count();
    (number > 0).then(|| Words {
        text: pen
            .locale()
            .say_with("home-problems", [("count", number.into())]),
        href: Some(pen.href(&address::problems())),
    })
}

/// The stated health of an item, while it holds, else the computed one.
fn health_of(pen: &Pen<'_, '_>, at: ItemIx) -> Health {
    let trace = pen.context.subject.trace;
    trace.stated[at.0].unwrap_or(trace.health[at.0].health)
}
