//! How values read: dates, periods, amounts, states. English; one place for
//! the other languages to come.

use crate::config::StatusDef;
use crate::diagnostic::Severity;
use crate::plan::{Health, Level, Priority, Response};
use crate::quantity::{Date, Period, Unit, show_number};
use crate::trace::{Reason, TriggerState};

use super::pieces::Badge;

/// `15 Dec 2026`.
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// `15 Dec 2026`, `Dec 2026`, `Q4 2026`, `FY 2027 Q1`.
pub(super) fn period(period: &Period) -> String {
    match &period.unit {
        Unit::Day => day(period.first),
        Unit::Month => period.first.strftime("%b %Y").to_string(),
        Unit::Quarter { year, quarter } => format!("Q{quarter} {year}"),
        Unit::Year { year } => year.to_string(),
        Unit::FiscalQuarter { year, quarter } => format!("FY {year} Q{quarter}"),
        Unit::FiscalYear { year } => format!("FY {year}"),
        Unit::Range(ends) => format!("{} to {}", self::period(&ends[0]), self::period(&ends[1])),
    }
}

/// `84 %`, `1,140 learners`.
pub(super) fn amount(value: f64, unit: Option<&str>) -> String {
    match unit {
        Some(unit) => format!("{}\u{a0}{unit}", show_number(value)),
        None => show_number(value),
    }
}

/// A value that was reckoned, not read: whole, or to three digits. `5.33`,
/// `66.4 %`, `1,135,123 visits`.
pub(super) fn estimate(value: f64, unit: Option<&str>) -> String {
    let decimals = match value.abs() {
        size if size < 10.0 => 2,
        size if size < 100.0 => 1,
        _ => 0,
    };
    let scale = 10f64.powi(decimals);
    amount((value * scale).round() / scale, unit)
}

pub(super) fn status(status: &StatusDef) -> Badge {
    Badge::new(status.is.name(), &status.label)
}

pub(super) fn health(health: Health) -> Badge {
    let label = match health {
        Health::OnTrack => "On track",
        Health::AtRisk => "At risk",
        Health::OffTrack => "Off track",
        Health::Unknown => "Not known",
    };
    Badge::new(health.name(), label)
}

pub(super) fn trigger(state: TriggerState) -> Badge {
    let (class, label) = match state {
        TriggerState::Watched => ("watched", "Watched by people"),
        TriggerState::Armed => ("armed", "Armed"),
        TriggerState::Tripped => ("tripped", "Tripped"),
        TriggerState::Expired => ("expired", "Expired"),
    };
    Badge::new(class, label)
}

pub(super) fn severity(severity: Severity) -> Badge {
    let label = match severity {
        Severity::Error => "Error",
        Severity::Warn => "Warning",
        Severity::Info | Severity::Off => "Hint",
    };
    Badge::new(severity.word(), label)
}

pub(super) fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => "Low",
        Priority::Medium => "Medium",
        Priority::High => "High",
        Priority::Critical => "Critical",
    }
}

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Input => "Input",
        Level::Activity => "Activity",
        Level::Output => "Output",
        Level::Outcome => "Outcome",
    }
}

pub(super) fn response(response: Response) -> &'static str {
    response.name()
}

/// Why a health was computed. Days are left to the dates beside it, so that
/// a page does not change from day to day.
pub(super) fn reason(reason: Reason) -> String {
    match reason {
        Reason::Done => "done".to_owned(),
        Reason::NoData => "nothing is known yet".to_owned(),
        Reason::Unreported => "past due, and nobody has said whether it is done".to_owned(),
        Reason::Late(_) => "past its due date".to_owned(),
        Reason::NotStarted(_) => "should have begun".to_owned(),
        Reason::InTime => "within its dates".to_owned(),
        Reason::Readings => "latest reading against what was expected by then".to_owned(),
        Reason::Parts(on, at, off) => {
            let of = |number: usize, words: &str| (number > 0).then(|| format!("{number} {words}"));
            let parts = [of(on, "on track"), of(at, "at risk"), of(off, "off track")];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            format!("its parts: {}", parts.join(", "))
        }
    }
}

/// `1 action`, `3 actions`; the plural is given.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {}", one.to_lowercase()),
        number => format!("{number} {}", many.to_lowercase()),
    }
}

/// `three`; digits from thirteen on.
pub(super) fn cardinal(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}
