//! How well each level of the plan is held, and where it is not.

use serde::Serialize;

use crate::config::{Kind, Role};
use crate::trace::{self, Coverage, Gap};

use super::super::address;
use super::super::frame::Frame;
use super::super::pieces::{Pen, Row, Words};
use super::Pair;

/// How well the plan holds together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageView {
    /// What stands around it.
    pub frame: Frame,
    /// The items of all levels that are held from both sides.
    pub held: Share,
    /// The levels, from the top of the plan downward.
    pub levels: Vec<LevelView>,
    /// The items that are not held from both sides, by level.
    pub gaps: Vec<GapList>,
    /// What the kinds across the top of the matrices are called.
    pub columns: Vec<String>,
    /// The matrices, by the kind down their side.
    pub matrices: Vec<MatrixRow>,
}

/// So many of so many.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// "12 of 14".
    pub text: String,
    /// 0 to 100.
    pub percent: u8,
}

/// A level of the plan. A count is absent where a level can have none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LevelView {
    /// What its items are called, and where they are listed.
    pub label: Words,
    /// Its items that are not dropped.
    pub items: usize,
    /// Those that something supports.
    pub supported: Option<Share>,
    /// Those that an action with an owner and a due date carries in the end.
    pub carried: Option<Share>,
    /// Those that support something.
    pub supporting: Option<Share>,
    /// Those from which an unbroken chain leads up to the top.
    pub in_sight: Option<Share>,
    /// Those that are held from both sides.
    pub held: Share,
}

/// The items of a level that are not held from both sides.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct GapList {
    /// Part of the section's id.
    pub id: String,
    /// What the level's items are called.
    pub label: String,
    /// How many there are.
    pub count: usize,
    /// The first of them, with what is missing.
    pub rows: Vec<Row>,
    /// How many more there are.
    pub hidden: usize,
    /// Where all items of the level are listed.
    pub listing: String,
}

/// The matrices of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MatrixRow {
    /// What its items are called.
    pub label: String,
    /// Its matrix for each kind across the top, where there is one.
    pub cells: Vec<Option<MatrixLink>>,
}

/// A way to a matrix.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MatrixLink {
    /// The two kinds.
    pub title: String,
    /// Where it is.
    pub href: String,
    /// How many of the rows have a mark.
    pub met: Share,
}

/// The most gaps of a level that are named.
const SHOWN: usize = 24;

pub(super) fn share(pen: &Pen<'_, '_>, count: usize, of: usize) -> Share {
    let arguments = [("number", count.into()), ("all", of.into())];
    Share {
        count,
        of,
        text: pen.locale().say_with("some-of-all", arguments),
        percent: crate::quantity::Percent::of(count, of).map_or(0, crate::quantity::Percent::value),
    }
}

pub(super) fn view(pen: &Pen<'_, '_>, pairs: &[Pair]) -> CoverageView {
    let subject = pen.context.subject;
    let levels = &subject.trace.coverage;
    let (held, all) = trace::held(levels);
    let title = pen.say("trace-title");
    let mut columns: Vec<Kind> = pairs.iter().map(|pair| pair.columns).collect();
    columns.sort_unstable();
    columns.dedup();
    let plural = |kind: &Kind| pen.context.kind(*kind).plural.clone();
    CoverageView {
        frame: Frame::of(pen, "traceability", &title, &address::traceability()),
        held: share(pen, held, all),
        levels: levels.iter().map(|it| level(pen, it)).collect(),
        gaps: levels.iter().filter_map(|it| gaps(pen, it)).collect(),
        matrices: matrices(pen, pairs, &columns),
        columns: columns.iter().map(plural).collect(),
    }
}

fn level(pen: &Pen<'_, '_>, level: &Coverage) -> LevelView {
    let of = |count: Option<usize>| count.map(|count| share(pen, count, level.all));
    LevelView {
        label: Words {
            text: pen.context.kind(level.kind).plural.clone(),
            href: Some(listing(pen, level.kind)),
        },
        items: level.all,
        supported: of(level.supported),
        carried: of(level.carried),
        supporting: of(level.supporting),
        in_sight: of(level.in_sight),
        held: share(pen, level.held, level.all),
    }
}

fn listing(pen: &Pen<'_, '_>, kind: Kind) -> String {
    let folder = &pen.context.subject.config.kinds[kind].folder;
    pen.href(&address::listing(folder))
}

fn gaps(pen: &Pen<'_, '_>, level: &Coverage) -> Option<GapList> {
    let subject = pen.context.subject;
    let gaps: Vec<Gap> = trace::gaps(subject.plan, subject.trace, level).collect();
    let shown = gaps.iter().take(SHOWN);
    (!gaps.is_empty()).then(|| GapList {
        id: subject.config.kinds[level.kind].folder.clone(),
        label: pen.context.kind(level.kind).plural.clone(),
        count: gaps.len(),
        rows: shown.map(|gap| named(pen, gap)).collect(),
        hidden: gaps.len().saturating_sub(SHOWN),
        listing: listing(pen, level.kind),
    })
}

/// An item with what it lacks.
fn named(pen: &Pen<'_, '_>, gap: &Gap) -> Row {
    let mut row = pen.row(gap.item);
    let mut missing = Vec::new();
    if gap.in_sight == Some(false) {
        missing.push(pen.say("trace-leads-to-no-goal"));
    }
    if gap.carried == Some(false) {
        missing.push(match pen.context.item(gap.item).role {
            Role::Action => pen.say("trace-not-accountable"),
            _ => pen.say("trace-not-carried"),
        });
    }
    row.more = Some(super::super::words::join(pen.locale(), &missing));
    row
}

fn matrices(pen: &Pen<'_, '_>, pairs: &[Pair], columns: &[Kind]) -> Vec<MatrixRow> {
    let of_kind = |pairs: &[Pair]| MatrixRow {
        label: pen.context.kind(pairs[0].rows).plural.clone(),
        cells: columns
            .iter()
            .map(|kind| {
                let pair = pairs.iter().find(|pair| pair.columns == *kind);
                pair.map(|pair| link(pen, pair))
            })
            .collect(),
    };
    let rows = pairs.chunk_by(|a, b| a.rows == b.rows);
    rows.map(of_kind).collect()
}

fn link(pen: &Pen<'_, '_>, pair: &Pair) -> MatrixLink {
    MatrixLink {
        title: title(pen, pair),
        href: pen.href(&address::matrix(&pair.slug)),
        met: share(pen, pair.met, pen.context.live(pair.rows).len()),
    }
}

/// What the matrix of two kinds is called.
pub(super) fn title(pen: &Pen<'_, '_>, pair: &Pair) -> String {
    let [rows, columns] =
        [pair.rows, pair.columns].map(|kind| pen.context.kind(kind).plural.clone());
    let arguments = [("rows", rows.into()), ("columns", columns.into())];
    pen.locale().say_with("matrix-title", arguments)
}
