//! The plan on a page.

use serde::Serialize;

use crate::config::Role;
use crate::plan::{Health, Item, ItemIx, Relation, Stakeholder, StakeholderRole};
use crate::quantity::Date;
use crate::trace::TriggerState;

use super::frame::Frame;
use super::item::{MeasureView, measure_view, trigger_condition};
use super::pieces::{Badge, ItemLink, Pen, Row, Words};
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
    /// How many findings there are.
    pub problems: Option<Words>,
    /// Where the outline is.
    pub outline: String,
}

/// The health of the whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Verdict {
    /// The health.
    pub health: Badge,
    /// Why: "three of five goals are on track".
    pub why: String,
}

/// A number with its name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FigureView {
    /// Its name.
    pub label: String,
    /// The number.
    pub value: String,
    /// 0 to 100, where it can be drawn as a bar.
    pub share: Option<u8>,
    /// A note in small print.
    pub note: Option<String>,
}

/// What somebody must decide.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Decision {
    /// Why it is here.
    pub badge: Badge,
    /// What it is about.
    pub item: ItemLink,
    /// More words.
    pub more: String,
    /// Who is accountable.
    pub owner: Option<Words>,
}

/// A goal at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct GoalCard {
    /// The goal.
    pub row: Row,
    /// Its measures, and those of its objectives.
    pub measures: Vec<MeasureView>,
    /// What is late below it.
    pub late: Vec<ItemLink>,
    /// How much more is late.
    pub more_late: usize,
    /// What carries it: "3 objectives, 5 strategies, 14 actions".
    pub carried_by: String,
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

/// How many decisions, measures, late items and next dates a page shows.
const DECISIONS: usize = 12;
const MEASURES: usize = 4;
const LATE: usize = 2;
const NEXT: usize = 6;

pub(super) fn view(pen: &Pen<'_, '_>) -> HomeView {
    let context = pen.context;
    let subject = context.subject;
    let home = &subject.plan.home;
    let tops = tops(pen);
    let mut decisions = decisions(pen);
    let more_decisions = decisions.len().saturating_sub(DECISIONS);
    decisions.truncate(DECISIONS);
    let title = tops
        .first()
        .map(|at| subject.config.kinds[context.item(*at).kind].plural.clone());
    let mut frame = Frame::of(pen, "home", &context.title, &address::home());
    frame.description = home.vision.clone().or_else(|| home.mission.clone());
    HomeView {
        frame,
        vision: home.vision.clone(),
        mission: home.mission.clone(),
        period: subject.config.period.as_ref().map(words::period),
        verdict: verdict(pen, &tops),
        figures: figures(pen, &tops),
        decisions,
        more_decisions,
        goals_title: title.unwrap_or_default(),
        goals: tops.iter().map(|at| card(pen, *at)).collect(),
        next: next(pen),
        plans: families(pen),
        body: home
            .body
            .as_ref()
            .map(|text| body::render(pen, text))
            .unwrap_or_default(),
        values: home
            .values
            .iter()
            .map(|it| (it.name.clone(), it.text.clone()))
            .collect(),
        stakeholders: home.stakeholders.iter().map(stakeholder).collect(),
        pages: pages(pen),
        as_of: words::day(subject.today),
        problems: problems(pen),
        outline: pen.href(&address::outline()),
    }
}

/// The goals; in a plan without goals, its highest kind.
fn tops(pen: &Pen<'_, '_>) -> Vec<ItemIx> {
    let plan = pen.context.subject.plan;
    let top = plan.items.iter().map(|item| item.role).min();
    let top = top.filter(|role| *role <= Role::Action);
    plan.all()
        .filter(|(_, item)| Some(item.role) == top)
        .map(|(at, _)| at)
        .collect()
}

fn stakeholder(it: &Stakeholder) -> (String, String) {
    let role = match it.role {
        Some(StakeholderRole::Performer) => "Does a part. ",
        Some(StakeholderRole::Beneficiary) => "Has a gain. ",
        None => "",
    };
    (it.name.clone(), format!("{role}{}", it.text))
}

/// The stated health of an item, else the computed one.
fn health_of(pen: &Pen<'_, '_>, at: ItemIx) -> Health {
    let stated = pen.context.item(at).health.as_ref();
    stated.map_or(pen.context.subject.trace.health[at.0].health, |stated| {
        stated.health.value
    })
}

