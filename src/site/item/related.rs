//! What an item has to do with others.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::{Kind, Role};
use crate::plan::{Condition, ItemIx, Relation, Risk};
use crate::trace::Thread;
use crate::value::Spanned;

use super::super::pieces::{Badge, Pen, Row};
use super::super::words;
use super::section;

/// Rows of items with a title above.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Section {
    /// The anchor.
    pub id: String,
    /// The title.
    pub title: String,
    /// The items.
    pub rows: Vec<Row>,
    /// How many there is no room for.
    pub hidden: usize,
}

/// A risk with its plan Bs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RiskView {
    /// The risk.
    pub row: Row,
    /// What is ready for it.
    pub answers: Vec<PlanB>,
}

/// A plan B and when it is needed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PlanB {
    /// The plan B.
    pub row: Row,
    /// When it is needed.
    pub condition: Option<String>,
    /// Whether it is.
    pub state: Option<Badge>,
}

/// How many parts a page shows, those of its parts counted in: a page's weight
/// does not grow with the plan.
const SHOWN: usize = 24;

/// What supports an item, by kind; with what supports that, where the item is
/// above the actions and there is room.
pub(super) fn parts(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<Section> {
    let context = pen.context;
    let threads = context.subject.trace.graph.down(at);
    let mut room = if context.item(at).role < Role::Action {
        SHOWN.saturating_sub(threads.len())
    } else {
        0
    };
    let mut by_kind: BTreeMap<Kind, Vec<&Thread>> = BTreeMap::new();
    for thread in threads {
        by_kind
            .entry(context.item(thread.item).kind)
            .or_default()
            .push(thread);
    }
    let sections = by_kind.into_iter().map(|(kind, threads)| {
        let def = &context.subject.config.kinds[kind];
        let parts = words::count(pen.locale(), threads.len(), context.kind(kind));
        let parts = [("parts", parts.into())];
        let title = pen.locale().say_with("related-carried-by", parts);
        Section {
            id: def.folder.clone(),
            title,
            hidden: threads.len().saturating_sub(SHOWN),
            rows: threads
                .into_iter()
                .take(SHOWN)
                .map(|thread| part(pen, thread, &mut room))
                .collect(),
        }
    });
    sections.collect()
}

/// A part, and its own parts as far as there is room.
fn part(pen: &Pen<'_, '_>, thread: &Thread, room: &mut usize) -> Row {
    let subject = pen.context.subject;
    let mut row = pen.row(thread.item);
    row.more
        .clone_from(&subject.plan.references[thread.reference].note);
    let below = subject.trace.graph.down(thread.item);
    let shown = below.len().min(*room);
    *room -= shown;
    row.parts = pen.rows(below[..shown].iter().map(|thread| thread.item));
    row.hidden = below.len() - shown;
    row
}

/// How many risks a page shows.
const RISKS: usize = 12;

/// The gravest risks that threaten an item, with their plan Bs, and how many
/// there are more.
pub(super) fn risks(pen: &Pen<'_, '_>, at: ItemIx) -> (Vec<RiskView>, usize) {
    let graph = &pen.context.subject.trace.graph;
    let mut risks: Vec<ItemIx> = graph.from(at, Relation::Threatens).collect();
    let more = risks.len().saturating_sub(RISKS);
    if more > 0 {
        risks.sort_by_key(|risk| {
            let risk = pen.context.item(*risk);
            let score = risk.risk.as_deref().and_then(Risk::score);
            (!risk.is_open(), Reverse(score))
        });
        risks.truncate(RISKS);
    }
    let views = risks.into_iter().map(|risk| RiskView {
        row: risk_row(pen, risk),
        answers: answers(pen, risk),
    });
    (views.collect(), more)
}

fn risk_row(pen: &Pen<'_, '_>, at: ItemIx) -> Row {
    let mut row = pen.row(at);
    let risk = pen.context.item(at).risk.as_deref();
    let locale = pen.locale();
    row.more = risk.and_then(|risk| {
        let level = |id: &str, level: &Option<Spanned<u8>>| {
            let level = level.as_ref()?.value.into();
            Some(locale.say_with(id, [("level", level)]))
        };
        let likelihood = level("related-likelihood", &risk.likelihood);
        let impact = level("related-impact", &risk.impact);
        let response = risk.response.as_ref().map(|it| {
            let response = words::response(locale, it.value).into();
            locale.say_with("related-response", [("response", response)])
        });
        let parts: Vec<String> = [likelihood, impact, response]
            .into_iter()
            .flatten()
            .collect();
        (!parts.is_empty()).then(|| words::join(locale, &parts))
    });
    row
}

/// The plan Bs that answer an item.
pub(super) fn answers(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<PlanB> {
    let graph = &pen.context.subject.trace.graph;
    graph
        .from(at, Relation::Answers)
        .take(RISKS)
        .map(|plan_b| self::plan_b(pen, plan_b))
        .collect()
}

/// A plan B and when it is needed.
pub(in crate::site) fn plan_b(pen: &Pen<'_, '_>, at: ItemIx) -> PlanB {
    let trigger = pen.context.item(at).trigger.as_ref();
    let state = pen.context.subject.trace.triggers.get(&at);
    PlanB {
        row: pen.row(at),
        condition: trigger.map(|trigger| condition(pen, &trigger.condition)),
        state: state.map(|state| words::trigger(pen.locale(), *state)),
    }
}

/// A trigger's condition as a sentence.
pub(in crate::site) fn condition(pen: &Pen<'_, '_>, condition: &Condition) -> String {
    let locale = pen.locale();
    match condition {
        Condition::Text(text) => text.clone(),
        Condition::Measure {
            measure,
            item,
            below,
            above,
            by,
        } => {
            let measured = item.and_then(|at| pen.context.item(at).measure.as_ref());
            let unit = measured.and_then(|measured| measured.unit.as_deref());
            let (limit, id, id_by) = match (below, above) {
                (Some(limit), _) => (limit, "related-below", "related-below-by"),
                (None, Some(limit)) => (limit, "related-above", "related-above-by"),
                (None, None) => return measure.value.clone(),
            };
            let measure = ("measure", measure.value.as_str().into());
            let limit = ("limit", locale.amount(*limit, unit).into());
            match by {
                Some(by) => {
                    let day = ("day", locale.day(*by).into());
                    locale.say_with(id_by, [measure, limit, day])
                }
                None => locale.say_with(id, [measure, limit]),
            }
        }
        Condition::Late {
            written,
            later_than,
            ..
        } => {
            let item = ("item", written.value.as_str().into());
            let lag = ("lag", words::lag(locale, *later_than).into());
            locale.say_with("related-late", [item, lag])
        }
    }
}

/// All relations that have no place of their own on the page, both ways.
pub(super) fn others(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<Section> {
    let graph = &pen.context.subject.trace.graph;
    let to = |relation, anchor: &str, id: &str| {
        section(anchor, pen.say(id), pen.rows(graph.to(at, relation)))
    };
    let from = |relation, anchor: &str, id: &str| {
        section(anchor, pen.say(id), pen.rows(graph.from(at, relation)))
    };
    let waits = section(
        "waits-for",
        pen.say("related-waits-for"),
        waits_for(pen, at),
    );
    let watches = pen
        .context
        .item(at)
        .trigger
        .as_ref()
        .and_then(|trigger| trigger.watches()?.1);
    let sections = [
        to(Relation::Measures, "measures-what", "related-measures"),
        to(Relation::Threatens, "threatens", "related-threatens"),
        to(Relation::Answers, "answers", "related-answers"),
        section("watches", pen.say("related-watches"), pen.rows(watches)),
        to(Relation::Mitigates, "mitigates", "related-mitigates"),
        from(Relation::Mitigates, "mitigated-by", "related-mitigated-by"),
        waits,
        from(Relation::DependsOn, "holds-up", "related-holds-up"),
        to(Relation::Continues, "continues", "related-continues"),
        from(Relation::Continues, "continued-by", "related-continued-by"),
        to(Relation::RelatesTo, "see-also", "related-see-also"),
        from(Relation::RelatesTo, "seen-from", "related-seen-from"),
    ];
    let sections = sections.into_iter().flatten();
    sections.map(bounded).collect()
}

/// The first rows of a section, and how many there are more.
fn bounded(mut section: Section) -> Section {
    section.hidden += section.rows.len().saturating_sub(SHOWN);
    section.rows.truncate(SHOWN);
    section
}

/// What must end before an item begins, with the time between.
fn waits_for(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<Row> {
    let (plan, locale) = (pen.context.subject.plan, pen.locale());
    let graph = &pen.context.subject.trace.graph;
    let row = |to: ItemIx| {
        let mut row = pen.row(to);
        let reference = plan
            .references_of(at)
            .iter()
            .find(|it| it.relation == Relation::DependsOn && it.to == Some(to));
        let lag = reference
            .and_then(|it| it.lag.as_deref())
            .map(|lag| words::lag(locale, *lag));
        let note = reference.and_then(|it| it.note.clone());
        row.more = match (lag, note) {
            (Some(lag), Some(note)) => {
                let arguments = [("lag", lag.into()), ("note", note.into())];
                Some(locale.say_with("related-lag-noted", arguments))
            }
            (Some(lag), None) => Some(locale.say_with("related-lag", [("lag", lag.into())])),
            (None, note) => note,
        };
        row
    };
    graph.to(at, Relation::DependsOn).map(row).collect()
}
