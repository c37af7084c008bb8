//! P007 unexplained-risk-status: a worry without a reason.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Health, Item};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::UNEXPLAINED_RISK_STATUS,
    finds: "An open item that is stated to be at risk or off track, without a `health_note`.",
    why: "The colour asks for help, and nobody can help who does not know what is the matter. One \
          sentence stands beside it wherever it is shown.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nhealth: at-risk\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nhealth: at-risk\nhealth_note: The landlord has not signed yet.\n\
             ---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let open = subject.plan.each().filter(|item| item.is_open());
    findings.extend(open.filter_map(found));
}

fn found(item: &Item) -> Option<Diagnostic> {
    let health = item.health.as_ref()?;
    let worries = matches!(health.value, Health::AtRisk | Health::OffTrack);
    if !worries || item.states("health_note") {
        return None;
    }
    let what = health.value.name().replace('-', " ");
    let message = format!("{} is stated to be {what}, and no note says why", item.id);
    let found = Diagnostic::new(&code::UNEXPLAINED_RISK_STATUS, message)
        .at(health.span, "why?")
        .help("add `health_note:` with a sentence: what is the matter, and what would help");
    Some(found.about(&item.id))
}
