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
use super::words;
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
        return note(&pen.say("view-not-understood"));
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

/// A sentence in place of a view or below it.
fn note(words: &str) -> String {
    format!("<p class=\"view-note\">{}</p>\n", escape(words))
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
            None => format!("aria-label=\"{}\"", escape(&self.pen.say("view-label"))),
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
            html.push_str(&note(&self.pen.say("view-empty")));
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
        let locale = self.pen.locale();
        let mut html = String::new();
        if self.selected.hidden > 0 && self.view.shape != Shape::Count {
            let hidden = [("count", self.selected.hidden.into())];
            html.push_str(&note(&locale.say_with("view-hidden", hidden)));
        }
        if let Some((.., number)) = self.selected.failed {
            let left_out = [("count", number.into())];
            html.push_str(&note(&locale.say_with("view-left-out", left_out)));
        }
        html
    }

    fn field(&self, at: usize) -> &Field {
        self.pen.context.language.fields.get(at)
    }

    /// What stands over a field's column.
    fn label(&self, at: usize) -> String {
        words::field(self.pen.locale(), self.field(at))
    }

    fn number(&self, number: usize) -> String {
        self.pen.locale().number(number as f64)
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
