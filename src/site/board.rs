//! The board: the work by its state.

use std::cmp::Reverse;

use serde::Serialize;

use crate::config::{Kind, Role, StatusDef};
use crate::plan::{Item, ItemIx};

use super::address;
use super::context::Context;
use super::frame::{Frame, Section};
use super::pages::Page;
use super::paging::ROWS;
use super::pieces::{Badge, Pen, Row};
use super::words;

/// The work by its state.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BoardView {
    /// What stands around it.
    pub frame: Frame,
    /// How many items there are: "46 actions".
    pub count: String,
    /// The states in the order of a life, less those that nothing is in.
    pub columns: Vec<BoardColumn>,
}

/// A state and what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BoardColumn {
    /// Part of the column's id.
    pub id: String,
    /// The state; none for what has none.
    pub status: Option<Badge>,
    /// How many items are in it.
    pub count: usize,
    /// The first of them: by due date; what is closed, the last due first.
    pub cards: Vec<Row>,
    /// How many more there are.
    pub hidden: usize,
    /// Where all of them are listed, or can be searched.
    pub all: String,
}

/// The most cards in a column, and in one of closed work.
const OPEN: usize = 30;
const CLOSED: usize = 12;

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let subject = context.subject;
    let mut kinds = subject.config.kinds.all();
    let Some((kind, _)) = kinds.find(|(_, def)| def.role == Role::Action) else {
        return Vec::new();
    };
    let has_state = |item: &Item| item.kind == kind && item.status.is_some();
    if !subject.plan.each().any(has_state) {
        return Vec::new();
    }
    let label = context.locale.say("board-title");
    let page = Page::new("board.html", address::board(), move |pen| view(pen, kind));
    vec![page.in_nav(Section::Progress, label)]
}

fn view(pen: &Pen<'_, '_>, kind: Kind) -> BoardView {
    let subject = pen.context.subject;
    let all = subject.plan.all();
    let all: Vec<(ItemIx, &Item)> = all.filter(|(_, item)| item.kind == kind).collect();
    let is_paged = all.len() > ROWS;
    let states = subject.config.statuses.iter().map(Some);
    let columns = states.chain([None]).filter_map(|state| {
        let name = state.map(|state| state.name.as_str());
        let of_state = all.iter().filter(|(_, item)| {
            let status = item.status.as_ref();
            status.map(|status| status.name.as_str()) == name
        });
        column(pen, (kind, is_paged), state, of_state.copied().collect())
    });
    let title = pen.say("board-title");
    BoardView {
        frame: Frame::of(pen, "board", &title, &address::board()),
        count: words::count(pen.locale(), all.len(), pen.context.kind(kind)),
        columns: columns.collect(),
    }
}

fn column(
    pen: &Pen<'_, '_>,
    (kind, is_paged): (Kind, bool),
    state: Option<&StatusDef>,
    mut items: Vec<(ItemIx, &Item)>,
) -> Option<BoardColumn> {
    let is_closed = state.is_some_and(|state| state.is.is_closed());
    if is_closed {
        items.sort_by_key(|(_, item)| {
            let completed = item.dates.completed.as_ref().map(|it| it.last);
            Reverse(completed.or(item.dates.due_day()))
        });
    } else {
        items.sort_by_key(|(_, item)| {
            let due = item.dates.due_day();
            (due.is_none(), due)
        });
    }
    let most = if is_closed { CLOSED } else { OPEN };
    let shown = items.iter().take(most).map(|(at, _)| *at);
    let folder = &pen.context.subject.config.kinds[kind].folder;
    let listing = pen.href(&address::listing(folder));
    let status = state.map(|state| words::status(pen.locale(), state));
    let all = match &status {
        Some(status) if is_paged => {
            let kind = &pen.context.kind(kind).label;
            let search = pen.href(&address::search());
            address::asking(&search, &[("kind", kind), ("status", &status.label)])
        }
        Some(status) => address::asking(&listing, &[("status", &status.label)]),
        None => listing,
    };
    (!items.is_empty()).then(|| BoardColumn {
        id: state.map_or("none", |state| &state.name).to_owned(),
        status,
        count: items.len(),
        cards: pen.rows(shown),
        hidden: items.len().saturating_sub(most),
        all,
    })
}
