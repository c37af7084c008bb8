//! S010 empty-item: nothing beyond a title.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::config::Role;
use crate::diagnostic::code;
use crate::plan::{Item, Relation};

pub(super) const RULE: Rule = Rule {
    code: &code::EMPTY_ITEM,
    finds: "An item without text, summary or any field that says something: it has a title and at \
            most its place in the plan. A milestone's title is its content, so milestones are not \
            looked at.",
    why: "A title means something to whoever wrote it, on the day they wrote it. A year later, and \
          for everybody else, one sentence on what is meant is worth more than another ten items.",
    bad: &[("goals/waiting.md", "# Shorter waits\n")],
    good: &[(
        "goals/waiting.md",
        "# Shorter waits\n\nNobody waits for more than ten minutes.\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

/// Fields that name and place an item without saying anything of it.
const NAMES: [&str; 8] = [
    "id", "title", "kind", "plan", "tags", "aliases", "audience", "allow",
];

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for item in subject.plan.items.iter().filter(|item| is_empty(item)) {
        let message = format!("{} says nothing beyond its title", item.id);
        let found = Findings::about(&code::EMPTY_ITEM, item, message);
        findings.add(found.help("say in a sentence what is meant, or what will be different"));
    }
}

fn is_empty(item: &Item) -> bool {
    let document = &item.body.document;
    let places =
        |key: &str| NAMES.contains(&key) || Relation::ALL.iter().any(|it| it.field() == key);
    item.role != Role::Milestone
        && document.words == 0
        && document.links.is_empty()
        && document
            .matter
            .entries
            .iter()
            .all(|entry| places(&entry.key))
}
