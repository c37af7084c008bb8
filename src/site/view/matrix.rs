//! A kind against another: which items have to do with which, directly or
//! through others. An empty row is a gap in the plan.

use std::fmt::Write as _;

use crate::config::Kind;
use crate::plan::ItemIx;
use crate::trace::{Cell, Matrix};

use super::cell::reference;
use super::{Drawing, note, table};

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
    let matrix = Matrix::between(subject.plan, graph, drawing.items(), columns);
    let mut html = table::open(drawing, "view-matrix");
    html.push_str("<td></td>");
    for column in &matrix.columns {
        let _ = write!(html, "<th scope=\"col\">{}</th>", reference(pen, *column));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    let [directly, through] = ["view-directly", "view-through-others"].map(|id| pen.say(id));
    let gaps: Vec<ItemIx> = matrix.empty_rows().collect();
    for row in &matrix.rows {
        let class = if gaps.contains(row) {
            " class=\"gap\""
        } else {
            ""
        };
        let _ = write!(
            html,
            "<tr{class}><th scope=\"row\">{}</th>",
            drawing.link(*row)
        );
        for column in &matrix.columns {
            let _ = match matrix.cells.get(&(*row, *column)) {
                Some(Cell::States(_) | Cell::Stated(_)) => write!(
                    html,
                    "<td><span class=\"bond\"></span><span class=\"vh\">{directly}</span></td>"
                ),
                Some(Cell::Through) => write!(
                    html,
                    "<td><span class=\"bond through\"></span><span class=\"vh\">{through}</span></td>"
                ),
                None => write!(html, "<td></td>"),
            };
        }
        html.push_str("</tr>\n");
    }
    let _ = writeln!(
        html,
        "</tbody></table></div>\n<p class=\"view-key\" aria-hidden=\"true\"><span><span class=\"bond\"></span> {directly}</span> \
         <span><span class=\"bond through\"></span> {through}</span></p>"
    );
    html
}

/// The items of a kind that are not given up.
fn of_kind(drawing: &Drawing<'_, '_, '_>, kind: Kind) -> Vec<ItemIx> {
    let all = drawing.pen.context.subject.plan.all();
    let items = all.filter(|(_, item)| item.kind == kind && !item.is_dropped());
    items.map(|(at, _)| at).take(drawing.view.limit).collect()
}
