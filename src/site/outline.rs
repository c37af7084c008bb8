//! The whole plan as a tree; of a large plan the upper levels, and a page for
//! what hangs on each item at the top.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::plan::ItemIx;
use crate::trace::Graph;

use super::address;
use super::context::Context;
use super::frame::{self, Frame};
use super::pages::Page;
use super::pieces::{Pen, Row, Words};

/// The whole plan as a tree, or what hangs on one item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OutlineView {
    /// What stands around it.
    pub frame: Frame,
    /// For a part of the plan, the outline of the whole.
    pub whole: Option<Words>,
    /// What nothing stands above, with its parts below. A part of several
    /// items stands under each; what is below it only under the first.
    pub roots: Vec<Branch>,
    /// How many there is no room for.
    pub hidden: usize,
    /// What hangs on nothing, by kind.
    pub loose: Vec<Loose>,
    /// Where the rest can be found, if the page shows only a part of the
    /// plan.
    pub search: Option<String>,
}

/// An item with what is below it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Branch {
    /// The item.
    pub row: Row,
    /// What supports it.
    pub parts: Vec<Branch>,
    /// Whether what is below it is shown above, where it stood first.
    pub again: bool,
    /// How many are below it that this page has no room for.
    pub hidden: usize,
    /// Where they are shown; its own page, if this is empty.
    pub page: Option<String>,
}

/// Items of a kind that hang on nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Loose {
    /// Its anchor.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The items.
    pub rows: Vec<Branch>,
    /// How many there is no room for.
    pub hidden: usize,
    /// Where all of the kind are.
    pub listing: String,
}

/// How many items a page shows.
const ROOM: usize = 300;

/// How many levels there can be below an item; the plan's kinds have fewer.
const DEEPEST: usize = 64;

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    if context.subject.plan.items.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![None];
    let tops = tops(context);
    if !is_whole(context, &tops) {
        let graph = &context.subject.trace.graph;
        let with_parts = tops.into_iter().filter(|at| !graph.down(*at).is_empty());
        parts.extend(with_parts.map(Some));
    }
    let pages = parts.into_iter().map(|of| {
        let path = match of {
            None => address::outline(),
            Some(at) => address::outline_of(&context.item(at).address),
        };
        let page = Page::new("outline.html", path, move |pen| view(pen, of));
        match of {
            None => page.in_nav(frame::Section::Plan, context.locale.say("nav-outline")),
            Some(_) => page,
        }
    });
    pages.collect()
}

/// The outline of the plan, or of an item at its top.
fn view(pen: &Pen<'_, '_>, of: Option<ItemIx>) -> OutlineView {
    of.map_or_else(|| whole(pen), |at| part(pen, at))
}

fn whole(pen: &Pen<'_, '_>) -> OutlineView {
    let context = pen.context;
    let tops = tops(context);
    let whole = is_whole(context, &tops);
    let shown = &tops[..tops.len().min(ROOM)];
    let mut roots = Tree::new(pen, shown, 0).grow();
    if !whole {
        for (branch, at) in roots.iter_mut().zip(shown) {
            let below = below(&context.subject.trace.graph, *at);
            branch.hidden = below;
            let page = address::outline_of(&context.item(*at).address);
            branch.page = (below > 0).then(|| pen.href(&page));
        }
    }
    let title = context.locale.say("nav-outline");
    OutlineView {
        frame: Frame::of(pen, "outline", &title, &address::outline()),
        whole: None,
        roots,
        hidden: tops.len() - shown.len(),
        loose: loose(pen, whole),
        search: (!whole).then(|| pen.href(&address::search())),
    }
}

/// What hangs on one item.
fn part(pen: &Pen<'_, '_>, at: ItemIx) -> OutlineView {
    let context = pen.context;
    let item = context.item(at);
    let title = format!("{} {}", item.id, item.title);
    let whole = Words {
        text: context.locale.say("nav-outline"),
        href: Some(pen.href(&address::outline())),
    };
    let roots = Tree::new(pen, &[at], 1).grow();
    OutlineView {
        frame: Frame::of(pen, "outline", &title, &address::outline()),
        whole: Some(whole),
        roots,
        hidden: 0,
        loose: Vec::new(),
        search: Some(pen.href(&address::search())),
    }
}

/// The items that nothing can stand above.
fn tops(context: &Context<'_>) -> Vec<ItemIx> {
    let plan = context.subject.plan;
    let top = plan.items.iter().map(|item| item.role).min();
    let tops = plan.all().filter(|(_, item)| Some(item.role) == top);
    tops.map(|(at, _)| at).collect()
}

