//! The report: the whole plan to be read from front to back, or printed.
//!
//! A plan of more items than a document can carry has a volume for each goal.

mod chapter;
mod index;
mod order;
mod running;
mod text;

pub use chapter::{Again, AnswerView, ChapterView, LineView, PartView, ThreatView};
pub use index::{IdEntry, MeasureEntry, PersonEntry, ReportIndex};

pub(super) use running::sheet;

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::output::SitePath;
use crate::plan::{ItemIx, Place};

use super::context::Context;
use super::frame::{self, Frame};
use super::home::{self, FigureView, Verdict};
use super::made_from::Texts;
use super::pages::Page;
use super::pieces::{Pen, Row, Words};
use super::{address, body};

use order::{Chapter, Order};

/// The whole plan to be read from front to back, or printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ReportView {
    /// What stands around it.
    pub frame: Frame,
    /// The address of the style sheet with the running titles.
    pub running: String,
    /// The days the plan is for.
    pub period: Option<String>,
    /// The day the site was made for.
    pub as_of: String,
    /// Where the organisation wants to be.
    pub vision: Option<String>,
    /// What it is there for.
    pub mission: Option<String>,
    /// What it holds to: a name and what it means.
    pub values: Vec<(String, String)>,
    /// The introduction as HTML.
    pub body: String,
    /// The health of the whole, if anything is known.
    pub verdict: Option<Verdict>,
    /// The whole plan in numbers.
    pub figures: Vec<FigureView>,
    /// What the plan's top kind is called.
    pub goals_title: String,
    /// What the report holds.
    pub contents: Vec<ContentsEntry>,
    /// How many items there are, where that is too many for one volume.
    pub in_volumes: Option<usize>,
    /// The chapters; none where each is a volume.
    pub chapters: Vec<ChapterView>,
    /// What is looked up at the end; none where each volume has its own.
    pub index: Option<ReportIndex>,
}

/// A volume of the report: a goal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct VolumeView {
    /// What stands around it.
    pub frame: Frame,
    /// The address of the style sheet with the running titles.
    pub running: String,
    /// The day the site was made for.
    pub as_of: String,
    /// Where the report's contents are.
    pub report: String,
    /// What the volume holds.
    pub chapter: ChapterView,
    /// What is looked up at the end.
    pub index: ReportIndex,
}

/// A chapter in the list of contents.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ContentsEntry {
    /// Its title and where it is.
    pub title: Words,
    /// The goal, with its state; none for what is below no goal.
    pub row: Option<Row>,
    /// What stands in it: ids and titles, and where they are.
    pub parts: Vec<(String, Words)>,
}

/// How many items a report in one volume holds.
const ONE_VOLUME: usize = 400;
/// How many parts the list of contents shows of a chapter.
const PARTS: usize = 24;

/// The report and, of a large plan, its volumes.
pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    if context.subject.plan.items.is_empty() {
        return Vec::new();
    }
    let tops = home::tops(&Pen::new(context, address::report()));
    let order = Arc::new(Order::of(context, &tops));
    let label = context.locale.say("report-title");
    let whole = Arc::clone(&order);
    let report = Page::new("report.html", address::report(), move |pen| {
        view(pen, &whole)
    });
    let report = report.showing(Texts::Any);
    let mut pages = vec![report.in_nav(frame::Section::Plan, label)];
    if in_volumes(context) {
        let ids: Arc<OnceLock<text::Ids>> = Arc::default();
        for number in 0..order.chapters.len() {
            let (order, ids) = (Arc::clone(&order), Arc::clone(&ids));
            let path = volume(context, &order.chapters[number]);
            let volume = Page::new("report-volume.html", path, move |pen| {
                volume_view(pen, &order.chapters[number], &ids)
            });
            pages.push(volume.showing(Texts::Any));
        }
    }
    pages
}

fn in_volumes(context: &Context<'_>) -> bool {
    context.subject.plan.items.len() > ONE_VOLUME
}

/// Where the volume of a chapter is.
fn volume(context: &Context<'_>, chapter: &Chapter) -> SitePath {
    match chapter.top {
        Some(top) => address::report_volume(&context.item(top).id),
        None => address::report_volume("other items"),
    }
}

