//! T013 skipped-level: a support that passes by the level in between.

use std::collections::BTreeSet;

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::config::Role;
use crate::diagnostic::{Diagnostic, code};
use crate::plan::ItemIx;
use crate::trace::Thread;

use super::thread::{ACTION, GOAL};

pub(super) const RULE: Rule = Rule {
    code: &code::SKIPPED_LEVEL,
    finds: "A strategy that supports a goal directly though the goal has objectives, or an action \
            that supports an objective directly though that has strategies. Levels of the plan's own \
            may be passed by, and what another support implies anyway is left to T014.",
    why: "Where a goal was broken down, readers follow its parts and miss what stands beside them. \
          The parts look weaker than they are, and nobody knows which of them the work helps.",
    bad: &[
        GOAL,
        (
            "objectives/O1.md",
            "---\nsupports: G1\n---\n# Ten minutes at most\n",
        ),
        (
            "strategies/S1.md",
            "---\nsupports: O1\n---\n# More counters\n",
        ),
        ACTION,
        (
            "strategies/S2.md",
            "---\nsupports: G1\n---\n# Fewer visits\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S2\n---\n# Permits by post\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "objectives/O1.md",
            "---\nsupports: G1\n---\n# Ten minutes at most\n",
        ),
        (
            "strategies/S1.md",
            "---\nsupports: O1\n---\n# More counters\n",
        ),
        ACTION,
        (
            "strategies/S2.md",
            "---\nsupports: O1\n---\n# Fewer visits\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S2\n---\n# Permits by post\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

/// The levels, from the top.
const LEVELS: [Role; 4] = [Role::Goal, Role::Objective, Role::Strategy, Role::Action];

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let implied = subject.trace.implied.iter();
    let implied: BTreeSet<usize> = implied.map(|it| it.support.reference).collect();
    let parts = Parts::of(subject);
    for (at, item) in subject.plan.all().filter(|(_, item)| item.is_open()) {
        for support in subject.trace.graph.up(at) {
            if let Some(between) = parts.between(subject, at, support.item)
                && !implied.contains(&support.reference)
                && subject.plan[support.item].is_open()
            {
                findings.add(found(subject, support, between).about(&item.id));
            }
        }
    }
}

/// A part of each item on each level that is not dropped.
struct Parts(Vec<[Option<ItemIx>; LEVELS.len()]>);

impl Parts {
    fn of(subject: Subject<'_>) -> Self {
        let parts = subject.plan.all().map(|(at, _)| {
            let mut first = [None; LEVELS.len()];
            let parts = subject.trace.graph.down(at).iter().map(|part| part.item);
            for part in parts.filter(|part| !subject.plan[*part].is_dropped()) {
                if let Some(level) = level(subject.plan[part].role) {
                    first[level] = first[level].or(Some(part));
                }
            }
            first
        });
        Self(parts.collect())
    }

    /// A part of the whole that stands on a level between it and the item, where
    /// the item may support either.
    fn between(&self, subject: Subject<'_>, item: ItemIx, whole: ItemIx) -> Option<ItemIx> {
        let lower = level(subject.plan[item].role)?;
        let upper = level(subject.plan[whole].role)?;
        let may = |it: ItemIx| {
            let kind = |it: ItemIx| subject.plan[it].kind;
            subject.config.kinds.may_support(kind(item), kind(it))
        };
        let parts = self.0[whole.0].get(upper + 1..lower)?.iter().flatten();
        let mut parts = parts.copied();
        let part = parts.find(|part| may(*part));
        part.filter(|_| may(whole))
    }
}

fn level(role: Role) -> Option<usize> {
    LEVELS.iter().position(|level| *level == role)
}

fn found(subject: Subject<'_>, support: &Thread, between: ItemIx) -> Diagnostic {
    let reference = &subject.plan.references[support.reference];
    let (from, whole) = (&subject.plan[reference.from], &subject.plan[support.item]);
    let between = &subject.plan[between];
    let level = words::several(subject.config, between.kind);
    let message = format!("{} supports {} past its {level}", from.id, whole.id);
    Diagnostic::new(&code::SKIPPED_LEVEL, message)
        .at(reference.written.span, "supported directly")
        .also(
            between.place,
            format!("{} supports {} too", between.id, whole.id),
        )
        .help(format!(
            "support one of the {level} of {}, such as {}",
            whole.id, between.id
        ))
}
