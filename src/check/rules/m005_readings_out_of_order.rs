//! M005 readings-out-of-order: a reading whose day does not fit in.

use crate::check::measures::is_same;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::plan::{Item, Measure, Reading};
use crate::quantity::show_number;

use super::thread::GOAL;

pub(super) const RULE: Rule = Rule {
    code: &code::READINGS_OUT_OF_ORDER,
    finds: "Two readings of a measure on one day with different values; and, as a hint, a reading \
            that stands among later ones, or among earlier ones where the newest stands first.",
    why: "Of two values on one day only one can be right, and the program cannot know which. A row \
          that stands in the wrong place often has the wrong year.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\n\
             readings: [{value: 28, on: 2026-03-31}, {value: 25, on: 2026-03-31}]\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\n\
             readings: [{value: 28, on: 2026-03-31}, {value: 25, on: 2026-06-30}]\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for (item, measure) in subject.measures() {
        let readings = as_written(measure);
        findings.extend(on_one_day(item, &measure.readings));
        findings.extend(astray(item, &readings));
    }
}

/// The readings in the order of their places.
fn as_written(measure: &Measure) -> Vec<&Reading> {
    let mut readings: Vec<&Reading> = measure.readings.iter().collect();
    readings.sort_by_key(|reading| reading.place.start());
    readings
}

/// Readings, by day, that deny the one before.
fn on_one_day(item: &Item, readings: &[Reading]) -> Vec<Diagnostic> {
    let pairs = readings.windows(2);
    let denied =
        pairs.filter(|pair| pair[0].on == pair[1].on && !is_same(pair[0].value, pair[1].value));
    denied
        .map(|pair| {
            let (one, other) = (&pair[0], &pair[1]);
            let message = format!(
                "{} has two values for {}: {} and {}",
                item.id,
                one.on,
                show_number(one.value),
                show_number(other.value)
            );
            Diagnostic::new(&code::READINGS_OUT_OF_ORDER, message)
                .at(other.place, "the second")
                .also(one.place, "the first")
                .help("take out the one that is wrong")
                .about(&item.id)
        })
        .collect()
}

/// The first reading that does not stand where its day belongs.
fn astray(item: &Item, readings: &[&Reading]) -> Option<Diagnostic> {
    let pairs = || readings.windows(2);
    let falling = pairs().filter(|pair| pair[1].on < pair[0].on).count();
    let rising = pairs().filter(|pair| pair[0].on < pair[1].on).count();
    let newest_first = falling > rising;
    let mut pairs = pairs();
    let pair = pairs.find(|pair| {
        let (early, late) = if newest_first { (1, 0) } else { (0, 1) };
        pair[late].on < pair[early].on
    })?;
    let order = if newest_first { "newest" } else { "oldest" };
    let message = format!(
        "the readings of {} stand with the {order} first, but {} follows {}",
        item.id, pair[1].on, pair[0].on
    );
    let found = Diagnostic::new(&code::READINGS_OUT_OF_ORDER, message)
        .as_bad_as(Severity::Info)
        .at(pair[1].place, "out of order")
        .also(pair[0].place, "follows this")
        .help("look at the year of both, or put the rows in order");
    Some(found.about(&item.id))
}
