//! Views as lines, as boxes, and as numbers.

use std::fmt::Write as _;

use crate::plan::ItemIx;
use crate::site::render::escape;

use super::Drawing;
use super::cell::{due, mark, progress};

const FACTS: [&str; 3] = ["status", "owner", "due"];

/// The groups, each under its name.
fn grouped(drawing: &Drawing<'_, '_, '_>, class: &str, each: impl Fn(ItemIx) -> String) -> String {
    let mut html = String::new();
    for group in &drawing.selected.groups {
        if let Some(label) = drawing.group_label(group) {
            let count = drawing.number(group.items.len());
            let _ = writeln!(
                html,
                "<p class=\"view-group\">{label} <span class=\"id\">{count}</span></p>"
            );
        }
        let _ = writeln!(html, "<ul class=\"{class}\">");
        for at in &group.items {
            let _ = writeln!(html, "<li>{}</li>", each(*at));
        }
        html.push_str("</ul>\n");
    }
    html
}

/// An item a line, with what a reader looks for first.
pub(super) fn list(drawing: &Drawing<'_, '_, '_>) -> String {
    grouped(drawing, "rows", |at| line(drawing, at))
}

fn line(drawing: &Drawing<'_, '_, '_>, at: ItemIx) -> String {
    let row = drawing.pen.row(at);
    let (id, href) = (escape(&row.item.id), escape(&row.item.href));
    let title = escape(&row.item.title);
    let mut html = format!(
        "<div class=\"row\"><span class=\"id\">{id}</span><div><a href=\"{href}\">{title}</a></div>\
         <div class=\"side\">"
    );
    if drawing.view.columns.is_empty() {
        let state = row
            .trigger
            .as_ref()
            .or(row.health.as_ref())
            .or(row.status.as_ref());
        let state = row
            .status
            .as_ref()
            .filter(|it| it.class != "active")
            .or(state);
        if let Some(state) = state {
            let _ = write!(html, "<span class=\"state\">{}</span> ", mark(state));
        }
        if let Some(owner) = &row.owner {
            let _ = write!(
                html,
                "<span class=\"owner\">{}</span> ",
                escape(&owner.text)
            );
        }
        if let Some(it) = &row.due {
            let _ = write!(html, "<span class=\"due\">{}</span> ", due(drawing.pen, it));
        }
        if let Some(done) = row.progress {
            html.push_str(&progress(drawing.pen, done));
        }
    } else {
        for column in &drawing.view.columns {
            let _ = write!(html, "<span>{}</span> ", drawing.cell(*column, at));
        }
    }
    html.push_str("</div></div>");
    html
}

/// An item a box with a few facts.
pub(super) fn cards(drawing: &Drawing<'_, '_, '_>) -> String {
    let columns = drawing.columns(&FACTS);
    grouped(drawing, "view-boxes", |at| {
        let mut html = format!("<p>{}</p><dl>", drawing.link(at));
        for column in &columns {
            let cell = drawing.cell(*column, at);
            if !cell.is_empty() {
                let label = escape(&drawing.label(*column));
                let _ = write!(html, "<div><dt>{label}</dt><dd>{cell}</dd></div>");
            }
        }
        html + "</dl>"
    })
}

/// How many items there are, or how many in each group.
pub(super) fn count(drawing: &Drawing<'_, '_, '_>) -> String {
    let mut html = "<dl class=\"figures\">".to_owned();
    let mut figure = |label: &str, count: usize| {
        let count = drawing.number(count);
        let _ = write!(
            html,
            "<div><dt>{label}</dt><dd><span class=\"big\">{count}</span></dd></div>"
        );
    };
    if drawing.view.group.is_some() && drawing.selected.count > 0 {
        for group in &drawing.selected.groups {
            let label = drawing.group_label(group).unwrap_or_default();
            figure(&label, group.items.len());
        }
    } else {
        let count = drawing.selected.count;
        let locale = drawing.pen.locale();
        figure(
            &locale.say_with("view-items", [("count", count.into())]),
            count,
        );
    }
    html + "</dl>\n"
}