/// The plan is as well as its goals: off track if one in three is, at risk
/// if any is at risk or off track.
fn verdict(pen: &Pen<'_, '_>, tops: &[ItemIx]) -> Option<Verdict> {
    let count = |wanted| {
        tops.iter()
            .filter(|at| health_of(pen, **at) == wanted)
            .count()
    };
    let [on, at_risk, off] = [Health::OnTrack, Health::AtRisk, Health::OffTrack].map(count);
    let known = on + at_risk + off;
    let health = match (at_risk, off) {
        _ if known == 0 => return None,
        (_, off) if off * 3 >= known => Health::OffTrack,
        (0, 0) => Health::OnTrack,
        _ => Health::AtRisk,
    };
    let kind = &pen.context.subject.config.kinds[pen.context.item(*tops.first()?).kind];
    let be = |number: usize| if number == 1 { "is" } else { "are" };
    let mut parts = vec![format!(
        "{} of {} {} {} on track",
        words::cardinal(on),
        words::cardinal(tops.len()),
        kind.plural.to_lowercase(),
        be(on)
    )];
    for (number, word) in [(at_risk, "at risk"), (off, "off track")] {
        if number > 0 {
            parts.push(format!("{} {} {word}", words::cardinal(number), be(number)));
        }
    }
    let last = parts.pop().unwrap_or_default();
    let why = if parts.is_empty() {
        last
    } else {
        format!("{} and {last}", parts.join(", "))
    };
    Some(Verdict {
        health: words::health(health),
        why,
    })
}

fn figures(pen: &Pen<'_, '_>, tops: &[ItemIx]) -> Vec<FigureView> {
    let figures = [
        work(pen, tops),
        actions(pen),
        measures(pen),
        money(pen, tops),
    ];
    figures.into_iter().flatten().collect()
}

fn work(pen: &Pen<'_, '_>, tops: &[ItemIx]) -> Option<FigureView> {
    let trace = pen.context.subject.trace;
    let known = tops.iter().filter_map(|at| {
        let progress = trace.progress[at.0]?;
        Some((pen.context.item(*at).weight, f64::from(progress.value())))
    });
    let (sum, weights) = known.fold((0.0, 0.0), |(sum, weights), (weight, progress)| {
        (sum + weight * progress, weights + weight)
    });
    if weights <= 0.0 {
        return None;
    }
    let share = (sum / weights).floor() as u8;
    Some(FigureView {
        label: "Work done".to_owned(),
        value: format!("{share}\u{a0}%"),
        share: Some(share.min(100)),
        note: None,
    })
}

fn actions(pen: &Pen<'_, '_>) -> Option<FigureView> {
    let subject = pen.context.subject;
    let actions = || {
        subject
            .plan
            .items
            .iter()
            .filter(|item| item.role == Role::Action && !item.is_dropped())
    };
    let all = actions().count();
    let done = actions().filter(|item| !item.is_open()).count();
    let late = actions().filter(|item| item.is_late(subject.today)).count();
    let label = subject
        .config
        .kinds
        .iter()
        .find(|kind| kind.role == Role::Action)?;
    (all > 0).then(|| FigureView {
        label: format!("{} done", label.plural),
        value: format!("{done} of {all}"),
        share: None,
        note: (late > 0).then(|| format!("{late} late")),
    })
}

fn measures(pen: &Pen<'_, '_>) -> Option<FigureView> {
    let standings = &pen.context.subject.trace.standings;
    let on = standings
        .values()
        .filter(|it| it.health == Health::OnTrack)
        .count();
    let unknown = standings
        .values()
        .filter(|it| it.health == Health::Unknown)
        .count();
    (!standings.is_empty()).then(|| FigureView {
        label: "Measures on track".to_owned(),
        value: format!("{on} of {}", standings.len()),
        share: None,
        note: (unknown > 0).then(|| format!("{unknown} cannot be judged")),
    })
}

fn money(pen: &Pen<'_, '_>, tops: &[ItemIx]) -> Option<FigureView> {
    let mut budget = crate::quantity::Moneys::default();
    let mut spent = crate::quantity::Moneys::default();
    for at in tops {
        let funds = &pen.context.subject.trace.funds[at.0];
        budget.add_all(&funds.budget);
        spent.add_all(&funds.spent);
    }
    let of_budget = (!budget.is_empty()).then(|| format!("of {}", budget.show_short()));
    let (label, sum, note) = match (spent.is_empty(), budget.is_empty()) {
        (true, true) => return None,
        (true, false) => ("Budget", budget, None),
        (false, _) => ("Spent", spent, of_budget),
    };
    Some(FigureView {
        label: label.to_owned(),
        value: sum.show_short(),
        share: None,
        note,
    })
}

