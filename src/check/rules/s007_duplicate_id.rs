//! S007 duplicate-id: found while the plan is put together.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::DUPLICATE_ID,
    finds: "Two items with one id, or an alias that is the id of another item. Ids are compared \
            without regard to case.",
    why: "Nobody can tell which of the two a reference means. Only the first is part of the plan \
          until one of them has another id; it often comes from a file that was copied to begin a \
          new one.",
    bad: &[
        (
            "actions/counter.md",
            "---\nid: A1\n---\n# Open a second counter\n",
        ),
        (
            "actions/phone.md",
            "---\nid: A1\n---\n# Answer the phone within a minute\n",
        ),
    ],
    good: &[
        (
            "actions/counter.md",
            "---\nid: A1\n---\n# Open a second counter\n",
        ),
        (
            "actions/phone.md",
            "---\nid: A2\n---\n# Answer the phone within a minute\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
