//! S004 invalid-value: found while fields and settings are read.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::INVALID_VALUE,
    finds: "A value that its field cannot hold: a date that is not in the calendar, an amount that \
            is not money, a word that is none of those allowed, a list where one value belongs.",
    why: "The value is left out of the plan, and with it whatever is worked out from it: a date \
          that cannot be read is never late.",
    bad: &[(
        "actions/a1.md",
        "---\n\
         due: 2027-02-30\n\
         ---\n\
         # Open a second counter\n",
    )],
    good: &[(
        "actions/a1.md",
        "---\n\
         due: 2027-02-28\n\
         ---\n\
         # Open a second counter\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