/// Tripped triggers, goals off track, work past due, and work past due of
/// which nobody has said whether it is done.
fn decisions(pen: &Pen<'_, '_>) -> Vec<Decision> {
    let subject = pen.context.subject;
    let decision = |at: ItemIx, badge: Badge, more: String| Decision {
        badge,
        item: pen.item(at),
        more,
        owner: subject.plan[at]
            .raci
            .owner
            .as_ref()
            .map(|owner| pen.person(owner)),
    };
    let mut list = Vec::new();
    for (at, state) in &subject.trace.triggers {
        let closed = !subject.plan[*at].is_open();
        if *state == TriggerState::Tripped && !closed {
            let trigger = subject.plan[*at].trigger.as_ref();
            let condition = trigger.map(|it| trigger_condition(pen, &it.condition));
            list.push(decision(
                *at,
                words::trigger(*state),
                condition.unwrap_or_default(),
            ));
        }
    }
    for (at, item) in subject.plan.all() {
        let high = matches!(item.role, Role::Goal | Role::Objective);
        if high && health_of(pen, at) == Health::OffTrack {
            let note = item.health.as_ref().and_then(|stated| stated.note.as_ref());
            let reason = || words::reason(subject.trace.health[at.0].reason);
            let more = note.map_or_else(reason, |note| note.value.clone());
            list.push(decision(at, words::health(Health::OffTrack), more));
        }
    }
    list.extend(past_due(pen, Item::is_late).into_iter().map(|at| {
        let item = pen.context.item(at);
        let note = item.health.as_ref().and_then(|stated| stated.note.as_ref());
        let note = note
            .map(|note| format!(". {}", note.value))
            .unwrap_or_default();
        let more = format!("{}{note}", was_due(pen, at));
        decision(at, Badge::new("late", "Overdue"), more)
    }));
    list.extend(past_due(pen, Item::is_unreported).into_iter().map(|at| {
        let more = format!("{}; nobody has said whether it is done", was_due(pen, at));
        decision(at, Badge::new("unknown", "Not reported"), more)
    }));
    list
}

/// Work past due, the longest due first.
fn past_due(pen: &Pen<'_, '_>, is_past: fn(&Item, Date) -> bool) -> Vec<ItemIx> {
    let subject = pen.context.subject;
    let work = |item: &Item| matches!(item.role, Role::Action | Role::Milestone | Role::Own);
    let mut past: Vec<ItemIx> = subject
        .plan
        .all()
        .filter(|(_, item)| work(item) && is_past(item, subject.today))
        .map(|(at, _)| at)
        .collect();
    past.sort_by_key(|at| (subject.plan[*at].dates.due_day(), *at));
    past
}

/// `Milestone, due 31 Jan 2020`.
fn was_due(pen: &Pen<'_, '_>, at: ItemIx) -> String {
    let due = pen.context.item(at).dates.due.as_deref();
    let due = due.map(words::period).unwrap_or_default();
    format!("{}, due {due}", pen.context.kind_label(at))
}

fn card(pen: &Pen<'_, '_>, at: ItemIx) -> GoalCard {
    let subject = pen.context.subject;
    let graph = &subject.trace.graph;
    let below = graph.below(at);
    let objectives = below
        .iter()
        .filter(|it| pen.context.item(**it).role == Role::Objective);
    let measured = std::iter::once(&at).chain(objectives);
    let mut gauges: Vec<ItemIx> = Vec::new();
    for measure in measured.flat_map(|it| graph.from(*it, Relation::Measures)) {
        if !gauges.contains(&measure) {
            gauges.push(measure);
        }
    }
    let mut late: Vec<ItemIx> = below
        .iter()
        .filter(|it| pen.context.item(**it).is_late(subject.today))
        .copied()
        .collect();
    late.sort_by_key(|it| pen.context.item(*it).dates.due_day());
    GoalCard {
        row: pen.row(at),
        measures: gauges
            .iter()
            .take(MEASURES)
            .map(|it| measure_view(pen, *it))
            .collect(),
        more_late: late.len().saturating_sub(LATE),
        late: late.into_iter().take(LATE).map(|it| pen.item(it)).collect(),
        carried_by: carried_by(pen, &below),
    }
}

fn carried_by(pen: &Pen<'_, '_>, below: &[ItemIx]) -> String {
    let kinds = pen.context.subject.config.kinds.all();
    let counts = kinds.filter_map(|(kind, def)| {
        let number = below
            .iter()
            .filter(|at| pen.context.item(**at).kind == kind)
            .count();
        (number > 0).then(|| words::count(number, &def.label, &def.plural))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// What is open and due next.
fn next(pen: &Pen<'_, '_>) -> Vec<Row> {
    let subject = pen.context.subject;
    let mut next: Vec<_> = subject
        .plan
        .all()
        .filter(|(_, item)| {
            matches!(item.role, Role::Action | Role::Milestone | Role::Own) && item.is_open()
        })
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
                .map(|horizon| format!("{} plan", horizon.label()));
            let parts = horizon.into_iter().chain(plan.summary.clone());
            FamilyRow {
                title: Words {
                    text: plan.title.clone(),
                    href: Some(pen.href(&address::family(&plan.name))),
                },
                more: parts.collect::<Vec<_>>().join(": "),
                owner: plan.owner.as_ref().map(|owner| pen.person(owner)),
                items: items.count(),
            }
        })
        .collect()
}

fn pages(pen: &Pen<'_, '_>) -> Vec<Words> {
    let pages = pen.context.subject.plan.pages.iter();
    pages
        .map(|page| Words {
            text: page.title.clone(),
            href: Some(pen.href(&address::html(&page.address))),
        })
        .collect()
}

fn problems(pen: &Pen<'_, '_>) -> Option<Words> {
    let number = pen.context.diagnostics.len();
    (number > 0).then(|| Words {
        text: words::count(number, "problem", "problems"),
        href: Some(pen.href(&address::problems())),
    })
}
