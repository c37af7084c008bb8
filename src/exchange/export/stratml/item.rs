//! Goals, and what stands below them as objectives.

use std::collections::BTreeMap;

use crate::config::Role;
use crate::exchange::import::stratml::numbered;
use crate::plan::{Item, ItemIx, Relation};

use super::super::text::markdown;
use super::kept::{Kept, any};
use super::{Part, Writing, identifier, targets, texts};

impl Writing<'_> {
    pub(super) fn goal(&mut self, goal: ItemIx) {
        self.xml.start("Goal", &[]);
        self.head(goal);
        self.holder(goal);
        for objective in self.below(goal) {
            self.xml.start("Objective", &[]);
            self.head(objective);
            self.indicators(objective);
            self.xml.end();
        }
        self.xml.end();
    }

    /// The measures of a goal, for which the standard has no place but an
    /// objective: one without any words.
    fn holder(&mut self, goal: ItemIx) {
        if self.part == Part::Two && self.measures.contains_key(&goal) {
            self.xml.start("Objective", &[]);
            self.indicators(goal);
            self.xml.end();
        }
    }

    /// Objectives, strategies and kinds of the plan's own that reach a goal
    /// and are not written yet; each is written below the first one.
    fn below(&self, goal: ItemIx) -> Vec<ItemIx> {
        let mut found = Vec::new();
        let mut next = vec![goal];
        while let Some(at) = next.pop() {
            for thread in self.subject.trace.graph.down(at) {
                let item = &self.subject.plan[thread.item];
                let is_level = matches!(item.role, Role::Objective | Role::Strategy | Role::Own);
                let is_new = !self.written.contains(&thread.item) && !found.contains(&thread.item);
                if is_level && is_new && self.first_goal(thread.item) == Some(goal) {
                    found.push(thread.item);
                    next.push(thread.item);
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// The goal that an item reaches by what it names first.
    pub(super) fn first_goal(&self, mut at: ItemIx) -> Option<ItemIx> {
        let plan = self.subject.plan;
        for _ in 0..plan.items.len() {
            if plan[at].role == Role::Goal {
                return Some(at);
            }
            at = *targets(self.subject, at, Relation::Supports).first()?;
        }
        None
    }

    fn head(&mut self, at: ItemIx) {
        let item = &self.subject.plan[at];
        self.written.insert(at);
        let mut kept = Kept::of(&item.kept);
        let sequence = kept.take("SequenceIndicator", any);
        let summary = item.summary.as_deref().filter(|_| item.states("summary"));
        let (description, other) = texts(summary, &markdown(self.subject, &item.body, &item.title));
        let other = self.with_actions(at, other);
        self.xml.must("Name", &item.title);
        self.xml.must("Description", &description);
        self.xml.must("Identifier", &identifier(item));
        let sequence = if sequence.is_empty() {
            numbered(&item.id)
        } else {
            sequence
        };
        self.xml.maybe("SequenceIndicator", sequence);
        let owner = item.raci.owner.as_ref().map(|owner| owner.value.as_str());
        self.stakeholders(&item.stakeholders, owner);
        self.xml.maybe("OtherInformation", &kept.below(&other));
    }

    /// The other information with the actions that support an item, which have
    /// no place of their own.
    fn with_actions(&mut self, at: ItemIx, other: String) -> String {
        let plan = self.subject.plan;
        let down = self.subject.trace.graph.down(at).iter().map(|it| it.item);
        let actions: Vec<ItemIx> = down.filter(|it| plan[*it].role == Role::Action).collect();
        if actions.is_empty() {
            return other;
        }
        let mut by_kind: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for action in actions {
            let item = &plan[action];
            let plural = self.subject.config.kinds[item.kind].plural.as_str();
            by_kind.entry(plural).or_default().push(line(item));
        }
        let lists = by_kind
            .into_iter()
            .map(|(plural, lines)| format!("{plural}:\n{}", lines.join("\n")));
        let lists = lists.collect::<Vec<_>>().join("\n\n");
        format!("{other}\n\n{lists}").trim().to_owned()
    }
}

/// An action on one line: id, title, and in brackets who, until when and how
/// far.
fn line(item: &Item) -> String {
    let owner = item.raci.owner.as_ref().map(|owner| owner.value.clone());
    let due = item.dates.due_day().map(|due| format!("due {due}"));
    let status = item.status.as_ref().map(|status| status.label.clone());
    let said: Vec<String> = [owner, due, status].into_iter().flatten().collect();
    let (id, title) = (&item.id, &item.title);
    if said.is_empty() {
        format!("{id} {title}")
    } else {
        format!("{id} {title} ({})", said.join(", "))
    }
}
