//! S006 unknown-kind: found while items are read.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::UNKNOWN_KIND,
    finds: "A `kind:` that is neither built in nor in `plan.toml` under `[kinds.*]`, or that the \
            plan has switched off.",
    why: "The kind decides where an item stands in the plan: what it may support, where it is \
          listed, which fields it has. Without one the file is an ordinary page, and missing from \
          the trace.",
    bad: &[(
        "counter.md",
        "---\n\
         kind: acton\n\
         ---\n\
         # Open a second counter\n",
    )],
    good: &[(
        "counter.md",
        "---\n\
         kind: action\n\
         ---\n\
         # Open a second counter\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
