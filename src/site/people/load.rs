//! How much somebody has in hand, quarter by quarter.

use serde::Serialize;

use crate::config::Role;
use crate::plan::ItemIx;
use crate::quantity::{Date, Unit};
use crate::trace;

use super::super::pieces::Pen;

/// How much somebody has in hand from now on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LoadView {
    /// This quarter and those after it, as far as there is something.
    pub rows: Vec<LoadRow>,
    /// The most actions that one person may have at once; none for a team.
    pub limit: Option<usize>,
    /// Where the limit lies along a bar, 0 to 100.
    pub limit_at: Option<u8>,
    /// Whether a quarter goes over it.
    pub over: bool,
}

/// A quarter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LoadRow {
    /// What it is called.
    pub period: String,
    /// The most actions that run on one of its days.
    pub actions: usize,
    /// That as part of the longest bar, 0 to 100.
    pub share: u8,
    /// How many milestones are due in it.
    pub milestones: usize,
    /// Whether there are more actions than one person may have at once.
    pub over: bool,
}

/// How many quarters are looked ahead.
const QUARTERS: usize = 10;

pub(super) fn view(pen: &Pen<'_, '_>, items: &[ItemIx], limit: Option<usize>) -> Option<LoadView> {
    let subject = pen.context.subject;
    let (plan, graph) = (subject.plan, &subject.trace.graph);
    let runs = trace::runs(plan, graph, subject.today, items);
    let milestones = items.iter().map(|at| &plan[*at]);
    let milestones = milestones.filter(|it| it.role == Role::Milestone && it.is_open());
    let milestones: Vec<Date> = milestones.filter_map(|it| it.dates.due_day()).collect();
    let fiscal = subject.config.fiscal;
    let (mut year, mut quarter) = fiscal.quarter_of(subject.today);
    let mut rows = Vec::new();
    for _ in 0..QUARTERS {
        let mut period = fiscal.quarter(year, quarter);
        if fiscal.is_calendar() {
            period.unit = Unit::Quarter { year, quarter };
        }
        let within = |day: &&Date| period.first <= **day && **day <= period.last;
        let actions = trace::most_between(&runs, period.first, period.last);
        rows.push(LoadRow {
            period: pen.locale().period(&period),
            actions,
            share: 0,
            milestones: milestones.iter().filter(within).count(),
            over: limit.is_some_and(|limit| actions > limit),
        });
        (year, quarter) = if quarter == 4 {
            (year + 1, 1)
        } else {
            (year, quarter + 1)
        };
    }
    let last = rows.iter().rposition(|it| it.actions + it.milestones > 0)?;
    rows.truncate(last + 1);
    let most = rows.iter().map(|row| row.actions).max().unwrap_or(0);
    let scale = most.max(limit.unwrap_or(0)).max(1);
    let share = |part: usize| u8::try_from(part * 100 / scale).unwrap_or(100);
    for row in &mut rows {
        row.share = share(row.actions);
    }
    Some(LoadView {
        over: rows.iter().any(|row| row.over),
        rows,
        limit,
        limit_at: limit.map(share),
    })
}
