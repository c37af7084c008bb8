//! The golden thread: what carries what, up and down, and how far it has
//! come.
//!
//! Everything here is worked out from the plan and the day; nothing is said
//! about what is wrong, that is for the rules.

mod chains;
mod coverage;
mod funds;
mod graph;
mod health;
mod implied;
mod line;
mod load;
mod matrix;
pub mod measure;
mod meeting;
mod mentions;
mod progress;
mod review;
mod rings;
mod standing;
#[cfg(test)]
mod testing;
mod trigger;

pub use chains::{Chain, chains};
pub use coverage::{Coverage, Gap, gaps, held};
pub use funds::{Funds, excess};
pub use graph::{Graph, Thread};
pub use health::{Assessment, Reason};
pub use implied::Implied;
pub use line::Line;
pub use load::{Load, Run, most_between, runs};
pub use matrix::{Cell, Matrix};
pub use standing::Standing;
pub use trigger::TriggerState;

use std::collections::BTreeMap;

use crate::config::{Config, Kind, Role};
use crate::plan::{Health, Item, ItemIx, Place, Plan};
use crate::quantity::{Date, Percent};

/// What follows from a plan on a day. Lists are in the order of
/// [`Plan::items`].
#[derive(Debug, Clone)]
pub struct Trace {
    /// Who supports whom, and all other relations both ways.
    pub graph: Graph,
    /// Whether an unbroken chain of supports leads to the top of the plan.
    pub reaches_top: Vec<bool>,
    /// Whether an unbroken chain of items that are not dropped leads down from
    /// each item to an action with an owner and a due date.
    pub carried: Vec<bool>,
    /// How far each item has come; none where nobody has said.
    pub progress: Vec<Option<Percent>>,
    /// Money of each item and what supports it.
    pub funds: Vec<Funds>,
    /// Where each measure stands.
    pub standings: BTreeMap<ItemIx, Standing>,
    /// What the program makes of each item's health.
    pub health: Vec<Assessment>,
    /// The last day on which somebody's last look at each item holds; none
    /// where the settings ask for no look, or there was none.
    pub looked_until: Vec<Option<Date>>,
    /// The stated health of each item, while the look at it holds.
    pub stated: Vec<Option<Health>>,
    /// Whether each plan B is needed.
    pub triggers: BTreeMap<ItemIx, TriggerState>,
    /// How well the levels of the plan hold together.
    pub coverage: Vec<Coverage>,
    /// Supports that another support of the same item implies.
    pub implied: Vec<Implied>,
    /// The most that every owner has in hand at once, by name.
    pub loads: Vec<Load>,
    /// Whose running text mentions each item.
    pub mentions: Vec<Vec<Place>>,
    /// How many items of one kind have to do with one of another kind, where
    /// any has.
    pub meeting: BTreeMap<(Kind, Kind), usize>,
}

impl Trace {
    /// Works out everything.
    pub fn of(plan: &Plan, config: &Config, today: Date) -> Self {
        let graph = Graph::of(plan);
        let upward = || {
            let standings = standing::all(plan, config, today);
            let health = health::all(plan, &graph, &standings, today);
            let funds = funds::all(plan, &graph);
            (standings, health, progress::all(plan, &graph), funds)
        };
        let around = || {
            let meeting = meeting::all(plan, &graph);
            let loads = load::all(plan, &graph, today);
            (
                meeting,
                loads,
                implied::all(plan, &graph),
                mentions::all(plan),
            )
        };
        let ((standings, health, progress, funds), (meeting, loads, implied, mentions)) =
            rayon::join(upward, around);
        let looked_until = review::all(plan, config);
        let reaches_top = coverage::reaching(plan, config, &graph);
        let carried = coverage::carried(plan, &graph);
        Self {
            progress,
            funds,
            meeting,
            loads,
            implied,
            mentions,
            triggers: trigger::all(plan, today),
            coverage: coverage::all(plan, config, &graph, (&reaches_top, &carried)),
            stated: review::stated(plan, &looked_until, today),
            looked_until,
            reaches_top,
            carried,
            graph,
            standings,
            health,
        }
    }

    /// The items whose line of sight breaks for those who do not see all of
    /// the plan, where it breaks.
    pub fn broken_by(&self, plan: &Plan, is_seen: impl Fn(ItemIx) -> bool) -> Vec<ItemIx> {
        coverage::broken(plan, &self.graph, &self.reaches_top, is_seen)
    }

    /// How far an item's work has come, as readers are told. Risks and
    /// measures are not work: their status says nothing of it.
    pub fn shown_progress(&self, item: &Item, at: ItemIx) -> Option<Percent> {
        let is_work = !matches!(item.role, Role::Risk | Role::Measure);
        self.progress[at.0].filter(|_| is_work || item.progress.is_some())
    }

    /// The stated health, while it holds, else the computed one; none where
    /// neither is known or nothing is left to do.
    pub fn shown_health(&self, item: &Item, at: ItemIx) -> Option<Health> {
        if let Some(stated) = self.stated[at.0] {
            return Some(stated);
        }
        let computed = self.health[at.0].health;
        (computed != Health::Unknown && item.is_open()).then_some(computed)
    }
}
