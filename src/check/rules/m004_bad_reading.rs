//! M004 bad-reading: found while measures are read.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::BAD_READING,
    finds: "A reading of a measure that is not a day and a number, in a CSV file with the columns \
            `date,value` and at most `note`, or in a list under `readings:`.",
    why: "The reading is left out, and with it the last point of a chart, or the one that would \
          have shown that a target is missed.",
    bad: &[
        (
            "measures/M1.md",
            "---\nreadings: readings/waiting.csv\n---\n# Minutes of waiting\n",
        ),
        (
            "readings/waiting.csv",
            "date,value\n2026-06-30,14\n2026-09-30,about 12\n",
        ),
    ],
    good: &[
        (
            "measures/M1.md",
            "---\nreadings: readings/waiting.csv\n---\n# Minutes of waiting\n",
        ),
        (
            "readings/waiting.csv",
            "date,value,note\n2026-06-30,14\n2026-09-30,12,estimated\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
