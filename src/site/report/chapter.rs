//! A chapter of the report: a goal and all that is below it.

use serde::Serialize;

use crate::plan::{Item, ItemIx, Place, Relation, slug};

use super::super::body;
use super::super::item::{MeasureView, measure_view, trigger_condition};
use super::super::pieces::{Badge, ItemLink, Pen, Row};
use super::super::words;
use super::order::{Chapter, Line, Part, Threat};
use super::text;

/// A chapter of the report: a goal and all that is below it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ChapterView {
    /// Its anchor.
    pub anchor: String,
    /// Its title, where it is no goal's.
    pub title: Option<String>,
    /// The goal first, then what is below it.
    pub parts: Vec<PartView>,
    /// How many parts there is no room for.
    pub more_parts: usize,
    /// The risks to what is in the chapter.
    pub risks: Vec<ThreatView>,
    /// Plan Bs for something else than a risk.
    pub plan_bs: Vec<AnswerView>,
    /// What has to be done for the plan Bs.
    pub prepared: Vec<LineView>,
}

/// An item with a text of its own in the report.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PartView {
    /// The item; none for actions and measures that hang on nothing.
    pub row: Option<Row>,
    /// Its anchor.
    pub anchor: String,
    /// The level of its heading: 2 for a goal.
    pub level: usize,
    /// One sentence, if the author wrote one.
    pub lead: Option<String>,
    /// The text as HTML.
    pub body: String,
    /// When it begins.
    pub start: Option<String>,
    /// What is set aside for it.
    pub budget: Option<String>,
    /// What is used of that.
    pub spent: Option<String>,
    /// Its measures.
    pub measures: Vec<MeasureView>,
    /// The actions and milestones right below it.
    pub lines: Vec<LineView>,
    /// How many actions there is no room for.
    pub more_lines: usize,
    /// What else is below it and stands elsewhere in the report.
    pub again: Vec<Again>,
}

/// An item that stands elsewhere in the report.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Again {
    /// The item.
    pub item: ItemLink,
}

/// An action in a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LineView {
    /// The action.
    pub row: Row,
    /// Its anchor.
    pub anchor: String,
    /// How deep it lies below the first of the table: 0, 1, …
    pub depth: usize,
    /// One sentence.
    pub lead: Option<String>,
    /// When it begins.
    pub start: Option<String>,
    /// What is set aside for it.
    pub budget: Option<String>,
}

/// A risk with its plan Bs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ThreatView {
    /// The risk.
    pub row: Row,
    /// Its anchor.
    pub anchor: String,
    /// One sentence.
    pub lead: Option<String>,
    /// How likely it is, 1 to 5.
    pub likelihood: Option<u8>,
    /// How bad it would be, 1 to 5.
    pub impact: Option<u8>,
    /// Both multiplied.
    pub score: Option<u8>,
    /// What is done about it.
    pub response: Option<String>,
    /// What is ready for it.
    pub answers: Vec<AnswerView>,
}

/// A plan B.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AnswerView {
    /// The plan B.
    pub row: Row,
    /// Its anchor; none where it has stood before.
    pub anchor: Option<String>,
    /// One sentence.
    pub lead: Option<String>,
    /// When it is needed.
    pub condition: Option<String>,
    /// Where its trigger stands.
    pub state: Option<Badge>,
}

/// The anchor of what is below no goal.
pub(super) const OTHERS: &str = "others";
/// How many parts a chapter shows, and how many actions a part.
pub(super) const PARTS: usize = 240;
pub(super) const LINES: usize = 120;
/// How many letters of a text stand for the whole in a table.
const SENTENCE: usize = 220;

/// The anchor of an item in the report.
pub(super) fn anchor(id: &str) -> String {
    format!("item-{}", slug(id))
}

pub(super) fn view(pen: &Pen<'_, '_>, chapter: &Chapter, ids: &text::Ids) -> ChapterView {
    let context = pen.context;
    let parts = chapter.parts.iter().take(PARTS);
    ChapterView {
        anchor: match chapter.top {
            Some(top) => format!("chapter-{}", slug(&context.item(top).id)),
            None => OTHERS.to_owned(),
        },
        title: chapter
            .top
            .is_none()
            .then(|| context.locale.say("report-others")),
        parts: parts.map(|it| part(pen, it, ids)).collect(),
        more_parts: chapter.parts.len().saturating_sub(PARTS),
        risks: chapter.risks.iter().map(|it| threat(pen, it)).collect(),
        plan_bs: chapter
            .plan_bs
            .iter()
            .map(|it| answer(pen, *it, true))
            .collect(),
        prepared: lines(pen, &chapter.prepared),
    }
}

