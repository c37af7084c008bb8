//! Bound facts: `[[A3.due]]` shows the item's field, so that prose cannot
//! contradict the plan.

use crate::config::Config;

use super::{ItemIx, Plan};

/// A field of an item, named in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The item.
    pub item: ItemIx,
    /// The field: one of [`Fact::FIELDS`], or one of the plan's own.
    pub field: String,
}

impl Fact {
    /// The fields that can be shown.
    pub const FIELDS: [&'static str; 20] = [
        "title",
        "summary",
        "owner",
        "team",
        "status",
        "start",
        "due",
        "completed",
        "progress",
        "health",
        "priority",
        "budget",
        "spent",
        "reviewed",
        "unit",
        "baseline",
        "target",
        "latest",
        "score",
        "id",
    ];

    /// The fact that `A3.due` means: an item's id, a point, a field.
    pub(super) fn parse(written: &str, plan: &Plan, config: &Config) -> Option<Self> {
        let (id, field) = written.rsplit_once('.')?;
        let item = plan.find(id)?;
        let own = config.fields.iter().any(|def| def.name == field);
        (own || Self::FIELDS.contains(&field)).then(|| Self {
            item,
            field: field.to_owned(),
        })
    }
}
