//! How well each level of the plan is held, and where it is not.

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Subject;
use crate::config::Role;
use crate::plan::Item;
use crate::trace::{self, Coverage, held};

use super::{Rows, Table, Told, part};

/// How well a plan holds together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CoverageReport {
    /// The version of this format.
    pub version: u32,
    /// The items of all levels that are not dropped.
    pub items: usize,
    /// Those that unbroken chains hold from both sides.
    pub held: usize,
    /// The levels, from the top of the plan downward.
    pub levels: Vec<Level>,
    /// The items that are not held from both sides.
    pub gaps: Vec<Gap>,
}

/// A level of the plan. A count is null where a level can have none: nothing
/// supports milestones, and the top supports nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Level {
    /// The kind's name in front matter.
    pub kind: String,
    /// What its items are called.
    pub label: String,
    /// Its items that are not dropped.
    pub items: usize,
    /// Those that something supports.
    pub supported: Option<usize>,
    /// Those from which an unbroken chain of items that are not dropped leads
    /// down to an action with an owner and a due date.
    pub carried: Option<usize>,
    /// Those that support something.
    pub supporting: Option<usize>,
    /// Those from which an unbroken chain leads up to the top of the plan.
    pub in_sight: Option<usize>,
    /// Those that are carried and in sight, as far as they can be.
    pub held: usize,
}

/// An item that is not held from both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gap {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Whether a chain leads down to an action with an owner and a due date;
    /// null where it need not.
    pub carried: Option<bool>,
    /// Whether a chain leads up to the top; null where it need not.
    pub in_sight: Option<bool>,
    /// What is missing, in words.
    pub why: String,
}

impl CoverageReport {
    /// How well a plan holds together.
    pub fn of(subject: Subject<'_>) -> Self {
        let levels = &subject.trace.coverage;
        let (held, items) = held(levels);
        Self {
            version: 1,
            items,
            held,
            levels: levels.iter().map(|level| told(subject, level)).collect(),
            gaps: levels
                .iter()
                .flat_map(|level| gaps(subject, level))
                .collect(),
        }
    }
}

fn told(subject: Subject<'_>, level: &Coverage) -> Level {
    let kind = &subject.config.kinds[level.kind];
    Level {
        kind: kind.name.clone(),
        label: kind.plural.clone(),
        items: level.all,
        supported: level.supported,
        carried: level.carried,
        supporting: level.supporting,
        in_sight: level.in_sight,
        held: level.held,
    }
}

fn gaps<'a>(subject: Subject<'a>, level: &'a Coverage) -> impl Iterator<Item = Gap> + 'a {
    trace::gaps(subject.plan, subject.trace, level).map(move |gap| {
        let item = &subject.plan[gap.item];
        Gap {
            id: item.id.clone(),
            kind: subject.config.kinds[item.kind].name.clone(),
            title: item.title.clone(),
            carried: gap.carried,
            in_sight: gap.in_sight,
            why: why(
                item,
                gap.carried == Some(false),
                gap.in_sight == Some(false),
            ),
        }
    })
}

fn why(item: &Item, adrift: bool, unseen: bool) -> String {
    let mut missing = Vec::new();
    if unseen {
        missing.push("leads to no goal");
    }
    if adrift {
        missing.push(match item.role {
            Role::Action => "has no owner and due date, and nothing below it has",
            _ => "no action with an owner and a due date carries it",
        });
    }
    missing.join("; ")
}

impl CoverageReport {
    /// A row for each level. `name` is what a level is called, and `absent`
    /// what stands for a count that it can have none of.
    fn rows(&self, heads: [&str; 7], name: fn(&Level) -> &String, absent: &str) -> Table {
        let count = |count: Option<usize>| count.map_or(absent.to_owned(), |it| it.to_string());
        let mut table = Table::new(heads);
        table.rows.extend(self.levels.iter().map(|level| {
            vec![
                name(level).clone(),
                level.items.to_string(),
                count(level.supported),
                count(level.carried),
                count(level.supporting),
                count(level.in_sight),
                level.held.to_string(),
            ]
        }));
        table
    }
}

impl Told for CoverageReport {
    fn text(&self) -> String {
        let heads = [
            "",
            "items",
            "supported",
            "carried",
            "supporting",
            "in sight",
            "held",
        ];
        let mut text = self.rows(heads, |level| &level.label, "-").text();
        let held = part(self.held, self.items);
        let _ = write!(text, "\n{held} are held from both sides.\n");
        for gap in &self.gaps {
            let _ = writeln!(text, "  {} {}: {}", gap.id, gap.title, gap.why);
        }
        text
    }

    fn table(&self) -> Rows {
        let heads = [
            "kind",
            "items",
            "supported",
            "carried",
            "supporting",
            "in_sight",
            "held",
        ];
        Rows(self.rows(heads, |level| &level.kind, ""))
    }
}
