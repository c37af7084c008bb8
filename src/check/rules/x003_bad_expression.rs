//! X003 bad-expression: an expression that cannot be understood. Found by the
//! rules that ask expressions.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::BAD_EXPRESSION,
    finds: "An expression, in `when` of a rule of your own or in `filter` of a view, that cannot be \
            understood: one that breaks off, names a field that items do not have, compares a field \
            with a word that it never is, or compares what cannot be compared. So is one that is \
            longer than 2,000 bytes, has brackets more than 32 deep, or a loop within a loop.",
    why: "A rule that cannot be asked finds nothing, which looks like a plan without faults.",
    bad: &[
        (
            "plan.toml",
            "[[rules]]\n\
             name = \"needs-owner\"\n\
             when = 'item.kind == \"action\" && !has(item.ownr)'\n\
             message = \"nobody answers for {title}\"\n",
        ),
        (
            "goals/g1.md",
            "# Nobody waits longer than ten minutes\n\nOn any day.\n",
        ),
        (
            "strategies/s1.md",
            "---\nsupports: g1\n---\n# More counters\n\nAt peak times.\n",
        ),
        (
            "actions/a1.md",
            "---\nsupports: s1\nowner: Jane Doe\n---\n# Open a second counter\n\nBy the door.\n",
        ),
    ],
    good: &[
        (
            "plan.toml",
            "[[rules]]\n\
             name = \"needs-owner\"\n\
             when = 'item.kind == \"action\" && !has(item.owner)'\n\
             message = \"nobody answers for {title}\"\n",
        ),
        (
            "goals/g1.md",
            "# Nobody waits longer than ten minutes\n\nOn any day.\n",
        ),
        (
            "strategies/s1.md",
            "---\nsupports: g1\n---\n# More counters\n\nAt peak times.\n",
        ),
        (
            "actions/a1.md",
            "---\nsupports: s1\nowner: Jane Doe\n---\n# Open a second counter\n\nBy the door.\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