fn view(pen: &Pen<'_, '_>, order: &Order) -> ReportView {
    let context = pen.context;
    let subject = context.subject;
    let locale = &context.locale;
    let home = &subject.plan.home;
    let tops: Vec<ItemIx> = order.chapters.iter().filter_map(|it| it.top).collect();
    let in_volumes = in_volumes(context);
    let chapters = order.chapters.iter().filter(|_| !in_volumes);
    let mut frame = Frame::of(
        pen,
        "report",
        &locale.say("report-title"),
        &address::report(),
    );
    frame.description = home.vision.clone().or_else(|| home.mission.clone());
    let top = tops
        .first()
        .map(|top| context.kind(context.item(*top).kind));
    let goals_title = top.map(|kind| kind.plural.clone());
    let ids = text::Ids::of(pen);
    let introduction = home.body.as_ref().map(|_| body::render(pen, Place::Home));
    let all: Vec<ItemIx> = order.chapters.iter().flat_map(Chapter::shown).collect();
    ReportView {
        frame,
        running: pen.href(&address::asset(running::SHEET)),
        period: subject.config.period.as_ref().map(|it| locale.period(it)),
        as_of: locale.day(subject.today),
        vision: home.vision.clone(),
        mission: home.mission.clone(),
        values: home
            .values
            .iter()
            .map(|it| (it.name.clone(), it.text.clone()))
            .collect(),
        body: introduction
            .map(|html| text::part(&html, &text::Place::new("intro", "", 3), &ids))
            .unwrap_or_default(),
        verdict: home::verdict(pen, &tops),
        figures: home::figures(pen, &tops),
        goals_title: goals_title.unwrap_or_default(),
        contents: order
            .chapters
            .iter()
            .map(|chapter| entry(pen, chapter))
            .collect(),
        in_volumes: in_volumes.then_some(subject.plan.items.len()),
        chapters: chapters.map(|it| chapter::view(pen, it, &ids)).collect(),
        index: (!in_volumes).then(|| index::view(pen, &all)),
    }
}

/// A volume; `ids` are those of all volumes, which lie in one folder.
fn volume_view(pen: &Pen<'_, '_>, chapter: &Chapter, ids: &OnceLock<text::Ids>) -> VolumeView {
    let locale = &pen.context.locale;
    VolumeView {
        frame: Frame::of(
            pen,
            "report",
            &format!("{} {}", locale.say("report-title"), title(pen, chapter)),
            &address::report(),
        ),
        running: pen.href(&address::asset(running::SHEET)),
        as_of: locale.day(pen.context.subject.today),
        report: pen.href(&address::report()),
        chapter: chapter::view(pen, chapter, ids.get_or_init(|| text::Ids::of(pen))),
        index: index::view(pen, &chapter.shown()),
    }
}

/// What a chapter is called.
fn title(pen: &Pen<'_, '_>, chapter: &Chapter) -> String {
    match chapter.top {
        Some(top) => {
            let item = pen.context.item(top);
            format!("{} {}", item.id, item.title)
        }
        None => pen.context.locale.say("report-others"),
    }
}

/// A chapter in the list of contents.
fn entry(pen: &Pen<'_, '_>, chapter: &Chapter) -> ContentsEntry {
    let context = pen.context;
    let page = if in_volumes(context) {
        pen.href(&volume(context, chapter))
    } else {
        String::new()
    };
    let items = chapter.parts.iter().filter_map(|part| part.item);
    let parts = items.filter(|at| Some(*at) != chapter.top).map(|at| {
        let item = context.item(at);
        let words = Words {
            text: item.title.clone(),
            href: Some(format!("{page}#{}", chapter::anchor(&item.id))),
        };
        (item.id.clone(), words)
    });
    let anchor = match chapter.top {
        Some(top) => chapter::anchor(&context.item(top).id),
        None => chapter::OTHERS.to_owned(),
    };
    ContentsEntry {
        title: Words {
            text: match chapter.top {
                Some(top) => context.item(top).title.clone(),
                None => context.locale.say("report-others"),
            },
            href: Some(format!("{page}#{anchor}")),
        },
        row: chapter.top.map(|top| pen.row(top)),
        parts: parts.take(PARTS).collect(),
    }
}
