//! The whole plan as a tree.

use serde::Serialize;

use crate::plan::ItemIx;

use super::address;
use super::context::Context;
use super::frame::{self, Frame};
use super::item::Section;
use super::pages::Page;
use super::pieces::{Pen, Row};

/// The whole plan as a tree.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OutlineView {
    /// What stands around it.
    pub frame: Frame,
    /// What nothing stands above, with its parts below. A part of several
    /// items stands under each; what is below it only under the first.
    pub roots: Vec<Row>,
    /// What hangs on nothing, by kind.
    pub loose: Vec<Section>,
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    if context.subject.plan.items.is_empty() {
        return Vec::new();
    }
    let label = context.locale.say("nav-outline");
    vec![Page::new("outline.html", address::outline(), view).in_nav(frame::Section::Plan, label)]
}

pub(super) fn view(pen: &Pen<'_, '_>) -> OutlineView {
    let subject = pen.context.subject;
    let trace = subject.trace;
    let top = subject.plan.items.iter().map(|item| item.role).min();
    let mut seen = vec![false; subject.plan.items.len()];
    let roots: Vec<ItemIx> = subject
        .plan
        .all()
        .filter(|(_, item)| Some(item.role) == top)
        .map(|(at, _)| at)
        .collect();
    let roots = roots
        .into_iter()
        .map(|at| branch(pen, at, &mut seen))
        .collect();
    let kinds = subject.config.kinds.all();
    let kinds = kinds.filter(|(_, def)| def.role.is_traced());
    let mut loose = Vec::new();
    for (kind, def) in kinds {
        let mut rows = Vec::new();
        for (at, item) in subject.plan.all() {
            let hangs = !trace.graph.up(at).is_empty();
            if item.kind == kind && !hangs && !seen[at.0] {
                rows.push(branch(pen, at, &mut seen));
            }
        }
        let kinds = pen.context.kind(kind).plural.as_str().into();
        let title = pen.locale().say_with("outline-loose", [("kinds", kinds)]);
        loose.extend(super::item::section(&def.folder, title, rows));
    }
    OutlineView {
        frame: Frame::of(pen, "outline", &pen.say("nav-outline"), &address::outline()),
        roots,
        loose,
    }
}

/// An item and what is below it, unless that was shown before. The depth is
/// that of the plan's kinds, since supports run in no circle.
fn branch(pen: &Pen<'_, '_>, at: ItemIx, seen: &mut [bool]) -> Row {
    let mut row = pen.row(at);
    let below = pen.context.subject.trace.graph.down(at);
    if seen[at.0] {
        row.hidden = below.len();
        return row;
    }
    seen[at.0] = true;
    row.parts = below
        .iter()
        .map(|thread| branch(pen, thread.item, seen))
        .collect();
    row
}
