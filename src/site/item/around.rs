//! What an item has to do with others, drawn around it.

use crate::plan::{ItemIx, Relation};

use super::super::chart::{Arrow, Compass, Group, Node};
use super::super::pieces::Pen;

/// So many neighbours of one side are drawn.
const ROOM: usize = 4;

/// With fewer neighbours a drawing says no more than the lists do.
const FEWEST: usize = 3;

/// Which side of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    Start,
    End,
}

/// The drawing as SVG; none where there is too little to draw.
pub(super) fn view(pen: &Pen<'_, '_>, at: ItemIx) -> Option<String> {
    let sides = [Side::Above, Side::Below, Side::Start, Side::End];
    let [above, below, start, end] = sides.map(|side| groups(pen, at, side));
    let all = [&above, &below, &start, &end];
    let kinds = all.iter().map(|side| side.len()).sum::<usize>();
    let nodes = all.iter().flat_map(|side| side.iter());
    if kinds < 2 || nodes.map(|group| group.nodes.len()).sum::<usize>() < FEWEST {
        return None;
    }
    let locale = &pen.context.locale;
    let item = pen.context.item(at);
    let compass = Compass {
        title: locale.say_with("graph-title", [("id", item.id.clone().into())]),
        center: node(pen, at),
        above,
        below,
        start,
        end,
        rtl: locale.is_rtl(),
    };
    Some(compass.draw())
}

fn node(pen: &Pen<'_, '_>, at: ItemIx) -> Node {
    let row = pen.row(at);
    Node {
        mark: row.trigger.or(row.health).or(row.status),
        progress: row.progress,
        item: row.item,
    }
}

/// The groups of one side, as far as there is room: each gets one place
/// before any gets two.
fn groups(pen: &Pen<'_, '_>, at: ItemIx, side: Side) -> Vec<Group> {
    let graph = &pen.context.subject.trace.graph;
    let locale = &pen.context.locale;
    let relations = relations(side);
    let all: Vec<(Vec<ItemIx>, String, Arrow)> = relations
        .iter()
        .map(|(relation, outward, words, arrow)| {
            let items: Vec<ItemIx> = match (relation, outward) {
                (Relation::Supports, true) => graph.up(at).iter().map(|it| it.item).collect(),
                (Relation::Supports, false) => graph.down(at).iter().map(|it| it.item).collect(),
                (relation, true) => graph.to(at, *relation).collect(),
                (relation, false) => graph.from(at, *relation).collect(),
            };
            (items, locale.say(words), *arrow)
        })
        .filter(|(items, _, _)| !items.is_empty())
        .take(ROOM)
        .collect();
    let mut shown = vec![1; all.len()];
    let mut left = ROOM - all.len();
    while let Some(next) = (0..all.len())
        .filter(|group| left > 0 && shown[*group] < all[*group].0.len())
        .min_by_key(|group| shown[*group])
    {
        shown[next] += 1;
        left -= 1;
    }
    let group = |((items, words, arrow), shown): ((Vec<ItemIx>, String, Arrow), usize)| Group {
        caption: if shown < items.len() {
            locale.say_with(
                "graph-part-of",
                [
                    ("words", words.into()),
                    ("shown", shown.into()),
                    ("all", items.len().into()),
                ],
            )
        } else {
            words
        },
        nodes: items.iter().take(shown).map(|at| node(pen, *at)).collect(),
        arrow,
    };
    all.into_iter().zip(shown).map(group).collect()
}

/// What is drawn on a side: a relation, whether it is the item's own, its
/// caption, and which way it points.
fn relations(side: Side) -> &'static [(Relation, bool, &'static str, Arrow)] {
    match side {
        Side::Above => &[
            (Relation::Supports, true, "graph-supports", Arrow::Out),
            (Relation::Measures, true, "graph-measures", Arrow::Out),
            (Relation::Threatens, true, "graph-threatens", Arrow::Out),
            (Relation::Answers, true, "graph-answers", Arrow::Out),
        ],
        Side::Below => &[(Relation::Supports, false, "graph-carried-by", Arrow::In)],
        Side::Start => &[
            (Relation::DependsOn, true, "graph-waits-for", Arrow::In),
            (Relation::Threatens, false, "graph-threatened-by", Arrow::In),
            (Relation::Mitigates, false, "graph-mitigated-by", Arrow::In),
        ],
        Side::End => &[
            (Relation::DependsOn, false, "graph-holds-up", Arrow::Out),
            (Relation::Measures, false, "graph-measured-by", Arrow::In),
            (Relation::Mitigates, true, "graph-mitigates", Arrow::Out),
            (Relation::Answers, false, "graph-answered-by", Arrow::In),
        ],
    }
}
