//! M007 off-track: a measure that is far from where it was to be.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::plan::{Health, Item, Measure};
use crate::quantity::show_number;
use crate::trace::Standing;

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::OFF_TRACK,
    finds: "A measure whose last reading is off track by `[health]` of `plan.toml`: what is \
            attained, against what the line through baseline, steps and target expects on that \
            day. It is a hint, because it is news of the world and no fault of the plan; a plan \
            that wants to be stopped by it can set the level.",
    why: "The target will be missed unless something changes. What to change is for the actions \
          and plan Bs of what it measures.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\nreadings: [{value: 29, on: 2026-09-30}]\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\nreadings: [{value: 15, on: 2026-09-30}]\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (at, standing) in &subject.trace.standings {
        let item = &subject.plan[*at];
        if let Some(measure) = item.measure.as_ref().filter(|_| item.is_open()) {
            findings.extend(found(item, measure, standing));
        }
    }
}

fn found(item: &Item, measure: &Measure, standing: &Standing) -> Option<Diagnostic> {
    let (value, on) = standing
        .latest
        .filter(|_| standing.health == Health::OffTrack)?;
    let unit = measure.unit.as_deref().map(|unit| format!(" {unit}"));
    let amount = |value: f64| {
        format!(
            "{}{}",
            show_number(value),
            unit.as_deref().unwrap_or_default()
        )
    };
    let expected = standing
        .expected
        .map(|it| format!(", expected {}", amount(it)));
    let message = format!(
        "{} is off track: {} on {on}{}",
        item.id,
        amount(value),
        expected.unwrap_or_default()
    );
    let mut found = Findings::about(&code::OFF_TRACK, item, message);
    if let Some(reading) = measure.latest(on) {
        found = found.also(reading.place, "the last reading");
    }
    if let Some(target) = measure.target {
        found = found.also(target.place, "the target");
    }
    Some(found.help("say in its text what is done about it, or whether the target still holds"))
}
