//! The facts beside an item's text.

use serde::Serialize;

use crate::config::FieldType;
use crate::locale::Locale;
use crate::plan::{Item, ItemIx, OwnField, OwnValue, Risk};
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
    let locale = pen.locale();
    let mut list = Facts {
        locale,
        facts: Vec::new(),
    };
    people(pen, item, &mut list);
    money(pen, at, &mut list);
    let priority = item.priority.as_ref();
    list.maybe(
        "facts-priority",
        priority.map(|it| words::priority(locale, it.value)),
    );
    if let Some(risk) = &item.risk {
        self::risk(pen, risk, &mut list);
    }
    let level = item.measure.as_ref().and_then(|it| it.level.as_ref());
    list.maybe(
        "facts-level",
        level.map(|it| words::level(locale, it.value)),
    );
    let evidence = item.evidence.as_deref();
    list.maybe("facts-evidence", evidence.map(|text| text.value.clone()));
    for field in &item.own {
        own(pen, field, &mut list);
    }
    if let Some(plan) = &item.plan {
        family(pen, plan, &mut list);
    }
    let reviewed = item.reviewed.as_ref();
    list.maybe("facts-reviewed", reviewed.map(|day| locale.day(day.value)));
    let weighs = (item.weight - 1.0).abs() > f64::EPSILON;
    list.maybe("facts-weight", weighs.then(|| locale.number(item.weight)));
    list.all(
        "facts-tags",
        item.tags.iter().map(|tag| plain(tag)).collect(),
    );
    list.facts
}

/// The facts so far; what they are called is a message's id.
struct Facts<'a> {
    locale: &'a Locale,
    facts: Vec<FactView>,
}

impl Facts<'_> {
    fn maybe(&mut self, id: &str, text: Option<String>) {
        if let Some(text) = text {
            self.all(id, vec![plain(&text)]);
        }
    }

    fn all(&mut self, id: &str, values: Vec<Words>) {
        self.noted(id, values, None);
    }

    fn noted(&mut self, id: &str, values: Vec<Words>, note: Option<String>) {
        self.labelled(self.locale.say(id), values, note);
    }

    fn labelled(&mut self, label: String, values: Vec<Words>, note: Option<String>) {
        if !values.is_empty() {
            self.facts.push(FactView {
                label,
                values,
                note,
            });
        }
    }
}

fn risk(pen: &Pen<'_, '_>, risk: &Risk, list: &mut Facts<'_>) {
    let locale = pen.locale();
    let level = |level: &Option<Spanned<u8>>| {
        let level = level.as_ref()?.value;
        Some(words::of_all(locale, level.into(), 5))
    };
    list.maybe("facts-likelihood", level(&risk.likelihood));
    list.maybe("facts-impact", level(&risk.impact));
    let score = risk.score();
    list.maybe(
        "facts-score",
        score.map(|score| words::of_all(locale, score.into(), 25)),
    );
    let response = risk.response.as_ref();
    list.maybe(
        "facts-response",
        response.map(|it| words::response(locale, it.value)),
    );
}

fn plain(text: &str) -> Words {
    Words {
        text: text.to_owned(),
        href: None,
    }
}

fn people(pen: &Pen<'_, '_>, item: &Item, list: &mut Facts<'_>) {
    let raci = &item.raci;
    let all = |names: &[Spanned<String>]| names.iter().map(|name| pen.person(name)).collect();
    if let Some(owner) = &raci.owner {
        let known = pen.context.subject.config.people.find(owner);
        let role = known.and_then(|person| person.role.clone());
        list.noted("facts-accountable", vec![pen.person(owner)], role);
    }
    list.all("facts-contributing", all(&raci.contributors));
    list.all("facts-consulted", all(&raci.consulted));
    list.all("facts-informed", all(&raci.informed));
    if let Some(team) = &item.team {
        list.all("facts-team", vec![pen.team(team)]);
    }
}

/// Budget and spending: what the item and all its parts have, and beside it
/// what the parts add up to where the item states its own.
fn money(pen: &Pen<'_, '_>, at: ItemIx, list: &mut Facts<'_>) {
    let (item, locale) = (pen.context.item(at), pen.locale());
    let funds = &pen.context.subject.trace.funds[at.0];
    let note = |stated: bool, parts: &Moneys| match (stated, parts.is_empty()) {
        (true, false) => {
            let money = ("money", locale.moneys(parts).into());
            Some(locale.say_with("facts-parts", [money]))
        }
        (false, false) => Some(pen.say("facts-sum-of-parts")),
        (_, true) => None,
    };
    let mut add = |id, moneys: &Moneys, note| {
        if !moneys.is_empty() {
            list.noted(id, vec![plain(&locale.moneys(moneys))], note);
        }
    };
    add(
        "facts-budget",
        &funds.budget,
        note(item.budget.is_some(), &funds.parts_budget),
    );
    add(
        "facts-spent",
        &funds.spent,
        note(item.spent.is_some(), &funds.parts_spent),
    );
}

fn own(pen: &Pen<'_, '_>, field: &OwnField, list: &mut Facts<'_>) {
    let def = &pen.context.subject.config.fields[field.def];
    let values = field
        .values
        .iter()
        .map(|value| match (&value.value, def.holds) {
            (OwnValue::Text(name), FieldType::Person) => pen.person(name),
            (OwnValue::Text(target), FieldType::Link) => link(pen, target),
            (value, _) => plain(&facts::own_value(pen.locale(), value)),
        });
    list.labelled(def.label.clone(), values.collect(), None);
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

fn family(pen: &Pen<'_, '_>, name: &str, list: &mut Facts<'_>) {
    let plans = &pen.context.subject.config.plans;
    if let Some(plan) = plans.iter().find(|plan| plan.name == name) {
        let words = Words {
            text: plan.title.clone(),
            href: Some(pen.href(&address::family(name))),
        };
        list.all("facts-part-of", vec![words]);
    }
}
