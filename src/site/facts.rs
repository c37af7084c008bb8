//! Fields in words, for facts bound into running text.

use crate::locale::Locale;
use crate::plan::{Fact, OwnValue};
use crate::quantity::{Moneys, Period};

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
    let locale = pen.locale();
    let period = |it: &Period| locale.period(it);
    let built_in = |label: &str| words::in_sentence(locale, label, false);
    match fact.field.as_str() {
        "id" => Some(item.id.clone()),
        "title" => Some(item.title.clone()),
        "summary" => item.summary.clone(),
        "owner" => item.raci.owner.as_ref().map(|owner| owner.value.clone()),
        "team" => item.team.clone(),
        "status" => item.status.as_ref().map(|status| {
            let label = words::status(locale, status).label;
            words::in_sentence(locale, &label, status.renamed)
        }),
        "start" => item.dates.start.as_deref().map(period),
        "due" => {
            let when = || {
                item.dates
                    .due_when
                    .as_deref()
                    .map(|when| when.value.clone())
            };
            item.dates.due.as_deref().map(period).or_else(when)
        }
        "completed" => item.dates.completed.as_deref().map(period),
        "progress" => trace.progress[at.0].map(|progress| locale.percent(progress.value())),
        "health" => pen.health(at).map(|health| built_in(&health.label)),
        "priority" => item
            .priority
            .as_ref()
            .map(|it| built_in(&words::priority(locale, it.value))),
        "budget" => moneys(locale, &trace.funds[at.0].budget),
        "spent" => moneys(locale, &trace.funds[at.0].spent),
        "reviewed" => item.reviewed.as_ref().map(|day| locale.day(day.value)),
        "unit" => unit.map(str::to_owned),
        "baseline" => measure?
            .baseline
            .map(|point| locale.amount(point.value, unit)),
        "target" => measure?
            .target
            .map(|point| locale.amount(point.value, unit)),
        "latest" => {
            let (value, _) = trace.standings.get(&at)?.latest?;
            Some(locale.amount(value, unit))
        }
        "score" => item
            .risk
            .as_ref()?
            .score()
            .map(|score| locale.number(score.into())),
        own => self::own(pen, fact, own),
    }
}

fn moneys(locale: &Locale, moneys: &Moneys) -> Option<String> {
    (!moneys.is_empty()).then(|| locale.moneys(moneys))
}

fn own(pen: &Pen<'_, '_>, fact: &Fact, name: &str) -> Option<String> {
    let config = pen.context.subject.config;
    let mut fields = pen.context.item(fact.item).own.iter();
    let field = fields.find(|field| config.fields[field.def].name == name)?;
    let locale = pen.locale();
    let values = field.values.iter().map(|value| own_value(locale, value));
    Some(words::join(locale, &values.collect::<Vec<_>>()))
}

/// A value of a field of the plan's own, in words.
pub(super) fn own_value(locale: &Locale, value: &OwnValue) -> String {
    match value {
        OwnValue::Text(text) => text.clone(),
        OwnValue::Number(number) => locale.number(*number),
        OwnValue::Money(money) => locale.money(money),
        OwnValue::Date(period) => locale.period(period),
        OwnValue::Bool(yes) => words::yes_or_no(locale, *yes),
    }
}
