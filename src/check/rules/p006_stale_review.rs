//! P006 stale-review: something that nobody has looked at for too long.

use crate::check::{Findings, Reads, Rule, Subject, words};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::plan::{Item, ItemIx};
use crate::quantity::{Date, Lag};

use super::thread::{ACTION, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::STALE_REVIEW,
    finds: "An open item whose last look, `reviewed` or `as_of`, is longer ago than `[review]` in \
            `plan.toml` allows for its kind, or dated on a day that has not come. Where nobody has \
            looked yet it is a hint. Kinds without a cadence are not looked at.",
    why: "A plan is believed as long as somebody looks at it. After that time a stated health says \
          nothing any more, and the site stops showing it as if it did.",
    bad: &[
        ("plan.toml", "[review]\ngoal = \"6mo\"\n"),
        (
            "goals/G1.md",
            "---\nreviewed: 2026-03-31\n---\n# Shorter waits\n",
        ),
        STRATEGY,
        ACTION,
    ],
    good: &[
        ("plan.toml", "[review]\ngoal = \"6mo\"\n"),
        (
            "goals/G1.md",
            "---\nreviewed: 2026-10-14\n---\n# Shorter waits\n",
        ),
        STRATEGY,
        ACTION,
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let open = subject.plan.all().filter(|(_, item)| item.is_open());
    findings.extend(open.filter_map(|(at, item)| found(subject, at, item)));
}

fn found(subject: Subject<'_>, at: ItemIx, item: &Item) -> Option<Diagnostic> {
    let kind = &subject.config.kinds[item.kind].name;
    let cadence = *subject.config.review.get(kind)?;
    let Some(last) = item.last_look() else {
        return never(subject, item, cadence);
    };
    if last > subject.today {
        let message = format!(
            "the last look at {} is dated {last}, which has not come",
            item.id
        );
        return Some(found_at(item, last, message)?.help("write the day on which it was"));
    }
    if subject.trace.looked_until[at.0]? >= subject.today {
        return None;
    }
    let message = format!(
        "the last look at {} was on {last}, and holds for {}",
        item.id,
        cadence.words()
    );
    let mut found = found_at(item, last, message)?
        .help("look at it again, and set `reviewed:` to the day on which you did");
    if let Some(health) = &item.health {
        found = found.also(health.span, "this counts as unknown by now");
    }
    Some(found)
}

/// A finding at the field that names the last look.
fn found_at(item: &Item, last: Date, message: String) -> Option<Diagnostic> {
    let mut looks = [&item.reviewed, &item.as_of].into_iter().flatten();
    let place = looks.find(|day| day.value == last)?.span;
    let found = Diagnostic::new(&code::STALE_REVIEW, message).at(place, "the last look");
    Some(found.about(&item.id))
}

fn never(subject: Subject<'_>, item: &Item, cadence: Lag) -> Option<Diagnostic> {
    if item.states("reviewed") || item.states("as_of") {
        return None;
    }
    let one = words::one(subject.config, item.kind);
    let message = format!("nobody has said when {} was looked at", item.id);
    let found = Findings::about(&code::STALE_REVIEW, item, message)
        .as_bad_as(Severity::Info)
        .help(format!(
            "add `reviewed:` with the day; a look at {one} holds for {}",
            cadence.words()
        ));
    Some(found)
}
