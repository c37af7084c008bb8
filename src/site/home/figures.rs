//! The whole plan in numbers.

use serde::Serialize;

use crate::config::Role;
use crate::plan::{Health, ItemIx};

use super::super::pieces::{Badge, Pen};
use super::super::words;
use super::health_of;

/// The health of the whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Verdict {
    /// The health.
    pub health: Badge,
    /// Why: "three of five goals are on track".
    pub why: String,
}

/// A number with its name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FigureView {
    /// Its name.
    pub label: String,
    /// The number.
    pub value: String,
    /// 0 to 100, where it can be drawn as a bar.
    pub share: Option<u8>,
    /// A note in small print.
    pub note: Option<String>,
}

/// The plan is as well as its goals: off track if one in three is, at risk
/// if any is at risk or off track.
pub(in crate::site) fn verdict(pen: &Pen<'_, '_>, tops: &[ItemIx]) -> Option<Verdict> {
    let count = |wanted| {
        tops.iter()
            .filter(|at| health_of(pen, **at) == wanted)
            .count()
    };
    let [on, at_risk, off] = [Health::OnTrack, Health::AtRisk, Health::OffTrack].map(count);
    let known = on + at_risk + off;
    let health = match (at_risk, off) {
        _ if known == 0 => return None,
        (_, off) if off * 3 >= known => Health::OffTrack,
        (0, 0) => Health::OnTrack,
        _ => Health::AtRisk,
    };
    let kind = &pen.context.subject.config.kinds[pen.context.item(*tops.first()?).kind];
    let be = |number: usize| if number == 1 { "is" } else { "are" };
    let mut parts = vec![format!(
        "{} of {} {} {} on track",
        words::cardinal(on),
        words::cardinal(tops.len()),
        kind.plural.to_lowercase(),
        be(on)
    )];
    for (number, word) in [(at_risk, "at risk"), (off, "off track")] {
        if number > 0 {
            parts.push(format!("{} {} {word}", words::cardinal(number), be(number)));
        }
    }
    let last = parts.pop().unwrap_or_default();
    let why = if parts.is_empty() {
        last
    } else {
        format!("{} and {last}", parts.join(", "))
    };
    Some(Verdict {
        health: words::health(health),
        why,
    })
}

pub(in crate::site) fn figures(pen: &Pen<'_, '_>, tops: &[ItemIx]) -> Vec<FigureView> {
    let figures = [
        work(pen, tops),
        actions(pen),
        measures(pen),
        money(pen, tops),
    ];
    figures.into_iter().flatten().collect()
}

fn work(pen: &Pen<'_, '_>, tops: &[ItemIx]) -> Option<FigureView> {
    let trace = pen.context.subject.trace;
    let known = tops.iter().filter_map(|at| {
        let progress = trace.progress[at.0]?;
        Some((pen.context.item(*at).weight, f64::from(progress.value())))
    });
    let (sum, weights) = known.fold((0.0, 0.0), |(sum, weights), (weight, progress)| {
        (sum + weight * progress, weights + weight)
    });
    if weights <= 0.0 {
        return None;
    }
    let share = (sum / weights).floor() as u8;
    Some(FigureView {
        label: "Work done".to_owned(),
        value: format!("{share}\u{a0}%"),
        share: Some(share.min(100)),
        note: None,
    })
}

fn actions(pen: &Pen<'_, '_>) -> Option<FigureView> {
    let subject = pen.context.subject;
    let actions = || {
        subject
            .plan
            .items
            .iter()
            .filter(|item| item.role == Role::Action && !item.is_dropped())
    };
    let all = actions().count();
    let done = actions().filter(|item| !item.is_open()).count();
    let late = actions().filter(|item| item.is_late(subject.today)).count();
    let label = subject
        .config
        .kinds
        .iter()
        .find(|kind| kind.role == Role::Action)?;
    (all > 0).then(|| FigureView {
        label: format!("{} done", label.plural),
        value: format!("{done} of {all}"),
        share: None,
        note: (late > 0).then(|| format!("{late} late")),
    })
}

fn measures(pen: &Pen<'_, '_>) -> Option<FigureView> {
    let standings = &pen.context.subject.trace.standings;
    let on = standings
        .values()
        .filter(|it| it.health == Health::OnTrack)
        .count();
    let unknown = standings
        .values()
        .filter(|it| it.health == Health::Unknown)
        .count();
    (!standings.is_empty()).then(|| FigureView {
        label: "Measures on track".to_owned(),
        value: format!("{on} of {}", standings.len()),
        share: None,
        note: (unknown > 0).then(|| format!("{unknown} cannot be judged")),
    })
}

fn money(pen: &Pen<'_, '_>, tops: &[ItemIx]) -> Option<FigureView> {
    let mut budget = crate::quantity::Moneys::default();
    let mut spent = crate::quantity::Moneys::default();
    for at in tops {
        let funds = &pen.context.subject.trace.funds[at.0];
        budget.add_all(&funds.budget);
        spent.add_all(&funds.spent);
    }
    let of_budget = (!budget.is_empty()).then(|| format!("of {}", budget.show_short()));
    let (label, sum, note) = match (spent.is_empty(), budget.is_empty()) {
        (true, true) => return None,
        (true, false) => ("Budget", budget, None),
        (false, _) => ("Spent", spent, of_budget),
    };
    Some(FigureView {
        label: label.to_owned(),
        value: sum.show_short(),
        share: None,
        note,
    })
}
