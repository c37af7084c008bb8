//! The timeline: the plan's work over the years, by goal and strategy.

mod arrows;
mod axis;
mod bar;
mod chart;
mod row;
mod sheets;

pub use axis::{Axis, AxisWidths};
pub use row::{BarRow, WaitsFor};

pub(super) use row::{ends, marks, when};

use std::sync::Arc;

use serde::Serialize;

use crate::config::Role;
use crate::plan::{ItemIx, Relation};

use super::address;
use super::context::Context;
use super::frame::{self, Frame};
use super::pages::Page;
use super::paging::{self, Paging};
use super::pieces::{ItemLink, Pen};
use chart::WorkChart;
use sheets::{Depth, Piece, Sheet};

/// The plan's work over the years.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineView {
    /// What stands around it.
    pub frame: Frame,
    /// The goal or strategy that it is about; none for the whole plan.
    pub of: Option<ItemLink>,
    /// The timeline that it is a part of.
    pub up: Option<String>,
    /// How many bars it shows, its goals and strategies aside.
    pub bars: usize,
    /// How many bars the whole timeline has.
    pub all: usize,
    /// The years, quarters and months.
    pub axis: Axis,
    /// Goals with their strategies and work.
    pub groups: Vec<BarGroup>,
    /// What the shapes of this page mean.
    pub key: BarKey,
    /// Work without a date.
    pub undated: Vec<ItemLink>,
    /// How much of it there is no room for.
    pub more_undated: usize,
    /// Its pages, where it is too long for one.
    pub paging: Option<Paging>,
}

/// A goal or strategy with its work.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BarGroup {
    /// The goal or strategy itself.
    pub head: BarRow,
    /// Whether it is open at first.
    pub open: bool,
    /// How many bars are below it, shown here or not.
    pub bars: usize,
    /// Its own page, where its work is not shown here.
    pub page: Option<String>,
    /// Its work.
    pub rows: Vec<BarRow>,
    /// Which of its work waits for which, as a picture over its rows.
    pub arrows: String,
    /// Its strategies.
    pub groups: Vec<BarGroup>,
}

/// The shapes that a page uses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "one for each shape")]
pub struct BarKey {
    /// Bars with a part that is done.
    pub progress: bool,
    /// Milestones.
    pub milestone: bool,
    /// Work of which only the due date is known.
    pub point: bool,
    /// Due dates that have moved.
    pub ghost: bool,
    /// Work that is late.
    pub late: bool,
    /// Work that waits for other work.
    pub arrow: bool,
    /// Work without an end.
    pub endless: bool,
}

/// Up to so many bars everything is open at first; beyond, strategies are
/// folded.
const OPEN: usize = 40;

/// The most items without a date that a page names.
const MOST_UNDATED: usize = 60;

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let subject = context.subject;
    let Some(mut chart) = WorkChart::of(subject, context.locale.is_rtl()) else {
        return Vec::new();
    };
    let sheets = sheets::all(subject, &mut chart);
    let chart = Arc::new(chart);
    let pages = sheets.into_iter().map(|sheet| {
        let chart = Arc::clone(&chart);
        let is_first = sheet.of.is_none();
        let path = sheet.path.clone();
        let page = Page::new("timeline.html", path, move |pen| view(pen, &chart, &sheet));
        if is_first {
            page.in_nav(frame::Section::Time, context.locale.say("timeline-title"))
        } else {
            page
        }
    });
    pages.collect()
}

