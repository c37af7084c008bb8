//! L005 link-outside-plan: a link that the site cannot carry.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::code;
use crate::plan::Target;

pub(super) const RULE: Rule = Rule {
    code: &code::LINK_OUTSIDE_PLAN,
    finds: "A link whose path leads out of the plan folder, and a link of a kind that is never \
            published, such as `file:` or `javascript:`. Web addresses, e-mail and telephone links \
            are fine.",
    why: "The plan is published from its folder alone: what lies beside it is not on the site, and \
          may not be meant for its readers.",
    bad: &[(
        "actions/a1.md",
        "# Open a second counter\n\nSee [the offer](../../finance/offer.pdf).\n",
    )],
    good: &[(
        "actions/a1.md",
        "# Open a second counter\n\nThe offer is with the finance department.\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for link in subject.links() {
        let written = &link.link.target;
        let code = &code::LINK_OUTSIDE_PLAN;
        findings.add(match link.target {
            Target::Outside => link
                .finding(
                    code,
                    format!("`{written}` leads out of the plan folder"),
                    "not part of the plan",
                )
                .help("copy the file into the plan folder, or say in words where it is"),
            Target::Forbidden => link
                .finding(
                    code,
                    format!("`{written}` is not a link that can be published"),
                    "not published",
                )
                .help("use a web address, an e-mail address, or a path in the plan folder"),
            _ => continue,
        });
    }
}
