//! How well the levels of a plan hold together.

use crate::config::{Config, Kind, Role};
use crate::plan::{Item, ItemIx, Plan, Relation};

use super::{Graph, Trace};

/// How many items of a kind are held from both sides.
///
/// Shallow counts look at the next item only. Deep counts ask for an unbroken
/// chain of items that are not dropped: downward to an action with an owner
/// and a due date, upward to the top of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Coverage {
    /// The kind.
    pub kind: Kind,
    /// Its items that are not dropped.
    pub all: usize,
    /// Those that something supports; none for kinds that nothing can.
    pub supported: Option<usize>,
    /// Those that an accountable, dated action carries in the end.
    pub carried: Option<usize>,
    /// Those that support something; none at the top.
    pub supporting: Option<usize>,
    /// Those whose chain reaches the top.
    pub in_sight: Option<usize>,
    /// Those that are held from both sides by unbroken chains, as far as
    /// their kind can be.
    pub held: usize,
}

/// An item that is not held from both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Gap {
    /// The item.
    pub item: ItemIx,
    /// Whether an accountable, dated action carries it; none where that need
    /// not be.
    pub carried: Option<bool>,
    /// Whether its chain reaches the top; none where that need not be.
    pub in_sight: Option<bool>,
}

/// The items of a level that are not held from both sides, in the plan's
/// order.
pub fn gaps<'a>(
    plan: &'a Plan,
    trace: &'a Trace,
    level: &'a Coverage,
) -> impl Iterator<Item = Gap> + 'a {
    let items = plan.all();
    let items = items.filter(|(_, item)| item.kind == level.kind && !item.is_dropped());
    let looked_at = items.map(move |(at, _)| Gap {
        item: at,
        carried: level.carried.map(|_| trace.carried[at.0]),
        in_sight: level.in_sight.map(|_| trace.reaches_top[at.0]),
    });
    looked_at.filter(|gap| gap.carried == Some(false) || gap.in_sight == Some(false))
}

/// How many of all traced items unbroken chains hold from both sides, and how
/// many there are.
pub fn held(levels: &[Coverage]) -> (usize, usize) {
    let sum = |of: fn(&Coverage) -> usize| levels.iter().map(of).sum();
    (sum(|level| level.held), sum(|level| level.all))
}

/// Whether each item's chain of supports reaches the top of the plan. The top
/// is the plan's goals; in a plan without goals, its highest kind; and kinds
/// of the plan's own that support nothing. A plan B and what mitigates a risk
/// are in sight through what they answer.
pub(super) fn reaching(plan: &Plan, config: &Config, graph: &Graph) -> Vec<bool> {
    let highest = plan.items.iter().map(|item| item.kind).min();
    let is_top = |item: &Item| {
        Some(item.kind) == highest
            || (item.role == Role::Own && config.kinds[item.kind].supports.is_empty())
    };
    let mut reaching = vec![false; plan.items.len()];
    for &at in graph.bottom_up.iter().rev() {
        let item = &plan[at];
        let up = graph
            .up(at)
            .iter()
            .any(|thread| reaching[thread.item.0] && graph.is_live(thread.item));
        reaching[at.0] = is_top(item) || up || answers(graph, at);
    }
    reaching
}

/// The items that reach the top, and among those that are seen do not, since
/// all that leads there from them is not seen. Only where the way breaks.
pub(super) fn broken(
    plan: &Plan,
    graph: &Graph,
    reaching: &[bool],
    is_seen: impl Fn(ItemIx) -> bool,
) -> Vec<ItemIx> {
    let leads = |item: ItemIx| reaching[item.0] && graph.is_live(item);
    let mut in_sight = vec![false; plan.items.len()];
    let mut broken = Vec::new();
    for &at in graph.bottom_up.iter().rev() {
        let ways = graph.up(at).iter().map(|thread| thread.item);
        let mut ways = ways.filter(|item| leads(*item)).peekable();
        let goes_on = ways.peek().is_none() || ways.clone().any(|item| in_sight[item.0]);
        in_sight[at.0] = reaching[at.0] && is_seen(at) && goes_on;
        if reaching[at.0] && is_seen(at) && !goes_on && ways.any(|item| !is_seen(item)) {
            broken.push(at);
        }
    }
    broken.sort_unstable();
    broken
}

fn answers(graph: &Graph, at: ItemIx) -> bool {
    let sideways = [Relation::Answers, Relation::Mitigates];
    sideways
        .into_iter()
        .any(|relation| graph.to(at, relation).next().is_some())
}

pub(super) fn all(
    plan: &Plan,
    config: &Config,
    graph: &Graph,
    (reaches_top, carried): (&[bool], &[bool]),
) -> Vec<Coverage> {
    let levels = config.kinds.all().filter(|(_, def)| def.role.is_traced());
    let levels = levels.map(|(kind, def)| {
        let mut level = Coverage {
            kind,
            all: 0,
            supported: (def.role != Role::Milestone).then_some(0),
            carried: (def.role != Role::Milestone).then_some(0),
            supporting: (!def.supports.is_empty()).then_some(0),
            in_sight: (!def.supports.is_empty()).then_some(0),
            held: 0,
        };
        for (at, _) in plan
            .all()
            .filter(|(_, item)| item.kind == kind && !item.is_dropped())
        {
            level.all += 1;
            count(&mut level.supported, !graph.down(at).is_empty());
            count(&mut level.carried, carried[at.0]);
            count(&mut level.supporting, !graph.up(at).is_empty());
            count(&mut level.in_sight, reaches_top[at.0]);
            let up = level.in_sight.is_none() || reaches_top[at.0];
            let down = level.carried.is_none() || carried[at.0];
            level.held += usize::from(up && down);
        }
        level
    });
    levels.filter(|level| level.all > 0).collect()
}

fn count(number: &mut Option<usize>, holds: bool) {
    if let Some(number) = number {
        *number += usize::from(holds);
    }
}

/// Whether an unbroken chain leads down to an action with an owner and a due
/// date.
pub(super) fn carried(plan: &Plan, graph: &Graph) -> Vec<bool> {
    let mut carried = vec![false; plan.items.len()];
    for &at in &graph.bottom_up {
        let item = &plan[at];
        let below = graph.down(at).iter().any(|thread| carried[thread.item.0]);
        carried[at.0] = !item.is_dropped() && (is_accountable(item) || below);
    }
    carried
}

fn is_accountable(item: &Item) -> bool {
    item.role == Role::Action && item.raci.owner.is_some() && item.dates.due.is_some()
}
