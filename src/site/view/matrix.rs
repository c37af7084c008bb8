//! A kind against another: which items have to do with which, directly or
//! through others. An empty row is a gap in the plan.

use crate::config::Kind;
use crate::plan::ItemIx;
use crate::site::grid::Grid;
use crate::trace::Matrix;

use super::{Drawing, note};

pub(super) fn html(drawing: &Drawing<'_, '_, '_>) -> String {
    let Some((_, columns)) = drawing.view.kinds else {
        return String::new();
    };
    let pen = drawing.pen;
    let columns = of_kind(drawing, columns);
    if columns.is_empty() {
        return note(&pen.say("view-nothing-across"));
    }
    let subject = pen.context.subject;
    let graph = &subject.trace.graph;
    let matrix = Matrix::between(graph, drawing.items(), columns);
    let title = drawing.view.title.clone();
    let grid = Grid {
        matrix: &matrix,
        caption: &title.unwrap_or_else(|| pen.say("view-matrix")),
        gaps: true,
        whole: false,
    };
    grid.html(pen)
}

/// The items of a kind that are not given up.
fn of_kind(drawing: &Drawing<'_, '_, '_>, kind: Kind) -> Vec<ItemIx> {
    let all = drawing.pen.context.subject.plan.all();
    let items = all.filter(|(_, item)| item.kind == kind && !item.is_dropped());
    items.map(|(at, _)| at).take(drawing.view.limit).collect()
}
