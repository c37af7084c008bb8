//! B002 empty-perspective: a side of the plan that no goal looks at.

use std::collections::BTreeSet;

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::{FieldType, Role};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Item, OwnValue};

use super::thread::ACTION;

pub(super) const RULE: Rule = Rule {
    code: &code::EMPTY_PERSPECTIVE,
    finds: "A perspective without a goal: one of the `values` of a field `perspective` of the plan's \
            own, of type `term`, that no goal or objective has which was not dropped. As long as \
            none of them has any, it says nothing.",
    why: "Perspectives, such as customers, money, work and learning, are there so that none of them is \
          forgotten. One that stands empty was forgotten, or is not needed.",
    bad: &[
        ("plan.toml", PERSPECTIVES),
        (
            "goals/G1.md",
            "---\nperspective: Customers\n---\n# Shorter waits\n",
        ),
        (
            "goals/G2.md",
            "---\nperspective: Customers\n---\n# Friendlier letters\n",
        ),
        (
            "strategies/S1.md",
            "---\nsupports: [G1, G2]\n---\n# More counters\n",
        ),
        ACTION,
    ],
    good: &[
        ("plan.toml", PERSPECTIVES),
        (
            "goals/G1.md",
            "---\nperspective: Customers\n---\n# Shorter waits\n",
        ),
        (
            "goals/G2.md",
            "---\nperspective: Staff\n---\n# Friendlier letters\n",
        ),
        (
            "strategies/S1.md",
            "---\nsupports: [G1, G2]\n---\n# More counters\n",
        ),
        ACTION,
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

const PERSPECTIVES: &str = "[fields.perspective]\ntype = \"term\"\nvalues = [\"Customers\", \"Staff\"]\nkinds = [\"goal\"]\n";

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let mut fields = subject.config.fields.iter().enumerate();
    let field = fields.find(|(_, def)| def.name == "perspective" && def.holds == FieldType::Term);
    let Some((field, def)) = field else { return };
    let goals = subject.plan.items.iter().filter(|item| is_goal(item));
    let used: BTreeSet<&str> = goals.flat_map(|goal| terms(goal, field)).collect();
    let empty = def
        .values
        .iter()
        .filter(|value| !used.contains(value.value.as_str()));
    for value in empty.filter(|_| !used.is_empty()) {
        let message = format!("no goal has the perspective `{}`", value.value);
        let found =
            Diagnostic::new(&code::EMPTY_PERSPECTIVE, message).at(value.span, "stands empty");
        findings.add(found.help("give it to a goal, or take the value out"));
    }
}

fn is_goal(item: &Item) -> bool {
    matches!(item.role, Role::Goal | Role::Objective) && !item.is_dropped()
}

/// The terms that an item has in a field of the plan's own.
fn terms(item: &Item, field: usize) -> impl Iterator<Item = &str> {
    let fields = item.own.iter().filter(move |own| own.def == field);
    let values = fields.flat_map(|own| &own.values);
    values.filter_map(|value| match &value.value {
        OwnValue::Text(term) => Some(term.as_str()),
        _ => None,
    })
}
