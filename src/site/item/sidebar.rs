//! The facts beside an item's text.

use serde::Serialize;

use crate::config::FieldType;
use crate::plan::{Item, ItemIx, OwnField, OwnValue};
use crate::quantity::Moneys;
use crate::value::Spanned;

use super::super::pieces::{Pen, Words};
use super::super::{address, facts, words};

/// A fact: its name, its values, a note.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FactView {
    /// What it is called.
    pub label: String,
    /// What it says.
    pub values: Vec<Words>,
    /// A note in small print.
    pub note: Option<String>,
}

pub(super) fn view(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<FactView> {
    let item = pen.context.item(at);
    let mut list = Facts::default();
    people(pen, item, &mut list);
    money(pen, at, &mut list);
    if let Some(priority) = &item.priority {
        list.text("Priority", words::priority(priority.value));
    }
    if let Some(risk) = &item.risk {
        let level = |level: &Option<Spanned<u8>>| {
            level.as_ref().map(|level| format!("{} of 5", level.value))
        };
        list.maybe("Likelihood", level(&risk.likelihood));
        list.maybe("Impact", level(&risk.impact));
        list.maybe("Score", risk.score().map(|score| format!("{score} of 25")));
        list.maybe(
            "Response",
            risk.response
                .as_ref()
                .map(|it| words::response(it.value).to_owned()),
        );
    }
    let level = item.measure.as_ref().and_then(|it| it.level.as_ref());
    list.maybe("Level", level.map(|it| words::level(it.value).to_owned()));
    list.maybe(
        "Shown by",
        item.evidence.as_ref().map(|text| text.value.clone()),
    );
    for field in &item.own {
        own(pen, field, &mut list);
    }
    if let Some(plan) = &item.plan {
        family(pen, plan, &mut list);
    }
    list.maybe(
        "Reviewed",
        item.reviewed.as_ref().map(|day| words::day(day.value)),
    );
    let weight = crate::quantity::show_number(item.weight);
    list.maybe("Weight", Some(weight).filter(|weight| weight != "1"));
    list.all("Tags", item.tags.iter().map(|tag| plain(tag)).collect());
    list.0
}

#[derive(Default)]
struct Facts(Vec<FactView>);

impl Facts {
    fn text(&mut self, label: &str, text: &str) {
        self.all(label, vec![plain(text)]);
    }

    fn maybe(&mut self, label: &str, text: Option<String>) {
        if let Some(text) = text {
            self.text(label, &text);
        }
    }

    fn all(&mut self, label: &str, values: Vec<Words>) {
        self.noted(label, values, None);
    }

    fn noted(&mut self, label: &str, values: Vec<Words>, note: Option<String>) {
        if !values.is_empty() {
            self.0.push(FactView {
                label: label.to_owned(),
                values,
                note,
            });
        }
    }
}

fn plain(text: &str) -> Words {
    Words {
        text: text.to_owned(),
        href: None,
    }
}

fn people(pen: &Pen<'_, '_>, item: &Item, list: &mut Facts) {
    let raci = &item.raci;
    let all = |names: &[Spanned<String>]| names.iter().map(|name| pen.person(name)).collect();
    if let Some(owner) = &raci.owner {
        let known = pen.context.subject.config.people.find(owner);
        let role = known.and_then(|person| person.role.clone());
        list.noted("Accountable", vec![pen.person(owner)], role);
    }
    list.all("Contributing", all(&raci.contributors));
    list.all("Consulted", all(&raci.consulted));
    list.all("Informed", all(&raci.informed));
    if let Some(team) = &item.team {
        list.all("Team", vec![pen.team(team)]);
    }
}

/// Budget and spending: what the item and all its parts have, and beside it
/// what the parts add up to where the item states its own.
fn money(pen: &Pen<'_, '_>, at: ItemIx, list: &mut Facts) {
    let item = pen.context.item(at);
    let funds = &pen.context.subject.trace.funds[at.0];
    let note = |stated: bool, parts: &Moneys| match (stated, parts.is_empty()) {
        (true, false) => Some(format!("its parts: {}", parts.show())),
        (false, false) => Some("the sum of its parts".to_owned()),
        (_, true) => None,
    };
    let mut add = |label, moneys: &Moneys, note| {
        if !moneys.is_empty() {
            list.noted(label, vec![plain(&moneys.show())], note);
        }
    };
    add(
        "Budget",
        &funds.budget,
        note(item.budget.is_some(), &funds.parts_budget),
    );
    add(
        "Spent",
        &funds.spent,
        note(item.spent.is_some(), &funds.parts_spent),
    );
}

fn own(pen: &Pen<'_, '_>, field: &OwnField, list: &mut Facts) {
    let def = &pen.context.subject.config.fields[field.def];
    let values = field
        .values
        .iter()
        .map(|value| match (&value.value, def.holds) {
            (OwnValue::Text(name), FieldType::Person) => pen.person(name),
            (OwnValue::Text(target), FieldType::Link) => link(pen, target),
            (value, _) => plain(&facts::own_value(value)),
        });
    list.all(&def.label, values.collect());
}

/// An item of that id, else a web address.
fn link(pen: &Pen<'_, '_>, target: &str) -> Words {
    if let Some(at) = pen.context.subject.plan.find(target) {
        let item = pen.item(at);
        return Words {
            text: format!("{} {}", item.id, item.title),
            href: Some(item.href),
        };
    }
    let leads = target.contains(':');
    Words {
        text: target.to_owned(),
        href: leads.then(|| target.to_owned()),
    }
}

fn family(pen: &Pen<'_, '_>, name: &str, list: &mut Facts) {
    let plans = &pen.context.subject.config.plans;
    if let Some(plan) = plans.iter().find(|plan| plan.name == name) {
        let words = Words {
            text: plan.title.clone(),
            href: Some(pen.href(&address::family(name))),
        };
        list.all("Part of", vec![words]);
    }
}
