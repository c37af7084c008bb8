//! How likely and how bad: the open risks in a matrix of five by five.

use serde::Serialize;

use crate::plan::{Item, ItemIx};

use super::super::pieces::{Badge, ItemLink, Pen};

/// The open risks by likelihood and impact.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HeatMap {
    /// The likelihoods, the greatest first.
    pub rows: Vec<HeatRow>,
    /// How grave a score is, the least first.
    pub legend: Vec<HeatLevel>,
    /// How many open risks have no score.
    pub unscored: usize,
    /// How many risks are done with, and not in the map.
    pub closed: usize,
}

/// The risks of one likelihood.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HeatRow {
    /// 1 to 5.
    pub likelihood: u8,
    /// The impacts, the least first.
    pub cells: Vec<HeatCell>,
}

/// The risks of one likelihood and impact.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HeatCell {
    /// 1 to 5.
    pub impact: u8,
    /// Likelihood times impact.
    pub score: u8,
    /// How grave that is.
    pub level: Badge,
    /// The first risks.
    pub risks: Vec<ItemLink>,
    /// How many more there are.
    pub more: usize,
}

/// The scores of one gravity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HeatLevel {
    /// The gravity.
    pub level: Badge,
    /// The least score.
    pub from: u8,
    /// The greatest score.
    pub to: u8,
    /// How many open risks there are.
    pub number: usize,
}

/// So many risks a cell names.
const NAMED: usize = 6;

/// The least score of each gravity. What is high needs an answer (T010), what
/// is critical a trigger too (K001), as those rules have it by default.
const LEVELS: [(u8, u8, &str); 4] = [
    (1, 5, "low"),
    (6, 11, "moderate"),
    (12, 19, "high"),
    (20, 25, "critical"),
];

/// How grave a score is.
pub(super) fn level(pen: &Pen<'_, '_>, score: u8) -> Badge {
    let locale = &pen.context.locale;
    let name = LEVELS.iter().rfind(|level| level.0 <= score);
    let name = name.map_or("low", |level| level.2);
    let word = match name {
        "critical" => locale.say("risks-critical"),
        "high" => locale.say("risks-high"),
        "moderate" => locale.say("risks-moderate"),
        _ => locale.say("risks-low"),
    };
    Badge::new(name, &word)
}

/// The map of some risks; none where no open one has a score.
pub(super) fn map(pen: &Pen<'_, '_>, risks: &[ItemIx]) -> Option<HeatMap> {
    let open: Vec<ItemIx> = risks
        .iter()
        .copied()
        .filter(|at| pen.context.item(*at).is_open())
        .collect();
    let scored: Vec<(ItemIx, u8, u8)> = open
        .iter()
        .filter_map(|at| {
            let (likelihood, impact) = sides(pen.context.item(*at))?;
            Some((*at, likelihood, impact))
        })
        .collect();
    if scored.is_empty() {
        return None;
    }
    let cell = |likelihood: u8, impact: u8| {
        let here = scored.iter();
        let here: Vec<ItemIx> = here
            .filter(|it| (it.1, it.2) == (likelihood, impact))
            .map(|it| it.0)
            .collect();
        HeatCell {
            impact,
            score: likelihood * impact,
            level: level(pen, likelihood * impact),
            more: here.len().saturating_sub(NAMED),
            risks: here.iter().take(NAMED).map(|at| pen.item(*at)).collect(),
        }
    };
    let row = |likelihood: u8| HeatRow {
        likelihood,
        cells: (1..=5).map(|impact| cell(likelihood, impact)).collect(),
    };
    let number = |from: u8, to: u8| {
        let scores = scored.iter().map(|it| it.1 * it.2);
        scores.filter(|score| (from..=to).contains(score)).count()
    };
    let legend = LEVELS.into_iter().map(|(from, to, _)| HeatLevel {
        level: level(pen, from),
        from,
        to,
        number: number(from, to),
    });
    Some(HeatMap {
        rows: (1..=5).rev().map(row).collect(),
        legend: legend.collect(),
        unscored: open.len() - scored.len(),
        closed: risks.len() - open.len(),
    })
}

/// Likelihood and impact, where both are stated.
fn sides(item: &Item) -> Option<(u8, u8)> {
    let risk = item.risk.as_deref()?;
    Some((risk.likelihood.as_ref()?.value, risk.impact.as_ref()?.value))
}
