//! P008 dropped-without-reason: something given up without a word.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::Item;

use super::thread::{ACTION, GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::DROPPED_WITHOUT_REASON,
    finds: "A dropped item with neither a `health_note`, nor a `summary`, nor any text. What a \
            text says cannot be judged by a program: any words will do.",
    why: "In a year somebody will have the same idea. The reason why it was given up is what the \
          plan has learned from it.",
    bad: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\nstatus: dropped\n---\n# Paint the hall\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        ACTION,
        (
            "actions/A2.md",
            "---\nsupports: S1\nstatus: dropped\nhealth_note: The hall is to be sold.\n---\n\
             # Paint the hall\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let dropped = subject.plan.items.iter().filter(|item| item.is_dropped());
    findings.extend(dropped.filter(|item| is_silent(item)).map(|item| {
        let message = format!("{} was dropped, and nothing says why", item.id);
        let place = item.status.as_ref().map_or(item.place, |it| it.span);
        Diagnostic::new(&code::DROPPED_WITHOUT_REASON, message)
            .at(place, "why?")
            .help("add `health_note:` with the reason")
            .about(&item.id)
    }));
}

fn is_silent(item: &Item) -> bool {
    let stated = ["health_note", "summary"];
    item.body.document.words == 0 && !stated.iter().any(|field| item.states(field))
}
