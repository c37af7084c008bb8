//! E003 leak: something hidden in a finished edition.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

use super::thread::{ACTION, PUBLIC_EDITION, PUBLIC_GOAL, PUBLIC_STRATEGY};

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
        PUBLIC_EDITION,
        PUBLIC_GOAL,
        PUBLIC_STRATEGY,
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
        PUBLIC_EDITION,
        PUBLIC_GOAL,
        PUBLIC_STRATEGY,
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
