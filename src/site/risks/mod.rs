//! The risks: how likely and how bad they are, and what stands ready.

mod heat;

pub use heat::{HeatCell, HeatLevel, HeatMap, HeatRow};

use serde::Serialize;

use crate::config::Kind;
use crate::plan::{ItemIx, Relation, Response, Risk};

use super::address;
use super::context::Context;
use super::frame::{Frame, Section};
use super::item::{PlanB, plan_b};
use super::listing::{Columns, ListingRow, listing_row};
use super::pages::Page;
use super::paging::{self, Paging};
use super::pieces::{Badge, ItemLink, Pen};

/// The risks, the gravest first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RisksView {
    /// What stands around it.
    pub frame: Frame,
    /// What the kind is called.
    pub label: String,
    /// What several are called.
    pub plural: String,
    /// How many there are on all pages.
    pub number: usize,
    /// The open ones by likelihood and impact; on the first page only.
    pub heat: Option<HeatMap>,
    /// The register.
    pub rows: Vec<RiskRow>,
    /// Which columns have anything in them.
    pub columns: Columns,
    /// Whether a plan B or a mitigation stands ready for any.
    pub answered: bool,
    /// Where the page stands among those of the register, where there are
    /// several.
    pub paging: Option<Paging>,
}

/// A risk in the register.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RiskRow {
    /// The risk, and what it threatens.
    pub entry: ListingRow,
    /// 1 (rare) to 5 (almost certain).
    pub likelihood: Option<u8>,
    /// 1 (hardly felt) to 5 (the plan fails).
    pub impact: Option<u8>,
    /// Likelihood times impact.
    pub score: Option<u8>,
    /// How grave the score is.
    pub level: Option<Badge>,
    /// What is done about it.
    pub response: Option<String>,
    /// What makes it less likely or less bad.
    pub mitigated_by: Vec<ItemLink>,
    /// What stands ready, and when it is needed.
    pub plan_bs: Vec<PlanB>,
}

/// The pages of a kind of risk.
pub(super) fn pages<'a>(context: &Context<'a>, kind: Kind) -> Vec<Page<'a>> {
    let def = &context.subject.config.kinds[kind];
    let items = context.subject.plan.items.iter();
    let many = items.filter(|item| item.kind == kind).count();
    let numbers = (1..=paging::pages(many)).filter(|_| many > 0);
    let pages = numbers.map(|number| {
        let path = address::listing_page(&def.folder, number);
        let page = Page::new("risks.html", path, move |pen| view(pen, kind, number));
        match number {
            1 => page.in_nav(Section::Parts, &context.kind(kind).plural),
            _ => page,
        }
    });
    pages.collect()
}

/// A page of the register, the first with number 1.
fn view(pen: &Pen<'_, '_>, kind: Kind, number: usize) -> RisksView {
    let subject = pen.context.subject;
    let def = &subject.config.kinds[kind];
    let words = pen.context.kind(kind);
    let all = subject.plan.all().filter(|(_, item)| item.kind == kind);
    let mut risks: Vec<ItemIx> = all.map(|(at, _)| at).collect();
    let heat = heat::map(pen, &risks);
    risks.sort_by_key(|at| {
        let item = pen.context.item(*at);
        let score = item.risk.as_deref().and_then(Risk::score);
        (!item.is_open(), std::cmp::Reverse(score), *at)
    });
    let shown = paging::part(&risks, number).iter();
    let rows: Vec<RiskRow> = shown.map(|at| row(pen, *at)).collect();
    let title = paging::title(pen, &words.plural, number);
    RisksView {
        frame: Frame::of(pen, "risks", &title, &address::listing(&def.folder)),
        label: words.label.clone(),
        plural: words.plural.clone(),
        number: risks.len(),
        heat: heat.filter(|_| number == 1),
        columns: Columns::of(&rows.iter().map(|row| &row.entry)),
        answered: rows
            .iter()
            .any(|row| !row.plan_bs.is_empty() || !row.mitigated_by.is_empty()),
        rows,
        paging: paging::view(
            pen,
            number,
            risks.len(),
            |number| address::listing_page(&def.folder, number),
            address::asking(&pen.href(&address::search()), &[("kind", &words.label)]),
        ),
    }
}

fn row(pen: &Pen<'_, '_>, at: ItemIx) -> RiskRow {
    let graph = &pen.context.subject.trace.graph;
    let none = Risk::default();
    let risk = pen.context.item(at).risk.as_deref().unwrap_or(&none);
    let locale = &pen.context.locale;
    RiskRow {
        entry: listing_row(pen, at, Some(Relation::Threatens)),
        likelihood: risk.likelihood.as_ref().map(|it| it.value),
        impact: risk.impact.as_ref().map(|it| it.value),
        score: risk.score(),
        level: risk.score().map(|score| heat::level(pen, score)),
        response: risk.response.as_ref().map(|it| match it.value {
            Response::Avoid => locale.say("risks-avoid"),
            Response::Reduce => locale.say("risks-reduce"),
            Response::Transfer => locale.say("risks-transfer"),
            Response::Accept => locale.say("risks-accept"),
        }),
        mitigated_by: graph
            .from(at, Relation::Mitigates)
            .map(|it| pen.item(it))
            .collect(),
        plan_bs: graph
            .from(at, Relation::Answers)
            .map(|it| plan_b(pen, it))
            .collect(),
    }
}
