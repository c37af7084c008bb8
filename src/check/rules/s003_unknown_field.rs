//! S003 unknown-field: found while fields and settings are read.

use crate::check::Rule;
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::UNKNOWN_FIELD,
    finds: "A field in front matter, or a setting in `plan.toml`, that nothing reads. Fields of \
            the plan's own are made known under `[fields.*]`.",
    why: "A misspelled field is silently a missing one: an action with an `onwer` has no owner. \
          Whoever wrote it believes that the plan says something which it does not.",
    bad: &[(
        "actions/a1.md",
        "---\n\
         onwer: Jane Doe\n\
         ---\n\
         # Open a second counter\n",
    )],
    good: &[(
        "actions/a1.md",
        "---\n\
         owner: Jane Doe\n\
         ---\n\
         # Open a second counter\n",
    )],
    check: None,
};
