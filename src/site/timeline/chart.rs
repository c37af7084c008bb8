//! What is drawn: the dated work of the plan below its goals and strategies,
//! over one scale of days.

use crate::check::Subject;
use crate::output::SitePath;
use crate::plan::{Item, ItemIx};
use crate::quantity::Date;
use crate::site::branches::{self, Branch, Twig};
use crate::site::scale::{Scale, Step};

/// The dated work of the plan.
#[derive(Debug)]
pub(super) struct WorkChart {
    pub scale: Scale,
    pub parts: Vec<Part>,
}

/// A goal or strategy with its dated work.
#[derive(Debug)]
pub(super) struct Part {
    /// The goal or strategy; none for work that is below none.
    pub head: Option<ItemIx>,
    /// What has a place in time.
    pub rows: Vec<Twig>,
    /// Work without a date.
    pub undated: Vec<ItemIx>,
    pub strategies: Vec<Part>,
    /// From the first day of all its work to the last.
    pub extent: Option<(Date, Date)>,
    /// Its own page, where the chart is split.
    pub page: Option<SitePath>,
}

impl WorkChart {
    /// The chart of a plan; none where no work has a date.
    pub fn of(subject: Subject<'_>, rtl: bool) -> Option<Self> {
        let branches = branches::all(subject);
        let parts: Vec<Part> = branches
            .iter()
            .map(|branch| Part::of(subject, branch))
            .collect();
        let works = parts.iter().any(|part| part.bars() > 0);
        let plan = subject.plan.each();
        let days = plan.filter(|item| item.role.is_traced()).flat_map(days);
        let today = subject.today;
        let scale = Scale::of(Step::Quarter, days, subject.config.fiscal, today)?;
        works.then(|| Self {
            scale: scale.mirrored(rtl),
            parts: parts.into_iter().filter(|part| !part.is_empty()).collect(),
        })
    }

    pub fn bars(&self) -> usize {
        self.parts.iter().map(Part::bars).sum()
    }
}

impl Part {
    fn of(subject: Subject<'_>, branch: &Branch) -> Self {
        let plan = subject.plan;
        let strategies: Vec<Self> = branch
            .strategies
            .iter()
            .map(|strategy| Self::of(subject, strategy))
            .filter(|part| !part.is_empty())
            .collect();
        let (rows, undated) = sorted(plan, &branch.twigs);
        let head = branch.head.map(|at| &plan[at]);
        let days = rows.iter().map(|twig| &plan[twig.at]).chain(head);
        let days = days.flat_map(days_of).chain(
            strategies
                .iter()
                .filter_map(|part| part.extent)
                .flat_map(|(first, last)| [first, last]),
        );
        Self {
            head: branch.head,
            extent: days.fold(None, |extent, day| match extent {
                None => Some((day, day)),
                Some((first, last)) => Some((day.min(first), day.max(last))),
            }),
            rows,
            undated,
            strategies,
            page: None,
        }
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.undated.is_empty() && self.strategies.is_empty()
    }

    /// How many bars it has, its heads aside.
    pub fn bars(&self) -> usize {
        self.rows.len() + self.strategies.iter().map(Self::bars).sum::<usize>()
    }
}

/// What has a place in time, or stands above what has; and work that has
/// none. Objectives without a date are not missed.
fn sorted(plan: &crate::plan::Plan, twigs: &[Twig]) -> (Vec<Twig>, Vec<ItemIx>) {
    let mut shown = vec![false; twigs.len()];
    // From below upward: the depth of what is shown and waits for its parent.
    let mut above: Option<u8> = None;
    for (number, twig) in twigs.iter().enumerate().rev() {
        let carries = above.is_some_and(|depth| twig.depth < depth);
        shown[number] = carries || is_dated(&plan[twig.at]);
        if shown[number] {
            above = (twig.depth > 0).then_some(twig.depth);
        }
    }
    let mut rows = Vec::new();
    let mut undated = Vec::new();
    for (twig, shown) in twigs.iter().zip(shown) {
        if shown {
            rows.push(*twig);
        } else if plan[twig.at].role.is_work() {
            undated.push(twig.at);
        }
    }
    (rows, undated)
}

/// Whether something is known of when it is.
fn is_dated(item: &Item) -> bool {
    days_of(item).next().is_some() || item.dates.due_when.is_some()
}

/// The days that an item names, earlier due dates among them.
fn days(item: &Item) -> impl Iterator<Item = Date> {
    let was = item.dates.due_was.iter().map(|was| was.last);
    days_of(item).chain(was)
}

fn days_of(item: &Item) -> impl Iterator<Item = Date> {
    let dates = &item.dates;
    let completed = dates.completed.as_ref().map(|done| done.last);
    [dates.start_day(), dates.due_day(), completed]
        .into_iter()
        .flatten()
}
