//! P005 health-contradicts-forecast: a judgement that the figures do not bear
//! out.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::plan::{Health, Item, ItemIx, Relation};
use crate::trace::Reason;

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::HEALTH_CONTRADICTS_FORECAST,
    finds: "An open item that is stated to be on track while its readings, or its parts and \
            measures taken together, are off track. Where they are only at risk it is a hint. What \
            is late or should have begun is named as that (D006, D008), and a judgement that \
            nobody has looked at for too long counts no more (P006).",
    why: "Whoever reads only the judgement is reassured. The figures may be wrong, or the author \
          may know better; then readers should be told why.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nhealth: on-track\n---\n# Open a second counter\n",
        ),
        (
            "measures/M1.md",
            "---\nmeasures: A1\nbaseline: {value: 0, on: 2025-12-31}\n\
             target: {value: 100, on: 2026-12-31}\nreadings: [{value: 20, on: 2026-10-31}]\n\
             ---\n# Visitors served\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nhealth: off-track\n\
             health_note: The counter opened in September.\n---\n# Open a second counter\n",
        ),
        (
            "measures/M1.md",
            "---\nmeasures: A1\nbaseline: {value: 0, on: 2025-12-31}\n\
             target: {value: 100, on: 2026-12-31}\nreadings: [{value: 20, on: 2026-10-31}]\n\
             ---\n# Visitors served\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

/// How many parts are pointed at.
const SHOWN: usize = 5;

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let items = subject.plan.all();
    findings.extend(items.filter_map(|(at, item)| found(subject, at, item)));
}

fn found(subject: Subject<'_>, at: ItemIx, item: &Item) -> Option<Diagnostic> {
    let stated = item.health.as_ref()?;
    let computed = subject.trace.health[at.0];
    let says = match computed.reason {
        Reason::Readings => "its readings",
        Reason::Parts(..) => "its parts",
        _ => return None,
    };
    let severity = match computed.health {
        Health::OffTrack => Severity::Warn,
        Health::AtRisk => Severity::Info,
        Health::OnTrack | Health::Unknown => return None,
    };
    if subject.trace.stated[at.0] != Some(Health::OnTrack) || !item.is_open() {
        return None;
    }
    let what = computed.health.name().replace('-', " ");
    let message = format!(
        "{} is stated to be on track, and by {says} it is {what}",
        item.id
    );
    let mut found = Diagnostic::new(&code::HEALTH_CONTRADICTS_FORECAST, message)
        .as_bad_as(severity)
        .at(stated.span, "stated")
        .about(&item.id);
    for part in behind(subject, at).take(SHOWN) {
        let health = subject.trace.health[part.0].health.name().replace('-', " ");
        let part = &subject.plan[part];
        found = found.also(part.place, format!("{} is {health}", part.id));
    }
    Some(found.help("state what the figures show, or accept this with the reason why they mislead"))
}

/// The parts and measures of an item that are not on track.
fn behind(subject: Subject<'_>, at: ItemIx) -> impl Iterator<Item = ItemIx> {
    let graph = &subject.trace.graph;
    let parts = graph.down(at).iter().map(|thread| thread.item);
    let all = parts.chain(graph.from(at, Relation::Measures));
    all.filter(move |part| {
        let health = subject.trace.health[part.0].health;
        matches!(health, Health::AtRisk | Health::OffTrack) && !subject.plan[*part].is_dropped()
    })
}
