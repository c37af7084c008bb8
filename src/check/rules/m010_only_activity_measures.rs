//! M010 only-activity-measures: a goal of which only the effort is counted.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::Role;
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, ItemIx, Level, Relation};
use crate::value::Spanned;

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::ONLY_ACTIVITY_MEASURES,
    finds: "A goal or objective whose measures, those of its objectives among them, all state that \
            they count what is put in or what is done: `level: input` or `level: activity`. As \
            soon as one states another level, or none, nothing is said. A goal without measures of \
            its own is left to its objectives.",
    why: "All of it can be fulfilled without anything becoming different for anybody. Effort is \
          worth watching, but it does not show that the goal was reached.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\nlevel: activity\n---\n# Minutes of training\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\nlevel: activity\n---\n# Minutes of training\n",
        ),
        (
            "measures/M2.md",
            "---\nmeasures: G1\nunit: minutes\nlevel: outcome\n---\n# Minutes of waiting\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let counted = counted(subject);
    for (at, item) in subject.plan.all() {
        let is_goal = matches!(item.role, Role::Goal | Role::Objective) && item.is_open();
        let of_its_own = measures(subject, at).next().is_some();
        if is_goal && of_its_own && counted[at.0] == Counted::Effort {
            findings.add(found(subject, at, item));
        }
    }
}

/// What the measures of an item count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Nothing,
    Effort,
    /// What comes of it, or they do not say.
    More,
}

impl Counted {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, it) | (it, Self::Nothing) => it,
            (Self::Effort, Self::Effort) => Self::Effort,
            _ => Self::More,
        }
    }

    fn by(level: Option<Level>) -> Self {
        match level {
            Some(level) if level.is_effort() => Self::Effort,
            _ => Self::More,
        }
    }
}

/// What the measures of each item and of its objectives count.
fn counted(subject: Subject<'_>) -> Vec<Counted> {
    let graph = &subject.trace.graph;
    let mut counted = vec![Counted::Nothing; subject.plan.items.len()];
    for &at in &graph.bottom_up {
        let own = measures(subject, at).map(|item| Counted::by(level(item).map(|it| it.value)));
        let parts = graph.down(at).iter().map(|thread| thread.item);
        let objectives = parts.filter(|part| subject.plan[*part].role == Role::Objective);
        let theirs = objectives.map(|part| counted[part.0]);
        counted[at.0] = own.chain(theirs).fold(Counted::Nothing, Counted::and);
    }
    counted
}

fn measures(subject: Subject<'_>, at: ItemIx) -> impl Iterator<Item = &Item> {
    let measures = subject.trace.graph.from(at, Relation::Measures);
    let measures = measures.map(|measure| &subject.plan[measure]);
    measures.filter(|measure| !measure.is_dropped())
}

fn level(item: &Item) -> Option<&Spanned<Level>> {
    item.measure.as_ref()?.level.as_ref()
}

fn found(subject: Subject<'_>, at: ItemIx, item: &Item) -> Diagnostic {
    let message = format!("all that is measured of {} is effort", item.id);
    let mut found = Findings::about(&code::ONLY_ACTIVITY_MEASURES, item, message);
    for measure in measures(subject, at) {
        if let Some(level) = level(measure) {
            let label = format!("{} counts {}", measure.id, what(level.value));
            found = found.also(level.span, label);
        }
    }
    found.help("measure as well what is to be different for people: `level: outcome`")
}

fn what(level: Level) -> &'static str {
    match level {
        Level::Input => "what is put in",
        Level::Activity => "what is done",
        Level::Output => "what that makes",
        Level::Outcome => "what is different",
    }
}
