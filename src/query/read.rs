//! How each field of an item is read from the plan and its trace.
#![expect(
    clippy::unnecessary_wraps,
    reason = "all are of one shape, for the table of fields"
)]

use crate::config::{Config, Role};
use crate::plan::{Item, ItemIx, Measure, OwnValue, Plan, Relation, Risk};
use crate::quantity::{Date, Money, Moneys};
use crate::trace::{Trace, TriggerState};
use crate::value::Spanned;

use super::fields::FieldValue;

/// What expressions are asked of.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What follows from it.
    pub trace: &'a Trace,
    /// Its settings.
    pub config: &'a Config,
    /// The day.
    pub today: Date,
}

impl<'a> Facts<'a> {
    pub(super) fn at(self, at: ItemIx) -> Look<'a> {
        Look {
            facts: self,
            at,
            item: &self.plan.items[at.0],
        }
    }
}

/// An item that is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'a> {
    pub facts: Facts<'a>,
    pub at: ItemIx,
    pub item: &'a Item,
}

type Read = Option<FieldValue>;

/// The names of roles.
pub(super) const ROLES: [(Role, &str); 9] = [
    (Role::Goal, Role::Goal.name()),
    (Role::Objective, Role::Objective.name()),
    (Role::Strategy, Role::Strategy.name()),
    (Role::Own, Role::Own.name()),
    (Role::Action, Role::Action.name()),
    (Role::Milestone, Role::Milestone.name()),
    (Role::Measure, Role::Measure.name()),
    (Role::Risk, Role::Risk.name()),
    (Role::Contingency, Role::Contingency.name()),
];

/// The names of the states of triggers.
pub(super) const TRIGGERS: [(TriggerState, &str); 4] = [
    (TriggerState::Tripped, TriggerState::Tripped.name()),
    (TriggerState::Armed, TriggerState::Armed.name()),
    (TriggerState::Watched, TriggerState::Watched.name()),
    (TriggerState::Expired, TriggerState::Expired.name()),
];

/// The heading of a relation's column.
pub(super) fn relation_label(relation: Relation) -> &'static str {
    match relation {
        Relation::Supports => "Supports",
        Relation::DependsOn => "Depends on",
        Relation::Measures => "Measures",
        Relation::Threatens => "Threatens",
        Relation::Mitigates => "Mitigates",
        Relation::Answers => "Plan B for",
        Relation::Continues => "Continues",
        Relation::RelatesTo => "See also",
    }
}