fn view(pen: &Pen<'_, '_>, chart: &WorkChart, sheet: &Sheet) -> TimelineView {
    let locale = &pen.context.locale;
    let drawing = Drawing { pen, chart, sheet };
    let title = locale.say("timeline-title");
    let of = sheet.of.map(|place| chart.part(place).head);
    let name = match of {
        Some(Some(at)) => format!("{title}: {}", pen.context.item(at).title),
        Some(None) => format!("{title}: {}", locale.say("timeline-other")),
        None => title,
    };
    let groups: Vec<BarGroup> = sheet.pieces.iter().map(|it| drawing.group(it)).collect();
    let mut undated = Vec::new();
    for piece in sheet.pieces.iter().filter(|_| sheet.number == 0) {
        undated.extend(drawing.undated(piece));
    }
    let more_undated = undated.len().saturating_sub(MOST_UNDATED);
    undated.truncate(MOST_UNDATED);
    TimelineView {
        frame: Frame::of(pen, "timeline", &name, &address::timeline()),
        of: of.flatten().map(|at| pen.item(at)),
        up: sheet.up.as_ref().map(|up| pen.href(up)),
        bars: sheet.bars,
        all: chart.bars(),
        axis: axis::view(pen, &chart.scale),
        key: drawing.key(),
        groups,
        undated: undated.into_iter().map(|at| pen.item(at)).collect(),
        more_undated,
        paging: sheet.of.and_then(|place| {
            let rows = chart.part(place).rows.len();
            let search = pen.href(&address::search());
            let path = |number: usize| sheet.all[number - 1].clone();
            paging::view(pen, sheet.number + 1, rows, path, search).filter(|_| sheet.all.len() > 1)
        }),
    }
}

/// A page of a chart that is being drawn.
struct Drawing<'d, 'c, 'a> {
    pen: &'d Pen<'c, 'a>,
    chart: &'d WorkChart,
    sheet: &'d Sheet,
}

impl Drawing<'_, '_, '_> {
    fn group(&self, piece: &Piece) -> BarGroup {
        let (pen, scale, sheet) = (self.pen, &self.chart.scale, self.sheet);
        let part = self.chart.part(piece.place);
        let rows = &part.rows[piece.rows.clone()];
        let strategies = self.strategies(piece);
        let shows_strategies = part.strategies.is_empty() || piece.strategies == Depth::Whole;
        let is_whole = piece.rows.len() == part.rows.len() && shows_strategies;
        let page = part.page.as_ref().filter(|page| **page != sheet.path);
        let page = page.filter(|_| !is_whole && sheet.of != Some(piece.place));
        let is_strategy = piece.place.1.is_some();
        BarGroup {
            head: row::head(pen, scale, sheet, part),
            open: !is_strategy || sheet.bars <= OPEN || sheet.of == Some(piece.place),
            bars: part.bars(),
            page: page.map(|page| pen.href(page)),
            arrows: arrows::svg(pen, scale, rows),
            rows: rows
                .iter()
                .map(|twig| row::view(pen, scale, sheet, twig.at, twig.depth))
                .collect(),
            groups: strategies.map(|piece| self.group(&piece)).collect(),
        }
    }

    /// The strategies of a goal, as far as they are shown.
    fn strategies(&self, piece: &Piece) -> impl Iterator<Item = Piece> {
        let part = self.chart.part(piece.place);
        let depth = piece.strategies;
        let goal = piece.place.0;
        let shown = part.strategies.iter().enumerate();
        let shown = shown.filter(move |_| depth != Depth::Nothing);
        shown.map(move |(number, part)| Piece {
            place: (goal, Some(number)),
            rows: 0..if depth == Depth::Whole {
                part.rows.len()
            } else {
                0
            },
            strategies: Depth::Nothing,
        })
    }

    /// The work without a date of what a piece shows whole.
    fn undated(&self, piece: &Piece) -> Vec<ItemIx> {
        let part = self.chart.part(piece.place);
        let mut undated = part.undated.clone();
        if piece.strategies == Depth::Whole {
            let below = part.strategies.iter();
            undated.extend(below.flat_map(|part| part.undated.iter().copied()));
        }
        undated
    }

    /// What the shapes of the page mean.
    fn key(&self) -> BarKey {
        let subject = self.pen.context.subject;
        let mut key = BarKey::default();
        for at in &self.sheet.shows {
            let item = self.pen.context.item(*at);
            let dates = &item.dates;
            let (start, end) = (dates.start.is_some(), row::ends(item).is_some());
            let is_milestone = item.role == Role::Milestone;
            key.progress |= start && end && item.is_open() && self.pen.progress(*at) > Some(0);
            key.milestone |= is_milestone && end;
            key.point |= !is_milestone && end && !start && item.role.is_work();
            key.ghost |= !dates.due_was.is_empty() && end;
            key.late |= item.is_late(subject.today);
            key.endless |= start && !end;
            let mut waits = subject.trace.graph.to(*at, Relation::DependsOn);
            key.arrow |= waits.next().is_some();
        }
        key
    }
}
