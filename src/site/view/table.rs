//! A view as a table: an item a row, a field a column.

use std::fmt::Write as _;

use crate::query::Holds;
use crate::site::render::escape;

use super::Drawing;

const COLUMNS: [&str; 4] = ["title", "status", "owner", "due"];

pub(super) fn html(drawing: &Drawing<'_, '_, '_>) -> String {
    let columns = columns(drawing);
    let mut html = open(drawing, "view-label");
    for column in &columns {
        let (label, class) = (escape(&drawing.label(*column)), class(drawing, *column));
        let _ = write!(html, "<th scope=\"col\"{class}>{label}</th>");
    }
    html.push_str("</tr></thead>\n");
    for group in &drawing.selected.groups {
        html.push_str("<tbody>\n");
        if let Some(label) = drawing.group_label(group) {
            let (span, count) = (columns.len(), drawing.number(group.items.len()));
            let _ = writeln!(
                html,
                "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{span}\">{label} <span class=\"id\">{count}</span></th></tr>"
            );
        }
        for at in &group.items {
            html.push_str("<tr>");
            for column in &columns {
                let field = drawing.field(*column);
                let cell = drawing.cell(*column, *at);
                if field.name == "title" {
                    let _ = write!(html, "<th scope=\"row\">{cell}</th>");
                } else {
                    let class = class(drawing, *column);
                    let label = escape(&drawing.label(*column));
                    let _ = write!(html, "<td{class} data-label=\"{label}\">{cell}</td>");
                }
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n");
    }
    html.push_str("</table></div>\n");
    html
}

/// A row is known by the item's title, or at least by its id.
fn columns(drawing: &Drawing<'_, '_, '_>) -> Vec<usize> {
    let mut columns = drawing.columns(&COLUMNS);
    let (id, title) = (drawing.find("id"), drawing.find("title"));
    if !columns
        .iter()
        .any(|it| Some(*it) == id || Some(*it) == title)
    {
        columns.splice(0..0, title);
    }
    if drawing.view.columns.is_empty() {
        columns.splice(0..0, id);
    }
    columns
}

fn class(drawing: &Drawing<'_, '_, '_>, column: usize) -> &'static str {
    let field = drawing.field(column);
    match (field.name.as_str(), &field.holds) {
        ("progress", _) => " class=\"wide\"",
        (_, Holds::Whole | Holds::Number) => " class=\"num\"",
        ("due", _) => "",
        // On a narrow page, where there is no heading, these need their name.
        (_, Holds::Day | Holds::Bool | Holds::Texts) => " class=\"named\"",
        _ => "",
    }
}

/// The beginning of a table that scrolls by itself, up to the cells of its
/// head. Its caption is the view's title, else the message of an id.
pub(super) fn open(drawing: &Drawing<'_, '_, '_>, untitled: &str) -> String {
    let title = drawing.view.title.clone();
    let caption = escape(&title.unwrap_or_else(|| drawing.pen.say(untitled)));
    format!(
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\">\n\
         <table><caption class=\"vh\">{caption}</caption>\n<thead><tr>"
    )
}