fn name_of<T: PartialEq + Copy>(value: T, names: &[(T, &str)]) -> Read {
    let found = names.iter().find(|(it, _)| *it == value);
    found.map(|(_, name)| text(name))
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

fn texts(texts: &[Spanned<String>]) -> FieldValue {
    FieldValue::Texts(texts.iter().map(|text| text.value.clone()).collect())
}

fn ids(look: Look<'_>, items: impl IntoIterator<Item = ItemIx>) -> FieldValue {
    let ids = items.into_iter().map(|at| look.facts.plan[at].id.clone());
    FieldValue::Texts(ids.collect())
}

pub(super) fn related(look: Look<'_>, relation: Relation) -> FieldValue {
    ids(look, look.facts.trace.graph.to(look.at, relation))
}

pub(super) fn id(look: Look<'_>) -> Read {
    Some(text(&look.item.id))
}

pub(super) fn title(look: Look<'_>) -> Read {
    Some(text(&look.item.title))
}

pub(super) fn summary(look: Look<'_>) -> Read {
    look.item.summary.as_deref().map(text)
}

pub(super) fn kind(look: Look<'_>) -> Read {
    Some(text(&look.facts.config.kinds[look.item.kind].name))
}

pub(super) fn role(look: Look<'_>) -> Read {
    name_of(look.item.role, &ROLES)
}

pub(super) fn status(look: Look<'_>) -> Read {
    look.item
        .status
        .as_ref()
        .map(|status| text(status.is.name()))
}

pub(super) fn status_word(look: Look<'_>) -> Read {
    look.item.status.as_ref().map(|status| text(&status.name))
}

pub(super) fn open(look: Look<'_>) -> Read {
    Some(FieldValue::Bool(look.item.is_open()))
}

pub(super) fn owner(look: Look<'_>) -> Read {
    look.item.raci.owner.as_ref().map(|owner| text(owner))
}

pub(super) fn contributors(look: Look<'_>) -> Read {
    Some(texts(&look.item.raci.contributors))
}

pub(super) fn consulted(look: Look<'_>) -> Read {
    Some(texts(&look.item.raci.consulted))
}

pub(super) fn informed(look: Look<'_>) -> Read {
    Some(texts(&look.item.raci.informed))
}

pub(super) fn team(look: Look<'_>) -> Read {
    look.item.team.as_deref().map(text)
}

pub(super) fn plan(look: Look<'_>) -> Read {
    look.item.plan.as_ref().map(|plan| text(plan))
}

pub(super) fn tags(look: Look<'_>) -> Read {
    Some(texts(&look.item.tags))
}

pub(super) fn priority(look: Look<'_>) -> Read {
    let priority = look.item.priority.as_ref()?;
    Some(text(priority.value.name()))
}

pub(super) fn start(look: Look<'_>) -> Read {
    look.item.dates.start_day().map(FieldValue::Day)
}

pub(super) fn due(look: Look<'_>) -> Read {
    look.item.dates.due_day().map(FieldValue::Day)
}

pub(super) fn completed(look: Look<'_>) -> Read {
    let completed = look.item.dates.completed.as_ref()?;
    Some(FieldValue::Day(completed.last))
}

pub(super) fn reviewed(look: Look<'_>) -> Read {
    let reviewed = look.item.reviewed.as_ref()?;
    Some(FieldValue::Day(reviewed.value))
}

pub(super) fn due_when(look: Look<'_>) -> Read {
    look.item.dates.due_when.as_deref().map(|when| text(when))
}

pub(super) fn late(look: Look<'_>) -> Read {
    Some(FieldValue::Bool(look.item.is_late(look.facts.today)))
}

pub(super) fn slippage(look: Look<'_>) -> Read {
    let days = look.item.dates.slippage()?;
    Some(FieldValue::Whole(i64::from(days)))
}

pub(super) fn progress(look: Look<'_>) -> Read {
    let progress = look.facts.trace.shown_progress(look.item, look.at)?;
    Some(FieldValue::Whole(i64::from(progress.value())))
}

pub(super) fn weight(look: Look<'_>) -> Read {
    Some(FieldValue::Number(look.item.weight))
}

pub(super) fn health(look: Look<'_>) -> Read {
    let health = look.facts.trace.shown_health(look.item, look.at)?;
    Some(text(health.name()))
}

pub(super) fn computed_health(look: Look<'_>) -> Read {
    Some(text(look.facts.trace.health[look.at.0].health.name()))
}

/// Of several currencies that of the plan, else the first.
fn main_sum<'m>(look: Look<'_>, sums: &'m Moneys) -> Option<&'m Money> {
    let home = &look.facts.config.currency;
    let is_home = |money: &&Money| home.is_some() && money.currency == *home;
    sums.iter().find(is_home).or_else(|| sums.iter().next())
}

fn amount(look: Look<'_>, sums: &Moneys) -> Read {
    let amount = main_sum(look, sums)?.amount;
    f64::try_from(amount).ok().map(FieldValue::Number)
}

pub(super) fn budget(look: Look<'_>) -> Read {
    amount(look, &look.facts.trace.funds[look.at.0].budget)
}

pub(super) fn spent(look: Look<'_>) -> Read {
    amount(look, &look.facts.trace.funds[look.at.0].spent)
}

pub(super) fn currency(look: Look<'_>) -> Read {
    let funds = &look.facts.trace.funds[look.at.0];
    let sum = main_sum(look, &funds.budget).or_else(|| main_sum(look, &funds.spent))?;
    sum.currency.clone().map(FieldValue::Text)
}

fn risk(look: Look<'_>, read: impl Fn(&Risk) -> Option<u8>) -> Read {
    let number = read(look.item.risk.as_deref()?)?;
    Some(FieldValue::Whole(i64::from(number)))
}

pub(super) fn likelihood(look: Look<'_>) -> Read {
    risk(look, |risk| Some(risk.likelihood.as_ref()?.value))
}

pub(super) fn impact(look: Look<'_>) -> Read {
    risk(look, |risk| Some(risk.impact.as_ref()?.value))
}

pub(super) fn score(look: Look<'_>) -> Read {
    risk(look, Risk::score)
}

pub(super) fn response(look: Look<'_>) -> Read {
    let response = look.item.risk.as_deref()?.response.as_ref()?;
    Some(text(response.value.name()))
}

pub(super) fn trigger(look: Look<'_>) -> Read {
    name_of(*look.facts.trace.triggers.get(&look.at)?, &TRIGGERS)
}

fn measure(look: Look<'_>, read: impl Fn(&Measure) -> Option<f64>) -> Read {
    read(look.item.measure.as_ref()?).map(FieldValue::Number)
}

pub(super) fn unit(look: Look<'_>) -> Read {
    look.item.measure.as_ref()?.unit.as_deref().map(text)
}

pub(super) fn baseline(look: Look<'_>) -> Read {
    measure(look, |measure| Some(measure.baseline?.value))
}

pub(super) fn target(look: Look<'_>) -> Read {
    measure(look, |measure| Some(measure.target?.value))
}

pub(super) fn latest(look: Look<'_>) -> Read {
    let (value, _) = look.facts.trace.standings.get(&look.at)?.latest?;
    Some(FieldValue::Number(value))
}

pub(super) fn attainment(look: Look<'_>) -> Read {
    let share = look.facts.trace.standings.get(&look.at)?.attainment?;
    Some(FieldValue::Number((share * 1000.0).round() / 10.0))
}

pub(super) fn goals(look: Look<'_>) -> Read {
    let plan = look.facts.plan;
    let above = look.facts.trace.graph.above(look.at);
    let goals = above.into_iter().filter(|at| plan[*at].role == Role::Goal);
    Some(ids(look, goals))
}

pub(super) fn above(look: Look<'_>) -> Read {
    Some(ids(look, look.facts.trace.graph.above(look.at)))
}

fn count_parts(look: Look<'_>, counts: impl Fn(&Item) -> bool) -> Read {
    let parts = look.facts.trace.graph.down(look.at).iter();
    let parts = parts.map(|thread| &look.facts.plan[thread.item]);
    let number = parts.filter(|part| counts(part)).count();
    i64::try_from(number).ok().map(FieldValue::Whole)
}

pub(super) fn parts(look: Look<'_>) -> Read {
    count_parts(look, |part| !part.is_dropped())
}

pub(super) fn parts_open(look: Look<'_>) -> Read {
    count_parts(look, Item::is_open)
}

pub(super) fn path(look: Look<'_>) -> Read {
    Some(text(&look.item.body.path))
}

/// A field of the plan's own.
pub(super) fn own(look: Look<'_>, def: usize) -> Read {
    let found = look.item.own.iter().find(|field| field.def == def);
    let is_list = look.facts.config.fields[def].list;
    let values = found.map_or(&[][..], |field| &field.values);
    if is_list {
        let texts = values.iter().map(|value| one(value).show());
        return Some(FieldValue::Texts(texts.collect()));
    }
    values.first().map(|value| one(value))
}

fn one(value: &OwnValue) -> FieldValue {
    match value {
        OwnValue::Text(text) => FieldValue::Text(text.clone()),
        OwnValue::Number(number) => FieldValue::Number(*number),
        OwnValue::Money(money) => FieldValue::Number(f64::try_from(money.amount).unwrap_or(0.0)),
        OwnValue::Date(period) => FieldValue::Day(period.last),
        OwnValue::Bool(yes) => FieldValue::Bool(*yes),
    }
}
