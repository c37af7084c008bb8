//! K004 unscored-risk: a risk that cannot be compared with others.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::code;
use crate::plan::Item;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::UNSCORED_RISK,
    finds: "An open risk without `likelihood` or without `impact`.",
    why: "Without both it has no score, stands nowhere in the matrix of risks, and no rule asks what \
          is done about it, however grave it may be.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "risks/R1.md",
            "---\nthreatens: A1\nlikelihood: 2\n---\n# The landlord ends the lease\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "risks/R1.md",
            "---\nthreatens: A1\nlikelihood: 2\nimpact: 4\n---\n# The landlord ends the lease\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let items = subject.plan.items.iter();
    for item in items.filter(|item| item.risk.is_some() && item.is_open()) {
        let (lacks, names) = match (item.states("likelihood"), item.states("impact")) {
            (true, true) => continue,
            (true, false) => ("no impact", "`impact:`"),
            (false, true) => ("no likelihood", "`likelihood:`"),
            (false, false) => (
                "neither likelihood nor impact",
                "`likelihood:` and `impact:`",
            ),
        };
        findings.add(found(item, lacks, names));
    }
}

fn found(item: &Item, lacks: &str, names: &str) -> crate::diagnostic::Diagnostic {
    let found = Findings::about(
        &code::UNSCORED_RISK,
        item,
        format!("{} has {lacks}", item.id),
    );
    found.help(format!("add {names} from 1, the least, to 5, the most"))
}
