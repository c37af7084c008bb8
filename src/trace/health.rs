//! What the program makes of each item's health, beside what is stated.

use std::collections::BTreeMap;

use crate::config::Status;
use crate::plan::{Health, Item, ItemIx, Plan, Relation};
use crate::quantity::Date;

use super::{Graph, Standing};

/// Days after the due date from which work is off track, not only at risk.
const GRACE: i32 = 30;

/// A computed health and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Assessment {
    /// The health.
    pub health: Health,
    /// Why.
    pub reason: Reason,
}

/// Why a health was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is done.
    Done,
    /// Nothing is known.
    NoData,
    /// It is past due, and nobody has said whether it is done.
    Unreported,
    /// It is past due by so many days.
    Late(i32),
    /// It should have begun so many days ago.
    NotStarted(i32),
    /// It is in time.
    InTime,
    /// Its readings against the expected line.
    Readings,
    /// Its parts: how many are on track, at risk, off track.
    Parts(usize, usize, usize),
}

/// Works out health from the bottom up.
///
/// Work is off track when it is more than 30 days past due, at risk when it
/// is past due or should have begun, on track when neither; past due without a
/// stated status it is unknown. What has parts
/// (supporters that are not dropped, and measures) follows them by weight:
/// off track when a third of the weight is, at risk when a quarter is at risk
/// or worse. Its own lateness can only make it worse.
pub(super) fn all(
    plan: &Plan,
    graph: &Graph,
    standings: &BTreeMap<ItemIx, Standing>,
    today: Date,
) -> Vec<Assessment> {
    let nothing = Assessment {
        health: Health::Unknown,
        reason: Reason::NoData,
    };
    let mut health = vec![nothing; plan.items.len()];
    for (at, standing) in standings {
        health[at.0] = Assessment {
            health: standing.health,
            reason: Reason::Readings,
        };
    }
    for &at in &graph.bottom_up {
        let item = &plan[at];
        if !item.role.is_traced() {
            continue;
        }
        let parts = graph
            .down(at)
            .iter()
            .map(|thread| (thread.weight, thread.item));
        let measures = graph.from(at, Relation::Measures);
        let measures = measures.map(|measure| (plan[measure].weight, measure));
        let open = parts
            .chain(measures)
            .filter(|(_, part)| graph.is_live(*part));
        let parts: Vec<(f64, Health)> = open
            .map(|(weight, part)| (weight, health[part.0].health))
            .collect();
        health[at.0] = worse(by_dates(item, today), by_parts(&parts));
    }
    health
}

fn by_dates(item: &Item, today: Date) -> Assessment {
    let (health, reason) = match (item.dates.due_day(), item.dates.start_day()) {
        _ if item.is(Status::Done) || item.dates.completed.is_some() => {
            (Health::OnTrack, Reason::Done)
        }
        _ if item.is_dropped() => (Health::Unknown, Reason::NoData),
        _ if item.is_unreported(today) => (Health::Unknown, Reason::Unreported),
        (Some(due), _) if item.is_late(today) => match (today - due).get_days() {
            days @ ..=GRACE => (Health::AtRisk, Reason::Late(days)),
            days => (Health::OffTrack, Reason::Late(days)),
        },
        (_, Some(start)) if start < today && waits(item) => (
            Health::AtRisk,
            Reason::NotStarted((today - start).get_days()),
        ),
        (Some(_), _) => (Health::OnTrack, Reason::InTime),
        (None, _) => (Health::Unknown, Reason::NoData),
    };
    Assessment { health, reason }
}

fn waits(item: &Item) -> bool {
    item.is(Status::Planned) || item.is(Status::Proposed)
}

fn by_parts(parts: &[(f64, Health)]) -> Assessment {
    let weight = |wanted: Health| -> f64 {
        let fits = parts.iter().filter(|(_, health)| *health == wanted);
        fits.map(|(weight, _)| weight).sum()
    };
    let number = |wanted: Health| parts.iter().filter(|(_, health)| *health == wanted).count();
    let (on, at, off) = (
        weight(Health::OnTrack),
        weight(Health::AtRisk),
        weight(Health::OffTrack),
    );
    let all = on + at + off;
    let health = match all {
        all if all <= 0.0 => Health::Unknown,
        all if off / all >= 1.0 / 3.0 => Health::OffTrack,
        all if (at + off) / all >= 0.25 => Health::AtRisk,
        _ => Health::OnTrack,
    };
    let counts = [Health::OnTrack, Health::AtRisk, Health::OffTrack].map(number);
    Assessment {
        health,
        reason: Reason::Parts(counts[0], counts[1], counts[2]),
    }
}

/// The worse of two; what is known over what is not; done above all.
fn worse(dates: Assessment, parts: Assessment) -> Assessment {
    if dates.reason == Reason::Done || parts.health == Health::Unknown {
        return dates;
    }
    let late = matches!(dates.health, Health::AtRisk | Health::OffTrack);
    if late && dates.health >= parts.health {
        dates
    } else {
        parts
    }
}
