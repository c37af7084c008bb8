//! M003 target-behind-baseline: a measure that is to go two ways at once.

use crate::check::measures::is_same;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::plan::{Direction, Item, Measure, Point};
use crate::quantity::show_number;

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::TARGET_BEHIND_BASELINE,
    finds: "A measure whose stated `direction` is up while its target is below its baseline, or \
            down while it is above; one whose target lies on an earlier day than its baseline; \
            and, as a warning, a target on the way that has no day or lies outside the time \
            between the two.",
    why: "One of the values is wrong. As it stands, getting better counts as getting worse. A \
          target on the way that lies elsewhere counts for nothing.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\ndirection: up\n\
             baseline: {value: 30, on: 2025-12-31}\ntarget: {value: 10, on: 2026-12-31}\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\ndirection: down\n\
             baseline: {value: 30, on: 2025-12-31}\ntarget: {value: 10, on: 2026-12-31}\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (item, measure) in subject.measures() {
        findings.extend(
            against(item, measure)
                .into_iter()
                .chain(too_early(item, measure)),
        );
        findings.extend(aside(item, measure));
    }
}

/// A target that is against the stated direction.
fn against(item: &Item, measure: &Measure) -> Option<Diagnostic> {
    let (from, to) = (measure.baseline?, measure.target?);
    let stated = measure.stated_direction?;
    let (lies, way) = match measure.direction {
        Direction::Up if to.value < from.value => ("below", "up"),
        Direction::Down if to.value > from.value => ("above", "down"),
        _ => return None,
    };
    let message = format!(
        "the target of {} ({}) lies {lies} its baseline ({}), and its direction is `{way}`",
        item.id,
        show_number(to.value),
        show_number(from.value)
    );
    let found = Diagnostic::new(&code::TARGET_BEHIND_BASELINE, message)
        .at(to.place, "the target")
        .also(from.place, "the baseline")
        .also(stated, "the direction")
        .help("turn the direction round, or mend the value that is wrong");
    Some(found.about(&item.id))
}

/// A target that is to be reached before the beginning.
fn too_early(item: &Item, measure: &Measure) -> Option<Diagnostic> {
    let (from, to) = (measure.baseline?, measure.target?);
    let (start, end) = (from.on?, to.on?);
    (end <= start).then(|| {
        let message = format!(
            "the target of {} is for {end}, which is not after its baseline ({start})",
            item.id
        );
        Diagnostic::new(&code::TARGET_BEHIND_BASELINE, message)
            .at(to.place, "the target")
            .also(from.place, "the baseline")
            .help("mend the day that is wrong")
            .about(&item.id)
    })
}

/// The targets on the way that are not on it.
fn aside(item: &Item, measure: &Measure) -> Vec<Diagnostic> {
    let steps = measure.steps.iter();
    let found = steps.filter_map(|step| {
        let why = why_aside(*step, measure)?;
        let message = format!(
            "a target of {} on the way {why}, and counts for nothing",
            item.id
        );
        let found = Diagnostic::new(&code::TARGET_BEHIND_BASELINE, message)
            .as_bad_as(Severity::Warn)
            .at(step.place, "")
            .help("give each of `targets` a day between baseline and target");
        Some(found.about(&item.id))
    });
    found.collect()
}

fn why_aside(step: Point, measure: &Measure) -> Option<String> {
    let Some(on) = step.on else {
        return Some("has no day".to_owned());
    };
    let start = measure.baseline.and_then(|from| from.on);
    let target = measure.target;
    let end = target.and_then(|to| to.on);
    let repeated = target.is_some_and(|to| to.on == step.on && is_same(to.value, step.value));
    match (start, end) {
        // That is said of the target itself.
        (Some(start), Some(end)) if end <= start => None,
        (Some(start), _) if on <= start => Some(format!("is for {on}, not after the baseline")),
        (_, Some(end)) if on >= end && !repeated => {
            Some(format!("is for {on}, not before the target"))
        }
        _ => None,
    }
}
