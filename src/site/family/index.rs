//! All plans of the family, by how far they look ahead.

use serde::Serialize;

use crate::config::{Horizon, SubPlan};

use super::super::address;
use super::super::frame::Frame;
use super::super::people::health::{self, HealthCount};
use super::super::pieces::{Pen, Words};
use super::super::words;
use super::ties;

/// All plans of the family.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FamiliesView {
    /// What stands around it.
    pub frame: Frame,
    /// The plan above all.
    pub whole: FamilyCard,
    /// The others, by how far they look ahead.
    pub horizons: Vec<Horizons>,
    /// The plans that others serve, in the order of the columns.
    pub columns: Vec<Words>,
    /// The plans that serve others.
    pub rows: Vec<TieRow>,
}

/// Plans that look ahead as far.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Horizons {
    /// How far; none where the plans do not say.
    pub label: Option<String>,
    /// Which of them it is: `strategic`, `tactical`, `operational`,
    /// `contingency`, `other`.
    pub id: String,
    /// The plans.
    pub plans: Vec<FamilyCard>,
}

/// A plan at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FamilyCard {
    /// The plan.
    pub title: Words,
    /// What it is for.
    pub summary: Option<String>,
    /// Who answers for it.
    pub owner: Option<Words>,
    /// How many items it has.
    pub items: usize,
    /// How many of them are late.
    pub late: usize,
    /// The health of what is open.
    pub health: Vec<HealthCount>,
}

/// A plan whose items serve those of others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TieRow {
    /// The plan.
    pub plan: Words,
    /// How many links lead from it to the plan of each column.
    pub counts: Vec<usize>,
}

pub(super) fn view(pen: &Pen<'_, '_>) -> FamiliesView {
    let plans = &pen.context.subject.config.plans;
    let order = [
        Some(Horizon::Strategic),
        Some(Horizon::Tactical),
        Some(Horizon::Operational),
        Some(Horizon::Contingency),
        None,
    ];
    let horizons = order.into_iter().filter_map(|horizon| {
        let of_horizon = plans.iter().filter(|plan| plan.horizon == horizon);
        let cards: Vec<FamilyCard> = of_horizon.map(|plan| card(pen, Some(plan))).collect();
        (!cards.is_empty()).then(|| Horizons {
            label: horizon.map(|it| words::horizon(pen.locale(), it)),
            id: horizon.map_or("other", Horizon::name).to_owned(),
            plans: cards,
        })
    });
    let horizons = horizons.collect();
    let links = ties::all(pen.context);
    let names: Vec<Option<&str>> = std::iter::once(None)
        .chain(plans.iter().map(|plan| Some(plan.name.as_str())))
        .collect();
    let number = |from: Option<&str>, to: Option<&str>| {
        let ends = (from.map(str::to_owned), to.map(str::to_owned));
        links.get(&ends).map_or(0, Vec::len)
    };
    let names = || names.iter().copied();
    let is_served = |to| names().any(|from| number(from, to) > 0);
    let columns: Vec<Option<&str>> = names().filter(|to| is_served(*to)).collect();
    let serves = |from| columns.iter().any(|to| number(from, *to) > 0);
    let rows = names().filter(|from| serves(*from)).map(|from| TieRow {
        plan: ties::title(pen, from),
        counts: columns.iter().map(|to| number(from, *to)).collect(),
    });
    let title = pen.say("family-plans");
    FamiliesView {
        frame: Frame::of(pen, "families", &title, &address::families()),
        whole: card(pen, None),
        horizons,
        rows: rows.collect(),
        columns: columns.iter().map(|to| ties::title(pen, *to)).collect(),
    }
}

fn card(pen: &Pen<'_, '_>, plan: Option<&SubPlan>) -> FamilyCard {
    let context = pen.context;
    let items = super::items(context, plan);
    let late = |at: &&crate::plan::ItemIx| context.item(**at).is_late(context.subject.today);
    let vision = context.subject.plan.home.vision.clone();
    FamilyCard {
        title: ties::title(pen, plan.map(|plan| plan.name.as_str())),
        summary: plan.map_or(vision, |plan| plan.summary.clone()),
        owner: plan.and_then(|plan| Some(pen.person(plan.owner.as_deref()?))),
        items: items.len(),
        late: items.iter().filter(late).count(),
        health: health::counts(pen, &items),
    }
}
