//! R003 overloaded-owner: somebody with too many actions at once.

use crate::check::{Findings, Reads, Rule, RuleOption, Subject, words};
use crate::config::Role;
use crate::diagnostic::{Diagnostic, code};
use crate::plan::ItemIx;
use crate::trace::Load;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::OVERLOADED_OWNER,
    finds: "Somebody who owns more open actions that run on one day, today or later, than one person \
            can answer for. An action runs from its `start`, or from today where its status says \
            that it is under way, to its `due`. What is proposed or on hold, what repeats, and what \
            has open actions as its parts does not count.",
    why: "One of them will be late, and it will be chance which one. That can be seen months ahead, \
          while there is still time to give some of it to others.",
    bad: &[
        ("plan.toml", "[checks]\nR003 = {items = 1}\n"),
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nowner: Ada Lindqvist\nstart: 2027-01\ndue: 2027-06\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\nowner: Ada Lindqvist\nstart: 2027-03\ndue: 2027-04\n---\n# Paint the hall\n",
        ),
    ],
    good: &[
        ("plan.toml", "[checks]\nR003 = {items = 1}\n"),
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nowner: Ada Lindqvist\nstart: 2027-01\ndue: 2027-06\n---\n# Open a second counter\n",
        ),
        (
            "actions/A2.md",
            "---\nsupports: S1\nowner: Ada Lindqvist\nstart: 2027-07\ndue: 2027-08\n---\n# Paint the hall\n",
        ),
    ],
    options: &[ITEMS],
    reads: Reads::Plan,
    check: Some(check),
};

const ITEMS: RuleOption = RuleOption {
    name: "items",
    default: 8,
    what: "The most actions that one owner may have running on one day.",
};

/// How many of the other actions are pointed at.
const SHOWN: usize = 3;

impl Subject<'_> {
    /// The most actions that one owner may have running on one day.
    pub fn most_at_once(self) -> usize {
        self.number(&code::OVERLOADED_OWNER, &ITEMS) as usize
    }
}

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let most = subject.most_at_once();
    for load in &subject.trace.loads {
        if load.items.len() > most {
            findings.add(found(subject, load, most));
        }
    }
}

fn found(subject: Subject<'_>, load: &Load, most: usize) -> Diagnostic {
    let actions = words::with_role(subject.config, &[Role::Action]);
    let (owner, count) = (&load.owner, load.items.len());
    let message = format!(
        "{owner} has {count} {actions} running on {}, more than {most}",
        load.on
    );
    let mut found = Diagnostic::new(&code::OVERLOADED_OWNER, message);
    for (number, &at) in load.items.iter().rev().take(SHOWN + 1).enumerate() {
        let (id, place) = owned(subject, at);
        found = match number {
            0 => found.at(place, "the last of them to begin").about(id),
            _ => found.also(place, format!("{id} runs as well")),
        };
    }
    found.help("give some of them to others, or let them run one after the other")
}

/// An item and where its owner stands.
fn owned(subject: Subject<'_>, at: ItemIx) -> (&str, crate::diagnostic::Span) {
    let item = &subject.plan[at];
    let owner = item.raci.owner.as_ref();
    (&item.id, owner.map_or(item.place, |owner| owner.span))
}
