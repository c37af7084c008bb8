//! A kind against another: which items have to do with which, directly or
//! through others. An empty row is a gap in the plan.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::config::Kind;
use crate::plan::{ItemIx, Relation};
use crate::site::render::escape;
use crate::trace::Graph;

use super::Drawing;
use super::cell::reference;

/// What two items have to do with one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bond {
    Direct,
    Through,
}

pub(super) fn html(drawing: &Drawing<'_, '_, '_>) -> String {
    let Some((_, columns)) = drawing.view.kinds else {
        return String::new();
    };
    let (pen, rows) = (drawing.pen, drawing.items());
    let columns = of_kind(drawing, columns);
    if columns.is_empty() {
        return "<p class=\"view-note\">Nothing stands across from these.</p>\n".to_owned();
    }
    let bonds = Bonds::of(&pen.context.subject.trace.graph, &columns);
    let caption = drawing
        .view
        .title
        .as_deref()
        .unwrap_or("What has to do with what");
    let caption = escape(caption);
    let mut html = format!(
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\">\n\
         <table><caption class=\"vh\">{caption}</caption>\n<thead><tr><td></td>"
    );
    for column in &columns {
        let _ = write!(html, "<th scope=\"col\">{}</th>", reference(pen, *column));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in &rows {
        let cells = bonds.with(*row);
        let class = if cells.iter().all(Option::is_none) {
            " class=\"gap\""
        } else {
            ""
        };
        let _ = write!(
            html,
            "<tr{class}><th scope=\"row\">{}</th>",
            drawing.link(*row)
        );
        for cell in cells {
            html.push_str(match cell {
                Some(Bond::Direct) => "<td><span class=\"bond\"></span><span class=\"vh\">directly</span></td>",
                Some(Bond::Through) => "<td><span class=\"bond through\"></span><span class=\"vh\">through others</span></td>",
                None => "<td></td>",
            });
        }
        html.push_str("</tr>\n");
    }
    html.push_str(
        "</tbody></table></div>\n<p class=\"view-key\" aria-hidden=\"true\"><span><span class=\"bond\"></span> directly</span> \
         <span><span class=\"bond through\"></span> through others</span></p>\n",
    );
    html
}

/// The items of a kind that are not given up.
fn of_kind(drawing: &Drawing<'_, '_, '_>, kind: Kind) -> Vec<ItemIx> {
    let all = drawing.pen.context.subject.plan.all();
    let items = all.filter(|(_, item)| item.kind == kind && !item.is_dropped());
    items.map(|(at, _)| at).take(drawing.view.limit).collect()
}

/// What the items of the columns have to do with others.
struct Bonds<'g> {
    graph: &'g Graph,
    /// For each column, what is above it.
    columns: Vec<(ItemIx, BTreeSet<ItemIx>)>,
}

impl<'g> Bonds<'g> {
    fn of(graph: &'g Graph, columns: &[ItemIx]) -> Self {
        let columns = columns.iter();
        let columns = columns.map(|at| (*at, graph.above(*at).into_iter().collect()));
        Self {
            graph,
            columns: columns.collect(),
        }
    }

    /// What a row has to do with each column.
    fn with(&self, row: ItemIx) -> Vec<Option<Bond>> {
        let above: BTreeSet<ItemIx> = self.graph.above(row).into_iter().collect();
        let beside: BTreeSet<ItemIx> = Relation::ALL
            .into_iter()
            .flat_map(|relation| {
                self.graph
                    .to(row, relation)
                    .chain(self.graph.from(row, relation))
            })
            .collect();
        let bond = |(column, over): &(ItemIx, BTreeSet<ItemIx>)| {
            if beside.contains(column) {
                Some(Bond::Direct)
            } else if above.contains(column) || over.contains(&row) {
                Some(Bond::Through)
            } else {
                None
            }
        };
        self.columns.iter().map(bond).collect()
    }
}
