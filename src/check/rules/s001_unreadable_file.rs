//! S001 unreadable-file: found while the plan folder is read.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::UNREADABLE_FILE,
    finds: "A file that cannot be read as text: it is not UTF-8, it is larger than 4 MiB, or the \
            program has no permission to open it.",
    why: "What cannot be read is missing from the site and from every check, and nobody who reads \
          the site would know. Old office programs save in other encodings; letters with accents \
          are the first to break.",
    bad: &[(
        "actions/a1.md",
        "# Open a second counter\n\nIn the caf\u{fffd} beside the entrance.\n",
    )],
    good: &[(
        "actions/a1.md",
        "# Open a second counter\n\nIn the café beside the entrance.\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
