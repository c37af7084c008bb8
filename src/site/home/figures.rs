//! The whole plan in numbers.

use fluent_bundle::FluentValue;
use serde::Serialize;

use crate::config::Role;
use crate::plan::{Health, ItemIx};

use super::super::pieces::{Badge, Pen};
use super::super::words;
use super::health_of;

/// The health of the whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Verdict {
    /// The health, as it reads within a sentence.
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
    let locale = pen.locale();
    let kinds = &pen
        .context
        .kind(pen.context.item(*tops.first()?).kind)
        .plural;
    let all = [
        ("all", tops.len().into()),
        ("all-in-words", words::cardinal(locale, tops.len()).into()),
        ("kinds", FluentValue::from(kinds.as_str())),
    ];
    let so_many = |id: &str, number: usize| {
        let words = words::cardinal(locale, number);
        let [all, all_in_words, kinds] = all.clone();
        let number = [("number", number.into()), ("number-in-words", words.into())];
        let [number, in_words] = number;
        locale.say_with(id, [number, in_words, all, all_in_words, kinds])
    };
    let mut parts = vec![so_many("home-so-many-on-track", on)];
    if at_risk > 0 {
        parts.push(so_many("home-so-many-at-risk", at_risk));
    }
    if off > 0 {
        parts.push(so_many("home-so-many-off-track", off));
    }
    let label = pen.say(match health {
        Health::OnTrack => "home-plan-on-track",
        Health::AtRisk | Health::Unknown => "home-plan-at-risk",
        Health::OffTrack => "home-plan-off-track",
    });
    Some(Verdict {
        health: Badge::new(health.name(), &label),
        why: locale.list(&parts),
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
        label: pen.say("home-work-done"),
        value: pen.locale().percent(share.min(100)),
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
    let locale = pen.locale();
    let mut kinds = subject.config.kinds.all();
    let (kind, _) = kinds.find(|(_, kind)| kind.role == Role::Action)?;
    let kinds = FluentValue::from(pen.context.kind(kind).plural.as_str());
    let late_count = || locale.say_with("home-late-count", [("count", late.into())]);
    (all > 0).then(|| FigureView {
        label: locale.say_with("home-kind-done", [("kinds", kinds)]),
        value: words::of_all(locale, done, all),
        share: None,
        note: (late > 0).then(late_count),
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
    let locale = pen.locale();
    let not_judged = || locale.say_with("home-not-judged", [("count", unknown.into())]);
    (!standings.is_empty()).then(|| FigureView {
        label: pen.say("home-measures-on-track"),
        value: words::of_all(locale, on, standings.len()),
        share: None,
        note: (unknown > 0).then(not_judged),
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
    let locale = pen.locale();
    let of_budget = (!budget.is_empty()).then(|| {
        let money = locale.moneys_short(&budget);
        locale.say_with("home-of-budget", [("money", money.into())])
    });
    let (id, sum, note) = match (spent.is_empty(), budget.is_empty()) {
        (true, true) => return None,
        (true, false) => ("home-budget", budget, None),
        (false, _) => ("home-spent", spent, of_budget),
    };
    Some(FigureView {
        label: pen.say(id),
        value: locale.moneys_short(&sum),
        share: None,
        note,
    })
}
