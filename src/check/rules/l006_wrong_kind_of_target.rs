//! L006 wrong-kind-of-target: a relation between kinds that it cannot join.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::config::Role;
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Condition, Item, Reference, Relation};
use crate::value::Spanned;

pub(super) const RULE: Rule = Rule {
    code: &code::WRONG_KIND_OF_TARGET,
    finds: "A relation that leads to an item of a kind it cannot hold, or that stands in one: an \
            action that supports a goal past every strategy, a goal that measures something, a \
            trigger that reads a strategy. What a kind may support is set by `supports` under \
            `[kinds.*]` in `plan.toml`.",
    why: "The levels of a plan are what makes it traceable: each answers how the level above is \
          reached. A relation that skips them, or stands on its head, makes coverage and roll-ups \
          mean something else than they say.",
    bad: &[
        ("goals/G1.md", "# Shorter waits\n"),
        (
            "actions/A1.md",
            "---\nsupports: G1\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        ("goals/G1.md", "# Shorter waits\n"),
        (
            "strategies/S1.md",
            "---\nsupports: G1\n---\n# More counters\n",
        ),
        (
            "actions/A1.md",
            "---\nsupports: S1\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for reference in &subject.plan.references {
        let Some(to) = reference.to.filter(|to| *to != reference.from) else {
            continue;
        };
        let (from, to) = (&subject.plan[reference.from], &subject.plan[to]);
        if let Some(help) = misfit(subject, reference.relation, from, to) {
            findings.add(found(subject, reference, from, to).help(help));
        }
    }
    for item in &subject.plan.items {
        let condition = item.trigger.as_ref().map(|trigger| &trigger.condition);
        if let Some(Condition::Measure {
            measure,
            item: Some(watched),
            ..
        }) = condition
        {
            let watched = &subject.plan[*watched];
            if watched.role != Role::Measure {
                findings.add(watches(subject, item, measure, watched));
            }
        }
    }
}

fn found(subject: Subject<'_>, reference: &Reference, from: &Item, to: &Item) -> Diagnostic {
    let (one, other) = (
        words::one(subject.config, from.kind),
        words::one(subject.config, to.kind),
    );
    let verb = words::verb(reference.relation);
    let message = format!("{} is {one} and cannot {verb} {}, {other}", from.id, to.id);
    Diagnostic::new(&code::WRONG_KIND_OF_TARGET, message)
        .at(reference.written.span, other)
        .about(&from.id)
}

/// What a relation may join, where it does not join these two.
fn misfit(subject: Subject<'_>, relation: Relation, from: &Item, to: &Item) -> Option<String> {
    let config = subject.config;
    if relation == Relation::Supports {
        if config.kinds.may_support(from.kind, to.kind) {
            return None;
        }
        let one = words::one(config, from.kind);
        let known = config
            .kinds
            .all()
            .filter(|(kind, _)| config.kinds.may_support(from.kind, *kind));
        let known: Vec<String> = known
            .map(|(kind, _)| words::several(config, kind))
            .collect();
        return Some(match known.as_slice() {
            [] => format!("{one} supports nothing; what is below it supports it"),
            known => format!("{one} may support {}", words::and(known)),
        });
    }
    let (may_state, may_hold) = relation.roles()?;
    let (verb, one) = (words::verb(relation), words::one(config, from.kind));
    if !may_state.contains(&from.role) {
        return Some(format!(
            "only {} {verb} something",
            words::with_role(config, may_state)
        ));
    }
    let fits = may_hold.contains(&to.role);
    (!fits).then(|| format!("{one} may {verb} {}", words::with_role(config, may_hold)))
}

fn watches(
    subject: Subject<'_>,
    item: &Item,
    written: &Spanned<String>,
    watched: &Item,
) -> Diagnostic {
    let kind = words::one(subject.config, watched.kind);
    let message = format!(
        "the trigger of {} reads {}, {kind}, which has no readings",
        item.id, watched.id
    );
    Diagnostic::new(&code::WRONG_KIND_OF_TARGET, message)
        .at(written.span, kind)
        .help(format!(
            "name a measure, or watch its due date: `{{item: {}, later_than: 30d}}`",
            watched.id
        ))
        .about(&item.id)
}
