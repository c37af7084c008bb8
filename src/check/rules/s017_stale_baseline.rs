//! S017 stale-baseline: found once all other findings are.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::STALE_BASELINE,
    finds: "A line of `planwright-baseline.csv` that no finding fits any more, or that cannot be \
            read. `planwright check --write-baseline` records today's findings there; from then \
            on they are hints, and only new ones break the build.",
    why: "Every line lets one finding pass. One whose fault has been mended would let the same \
          fault pass when it comes back.",
    bad: &[
        (
            "planwright-baseline.csv",
            "rule,file,text,message\nS011,actions/A1.md,TBD,`TBD` is a placeholder\n",
        ),
        (
            "actions/A1.md",
            "---\nowner: Jane Doe\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        ("planwright-baseline.csv", "rule,file,text,message\n"),
        (
            "actions/A1.md",
            "---\nowner: Jane Doe\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
