//! S013 duplicate-title: two items that readers cannot tell apart.

use std::collections::HashMap;

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::config::Kind;
use crate::diagnostic::code;
use crate::plan::{Item, ItemIx, Relation};

pub(super) const RULE: Rule = Rule {
    code: &code::DUPLICATE_TITLE,
    finds: "Two items of one kind with one title, side by side: for the same parent, or, where \
            neither has one, in the same plan of the family. Milestones called \u{201c}Publish the \
            report\u{201d} under different actions are fine, and so are dropped items and an item that \
            `continues` one of the same title.",
    why: "In lists, menus and searches the two cannot be told apart, and people report progress on \
          the wrong one. Often the second is a copy that was never adapted.",
    bad: &[
        (
            "actions/a1.md",
            "# Open a second counter\n\nIn the main hall.\n",
        ),
        (
            "actions/a2.md",
            "# Open a second counter\n\nIn the branch office.\n",
        ),
    ],
    good: &[
        (
            "actions/a1.md",
            "# Open a second counter in the main hall\n",
        ),
        (
            "actions/a2.md",
            "# Open a second counter in the branch office\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

/// Where titles must differ.
#[derive(PartialEq, Eq, Hash)]
enum Scope<'a> {
    Parent(ItemIx),
    Plan(Option<&'a str>),
}

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let lineage = lineage(subject);
    let titles: Vec<String> = subject.plan.each().map(|it| folded(&it.title)).collect();
    let mut first: HashMap<(Kind, &str, Scope<'_>), ItemIx> = HashMap::new();
    for (at, item) in subject.plan.all().filter(|(_, item)| !item.is_dropped()) {
        let mut twin = None;
        for scope in scopes(subject, at, item) {
            let known = *first
                .entry((item.kind, titles[at.0].as_str(), scope))
                .or_insert(at);
            twin = twin.or((known != at).then_some(known));
        }
        let Some(twin) = twin else { continue };
        if !lineage[at.0] && !lineage[twin.0] {
            let other = &subject.plan[twin];
            let kind = words::one(subject.config, item.kind);
            let message = format!("{} has the title of {}, also {kind}", item.id, other.id);
            let found = Findings::about(&code::DUPLICATE_TITLE, item, message)
                .at(item.title_span, "the same title")
                .also(other.title_span, format!("the title of {}", other.id))
                .help("say in the title what makes it different: where, when, for whom")
                .help("if it takes up the other in a new period, add `continues:` with its id");
            findings.add(found);
        }
    }
}

fn scopes<'a>(subject: Subject<'a>, at: ItemIx, item: &'a Item) -> Vec<Scope<'a>> {
    const FOR: [Relation; 5] = [
        Relation::Supports,
        Relation::Measures,
        Relation::Threatens,
        Relation::Mitigates,
        Relation::Answers,
    ];
    let parents = FOR
        .iter()
        .flat_map(|relation| subject.trace.graph.to(at, *relation));
    let mut scopes: Vec<Scope<'_>> = parents.map(Scope::Parent).collect();
    if scopes.is_empty() {
        scopes.push(Scope::Plan(item.plan.as_ref().map(|plan| plan.as_str())));
    }
    scopes
}

/// Whether each item takes up one of the same title from an earlier period.
fn lineage(subject: Subject<'_>) -> Vec<bool> {
    let plan = subject.plan;
    let mut lineage = vec![false; plan.items.len()];
    for (reference, earlier) in plan.stated(Relation::Continues) {
        let (later, earlier) = (&plan[reference.from], &plan[earlier]);
        lineage[reference.from.0] |= folded(&later.title) == folded(&earlier.title);
    }
    lineage
}

fn folded(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    for word in title.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}
