//! How values read in the language of the plan: states, levels, kinds, counts.

mod fields;
mod stakeholder;
mod time;

pub(super) use fields::field;
pub(super) use stakeholder::stakeholder;
pub(super) use time::{lag, rhythm};

use fluent_bundle::FluentValue;

use crate::config::{Horizon, KindDef, Role, Status, StatusDef};
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::plan::{Health, Level, Priority, Response};
use crate::trace::{Reason, TriggerState};

use super::pieces::Badge;

/// What a kind is called.
#[derive(Debug, Clone)]
pub(super) struct KindWords {
    /// One.
    pub label: String,
    /// Several.
    pub plural: String,
}

/// What a kind is called: the plan's own words as they are written, else the
/// language's.
pub(super) fn kind(locale: &Locale, def: &KindDef) -> KindWords {
    if def.renamed {
        return KindWords {
            label: def.label.clone(),
            plural: def.plural.clone(),
        };
    }
    let (one, several) = kind_ids(def.role);
    KindWords {
        label: locale.say(one),
        plural: locale.say(several),
    }
}

/// The messages that name a built-in kind.
fn kind_ids(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Goal => ("kind-goal", "kind-goals"),
        Role::Objective => ("kind-objective", "kind-objectives"),
        Role::Strategy => ("kind-strategy", "kind-strategies"),
        Role::Action => ("kind-action", "kind-actions"),
        Role::Milestone => ("kind-milestone", "kind-milestones"),
        Role::Measure => ("kind-measure", "kind-measures"),
        Role::Risk => ("kind-risk", "kind-risks"),
        Role::Contingency => ("kind-contingency", "kind-contingencies"),
        Role::Own => ("kind-own", "kind-own"),
    }
}

/// The built-in kind that an item's kind stands for.
pub(super) fn role(locale: &Locale, role: Role) -> String {
    locale.say(kind_ids(role).0)
}

/// What a state of work is called: the plan's own word as it is written, else
/// the language's.
pub(super) fn status(locale: &Locale, status: &StatusDef) -> Badge {
    let id = match status.is {
        _ if status.renamed => return Badge::new(status.is.name(), &status.label),
        Status::Proposed => "status-proposed",
        Status::Planned => "status-planned",
        Status::Active => "status-active",
        Status::OnHold => "status-on-hold",
        Status::Done => "status-done",
        Status::Dropped => "status-dropped",
    };
    Badge::new(status.is.name(), &locale.say(id))
}

pub(super) fn health(locale: &Locale, health: Health) -> Badge {
    let label = locale.say(match health {
        Health::OnTrack => "health-on-track",
        Health::AtRisk => "health-at-risk",
        Health::OffTrack => "health-off-track",
        Health::Unknown => "health-unknown",
    });
    Badge::new(health.name(), &label)
}

pub(super) fn trigger(locale: &Locale, state: TriggerState) -> Badge {
    let label = locale.say(match state {
        TriggerState::Watched => "trigger-watched",
        TriggerState::Armed => "trigger-armed",
        TriggerState::Tripped => "trigger-tripped",
        TriggerState::Expired => "trigger-expired",
    });
    Badge::new(state.name(), &label)
}

pub(super) fn severity(locale: &Locale, severity: Severity) -> Badge {
    let label = locale.say(match severity {
        Severity::Error => "severity-error",
        Severity::Warn => "severity-warning",
        Severity::Info | Severity::Off => "severity-hint",
    });
    Badge::new(severity.word(), &label)
}

pub(super) fn priority(locale: &Locale, priority: Priority) -> String {
    locale.say(match priority {
        Priority::Low => "priority-low",
        Priority::Medium => "priority-medium",
        Priority::High => "priority-high",
        Priority::Critical => "priority-critical",
    })
}

pub(super) fn level(locale: &Locale, level: Level) -> String {
    locale.say(match level {
        Level::Input => "level-input",
        Level::Activity => "level-activity",
        Level::Output => "level-output",
        Level::Outcome => "level-outcome",
    })
}

pub(super) fn response(locale: &Locale, response: Response) -> String {
    locale.say(match response {
        Response::Avoid => "response-avoid",
        Response::Reduce => "response-reduce",
        Response::Transfer => "response-transfer",
        Response::Accept => "response-accept",
    })
}

/// How far a plan looks ahead.
pub(super) fn horizon(locale: &Locale, horizon: Horizon) -> String {
    locale.say(match horizon {
        Horizon::Strategic => "horizon-strategic",
        Horizon::Tactical => "horizon-tactical",
        Horizon::Operational => "horizon-operational",
        Horizon::Contingency => "horizon-contingency",
    })
}

/// Why a health was computed. Days are left to the dates beside it, so that
/// a page does not change from day to day.
pub(super) fn reason(locale: &Locale, reason: Reason) -> String {
    let parts = match reason {
        Reason::Done => return locale.say("reason-done"),
        Reason::NoData => return locale.say("reason-no-data"),
        Reason::Unreported => return locale.say("reason-unreported"),
        Reason::Late(_) => return locale.say("reason-late"),
        Reason::NotStarted(_) => return locale.say("reason-not-started"),
        Reason::InTime => return locale.say("reason-in-time"),
        Reason::Readings => return locale.say("reason-readings"),
        Reason::Parts(on, at, off) => [
            ("reason-on-track", on),
            ("reason-at-risk", at),
            ("reason-off-track", off),
        ],
    };
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(id, count)| locale.say_with(id, [("count", count.into())]))
        .collect();
    locale.say_with("reason-parts", [("parts", join(locale, &parts).into())])
}

/// `1 action`, `3 actions`.
pub(super) fn count(locale: &Locale, number: usize, kind: &KindWords) -> String {
    let arguments = [
        ("count", number.into()),
        ("one", FluentValue::from(kind.label.as_str())),
        ("many", FluentValue::from(kind.plural.as_str())),
    ];
    locale.say_with("count-of-kind", arguments)
}

/// A built-in label as it reads within a sentence, or one of the plan's own.
pub(super) fn in_sentence(locale: &Locale, label: &str, own: bool) -> String {
    let id = if own {
        "own-in-a-sentence"
    } else {
        "in-a-sentence"
    };
    locale.say_with(id, [("label", label.into())])
}

/// `3 of 5`.
pub(super) fn of_all(locale: &Locale, number: usize, all: usize) -> String {
    let arguments = [("number", number.into()), ("all", all.into())];
    locale.say_with("some-of-all", arguments)
}

pub(super) fn yes_or_no(locale: &Locale, yes: bool) -> String {
    locale.say(if yes { "yes" } else { "no" })
}

/// Names or values one after the other: `a, b, c`.
pub(super) fn join(locale: &Locale, parts: &[String]) -> String {
    parts.join(&format!("{} ", locale.say("comma")))
}

/// `three`; digits from thirteen on.
pub(super) fn cardinal(locale: &Locale, number: usize) -> String {
    let words = locale.say("numbers-in-words");
    let word = words.split_whitespace().nth(number);
    word.map_or_else(|| locale.number(number as f64), str::to_owned)
}