/// Whether one page has room for the whole plan.
fn is_whole(context: &Context<'_>, tops: &[ItemIx]) -> bool {
    let loose = all_loose(context);
    let all: Vec<ItemIx> = tops.iter().copied().chain(loose).collect();
    rows(&context.subject.trace.graph, &all, DEEPEST) <= ROOM
}

/// What hangs on nothing, of the kinds that should.
fn all_loose<'c>(context: &'c Context<'_>) -> impl Iterator<Item = ItemIx> + 'c {
    let subject = context.subject;
    let top = subject.plan.items.iter().map(|item| item.role).min();
    let loose = subject.plan.all().filter(move |(at, item)| {
        let is_traced = subject.config.kinds[item.kind].role.is_traced();
        is_traced && Some(item.role) != top && subject.trace.graph.up(*at).is_empty()
    });
    loose.map(|(at, _)| at)
}

fn loose(pen: &Pen<'_, '_>, whole: bool) -> Vec<Loose> {
    let context = pen.context;
    let all: Vec<ItemIx> = all_loose(context).collect();
    let mut sections = Vec::new();
    for (kind, def) in context.subject.config.kinds.all() {
        let of_kind = all.iter().filter(|at| context.item(**at).kind == kind);
        let of_kind: Vec<ItemIx> = of_kind.copied().collect();
        if of_kind.is_empty() {
            continue;
        }
        let room = if whole { of_kind.len() } else { ROOM / 4 };
        let shown = &of_kind[..of_kind.len().min(room)];
        let kinds = context.kind(kind).plural.as_str().into();
        sections.push(Loose {
            id: def.folder.clone(),
            title: pen.locale().say_with("outline-loose", [("kinds", kinds)]),
            rows: Tree::new(pen, shown, 0).grow(),
            hidden: of_kind.len() - shown.len(),
            listing: pen.href(&address::listing(&def.folder)),
        });
    }
    sections
}

/// How many items are below one.
fn below(graph: &Graph, at: ItemIx) -> usize {
    let mut met = BTreeSet::new();
    let mut open = vec![at];
    while let Some(at) = open.pop() {
        let new = graph.down(at).iter().map(|thread| thread.item);
        open.extend(new.filter(|item| met.insert(*item)));
    }
    met.len()
}

/// How many rows a tree of so many levels below its tops has.
fn rows(graph: &Graph, tops: &[ItemIx], levels: usize) -> usize {
    fn count(graph: &Graph, at: ItemIx, levels: usize, seen: &mut BTreeSet<ItemIx>) -> usize {
        if levels == 0 || !seen.insert(at) {
            return 1;
        }
        let parts = graph.down(at).iter();
        1 + parts
            .map(|thread| count(graph, thread.item, levels - 1, seen))
            .sum::<usize>()
    }
    let mut seen = BTreeSet::new();
    tops.iter()
        .map(|at| count(graph, *at, levels, &mut seen))
        .sum()
}

/// A tree that grows as deep as there is room for.
struct Tree<'p, 'c, 'a> {
    pen: &'p Pen<'c, 'a>,
    tops: &'p [ItemIx],
    levels: usize,
    seen: BTreeSet<ItemIx>,
}

impl<'p, 'c, 'a> Tree<'p, 'c, 'a> {
    /// At least so many levels below its tops.
    fn new(pen: &'p Pen<'c, 'a>, tops: &'p [ItemIx], least: usize) -> Self {
        let graph = &pen.context.subject.trace.graph;
        let fits = |levels: usize| rows(graph, tops, levels) <= ROOM;
        let levels = if fits(DEEPEST) {
            DEEPEST
        } else {
            let deepest = (least + 1..DEEPEST).take_while(|levels| fits(*levels));
            deepest.last().unwrap_or(least)
        };
        Self {
            pen,
            tops,
            levels,
            seen: BTreeSet::new(),
        }
    }

    fn grow(mut self) -> Vec<Branch> {
        let tops = self.tops.iter();
        tops.map(|at| self.branch(*at, self.levels)).collect()
    }

    /// An item and what is below it, unless that was shown before.
    fn branch(&mut self, at: ItemIx, levels: usize) -> Branch {
        let graph = &self.pen.context.subject.trace.graph;
        let parts = graph.down(at);
        let mut branch = Branch {
            row: self.pen.row(at),
            parts: Vec::new(),
            again: false,
            hidden: 0,
            page: None,
        };
        if levels == 0 {
            branch.hidden = below(graph, at);
        } else if self.seen.insert(at) {
            let shown = parts.iter().take(ROOM);
            branch.parts = shown
                .map(|thread| self.branch(thread.item, levels - 1))
                .collect();
            branch.hidden = parts.len() - branch.parts.len();
        } else {
            branch.again = !parts.is_empty();
        }
        branch
    }
}
