//! The scorecard: every measure, goal by goal.

mod card;
mod group;

pub use card::ScoreCard;

pub(super) use card::card as score_card;

use std::sync::Arc;

use serde::Serialize;

use crate::plan::{Health, ItemIx};

use super::address;
use super::context::Context;
use super::frame::{Frame, Section};
use super::pages::Page;
use super::pieces::{Badge, ItemLink, Pen};
use super::words;

use group::Group;

/// The scorecard, or the part of it that is about one goal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ScorecardView {
    /// What stands around it.
    pub frame: Frame,
    /// The goal that the page is about; none on the page of all.
    pub goal: Option<ItemLink>,
    /// Where the page of all measures is.
    pub whole: String,
    /// How many measures there are here and on the pages that go on.
    pub number: usize,
    /// How many of them are on track, at risk, off track, not known.
    pub counts: Vec<Count>,
    /// The measures by goal.
    pub goals: Vec<GoalScore>,
    /// The page before, where the measures of a goal need several.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// How many measures have a health.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Count {
    /// The health.
    pub badge: Badge,
    /// How many have it.
    pub number: usize,
    /// The share of all, in tenths of a percent.
    pub share: usize,
    /// The shares before it, likewise.
    pub before: usize,
}

/// The measures of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct GoalScore {
    /// The goal; none for measures that lead to none.
    pub item: Option<ItemLink>,
    /// The anchor.
    pub id: String,
    /// Its health.
    pub health: Option<Badge>,
    /// How far the work has come, 0 to 100.
    pub progress: Option<u8>,
    /// How many measures there are.
    pub number: usize,
    /// How many are on track, at risk, off track, not known.
    pub counts: Vec<Count>,
    /// The page that shows them, where this one does not.
    pub href: Option<String>,
    /// The measures.
    pub parts: Vec<ScorePart>,
}

/// The measures of a goal itself, or of one of its objectives.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ScorePart {
    /// The objective; none for the goal itself.
    pub item: Option<ItemLink>,
    /// The measures.
    pub cards: Vec<ScoreCard>,
}

/// So many measures stand on one page.
const ROOM: usize = 48;

/// A page of the measures of one group, the first with number 1.
#[derive(Debug, Clone, Copy)]
struct Part {
    group: usize,
    number: usize,
}

/// The page of all measures, and where they are too many, pages by goal.
pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let groups = Arc::new(group::all(context));
    let all: usize = groups.iter().map(|group| group.measures.len()).sum();
    let page = |path, part| {
        let groups = Arc::clone(&groups);
        Page::new("scorecard.html", path, move |pen| view(pen, &groups, part))
    };
    let label = context.locale.say("scorecard-title");
    let mut pages = Vec::new();
    if all > 0 {
        pages.push(page(address::scorecard(), None).in_nav(Section::Progress, label));
    }
    for (at, group) in groups.iter().enumerate().filter(|_| all > ROOM) {
        let slug = group.slug(context);
        pages.extend((1..=group.pages()).map(|number| {
            let part = Part { group: at, number };
            page(address::scorecard_of(&slug, number), Some(part))
        }));
    }
    pages
}

fn view(pen: &Pen<'_, '_>, groups: &[Group], part: Option<Part>) -> ScorecardView {
    match part {
        None => whole(pen, groups),
        Some(part) => one(pen, &groups[part.group], part.number),
    }
}

/// The page of all measures.
fn whole(pen: &Pen<'_, '_>, groups: &[Group]) -> ScorecardView {
    let all: Vec<ItemIx> = groups.iter().flat_map(measures).collect();
    let title = pen.context.locale.say("scorecard-title");
    let goals = groups.iter().map(|group| {
        let mut score = score(pen, group);
        if all.len() > ROOM {
            let path = address::scorecard_of(&group.slug(pen.context), 1);
            score.href = Some(pen.href(&path));
        } else {
            score.parts = parts(pen, &group.measures);
        }
        score
    });
    ScorecardView {
        frame: Frame::of(pen, "scorecard", &title, &address::scorecard()),
        goal: None,
        whole: pen.href(&address::scorecard()),
        number: all.len(),
        counts: counts(pen, &all),
        goals: goals.collect(),
        previous: None,
        next: None,
    }
}

/// A page of the measures of one goal.
fn one(pen: &Pen<'_, '_>, group: &Group, number: usize) -> ScorecardView {
    let slug = group.slug(pen.context);
    let page = |number: usize| {
        let there = (1..=group.pages()).contains(&number);
        there.then(|| pen.href(&address::scorecard_of(&slug, number)))
    };
    let mut score = score(pen, group);
    let first = (number - 1) * ROOM;
    let last = (first + ROOM).min(group.measures.len());
    score.parts = parts(pen, &group.measures[first..last]);
    let title = match &score.item {
        Some(goal) => pen.context.locale.say_with(
            "scorecard-title-of",
            [
                ("id", goal.id.clone().into()),
                ("title", goal.title.clone().into()),
            ],
        ),
        None => pen.context.locale.say("scorecard-other"),
    };
    ScorecardView {
        frame: Frame::of(pen, "scorecard", &title, &address::scorecard()),
        goal: score.item.clone(),
        whole: pen.href(&address::scorecard()),
        number: score.number,
        counts: score.counts.clone(),
        goals: vec![score],
        previous: page(number - 1),
        next: page(number + 1),
    }
}

fn measures(group: &Group) -> impl Iterator<Item = ItemIx> {
    group.measures.iter().map(|(_, at)| *at)
}

fn score(pen: &Pen<'_, '_>, group: &Group) -> GoalScore {
    let all: Vec<ItemIx> = measures(group).collect();
    GoalScore {
        item: group.goal.map(|goal| pen.item(goal)),
        id: group.slug(pen.context),
        health: group.goal.and_then(|goal| pen.health(goal)),
        progress: group.goal.and_then(|goal| pen.progress(goal)),
        number: all.len(),
        counts: counts(pen, &all),
        href: None,
        parts: Vec::new(),
    }
}

/// Cards, those of one objective together.
fn parts(pen: &Pen<'_, '_>, measures: &[(Option<ItemIx>, ItemIx)]) -> Vec<ScorePart> {
    let runs = measures.chunk_by(|a, b| a.0 == b.0);
    let parts = runs.map(|run| ScorePart {
        item: run[0].0.map(|objective| pen.item(objective)),
        cards: run.iter().map(|(_, at)| card::card(pen, *at)).collect(),
    });
    parts.collect()
}

/// How many measures have each health.
fn counts(pen: &Pen<'_, '_>, measures: &[ItemIx]) -> Vec<Count> {
    let mut before = 0;
    let all = [
        Health::OnTrack,
        Health::AtRisk,
        Health::OffTrack,
        Health::Unknown,
    ];
    let counts = all.into_iter().map(|health| {
        let fits = measures
            .iter()
            .filter(|at| card::health(pen, **at) == health);
        let number = fits.count();
        let share = number * 1000 / measures.len().max(1);
        before += share;
        Count {
            badge: words::health(&pen.context.locale, health),
            number,
            share,
            before: before - share,
        }
    });
    counts.collect()
}
