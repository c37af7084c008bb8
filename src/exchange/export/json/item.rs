//! Items as data.

use std::collections::BTreeMap;

use crate::check::Subject;
use crate::exchange::model::{self, Dated, Money, Own, Point};
use crate::plan::{
    Condition, Direction, Health, Item, ItemIx, Level, Measure, Noted, Of, OwnValue, Priority,
    Response, Risk,
};
use crate::quantity::{self, Date, Moneys, Period};
use crate::value::Spanned;

use super::{kept, markdown, stakeholder};

/// How many ways to the top of the plan are told.
const WAYS: usize = 20;

pub(super) fn item(subject: Subject<'_>, at: ItemIx, item: &Item) -> model::Item {
    let (dates, raci) = (&item.dates, &item.raci);
    // To readers of a part it is not told which parts there are.
    let is_whole = subject.imprint.edition.is_none();
    let summary = item.summary.clone().filter(|_| item.states("summary"));
    model::Item {
        id: item.id.clone(),
        kind: subject.config.kinds[item.kind].name.clone(),
        role: item.role.name().to_owned(),
        title: item.title.clone(),
        summary,
        path: item.body.path.clone(),
        page: format!("{}.html", item.address),
        tags: texts(&item.tags),
        plan: text(item.plan.as_ref()),
        owner: text(raci.owner.as_ref()),
        contributors: texts(&raci.contributors),
        consulted: texts(&raci.consulted),
        informed: texts(&raci.informed),
        team: item.team.clone(),
        status: item.status.as_ref().map(|it| it.name.clone()),
        start: dates.start.as_deref().map(dated),
        due: dates.due.as_deref().map(dated),
        completed: dates.completed.as_deref().map(dated),
        due_was: dates.due_was.iter().map(|it| dated(it)).collect(),
        due_when: text(dates.due_when.as_deref()),
        repeats: dates.repeats.as_ref().map(|it| it.canonical()),
        progress: item.progress.as_ref().map(|it| it.value.value()),
        weight: item.weight,
        health: item.health.as_ref().map(|it| it.name().to_owned()),
        health_note: text(item.health_note.as_ref()),
        as_of: day(item.as_of.as_ref()),
        priority: item
            .priority
            .as_deref()
            .map(|it: &Priority| it.name().to_owned()),
        budget: item.budget.as_deref().map(money),
        spent: item.spent.as_deref().map(money),
        reviewed: day(item.reviewed.as_ref()),
        audience: if is_whole {
            texts(&item.audience)
        } else {
            Vec::new()
        },
        aliases: texts(&item.aliases),
        allow: if is_whole { allow(item) } else { Vec::new() },
        evidence: text(item.evidence.as_deref()),
        stakeholders: item.stakeholders.iter().map(stakeholder).collect(),
        kept: kept(&item.kept),
        relations: relations(subject, at),
        measure: item.measure.as_deref().map(measure),
        risk: item.risk.as_deref().map(risk),
        trigger: item.trigger.as_ref().map(|it| trigger(&it.condition)),
        fields: own(subject, item),
        text: markdown(subject, &item.body, &item.title).into_owned(),
        worked_out: worked_out(subject, at, item),
    }
}

fn text(it: Option<&Spanned<String>>) -> Option<String> {
    it.map(|it| it.value.clone())
}

fn texts(all: &[Spanned<String>]) -> Vec<String> {
    all.iter().map(|it| it.value.clone()).collect()
}

fn day(it: Option<&Spanned<Date>>) -> Option<String> {
    it.map(|it| it.value.to_string())
}

fn allow(item: &Item) -> Vec<model::Allow> {
    let all = item.allow.iter().map(|it| model::Allow {
        rule: it.rule.value.clone(),
        reason: it.reason.clone(),
    });
    all.collect()
}

fn dated(period: &Period) -> Dated {
    Dated {
        period: period.to_string(),
        first: period.first.to_string(),
        last: period.last.to_string(),
    }
}

fn money(money: &quantity::Money) -> Money {
    Money {
        amount: f64::try_from(money.amount).unwrap_or_default(),
        currency: money.currency.clone(),
    }
}

fn moneys(all: &Moneys) -> Vec<Money> {
    all.iter().map(money).collect()
}

fn relations(subject: Subject<'_>, at: ItemIx) -> BTreeMap<String, Vec<model::Reference>> {
    let mut relations: BTreeMap<String, Vec<model::Reference>> = BTreeMap::new();
    let all = &subject.plan.references;
    let start = all.partition_point(|it| it.from < at);
    for reference in all[start..].iter().take_while(|it| it.from == at) {
        let id = match reference.to {
            Some(to) => subject.plan[to].id.clone(),
            None => reference.written.value.clone(),
        };
        let field = reference.relation.field().to_owned();
        relations.entry(field).or_default().push(model::Reference {
            id,
            weight: reference.weight,
            note: reference.note.clone(),
            lag: reference.lag.as_deref().map(|lag| lag.canonical()),
        });
    }
    relations
}

