//! Bars, milestones and ghosts, as pictures 28 units high that stretch with
//! the page.

use std::fmt::Write as _;

use crate::config::{Role, Status};
use crate::plan::{Health, Item, ItemIx};
use crate::site::address;
use crate::site::pieces::Pen;
use crate::site::render::escape;
use crate::site::scale::Scale;

use super::chart::Part;
use super::row::ends;

/// The least width of a bar, in percent: a day is still seen.
const LEAST: f64 = 0.3;

/// The bar of an item, linked; what it was to be, and by how much it is late,
/// beside it.
pub(super) fn svg(pen: &Pen<'_, '_>, scale: &Scale, at: ItemIx) -> String {
    let item = pen.context.item(at);
    let today = pen.context.subject.today;
    let mut svg = String::new();
    ghosts(&mut svg, scale, item);
    if let Some(due) = item.dates.due_day().filter(|_| item.is_late(today)) {
        let (from, to) = (scale.end_of(due), scale.at(today));
        let _ = write!(
            svg,
            "<line class=\"over\" x1=\"{from}%\" x2=\"{to}%\" y1=\"14\" y2=\"14\"/>"
        );
    }
    let href = pen.href(&address::html(&item.address));
    let _ = write!(svg, "<a href=\"{}\" tabindex=\"-1\">", escape(&href));
    shape(&mut svg, pen, scale, at);
    svg.push_str("</a>");
    svg
}

fn shape(svg: &mut String, pen: &Pen<'_, '_>, scale: &Scale, at: ItemIx) {
    let item = pen.context.item(at);
    let mut class = class(pen, at).to_owned();
    if !item.role.is_work() {
        class.push_str(" aim");
    }
    match (item.dates.start_day(), ends(item)) {
        (_, Some(end)) if item.role == Role::Milestone => {
            let x = scale.end_of(end);
            let _ = write!(
                svg,
                "<svg x=\"{x}%\" y=\"14\"><path class=\"{class}\" d=\"M0-7 7 0 0 7-7 0z\"/></svg>"
            );
        }
        (Some(start), Some(end)) if start <= end => {
            let (x, width) = scale.span(start, end);
            let width = width.max(LEAST);
            let _ = write!(
                svg,
                "<rect class=\"{class}\" x=\"{x}%\" y=\"9\" width=\"{width}%\" height=\"10\" rx=\"2\"/>"
            );
            let done = pen.progress(at).filter(|done| *done > 0 && item.is_open());
            if let Some(done) = done {
                let part = width * f64::from(done) / 100.0;
                let from = if scale.is_mirrored() {
                    x + width - part
                } else {
                    x
                };
                let _ = write!(
                    svg,
                    "<rect class=\"{class} part\" x=\"{from:.2}%\" y=\"9\" width=\"{part:.2}%\" height=\"10\" rx=\"2\"/>"
                );
            }
        }
        (Some(start), None) => {
            let (from, to) = (scale.at(start), scale.end_of(scale.last()));
            let _ = write!(
                svg,
                "<line class=\"{class} endless\" x1=\"{from}%\" x2=\"{to}%\" y1=\"14\" y2=\"14\"/><circle class=\"{class}\" cx=\"{from}%\" cy=\"14\" r=\"4\"/>"
            );
        }
        (_, Some(end)) => {
            let x = scale.end_of(end);
            let _ = write!(
                svg,
                "<circle class=\"{class}\" cx=\"{x}%\" cy=\"14\" r=\"5\"/>"
            );
        }
        (None, None) => {}
    }
}

/// Earlier due dates, with a line to where the last of them has gone.
fn ghosts(svg: &mut String, scale: &Scale, item: &Item) {
    let was = &item.dates.due_was;
    let Some((first, end)) = was.first().zip(ends(item)) else {
        return;
    };
    let (from, to) = (scale.end_of(first.last), scale.end_of(end));
    let _ = write!(
        svg,
        "<line class=\"ghost\" x1=\"{from}%\" x2=\"{to}%\" y1=\"23\" y2=\"23\"/>"
    );
    for day in was {
        let x = scale.end_of(day.last);
        let shape = if item.role == Role::Milestone {
            "M0 9 5 14 0 19-5 14z"
        } else {
            "M0 7V25"
        };
        let _ = write!(
            svg,
            "<svg x=\"{x}%\"><path class=\"ghost\" d=\"{shape}\"/></svg>"
        );
    }
}

/// The bar of a goal or strategy over all its work, with the milestones of
/// the work on it.
pub(super) fn head(pen: &Pen<'_, '_>, scale: &Scale, part: &Part) -> String {
    let mut svg = String::new();
    let Some((first, last)) = part.extent else {
        return svg;
    };
    let (x, width) = scale.span(first, last);
    let href = part
        .head
        .map(|at| pen.href(&address::html(&pen.context.item(at).address)));
    if let Some(href) = &href {
        let _ = write!(svg, "<a href=\"{}\" tabindex=\"-1\">", escape(href));
    }
    let _ = write!(
        svg,
        "<rect class=\"whole\" x=\"{x}%\" y=\"12\" width=\"{width}%\" height=\"4\"/>"
    );
    let done = part.head.and_then(|at| pen.progress(at));
    if let Some(done) = done.filter(|done| *done > 0) {
        let part = width * f64::from(done) / 100.0;
        let from = if scale.is_mirrored() {
            x + width - part
        } else {
            x
        };
        let _ = write!(
            svg,
            "<rect class=\"whole part\" x=\"{from:.2}%\" y=\"12\" width=\"{part:.2}%\" height=\"4\"/>"
        );
    }
    for edge in [x, x + width] {
        let _ = write!(
            svg,
            "<svg x=\"{edge:.2}%\"><path class=\"whole\" d=\"M-1 9h2v10h-2z\"/></svg>"
        );
    }
    if href.is_some() {
        svg.push_str("</a>");
    }
    svg
}

/// What the colour says; words beside the bar say it too.
fn class(pen: &Pen<'_, '_>, at: ItemIx) -> &'static str {
    let item = pen.context.item(at);
    let trace = pen.context.subject.trace;
    if item.is_dropped() {
        "bar-dropped"
    } else if !item.is_open() {
        "bar-done"
    } else if item.is_late(pen.context.subject.today) {
        "bar-bad"
    } else {
        match trace.shown_health(item, at) {
            Some(Health::OffTrack) => "bar-bad",
            Some(Health::AtRisk) => "bar-warn",
            _ if item.is(Status::Proposed) || item.is(Status::OnHold) => "bar-soft",
            _ => "bar-plain",
        }
    }
}
