//! S002 invalid-front-matter: found while files are read.

use crate::check::{Reads, Rule};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::INVALID_FRONT_MATTER,
    finds: "Front matter, or `plan.toml`, that is not well-formed: a bracket or quote that is \
            never closed, a tab where YAML wants spaces, a name that stands there twice, a block \
            without its closing `---`.",
    why: "None of the fields of such a file can be trusted, so owner, dates and relations are \
          missing from the plan until it is mended. Other findings about the same item may come \
          from this one: mend it first.",
    bad: &[(
        "actions/a1.md",
        "---\n\
         owner: \"Jane Doe\n\
         due: 2027-03-31\n\
         ---\n\
         # Open a second counter\n",
    )],
    good: &[(
        "actions/a1.md",
        "---\n\
         owner: \"Jane Doe\"\n\
         due: 2027-03-31\n\
         ---\n\
         # Open a second counter\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: None,
};
