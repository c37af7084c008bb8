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
mod line;
pub mod measure;
mod mentions;
mod progress;
mod standing;
mod trigger;

pub use coverage::Coverage;
pub use funds::Funds;
pub use graph::{Graph, Thread};
pub use health::{Assessment, Reason};
pub use line::Line;
pub use standing::Standing;
pub use trigger::TriggerState;

use std::collections::BTreeMap;

use crate::config::{Config, Role};
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
    /// How far each item has come; none where nobody has said.
    pub progress: Vec<Option<Percent>>,
    /// Money of each item and what supports it.
    pub funds: Vec<Funds>,
    /// Where each measure stands.
    pub standings: BTreeMap<ItemIx, Standing>,
    /// What the program makes of each item's health.
    pub health: Vec<Assessment>,
    /// Whether each plan B is needed.
    pub triggers: BTreeMap<ItemIx, TriggerState>,
    /// How well the levels of the plan hold together.
    pub coverage: Vec<Coverage>,
    /// Whose running text mentions each item.
    pub mentions: Vec<Vec<Place>>,
}

impl Trace {
    /// Works out everything.
    pub fn of(plan: &Plan, config: &Config, today: Date) -> Self {
        let graph = Graph::of(plan);
        let standings = standing::all(plan, config, today);
        let health = health::all(plan, &graph, &standings, today);
        let reaches_top = coverage::reaching(plan, config, &graph);
        Self {
            progress: progress::all(plan, &graph),
            funds: funds::all(plan, &graph),
            triggers: trigger::all(plan, today),
            coverage: coverage::all(plan, config, &graph, &reaches_top),
            mentions: mentions::all(plan),
            reaches_top,
            graph,
            standings,
            health,
        }
    }

    /// How far an item's work has come, as readers are told. Risks and
    /// measures are not work: their status says nothing of it.
    pub fn shown_progress(&self, item: &Item, at: ItemIx) -> Option<Percent> {
        let is_work = !matches!(item.role, Role::Risk | Role::Measure);
        self.progress[at.0].filter(|_| is_work || item.progress.is_some())
    }

    /// The stated health, else the computed one; none where neither is known
    /// or nothing is left to do.
    pub fn shown_health(&self, item: &Item, at: ItemIx) -> Option<Health> {
        if let Some(stated) = &item.health {
            return Some(stated.health.value);
        }
        let computed = self.health[at.0].health;
        (computed != Health::Unknown && item.is_open()).then_some(computed)
    }
}
