//! Fields in words, for facts bound into running text.

use crate::plan::{Fact, OwnValue};
use crate::quantity::Moneys;

use super::pieces::Pen;
use super::words;

/// The words for an item's field; an em dash where it is not stated.
pub(super) fn text(pen: &Pen<'_, '_>, fact: &Fact) -> String {
    maybe_text(pen, fact).unwrap_or_else(|| "\u{2014}".to_owned())
}

/// The words for an item's field, if it is stated.
pub(super) fn maybe_text(pen: &Pen<'_, '_>, fact: &Fact) -> Option<String> {
    let at = fact.item;
    let item = pen.context.item(at);
    let trace = pen.context.subject.trace;
    let measure = item.measure.as_ref();
    let unit = measure.and_then(|measure| measure.unit.as_deref());
    match fact.field.as_str() {
        "id" => Some(item.id.clone()),
        "title" => Some(item.title.clone()),
        "summary" => item.summary.clone(),
        "owner" => item.raci.owner.as_ref().map(|owner| owner.value.clone()),
        "team" => item.team.clone(),
        "status" => item
            .status
            .as_ref()
            .map(|status| status.label.to_lowercase()),
        "start" => item.dates.start.as_deref().map(words::period),
        "due" => {
            let when = || item.dates.due_when.as_ref().map(|when| when.value.clone());
            item.dates.due.as_deref().map(words::period).or_else(when)
        }
        "completed" => item.dates.completed.as_deref().map(words::period),
        "progress" => trace.progress[at.0].map(|progress| format!("{}\u{a0}%", progress.value())),
        "health" => pen.health(at).map(|health| health.label.to_lowercase()),
        "priority" => item
            .priority
            .as_ref()
            .map(|it| words::priority(it.value).to_lowercase()),
        "budget" => moneys(&trace.funds[at.0].budget),
        "spent" => moneys(&trace.funds[at.0].spent),
        "reviewed" => item.reviewed.as_ref().map(|day| words::day(day.value)),
        "unit" => unit.map(str::to_owned),
        "baseline" => measure?
            .baseline
            .map(|point| words::amount(point.value, unit)),
        "target" => measure?
            .target
            .map(|point| words::amount(point.value, unit)),
        "latest" => {
            let (value, _) = trace.standings.get(&at)?.latest?;
            Some(words::amount(value, unit))
        }
        "score" => item.risk.as_ref()?.score().map(|score| score.to_string()),
        own => self::own(pen, fact, own),
    }
}

fn moneys(moneys: &Moneys) -> Option<String> {
    (!moneys.is_empty()).then(|| moneys.show())
}

fn own(pen: &Pen<'_, '_>, fact: &Fact, name: &str) -> Option<String> {
    let config = pen.context.subject.config;
    let mut fields = pen.context.item(fact.item).own.iter();
    let field = fields.find(|field| config.fields[field.def].name == name)?;
    let values: Vec<String> = field.values.iter().map(|value| own_value(value)).collect();
    Some(values.join(", "))
}

/// A value of a field of the plan's own, in words.
pub(super) fn own_value(value: &OwnValue) -> String {
    match value {
        OwnValue::Text(text) => text.clone(),
        OwnValue::Number(number) => crate::quantity::show_number(*number),
        OwnValue::Money(money) => money.show(),
        OwnValue::Date(period) => words::period(period),
        OwnValue::Bool(true) => "yes".to_owned(),
        OwnValue::Bool(false) => "no".to_owned(),
    }
}
