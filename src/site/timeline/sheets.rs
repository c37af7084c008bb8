//! A long timeline is several pages: one for each goal, and where that is too
//! long, one for each strategy, in parts where even that is.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::Subject;
use crate::output::SitePath;
use crate::plan::ItemIx;
use crate::site::{address, paging, people};

use super::chart::{Part, WorkChart};

/// The most bars on a page.
const MOST: usize = paging::ROWS;

/// A page of the timeline.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub path: SitePath,
    /// The page that it is a part of.
    pub up: Option<SitePath>,
    /// What it is about: a goal, a strategy of it, or all.
    pub of: Option<Place>,
    pub pieces: Vec<Piece>,
    /// How many bars it shows, heads aside.
    pub bars: usize,
    /// The items that have a line on it.
    pub shows: BTreeSet<ItemIx>,
    /// Which of its parts it is, and all of them.
    pub number: usize,
    pub all: Vec<SitePath>,
}

/// A goal, or the strategy of that number below it.
pub(super) type Place = (usize, Option<usize>);

/// As much of a goal or strategy as a page shows.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub place: Place,
    pub rows: Range<usize>,
    pub strategies: Depth,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    Nothing,
    Heads,
    Whole,
}

impl WorkChart {
    /// How many bars pieces show, and the items that have a line there.
    fn shown(&self, pieces: &[Piece]) -> (usize, BTreeSet<ItemIx>) {
        let mut bars = 0;
        let mut shows = BTreeSet::new();
        for piece in pieces {
            let part = self.part(piece.place);
            let rows = part.rows[piece.rows.clone()].iter();
            let below = part.strategies.iter();
            let heads = below.clone().filter(|_| piece.strategies != Depth::Nothing);
            let below = below.filter(|_| piece.strategies == Depth::Whole);
            let rows: Vec<ItemIx> = rows
                .chain(below.flat_map(|part| &part.rows))
                .map(|twig| twig.at)
                .collect();
            bars += rows.len();
            shows.extend(rows);
            shows.extend(part.head.into_iter().chain(heads.filter_map(|it| it.head)));
        }
        (bars, shows)
    }

    /// The goal or strategy at a place.
    pub fn part(&self, (goal, strategy): Place) -> &Part {
        let part = &self.parts[goal];
        strategy.map_or(part, |strategy| &part.strategies[strategy])
    }
}

/// The pages of a chart; the parts of a long one learn where theirs are.
pub(super) fn all(subject: Subject<'_>, chart: &mut WorkChart) -> Vec<Sheet> {
    if chart.bars() <= MOST {
        let pieces = (0..chart.parts.len()).map(|goal| Piece {
            place: (goal, None),
            rows: 0..chart.parts[goal].rows.len(),
            strategies: Depth::Whole,
        });
        return vec![overview(chart, pieces.collect())];
    }
    let heads: usize = chart.parts.iter().map(|it| 1 + it.strategies.len()).sum();
    let depth = if heads > MOST {
        Depth::Nothing
    } else {
        Depth::Heads
    };
    let pieces = (0..chart.parts.len()).map(|goal| Piece {
        place: (goal, None),
        rows: 0..0,
        strategies: depth,
    });
    let mut sheets = vec![overview(chart, pieces.collect())];
    name(subject, chart);
    for goal in 0..chart.parts.len() {
        of(chart, (goal, None), &address::timeline(), &mut sheets);
    }
    sheets
}

fn overview(chart: &WorkChart, pieces: Vec<Piece>) -> Sheet {
    let (bars, shows) = chart.shown(&pieces);
    Sheet {
        path: address::timeline(),
        up: None,
        of: None,
        pieces,
        bars,
        shows,
        number: 0,
        all: vec![address::timeline()],
    }
}

/// Gives a page to each goal, and to each strategy of a long one.
fn name(subject: Subject<'_>, chart: &mut WorkChart) {
    let mut taken = BTreeSet::new();
    let mut path = |part: &Part| {
        let address = part.head.map(|at| subject.plan[at].address.as_str());
        let name = address.map_or("other", |it| it.rsplit('/').next().unwrap_or(it));
        Some(address::timeline_of(&people::free_slug(name, &mut taken)))
    };
    for part in &mut chart.parts {
        part.page = path(part);
        if part.bars() > MOST {
            for strategy in &mut part.strategies {
                strategy.page = path(strategy);
            }
        }
    }
}

fn of(chart: &WorkChart, place: Place, up: &SitePath, sheets: &mut Vec<Sheet>) {
    let part = chart.part(place);
    let Some(path) = &part.page else { return };
    let is_whole = part.bars() <= MOST;
    let ranges: Vec<Range<usize>> = match part.rows.len() {
        0 => std::iter::once(0..0).collect(),
        rows => (0..rows)
            .step_by(MOST)
            .map(|from| from..rows.min(from + MOST))
            .collect(),
    };
    let all: Vec<SitePath> = (1..=ranges.len())
        .map(|number| address::numbered(path, number))
        .collect();
    for (number, rows) in ranges.into_iter().enumerate() {
        let strategies = match (number, is_whole) {
            (0, true) => Depth::Whole,
            (0, false) => Depth::Heads,
            _ => Depth::Nothing,
        };
        let pieces = vec![Piece {
            place,
            rows,
            strategies,
        }];
        let (bars, shows) = chart.shown(&pieces);
        sheets.push(Sheet {
            path: all[number].clone(),
            up: Some(up.clone()),
            of: Some(place),
            pieces,
            bars,
            shows,
            number,
            all: all.clone(),
        });
    }
    if !is_whole {
        for strategy in 0..part.strategies.len() {
            of(chart, (place.0, Some(strategy)), path, sheets);
        }
    }
}
