//! M006 no-recent-reading: a measure that nobody reads any more.

use crate::check::{Findings, Reads, Rule, RuleOption, Subject};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::plan::{Item, Measure};
use crate::quantity::Date;
use crate::trace::measure::usual_gap;

use super::thread::GOAL;

const DAYS: RuleOption = RuleOption {
    name: "days",
    default: 400,
    what: "The days after which a reading is missed, where there are too few to see how often the \
           measure is read.",
};

/// The least number of days by which a reading may come later than usual.
const GRACE: i32 = 30;

pub(super) const RULE: Rule = Rule {
    code: &code::NO_RECENT_READING,
    finds: "A measure whose last reading is older than twice the usual time between its readings, \
            and older than that time and 30 days. The baseline counts as the first reading, and \
            the usual time is the median. With fewer than three days to go by, the option `days` \
            decides. Where nothing was read since the baseline it is a hint. Nothing is said \
            before the baseline, nor once the day of the last target has passed.",
    why: "The site goes on showing the last value as where the measure stands. A measure that was \
          not read for two rounds has mostly lost the one who read it.",
    bad: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\n\
             readings: [{value: 28, on: 2026-01-31}, {value: 27, on: 2026-02-28}]\n---\n\
             # Minutes of waiting\n",
        ),
    ],
    good: &[
        GOAL,
        (
            "measures/M1.md",
            "---\nmeasures: G1\nunit: minutes\nbaseline: {value: 30, on: 2025-12-31}\n\
             target: {value: 10, on: 2026-12-31}\n\
             readings: [{value: 28, on: 2026-01-31}, {value: 27, on: 2026-02-28}, {value: 14, on: 2026-10-31}]\n\
             ---\n# Minutes of waiting\n",
        ),
    ],
    options: &[DAYS],
    reads: Reads::Plan,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let days = subject.number(&code::NO_RECENT_READING, &DAYS);
    let days = i32::try_from(days).unwrap_or(i32::MAX);
    let measures = subject.measures();
    findings.extend(measures.filter_map(|(item, it)| found(item, it, days, subject.today)));
}

fn found(item: &Item, measure: &Measure, days: i32, today: Date) -> Option<Diagnostic> {
    let unread = measure.readings.is_empty() && item.states("readings");
    let end = [measure.target.as_ref(), measure.steps.last()];
    let end = end.into_iter().flatten().filter_map(|point| point.on).max();
    if unread || end.is_some_and(|end| end < today) {
        return None;
    }
    let known = known(measure, today);
    let last = *known.last()?;
    let usual = usual_gap(&known);
    let limit = usual.map_or(days, |gap| {
        gap.saturating_mul(2).max(gap.saturating_add(GRACE))
    });
    if (today - last).get_days() <= limit {
        return None;
    }
    let read = measure.latest(today);
    let message = match (read, usual) {
        (None, _) => format!("{} has not been read since its baseline ({last})", item.id),
        (Some(_), Some(gap)) => format!(
            "{} was last read for {last}, and usually every {gap} days",
            item.id
        ),
        (Some(_), None) => format!("{} was last read for {last}", item.id),
    };
    let place = read.map(|reading| reading.place);
    let place = place.or(measure.baseline.map(|from| from.place))?;
    let mut found = Diagnostic::new(&code::NO_RECENT_READING, message)
        .at(place, "the last value")
        .help(
            "add the reading that is due, or set `status: dropped` if it is not measured any more",
        );
    if read.is_none() {
        found = found.as_bad_as(Severity::Info);
    }
    if place.source != item.place.source {
        found = found.also(item.place, "the measure");
    }
    Some(found.about(&item.id))
}

/// The days up to today on which the value is known, the baseline's among
/// them, in order.
fn known(measure: &Measure, today: Date) -> Vec<Date> {
    let baseline = measure.baseline.and_then(|from| from.on);
    let readings = measure.readings.iter().map(|reading| reading.on);
    let mut days: Vec<Date> = baseline.into_iter().chain(readings).collect();
    days.retain(|day| *day <= today);
    days.sort_unstable();
    days
}
