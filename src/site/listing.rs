//! All items of a kind.

use serde::Serialize;

use crate::config::{Kind, Role};
use crate::plan::{ItemIx, Relation};

use super::context::Context;
use super::frame::{self, Frame};
use super::item::trigger_condition;
use super::pages::Page;
use super::paging::{self, Paging};
use super::pieces::{ItemLink, Pen, Row};
use super::{address, risks};

/// All items of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ListingView {
    /// What stands around it.
    pub frame: Frame,
    /// What the kind is called.
    pub label: String,
    /// What several are called.
    pub plural: String,
    /// How many there are: "12 actions".
    pub count: String,
    /// What the items above are called: "Supports", "Measures", "Threatens".
    pub above: String,
    /// The items.
    pub rows: Vec<ListingRow>,
    /// Which columns have anything in them.
    pub columns: Columns,
    /// Where the page stands among those of the list, where there are several.
    pub paging: Option<Paging>,
}

/// An item with what it hangs on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ListingRow {
    /// The item.
    pub row: Row,
    /// What it supports, measures, threatens or answers.
    pub above: Vec<ItemLink>,
    /// How many items support it.
    pub parts: usize,
}

/// Which columns have anything in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "one for each column")]
pub struct Columns {
    /// What is above.
    pub above: bool,
    /// The state of the work.
    pub status: bool,
    /// Health.
    pub health: bool,
    /// Triggers.
    pub trigger: bool,
    /// Owners.
    pub owner: bool,
    /// Due dates.
    pub due: bool,
    /// Progress.
    pub progress: bool,
    /// A few words more.
    pub more: bool,
}

const ABOVE: [(Relation, &str); 4] = [
    (Relation::Supports, "field-supports"),
    (Relation::Measures, "related-measures"),
    (Relation::Threatens, "related-threatens"),
    (Relation::Answers, "related-answers"),
];

/// A page for each kind that is used; the risks have pages of their own.
/// Milestones are seen with their actions, and not in the navigation.
pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let items = &context.subject.plan.items;
    let kinds = context.subject.config.kinds.all();
    let mut pages = Vec::new();
    for (kind, def) in kinds {
        if def.role == Role::Risk {
            pages.extend(risks::pages(context, kind));
            continue;
        }
        let rows = items.iter().filter(|item| item.kind == kind).count();
        for number in (1..=paging::pages(rows)).filter(|_| rows > 0) {
            let path = address::listing_page(&def.folder, number);
            let page = Page::new("listing.html", path, move |pen| view(pen, kind, number));
            pages.push(match def.role {
                _ if number > 1 => page,
                Role::Milestone => page,
                _ => page.in_nav(frame::Section::Parts, &context.kind(kind).plural),
            });
        }
    }
    pages
}

fn view(pen: &Pen<'_, '_>, kind: Kind, number: usize) -> ListingView {
    let subject = pen.context.subject;
    let graph = &subject.trace.graph;
    let (def, words) = (&subject.config.kinds[kind], pen.context.kind(kind));
    let items = subject.plan.all().filter(|(_, item)| item.kind == kind);
    let items: Vec<ItemIx> = items.map(|(at, _)| at).collect();
    let uses = |relation: Relation| {
        let mut to = items.iter().flat_map(|at| graph.to(*at, relation));
        to.next().is_some()
    };
    let above = ABOVE.into_iter().find(|(relation, _)| uses(*relation));
    let rows: Vec<ListingRow> = paging::part(&items, number)
        .iter()
        .map(|at| listing_row(pen, *at, above.map(|it| it.0)))
        .collect();
    let title = paging::title(pen, &words.plural, number);
    ListingView {
        frame: Frame::of(pen, "listing", &title, &address::listing(&def.folder)),
        label: words.label.clone(),
        plural: words.plural.clone(),
        count: super::words::count(pen.locale(), items.len(), words),
        above: above.map(|(_, id)| pen.say(id)).unwrap_or_default(),
        columns: Columns::of(&rows.iter()),
        rows,
        paging: paging::view(
            pen,
            number,
            items.len(),
            |number| address::listing_page(&def.folder, number),
            address::asking(&pen.href(&address::search()), &[("kind", &words.label)]),
        ),
    }
}

/// An item with what it has to do with by a relation.
pub(super) fn listing_row(pen: &Pen<'_, '_>, at: ItemIx, above: Option<Relation>) -> ListingRow {
    let graph = &pen.context.subject.trace.graph;
    let above = above.into_iter();
    let above = above.flat_map(|relation| graph.to(at, relation));
    ListingRow {
        row: row(pen, at),
        above: above.map(|to| pen.item(to)).collect(),
        parts: graph.down(at).len(),
    }
}

/// An item; with the trigger's condition for a plan B, the score for a risk,
/// the last reading for a measure.
fn row(pen: &Pen<'_, '_>, at: ItemIx) -> Row {
    let item = pen.context.item(at);
    let mut row = pen.row(at);
    let locale = pen.locale();
    if let Some(trigger) = &item.trigger {
        row.more = Some(trigger_condition(pen, &trigger.condition));
    }
    if let Some(score) = item.risk.as_deref().and_then(crate::plan::Risk::score) {
        row.more = Some(locale.say_with("listing-score", [("score", score.into())]));
    }
    if let Some(measure) = &item.measure {
        let unit = measure.unit.as_deref();
        let latest = pen
            .context
            .subject
            .trace
            .standings
            .get(&at)
            .and_then(|it| it.latest);
        let latest = latest.map(|(value, _)| locale.amount(value, unit));
        let target = measure.target.map(|it| locale.amount(it.value, unit));
        row.more = match (latest, target) {
            (Some(latest), Some(target)) => {
                let arguments = [("latest", latest.into()), ("target", target.into())];
                Some(locale.say_with("listing-latest-and-target", arguments))
            }
            (Some(latest), None) => Some(latest),
            (None, target) => {
                target.map(|it| locale.say_with("listing-target", [("target", it.into())]))
            }
        };
    }
    row
}

impl Columns {
    pub(super) fn of<'r>(rows: &(impl Iterator<Item = &'r ListingRow> + Clone)) -> Self {
        let any = |has: fn(&ListingRow) -> bool| rows.clone().any(has);
        Self {
            above: any(|it| !it.above.is_empty()),
            status: any(|it| it.row.status.is_some()),
            health: any(|it| it.row.health.is_some()),
            trigger: any(|it| it.row.trigger.is_some()),
            owner: any(|it| it.row.owner.is_some()),
            due: any(|it| it.row.due.is_some()),
            progress: any(|it| it.row.progress.is_some()),
            more: any(|it| it.row.more.is_some()),
        }
    }
}
