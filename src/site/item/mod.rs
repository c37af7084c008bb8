//! The page of an item.

mod around;
mod figures;
mod measured;
mod related;
mod sidebar;
mod sight;
mod told;

pub use figures::Figures;
pub use measured::{Chart, Key, MeasureView, TableRow};
pub use related::{PlanB, RiskView, Section};
pub use sidebar::FactView;
pub use sight::Sight;
pub use told::Told;

pub(super) use measured::view as measure_view;
pub(super) use related::condition as trigger_condition;
pub(super) use related::plan_b;

use serde::Serialize;

use crate::config::Role;
use crate::output::SitePath;
use crate::plan::{ItemIx, Place};

use super::context::Context;
use super::findings::{self, Accepted, FindingView};
use super::frame::Frame;
use super::made_from::Texts;
use super::pages::Page;
use super::pieces::{ItemLink, Pen, Row};
use super::scorecard::ScoreCard;
use super::{address, body};

/// The page of an item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ItemView {
    /// What stands around it.
    pub frame: Frame,
    /// The item.
    pub item: ItemLink,
    /// Where all items of its kind are listed.
    pub listing: String,
    /// What it does in the plan: `goal`, `action`, …
    pub role: String,
    /// One sentence, if the author wrote one.
    pub lead: Option<String>,
    /// The golden thread upward.
    pub sight: Sight,
    /// What a reader looks for first.
    pub figures: Figures,
    /// Everything else the front matter says.
    pub facts: Vec<FactView>,
    /// The text as HTML.
    pub body: String,
    /// What the front matter says at length.
    pub told: Told,
    /// What supports it, by kind: the golden thread downward.
    pub parts: Vec<Section>,
    /// What it has to do with others, as SVG; none where that is little.
    pub graph: Option<String>,
    /// For a measure: its readings.
    pub measure: Option<MeasureView>,
    /// The measure of anything else, where it has one.
    pub measures: Vec<MeasureView>,
    /// Its measures at a glance, where it has several.
    pub cards: Vec<ScoreCard>,
    /// How many measures there is no room for.
    pub more_measures: usize,
    /// The risks that threaten it, with their plan Bs.
    pub risks: Vec<RiskView>,
    /// How many risks there is no room for.
    pub more_risks: usize,
    /// The plan Bs that answer it.
    pub answers: Vec<PlanB>,
    /// For a plan B: when it is needed.
    pub plan_b: Option<PlanB>,
    /// All other relations, both ways.
    pub related: Vec<Section>,
    /// The texts that mention it.
    pub mentions: Vec<ItemLink>,
    /// How many more do.
    pub more_mentions: usize,
    /// What is wrong with it.
    pub findings: Vec<FindingView>,
    /// What would be wrong with it, had its author not accepted it.
    pub accepted: Vec<Accepted>,
    /// The sibling before it.
    pub previous: Option<ItemLink>,
    /// The sibling after it.
    pub next: Option<ItemLink>,
    /// Its file.
    pub path: String,
    /// Where its file can be edited.
    pub edit: Option<String>,
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let items = context.subject.plan.all();
    items.map(|(at, _)| page(context, at)).collect()
}

/// The page of an item at a path.
pub(super) fn page_at<'a>(context: &Context<'a>, path: &SitePath) -> Option<Page<'a>> {
    let address = path.as_str().strip_suffix(".html")?;
    let mut items = context.subject.plan.all();
    let (at, _) = items.find(|(_, item)| item.address == address)?;
    Some(page(context, at))
}

fn page<'a>(context: &Context<'a>, at: ItemIx) -> Page<'a> {
    let path = context.page_of(Place::Item(at)).clone();
    Page::new("item.html", path, move |pen| view(pen, at)).showing(Texts::One(Place::Item(at)))
}

/// The page of an item.
pub(super) fn view(pen: &Pen<'_, '_>, at: ItemIx) -> ItemView {
    let context = pen.context;
    let item = context.item(at);
    let config = context.subject.config;
    let kind = &config.kinds[item.kind];
    let mut frame = Frame::of(
        pen,
        "item",
        &format!("{} {}", item.id, item.title),
        &address::listing(&kind.folder),
    );
    frame.description.clone_from(&item.summary);
    let excerpt = &item.body.document.excerpt;
    let (previous, next) = siblings(pen, at);
    let (risks, more_risks) = related::risks(pen, at);
    ItemView {
        frame,
        item: pen.item(at),
        listing: pen.href(&address::listing(&kind.folder)),
        role: item.role.name().to_owned(),
        lead: item.summary.clone().filter(|summary| summary != excerpt),
        sight: sight::view(pen, at),
        figures: figures::view(pen, at),
        facts: sidebar::view(pen, at),
        body: body::render(pen, Place::Item(at)),
        told: told::view(pen, item),
        parts: related::parts(pen, at),
        graph: around::view(pen, at),
        measure: item.measure.as_ref().map(|_| measured::view(pen, at)),
        more_measures: measured::hidden(pen, at),
        measures: measured::of(pen, at),
        cards: measured::cards(pen, at),
        risks,
        more_risks,
        answers: related::answers(pen, at),
        plan_b: (item.role == Role::Contingency).then(|| related::plan_b(pen, at)),
        related: related::others(pen, at),
        more_mentions: context.subject.trace.mentions[at.0]
            .len()
            .saturating_sub(MENTIONS),
        mentions: mentions(pen, at),
        findings: findings::of_item(pen, at),
        accepted: findings::accepted(item),
        previous,
        next,
        path: item.body.path.clone(),
        edit: edit(pen, &item.body.path),
    }
}

/// Where a file can be edited.
pub(super) fn edit(pen: &Pen<'_, '_>, path: &str) -> Option<String> {
    let url = pen.context.subject.config.site.edit_url.as_ref()?;
    let path = percent_encoding::utf8_percent_encode(path, PATH).to_string();
    Some(url.replace("{path}", &path))
}

/// What is encoded in a path within an address.
const PATH: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_');

/// The items of the same kind before and after it.
fn siblings(pen: &Pen<'_, '_>, at: ItemIx) -> (Option<ItemLink>, Option<ItemLink>) {
    let items = &pen.context.subject.plan.items;
    let kind = items[at.0].kind;
    let sibling = |index: Option<usize>| {
        let index =
            index.filter(|index| items.get(*index).is_some_and(|item| item.kind == kind))?;
        Some(pen.item(ItemIx(index)))
    };
    (sibling(at.0.checked_sub(1)), sibling(at.0.checked_add(1)))
}

/// How many mentions a page shows.
const MENTIONS: usize = 12;

fn mentions(pen: &Pen<'_, '_>, at: ItemIx) -> Vec<ItemLink> {
    let places: &[Place] = &pen.context.subject.trace.mentions[at.0];
    let shown = places.iter().take(MENTIONS);
    shown.map(|place| pen.place(*place)).collect()
}

/// How many rows a section shows where there can be any number.
const ROWS: usize = 60;

/// The first of many items with a title above.
pub(super) fn capped(
    pen: &Pen<'_, '_>,
    id: &str,
    title: String,
    items: &[ItemIx],
) -> Option<Section> {
    let shown = &items[..items.len().min(ROWS)];
    let mut section = section(id, title, pen.rows(shown.iter().copied()))?;
    section.hidden = items.len() - shown.len();
    Some(section)
}

/// Rows of items with a title above.
pub(super) fn section(id: &str, title: String, rows: Vec<Row>) -> Option<Section> {
    (!rows.is_empty()).then(|| Section {
        id: id.to_owned(),
        title,
        rows,
        hidden: 0,
    })
}