fn measure(measure: &Measure) -> model::Measure {
    let direction = match measure.direction {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Hold => "hold",
    };
    let noted = |of: Of| measure.noted.iter().filter(move |it| it.of == of);
    let point = |it: &crate::plan::Point| Point {
        value: Some(it.value),
        from: it.from.map(|day| day.to_string()),
        on: it.on.map(|day| day.to_string()),
        note: noted(Of::Target)
            .find(|note| note.place == it.place)
            .map(|note| note.note.clone()),
    };
    let words = |of: Of| noted(of).filter(|it| it.value.is_none()).map(in_words);
    let readings = measure.readings.iter().map(|it| Point {
        value: Some(it.value),
        from: it.from.map(|day| day.to_string()),
        on: Some(it.on.to_string()),
        note: it.note.clone(),
    });
    model::Measure {
        unit: measure.unit.clone(),
        direction: direction.to_owned(),
        direction_is_stated: measure.stated_direction.is_some(),
        baseline: measure.baseline.as_ref().map(point),
        target: measure.target.as_ref().map(point),
        targets: measure
            .steps
            .iter()
            .map(point)
            .chain(words(Of::Target))
            .collect(),
        readings: readings.chain(words(Of::Result)).collect(),
        source: measure.source.clone(),
        level: measure
            .level
            .as_deref()
            .map(|it: &Level| it.name().to_owned()),
    }
}

fn in_words(noted: &Noted) -> Point {
    Point {
        value: None,
        from: noted.from.map(|day| day.to_string()),
        on: noted.on.map(|day| day.to_string()),
        note: Some(noted.note.clone()),
    }
}

fn risk(risk: &Risk) -> model::Risk {
    model::Risk {
        likelihood: risk.likelihood.as_ref().map(|it| it.value),
        impact: risk.impact.as_ref().map(|it| it.value),
        score: risk.score(),
        response: risk
            .response
            .as_deref()
            .map(|it: &Response| it.name().to_owned()),
    }
}

fn trigger(condition: &Condition) -> model::Trigger {
    match condition {
        Condition::Text(text) => model::Trigger {
            text: Some(text.clone()),
            ..model::Trigger::default()
        },
        Condition::Measure {
            measure,
            below,
            above,
            by,
            ..
        } => model::Trigger {
            measure: Some(measure.value.clone()),
            below: *below,
            above: *above,
            by: by.map(|by| by.to_string()),
            ..model::Trigger::default()
        },
        Condition::Late {
            written,
            later_than,
            ..
        } => model::Trigger {
            item: Some(written.value.clone()),
            later_than: Some(later_than.canonical()),
            ..model::Trigger::default()
        },
    }
}

fn own(subject: Subject<'_>, item: &Item) -> BTreeMap<String, Vec<Own>> {
    let value = |it: &Spanned<OwnValue>| match &it.value {
        OwnValue::Text(text) => Own::Text(text.clone()),
        OwnValue::Number(number) => Own::Number(*number),
        OwnValue::Money(it) => Own::Money(money(it)),
        OwnValue::Date(period) => Own::Dated(dated(period)),
        OwnValue::Bool(yes) => Own::Bool(*yes),
    };
    let fields = item.own.iter().map(|field| {
        let name = subject.config.fields[field.def].name.clone();
        (name, field.values.iter().map(value).collect())
    });
    fields.collect()
}

fn worked_out(subject: Subject<'_>, at: ItemIx, item: &Item) -> model::WorkedOut {
    let (plan, trace) = (subject.plan, subject.trace);
    let ids = |line: Vec<ItemIx>| line.into_iter().map(|at| plan[at].id.clone()).collect();
    let lines = trace.graph.lines_of_sight(at, WAYS).into_iter().map(ids);
    let computed = trace.health[at.0].health;
    let standing = trace.standings.get(&at).map(|it| model::Standing {
        latest: it.latest.map(|(value, _)| value),
        latest_on: it.latest.map(|(_, on)| on.to_string()),
        attainment: it.attainment,
        expected: it.expected,
        forecast: it.forecast,
    });
    let health = trace.shown_health(item, at);
    model::WorkedOut {
        progress: trace.shown_progress(item, at).map(quantity::Percent::value),
        health: health.map(|it| it.name().to_owned()),
        computed_health: (computed != Health::Unknown).then(|| computed.name().to_owned()),
        late: item.is_late(subject.today),
        slippage_days: item.dates.slippage(),
        budget: moneys(&trace.funds[at.0].budget),
        spent: moneys(&trace.funds[at.0].spent),
        reaches_top: trace.reaches_top[at.0],
        carried: trace.carried[at.0],
        lines_of_sight: lines.collect(),
        standing,
        trigger: trace.triggers.get(&at).map(|it| it.name().to_owned()),
    }
}
