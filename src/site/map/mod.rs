//! The strategy map: goals and what leads to them, in bands, with arrows from
//! cause to effect.

mod bands;
mod drawing;

use serde::Serialize;

use crate::config::Role;
use crate::plan::ItemIx;

use super::address;
use super::context::Context;
use super::frame::{Frame, Section};
use super::pages::Page;
use super::pieces::{ItemLink, Pen, Row};

use bands::{Band, Tie, Ties};

/// The strategy map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MapView {
    /// What stands around it.
    pub frame: Frame,
    /// The vision, above all bands.
    pub vision: Option<String>,
    /// The map as SVG.
    pub svg: String,
    /// Whether it is wider than a page, so that it must be scrolled.
    pub wide: bool,
    /// Whether a dependency is among the arrows.
    pub waits: bool,
    /// Whether something is only related.
    pub relates: bool,
    /// The map in words.
    pub bands: Vec<BandView>,
    /// What there is no room for: kinds and how many items.
    pub left_out: Vec<(String, usize)>,
    /// Where everything is.
    pub outline: String,
}

/// A band of the map in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BandView {
    /// What it is called.
    pub label: String,
    /// Its items.
    pub items: Vec<MapItem>,
}

/// An item of the map in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MapItem {
    /// The item.
    pub row: Row,
    /// What it leads to.
    pub leads_to: Vec<ItemLink>,
    /// What it waits for.
    pub waits_for: Vec<ItemLink>,
    /// What else it has to do with.
    pub relates_to: Vec<ItemLink>,
}

/// The map, where there are arrows to draw.
pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let (bands, _) = bands::all(context);
    let shown = bands.iter().flat_map(|band| &band.items);
    if shown.count() < 2 {
        return Vec::new();
    }
    let label = context.locale.say("map-title");
    vec![Page::new("map.html", address::map(), view).in_nav(Section::Plan, label)]
}

fn view(pen: &Pen<'_, '_>) -> MapView {
    let context = pen.context;
    let (bands, left_out) = bands::all(context);
    let ties = bands::ties(context, &bands);
    let drawn = drawing::draw(pen, &bands, &ties);
    let has = |tie: Tie| ties.iter().any(|it| it.tie == tie);
    MapView {
        frame: Frame::of(
            pen,
            "map",
            &context.locale.say("map-title"),
            &address::map(),
        ),
        vision: context.subject.plan.home.vision.clone(),
        svg: drawn.svg,
        wide: drawn.wide,
        waits: has(Tie::Waits),
        relates: has(Tie::Relates),
        bands: bands.iter().map(|band| words(pen, band, &ties)).collect(),
        left_out,
        outline: pen.href(&address::outline()),
    }
}

/// A band in words.
fn words(pen: &Pen<'_, '_>, band: &Band, ties: &Ties) -> BandView {
    let links = |at: ItemIx, tie: Tie, other: fn(&bands::Line, ItemIx) -> Option<ItemIx>| {
        let ties = ties.iter().filter(|it| it.tie == tie);
        let others = ties.filter_map(|it| other(it, at));
        others.map(|other| pen.item(other)).collect()
    };
    let item = |at: &ItemIx| MapItem {
        row: pen.row(*at),
        leads_to: links(*at, Tie::Leads, |it, at| (it.from == at).then_some(it.to)),
        waits_for: links(*at, Tie::Waits, |it, at| (it.to == at).then_some(it.from)),
        relates_to: links(*at, Tie::Relates, bands::Line::other),
    };
    BandView {
        label: band.label.clone(),
        items: band.items.iter().map(item).collect(),
    }
}

/// Whether an item of a role may stand on the map.
fn is_strategic(role: Role) -> bool {
    matches!(role, Role::Goal | Role::Objective | Role::Strategy)
}
