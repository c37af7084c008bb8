//! X004 failing-expression: an expression that cannot be worked out for an
//! item. Found by the rules that ask expressions.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::FAILING_EXPRESSION,
    finds: "An expression, in `when` of a rule of your own or in `filter` of a view, that is neither \
            true nor false of some items, most often because it reckons with a field that they do \
            not have. It is told once for each rule and view, with an example. A rule then finds \
            nothing of those items, and a view leaves them out.",
    why: "What is left out without a word is taken for what does not exist.",
    bad: &[
        (
            "agenda.md",
            "# Due soon\n\n```plan\nfilter: item.due < today + days(30)\n```\n",
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
            "---\nsupports: s1\n---\n# Open a second counter\n\nBy the door.\n",
        ),
    ],
    good: &[
        (
            "agenda.md",
            "# Due soon\n\n```plan\nfilter: has(item.due) && item.due < today + days(30)\n```\n",
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
            "---\nsupports: s1\n---\n# Open a second counter\n\nBy the door.\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
