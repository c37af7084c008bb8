//! Views of the plan within a text: what a block asks to see, as HTML that
//! stands in its place.

mod cards;
mod cell;
mod matrix;
mod table;
mod timeline;

use std::fmt::Write as _;

use crate::document::ViewBlock;
use crate::plan::ItemIx;
use crate::query::{Field, Group, Selected, Shape, View};

use super::pieces::Pen;
use super::render::escape;
use cell::{group_label, shown};

/// A view that is being drawn.
struct Drawing<'d, 'c, 'a> {
    pen: &'d Pen<'c, 'a>,
    view: &'d View,
    selected: &'d Selected,
    /// Part of the ids within the page.
    id: String,
}

/// The HTML of a text's view of that number.
pub(super) fn html(pen: &Pen<'_, '_>, block: &ViewBlock, number: usize) -> String {
    let subject = pen.context.subject;
    let language = &pen.context.language;
    let (view, problems) = View::read(block, language, subject.config);
    if !problems.is_empty() {
        return "<p class=\"view-note\">There should be a view of the plan here, but it cannot be \
                understood.</p>\n"
            .to_owned();
    }
    let selected = view.select(language, subject.facts());
    let drawing = Drawing {
        pen,
        view: &view,
        selected: &selected,
        id: format!("view:{}", number + 1),
    };
    drawing.figure()
}

impl Drawing<'_, '_, '_> {
    fn figure(&self) -> String {
        let shape = match self.view.shape {
            Shape::Table => "table",
            Shape::List => "list",
            Shape::Cards => "cards",
            Shape::Timeline => "timeline",
            Shape::Matrix => "matrix",
            Shape::Count => "count",
        };
        let id = &self.id;
        let label = match &self.view.title {
            Some(_) => format!("aria-labelledby=\"{id}\""),
            None => "aria-label=\"A view of the plan\"".to_owned(),
        };
        let mut html = format!("<section class=\"view view-{shape}\" {label}>\n");
        if let Some(title) = &self.view.title {
            let _ = writeln!(
                html,
                "<p class=\"view-title\" id=\"{id}\">{}</p>",
                escape(title)
            );
        }
        if self.selected.count == 0 && self.view.shape != Shape::Count {
            html.push_str("<p class=\"view-note\">Nothing in the plan fits this at present.</p>\n");
        } else {
            html.push_str(&match self.view.shape {
                Shape::Table => table::html(self),
                Shape::List => cards::list(self),
                Shape::Cards => cards::cards(self),
                Shape::Timeline => timeline::html(self),
                Shape::Matrix => matrix::html(self),
                Shape::Count => cards::count(self),
            });
        }
        html.push_str(&self.notes());
        html.push_str("</section>\n");
        html
    }

    /// What is not shown.
    fn notes(&self) -> String {
        let mut html = String::new();
        if self.selected.hidden > 0 && self.view.shape != Shape::Count {
            let hidden = self.selected.hidden;
            let _ = writeln!(
                html,
                "<p class=\"view-note\">{hidden} more are not shown.</p>"
            );
        }
        if let Some((.., number)) = self.selected.failed {
            let items = if number == 1 {
                "1 item is"
            } else {
                &format!("{number} items are")
            };
            let _ = writeln!(
                html,
                "<p class=\"view-note\">{items} left out, as the filter cannot be worked out there.</p>"
            );
        }
        html
    }

    fn field(&self, at: usize) -> &Field {
        self.pen.context.language.fields.get(at)
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.pen.context.language.fields.find(name)
    }

    /// The columns that were asked for, else some that most items have.
    fn columns(&self, otherwise: &[&str]) -> Vec<usize> {
        if !self.view.columns.is_empty() {
            return self.view.columns.clone();
        }
        let group = self.view.group;
        let otherwise = otherwise.iter().filter_map(|name| self.find(name));
        otherwise.filter(|field| Some(*field) != group).collect()
    }

    /// A field of an item as HTML; empty where it is absent.
    fn cell(&self, field: usize, at: ItemIx) -> String {
        shown(self.pen, self.field(field), at)
    }

    /// What a group is called, as HTML.
    fn group_label(&self, group: &Group) -> Option<String> {
        let field = self.field(self.view.group?);
        Some(group_label(self.pen, field, group))
    }

    /// All items, in order; one that is in several groups, once.
    fn items(&self) -> Vec<ItemIx> {
        let groups = self.selected.groups.iter();
        let mut seen = std::collections::BTreeSet::new();
        let all = groups.flat_map(|group| group.items.iter().copied());
        all.filter(|at| seen.insert(*at)).collect()
    }

    /// An item's id and title, linked.
    fn link(&self, at: ItemIx) -> String {
        let item = self.pen.item(at);
        format!(
            "<a href=\"{}\"><span class=\"id\">{}</span> {}</a>",
            escape(&item.href),
            escape(&item.id),
            escape(&item.title)
        )
    }
}
