//! S005 missing-field: found while items are read.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::MISSING_FIELD,
    finds: "An item without a field that the plan demands of its kind. By default nothing is \
            demanded; `required` under `[kinds.*]` and `[fields.*]` in `plan.toml` does so.",
    why: "The organisation has agreed that no item is complete without it. One gap in a column \
          makes every total and every list by that column doubtful.",
    bad: &[
        ("plan.toml", "[kinds.action]\nrequired = [\"owner\"]\n"),
        ("actions/a1.md", "# Open a second counter\n"),
    ],
    good: &[
        ("plan.toml", "[kinds.action]\nrequired = [\"owner\"]\n"),
        (
            "actions/a1.md",
            "---\n\
             owner: Jane Doe\n\
             ---\n\
             # Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
