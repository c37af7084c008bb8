//! E003 leak: something hidden in a finished edition.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

use super::thread::ACTION;

pub(super) const RULE: Rule = Rule {
    code: &code::LEAK,
    finds: "Something that an edition hides and that stands in its finished site all the same: the \
            id or the title of a hidden item, a sentence, a name or a value that only hidden \
            places hold, a hidden file. Pages, attributes, addresses, the index of search and the \
            files beside them are searched. It is looked for when an edition is built, and nothing \
            is written where it is found. What visible texts say as well is no secret, unless it \
            is the id or the title of something hidden.",
    why: "An edition takes hidden things out before a page is made. This is the second wall: a \
          sentence that names a hidden item in plain words, or a fault in this program, must not \
          be noticed by the readers first.",
    bad: &[
        SETTINGS,
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\naudience: public\n---\n# Letters to all\n\nAfter CLOSE-7.\n",
        ),
        (
            "actions/CLOSE-7.md",
            "---\nsupports: S1\n---\n# Close the branch in Old Town\n",
        ),
    ],
    good: &[
        SETTINGS,
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\naudience: public\n---\n# Letters to all\n\n::: audience board\nAfter CLOSE-7.\n:::\n",
        ),
        (
            "actions/CLOSE-7.md",
            "---\nsupports: S1\n---\n# Close the branch in Old Town\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: None,
};

const SETTINGS: (&str, &str) = (
    "plan.toml",
    "[audiences]\norder = [\"public\", \"board\"]\n\n[editions.public]\naudience = \"public\"\n",
);
const STRATEGY: (&str, &str) = (
    "strategies/S1.md",
    "---\nsupports: G1\naudience: public\n---\n# More counters\n",
);
const GOAL: (&str, &str) = (
    "goals/G1.md",
    "---\naudience: public\n---\n# Shorter waits\n",
);
