//! What stands where in the report: each item once, at the first place that
//! the thread leads to.

use crate::config::Role;
use crate::plan::{ItemIx, Relation};

use super::super::context::Context;
use super::chapter::{LINES, PARTS};

/// The chapters of the report.
pub(super) struct Order {
    pub chapters: Vec<Chapter>,
}

/// A goal with all that is below it, or what is below no goal.
#[derive(Default)]
pub(super) struct Chapter {
    pub top: Option<ItemIx>,
    pub parts: Vec<Part>,
    pub risks: Vec<Threat>,
    /// Plan Bs for something else than a risk.
    pub plan_bs: Vec<ItemIx>,
    /// What the plan Bs need.
    pub prepared: Vec<Line>,
}

/// An item with a text of its own in the report: a goal, objective, strategy.
pub(super) struct Part {
    /// None for what is loose.
    pub item: Option<ItemIx>,
    /// 0 for the chapter's top.
    pub depth: usize,
    pub measures: Vec<ItemIx>,
    pub lines: Vec<Line>,
    /// What supports it and stands elsewhere.
    pub again: Vec<ItemIx>,
}

/// A risk.
pub(super) struct Threat {
    pub risk: ItemIx,
    /// Those of its plan Bs that come for the first time.
    pub answers: Vec<ItemIx>,
}

/// An item in a table of actions.
pub(super) struct Line {
    pub item: ItemIx,
    pub depth: usize,
}

impl Chapter {
    /// All items of the chapter, in order.
    fn items(&self) -> Vec<ItemIx> {
        self.first(usize::MAX, usize::MAX)
    }

    /// The items that have a place in the report: of very many only the first.
    pub fn shown(&self) -> Vec<ItemIx> {
        self.first(PARTS, LINES)
    }

    fn first(&self, parts: usize, lines: usize) -> Vec<ItemIx> {
        let mut items = Vec::new();
        for part in self.parts.iter().take(parts) {
            items.extend(part.item);
            items.extend(&part.measures);
            items.extend(part.lines.iter().take(lines).map(|line| line.item));
        }
        for threat in &self.risks {
            items.push(threat.risk);
            items.extend(&threat.answers);
        }
        items.extend(&self.plan_bs);
        items.extend(self.prepared.iter().map(|line| line.item));
        items
    }

    fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.risks.is_empty() && self.plan_bs.is_empty()
    }
}

impl Order {
    /// The order of a plan with these goals.
    pub fn of(context: &Context<'_>, tops: &[ItemIx]) -> Self {
        let mut walk = Walk {
            context,
            seen: vec![false; context.subject.plan.items.len()],
        };
        for top in tops {
            walk.seen[top.0] = true;
        }
        let mut chapters: Vec<Chapter> = tops.iter().map(|top| walk.chapter(*top)).collect();
        let rest = walk.rest();
        if !rest.is_empty() {
            chapters.push(rest);
        }
        Self { chapters }
    }
}

struct Walk<'c, 'a> {
    context: &'c Context<'a>,
    seen: Vec<bool>,
}

impl Walk<'_, '_> {
    /// Whether an item comes for the first time.
    fn is_new(&mut self, at: ItemIx) -> bool {
        !std::mem::replace(&mut self.seen[at.0], true)
    }

    /// What states that relation to an item, in a role that may.
    fn new_from(&mut self, at: ItemIx, relation: Relation) -> Vec<ItemIx> {
        let context = self.context;
        let (roles, _) = relation.roles().unwrap_or_default();
        let found = context.subject.trace.graph.from(at, relation);
        found
            .filter(|it| roles.contains(&context.item(*it).role) && self.is_new(*it))
            .collect()
    }

    fn chapter(&mut self, top: ItemIx) -> Chapter {
        let mut chapter = Chapter {
            top: Some(top),
            ..Chapter::default()
        };
        self.part(top, 0, &mut chapter.parts);
        self.threats(&mut chapter);
        chapter
    }

    /// An item and, after it, those of its parts that have a text.
    fn part(&mut self, at: ItemIx, depth: usize, parts: &mut Vec<Part>) {
        let context = self.context;
        let mut part = Part {
            item: Some(at),
            depth,
            measures: self.new_from(at, Relation::Measures),
            lines: Vec::new(),
            again: Vec::new(),
        };
        let mut below = Vec::new();
        for thread in context.subject.trace.graph.down(at) {
            let child = thread.item;
            if !self.is_new(child) {
                part.again.push(child);
            } else if context.item(child).role < Role::Action {
                below.push(child);
            } else {
                self.line(child, 0, &mut part.lines);
            }
        }
        parts.push(part);
        for child in below {
            self.part(child, depth + 1, parts);
        }
    }

    /// An item and, after it, what supports it.
    fn line(&mut self, at: ItemIx, depth: usize, lines: &mut Vec<Line>) {
        lines.push(Line { item: at, depth });
        let context = self.context;
        for thread in context.subject.trace.graph.down(at) {
            if self.is_new(thread.item) {
                self.line(thread.item, depth + 1, lines);
            }
        }
    }

    /// The risks to what the chapter holds, and the plan Bs.
    fn threats(&mut self, chapter: &mut Chapter) {
        let items = chapter.items();
        for at in &items {
            let risks = self.new_from(*at, Relation::Threatens).into_iter();
            chapter.risks.extend(risks.map(|risk| Threat {
                risk,
                answers: Vec::new(),
            }));
        }
        self.answers(chapter, &items);
    }

    fn answers(&mut self, chapter: &mut Chapter, items: &[ItemIx]) {
        let mut ready = Vec::new();
        for threat in &mut chapter.risks {
            threat.answers = self.new_from(threat.risk, Relation::Answers);
            ready.extend(&threat.answers);
        }
        for at in items {
            let found = self.new_from(*at, Relation::Answers);
            chapter.plan_bs.extend(&found);
            ready.extend(found);
        }
        let graph = &self.context.subject.trace.graph;
        for plan_b in &ready {
            for thread in graph.down(*plan_b) {
                if self.is_new(thread.item) {
                    self.line(thread.item, 0, &mut chapter.prepared);
                }
            }
        }
    }

    /// What is below no goal.
    fn rest(&mut self) -> Chapter {
        let context = self.context;
        let mut chapter = Chapter::default();
        let mut loose = Part {
            item: None,
            depth: 0,
            measures: Vec::new(),
            lines: Vec::new(),
            again: Vec::new(),
        };
        // What hangs on nothing first, so that circles are cut last.
        for top_only in [true, false] {
            for (at, item) in context.subject.plan.all() {
                let hangs = !context.subject.trace.graph.up(at).is_empty();
                if (top_only && hangs) || item.role >= Role::Measure || !self.is_new(at) {
                    continue;
                }
                if item.role < Role::Action {
                    self.part(at, 1, &mut chapter.parts);
                } else {
                    self.line(at, 0, &mut loose.lines);
                }
            }
        }
        for (at, item) in context.subject.plan.all() {
            if self.seen[at.0] {
                continue;
            }
            match item.role {
                Role::Measure => loose.measures.push(at),
                Role::Risk => chapter.risks.push(Threat {
                    risk: at,
                    answers: Vec::new(),
                }),
                _ => continue,
            }
            self.seen[at.0] = true;
        }
        if !loose.lines.is_empty() || !loose.measures.is_empty() {
            chapter.parts.push(loose);
        }
        self.answers(&mut chapter, &[]);
        for (at, item) in context.subject.plan.all() {
            if item.role == Role::Contingency && self.is_new(at) {
                chapter.plan_bs.push(at);
            }
        }
        chapter
    }
}
