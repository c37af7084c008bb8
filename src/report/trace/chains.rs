//! The chains that lead up from an item, or down from one.

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::Subject;
use crate::plan::{ItemIx, Relation};
use crate::trace::{Chain, chains};

use super::{Rows, Table, Told, named};

/// Chains along the golden thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Chains {
    /// The version of this format.
    pub version: u32,
    /// The chains, each from the item that was asked for.
    pub chains: Vec<Vec<Step>>,
    /// Whether there are more than are told.
    pub more: bool,
    /// Each chain's lines of text.
    #[serde(skip)]
    lines: Vec<Vec<String>>,
}

/// An item in a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Step {
    /// The relation of the step to this item, as front matter names it; null
    /// for the first.
    pub relation: Option<String>,
    /// The item's id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its status, as written.
    pub status: Option<String>,
    /// Who is accountable.
    pub owner: Option<String>,
    /// The last day on which it is not late.
    pub due: Option<String>,
}

/// The most chains that are told.
const MOST: usize = 10_000;

impl Chains {
    /// The chains upward from an item; those that lead to another, where one
    /// is named.
    pub fn upward(subject: Subject<'_>, from: ItemIx, to: Option<ItemIx>) -> Self {
        let graph = &subject.trace.graph;
        let steps = |at| graph.steps_up(at);
        let all = chains(from, steps, |at| Some(at) == to, MOST + 1);
        Self::told(subject, all, to, Way::Up)
    }

    /// The chains downward from an item.
    pub fn downward(subject: Subject<'_>, to: ItemIx) -> Self {
        let graph = &subject.trace.graph;
        let all = chains(to, |at| graph.steps_down(at), |_| false, MOST + 1);
        Self::told(subject, all, None, Way::Down)
    }

    fn told(subject: Subject<'_>, mut all: Vec<Chain>, to: Option<ItemIx>, way: Way) -> Self {
        let more = all.len() > MOST;
        all.truncate(MOST);
        if let Some(to) = to {
            all.retain(|chain| chain.last().is_some_and(|(_, item)| *item == to));
        }
        let line = |(relation, at): &(Option<Relation>, ItemIx)| {
            let relation = relation.map_or("", |relation| way.words(relation));
            format!("{relation}{}", named(subject, *at))
        };
        Self {
            version: 1,
            lines: all
                .iter()
                .map(|chain| chain.iter().map(line).collect())
                .collect(),
            chains: all
                .iter()
                .map(|chain| chain.iter().map(|step| told_step(subject, *step)).collect())
                .collect(),
            more,
        }
    }
}

#[derive(Clone, Copy)]
enum Way {
    Up,
    Down,
}

impl Way {
    /// What a step is called before the item it leads to.
    fn words(self, relation: Relation) -> &'static str {
        match (self, relation) {
            (Self::Up, Relation::Supports) => "supports ",
            (Self::Up, Relation::Measures) => "measures ",
            (Self::Up, Relation::Threatens) => "threatens ",
            (Self::Up, Relation::Mitigates) => "mitigates ",
            (Self::Up, Relation::Answers) => "answers ",
            (Self::Down, Relation::Measures) => "measured by ",
            (Self::Down, Relation::Threatens) => "threatened by ",
            (Self::Down, Relation::Mitigates) => "mitigated by ",
            (Self::Down, Relation::Answers) => "answered by ",
            _ => "",
        }
    }
}

fn told_step(subject: Subject<'_>, (relation, at): (Option<Relation>, ItemIx)) -> Step {
    let item = &subject.plan[at];
    let status = item.status.as_ref();
    Step {
        relation: relation.map(|relation| relation.field().to_owned()),
        id: item.id.clone(),
        kind: subject.config.kinds[item.kind].name.clone(),
        title: item.title.clone(),
        status: status.map(|status| status.name.clone()),
        owner: item.raci.owner.as_ref().map(|owner| owner.value.clone()),
        due: item.dates.due_day().map(|due| due.to_string()),
    }
}

impl Told for Chains {
    /// A tree: what two chains share from their beginning stands once.
    fn text(&self) -> String {
        let mut text = String::new();
        let mut before: &[String] = &[];
        for chain in &self.lines {
            let shared = chain.iter().zip(before).take_while(|(a, b)| a == b).count();
            for (depth, line) in chain.iter().enumerate().skip(shared) {
                let _ = writeln!(text, "{}{line}", "  ".repeat(depth));
            }
            before = chain;
        }
        if self.more {
            let _ = writeln!(text, "(and more: the first {MOST} chains are shown)");
        }
        text
    }

    fn table(&self) -> Rows {
        let mut table = Table::new([
            "chain", "step", "relation", "id", "kind", "title", "status", "owner", "due",
        ]);
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        for (number, chain) in self.chains.iter().enumerate() {
            for (at, step) in chain.iter().enumerate() {
                table.rows.push(vec![
                    (number + 1).to_string(),
                    (at + 1).to_string(),
                    own(&step.relation),
                    step.id.clone(),
                    step.kind.clone(),
                    step.title.clone(),
                    own(&step.status),
                    own(&step.owner),
                    own(&step.due),
                ]);
            }
        }
        Rows(table)
    }
}
