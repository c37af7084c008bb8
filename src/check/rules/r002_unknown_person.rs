//! R002 unknown-person: a name that the plan's directory does not have.

use std::collections::BTreeSet;

use crate::check::known::Known;
use crate::check::names::{self, Named};
use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::{Diagnostic, Severity, code};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::UNKNOWN_PERSON,
    finds: "A name in `owner`, `contributors`, `consulted`, `informed` or a field of your own of type \
            `person` that `[people.*]` has neither as a key nor as a name or alias. It is only a \
            hint where no listed name is much like it: not everybody has to be listed. As long \
            as nobody is, it says nothing. Each name is reported once; another spelling \
            of somebody listed is left to R006.",
    why: "A misspelt name makes a second person, with a page of its own and half of the work. And who \
          is not listed has no team and no address.",
    bad: &[
        ("plan.toml", "[people.ada]\nname = \"Ada Lindqvist\"\n"),
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nowner: Ada Lindquist\n---\n# Open a second counter\n",
        ),
    ],
    good: &[
        ("plan.toml", "[people.ada]\nname = \"Ada Lindqvist\"\n"),
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nowner: Ada Lindqvist\n---\n# Open a second counter\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let people = &subject.config.people;
    if people.iter().next().is_none() {
        return;
    }
    let mut known = Known::new(people.iter().map(|person| person.name.as_str()));
    let all = names::all(subject);
    let variants = names::variants(subject, &all).into_iter();
    let listed = variants
        .filter(|it| it.listed.is_some())
        .flat_map(|it| it.others);
    let listed: BTreeSet<&str> = listed.collect();
    for (name, places) in &all {
        if people.find(name).is_none() && !listed.contains(name) {
            findings.add(found(subject, name, places, &mut known));
        }
    }
}

fn found(subject: Subject<'_>, name: &str, places: &[Named], known: &mut Known<'_>) -> Diagnostic {
    let message = format!("`[people.*]` does not list `{name}`");
    let found = Diagnostic::new(&code::UNKNOWN_PERSON, message);
    let found = match known.did_you_mean(name) {
        Some(near) => found.help(near),
        None => found.as_bad_as(Severity::Info),
    };
    let found = found.help("add them to plan.toml, with this name or with it among the `aliases`");
    match places.first() {
        Some((item, span)) => found
            .at(
                *span,
                format!("not listed{}", words::elsewhere(places.len())),
            )
            .about(&subject.plan[*item].id),
        None => found,
    }
}
