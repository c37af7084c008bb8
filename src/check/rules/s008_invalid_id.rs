//! S008 invalid-id: found while items are read.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::INVALID_ID,
    finds: "An `id:` that is empty or holds anything but letters, digits, `.`, `-` and `_`.",
    why: "The id is in the address of the item's page, in references and in `[[links]]`. Spaces \
          and other signs mean something there, and break the link for some readers and not for \
          others.",
    bad: &[(
        "actions/counter.md",
        "---\nid: A 1\n---\n# Open a second counter\n",
    )],
    good: &[(
        "actions/counter.md",
        "---\nid: A-1\n---\n# Open a second counter\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
