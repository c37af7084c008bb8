//! E001 reference-to-hidden: a link in a visible text to what is hidden.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::code;
use crate::edition::Clearance;
use crate::plan::{Place, Target};

use super::thread::{ACTION, GOAL, PUBLIC_EDITION};

pub(super) const RULE: Rule = Rule {
    code: &code::REFERENCE_TO_HIDDEN,
    finds: "A link or a bound fact in a text that an edition shows, to an item, a page or a field \
            that it hides. Relations in front matter may lead to what is hidden; where they carry \
            the line of sight, that is E002.",
    why: "The edition leaves the link out with its words, so that nothing of what is hidden is \
          shown. Readers of that edition meet a sentence with a hole in it.",
    bad: &[
        PUBLIC_EDITION,
        GOAL,
        STRATEGY,
        ACTION,
        (
            "goals/G2.md",
            "---\naudience: public\n---\n# A smaller budget\n\nSee [[S1]] for the way there.\n",
        ),
    ],
    good: &[
        PUBLIC_EDITION,
        GOAL,
        STRATEGY,
        ACTION,
        (
            "goals/G2.md",
            "---\naudience: public\n---\n# A smaller budget\n\n::: audience board\nSee [[S1]] for the \
             way there.\n:::\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

const STRATEGY: (&str, &str) = (
    "strategies/S1.md",
    "---\nsupports: [G1, G2]\n---\n# Close the branch in Old Town\n",
);

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let config = subject.config;
    let editions = config.editions.iter();
    let editions: Vec<(&str, Clearance<'_>)> = editions
        .map(|edition| {
            (
                edition.name.as_str(),
                Clearance::of(subject.plan, config, edition),
            )
        })
        .collect();
    if editions.is_empty() {
        return;
    }
    for link in subject.links() {
        let holed = editions.iter().filter(|(_, clearance)| {
            clearance.place(link.place)
                && clearance.sees_part(link.body, link.link.span)
                && !clearance.target(link.target)
        });
        let names: Vec<String> = holed.map(|(name, _)| format!("`{name}`")).collect();
        if names.is_empty() {
            continue;
        }
        let what = named(subject, link.target);
        let editions = words::and(&names);
        let number = if names.len() == 1 {
            "edition"
        } else {
            "editions"
        };
        let message =
            format!("the {number} {editions} cannot show this link: {what} is hidden there");
        let found = link.finding(
            &code::REFERENCE_TO_HIDDEN,
            message,
            "left out with its words",
        );
        findings.add(found.help(
            "put the sentence between `::: audience …` and `:::`, or let more people see what it \
             links to",
        ));
    }
}

fn named(subject: Subject<'_>, target: &Target) -> String {
    let plan = subject.plan;
    match target {
        Target::Text {
            place: Place::Item(at),
            ..
        } => plan[*at].id.clone(),
        Target::Text { place, .. } => plan
            .body(*place)
            .map_or_else(String::new, |body| body.path.clone()),
        Target::Fact(fact) => format!("`{}` of {}", fact.field, plan[fact.item].id),
        _ => String::new(),
    }
}