fn part(pen: &Pen<'_, '_>, part: &Part, ids: &text::Ids) -> PartView {
    let context = pen.context;
    let level = (part.depth + 2).min(5);
    let funds = |of: fn(&crate::trace::Funds) -> &crate::quantity::Moneys| {
        let moneys = of(&context.subject.trace.funds[part.item?.0]);
        (!moneys.is_empty()).then(|| context.locale.moneys(moneys))
    };
    let item = part.item.map(|at| context.item(at));
    let anchor = item.map(|item| anchor(&item.id)).unwrap_or_default();
    let html = part.item.map(|at| body_of(pen, at, level, ids));
    PartView {
        row: part.item.map(|at| pen.row(at)),
        level,
        lead: item.and_then(|item| {
            let excerpt = &item.body.document.excerpt;
            item.summary.clone().filter(|summary| summary != excerpt)
        }),
        body: html.unwrap_or_default(),
        start: item.and_then(|item| start(pen, item)),
        budget: funds(|funds| &funds.budget),
        spent: funds(|funds| &funds.spent),
        measures: part
            .measures
            .iter()
            .map(|at| measure_view(pen, *at))
            .collect(),
        more_lines: part.lines.len().saturating_sub(LINES),
        lines: lines(pen, &part.lines[..part.lines.len().min(LINES)]),
        again: part
            .again
            .iter()
            .map(|at| Again {
                item: pen.item(*at),
            })
            .collect(),
        anchor,
    }
}

fn body_of(pen: &Pen<'_, '_>, at: ItemIx, level: usize, ids: &text::Ids) -> String {
    let id = &pen.context.item(at).id;
    let place = text::Place::new(&anchor(id), id, level + 1);
    text::part(&body::render(pen, Place::Item(at)), &place, ids)
}

fn start(pen: &Pen<'_, '_>, item: &Item) -> Option<String> {
    let start = item.dates.start.as_deref();
    start.map(|start| pen.context.locale.period(start))
}

fn lines(pen: &Pen<'_, '_>, lines: &[Line]) -> Vec<LineView> {
    let context = pen.context;
    let line = |line: &Line| {
        let item = context.item(line.item);
        let budget = &context.subject.trace.funds[line.item.0].budget;
        LineView {
            row: pen.row(line.item),
            anchor: anchor(&item.id),
            depth: line.depth,
            lead: sentence(item),
            start: start(pen, item),
            budget: (!budget.is_empty()).then(|| context.locale.moneys(budget)),
        }
    };
    lines.iter().map(line).collect()
}

fn threat(pen: &Pen<'_, '_>, threat: &Threat) -> ThreatView {
    let at = threat.risk;
    let item = pen.context.item(at);
    let risk = item.risk.as_deref();
    let graph = &pen.context.subject.trace.graph;
    let answers = graph.from(at, Relation::Answers);
    ThreatView {
        row: pen.row(at),
        anchor: anchor(&item.id),
        lead: sentence(item),
        likelihood: risk
            .and_then(|it| it.likelihood.as_ref())
            .map(|it| it.value),
        impact: risk.and_then(|it| it.impact.as_ref()).map(|it| it.value),
        score: risk.and_then(crate::plan::Risk::score),
        response: risk
            .and_then(|it| it.response.as_ref())
            .map(|it| words::response(pen.locale(), it.value)),
        answers: answers
            .map(|plan_b| answer(pen, plan_b, threat.answers.contains(&plan_b)))
            .collect(),
    }
}

fn answer(pen: &Pen<'_, '_>, at: ItemIx, is_new: bool) -> AnswerView {
    let item = pen.context.item(at);
    let trigger = item.trigger.as_ref();
    let state = pen.context.subject.trace.triggers.get(&at);
    AnswerView {
        row: pen.row(at),
        anchor: is_new.then(|| anchor(&item.id)),
        lead: sentence(item),
        condition: trigger.map(|trigger| trigger_condition(pen, &trigger.condition)),
        state: state.map(|state| words::trigger(pen.locale(), *state)),
    }
}

/// What an item is about, in a sentence or two.
pub(super) fn sentence(item: &Item) -> Option<String> {
    let text = item.summary.as_deref()?;
    if text.chars().count() <= SENTENCE {
        return Some(text.to_owned());
    }
    let end = text
        .char_indices()
        .nth(SENTENCE)
        .map_or(text.len(), |it| it.0);
    let cut = &text[..end];
    let whole = cut.rfind(". ").map(|at| cut[..=at].to_owned());
    Some(whole.unwrap_or_else(|| {
        let words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
        format!("{words} …")
    }))
}
