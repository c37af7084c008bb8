//! Some items against others as a table, for pages and for views in texts.
//!
//! A stretch of empty cells is one cell, so that only what is filled has a
//! weight.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::plan::ItemIx;
use crate::trace::{Cell, Matrix};

use super::pieces::Pen;
use super::render::escape;

/// A matrix that is to be drawn.
pub(super) struct Grid<'g> {
    pub matrix: &'g Matrix,
    /// What it shows, for those who do not see it.
    pub caption: &'g str,
    /// Whether a row without a mark is a gap in the plan.
    pub gaps: bool,
    /// Whether everything is there that could be: then a column without a
    /// mark is a gap as well. Few columns have room for their titles.
    pub whole: bool,
}

/// How many columns leave room for their titles.
const TITLED: usize = 6;

impl Grid<'_> {
    /// The table within an area that scrolls by itself, and the key to its
    /// marks.
    pub fn html(&self, pen: &Pen<'_, '_>) -> String {
        let caption = escape(self.caption);
        let mut html = format!(
            "<div class=\"table-scroll grid\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\">\n\
             <table><caption class=\"vh\">{caption}</caption>\n<thead><tr><td></td>"
        );
        self.head(pen, &mut html);
        html.push_str("</tr></thead>\n<tbody>\n");
        let said = ["view-directly", "view-through-others", "grid-gap"];
        let said = said.map(|id| escape(&pen.say(id)));
        let empty: BTreeSet<ItemIx> = self.matrix.empty_rows().collect();
        for row in &self.matrix.rows {
            let gap = self.gaps && empty.contains(row);
            html.push_str(if gap { "<tr class=\"gap\">" } else { "<tr>" });
            let _ = write!(html, "<th scope=\"row\">{}", named(pen, *row));
            if gap {
                let _ = write!(html, " <span class=\"mark gap\">{}</span>", said[2]);
            }
            html.push_str("</th>");
            self.cells(*row, [&said[0], &said[1]], &mut html);
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody></table></div>\n");
        html.push_str(&self.key(&said));
        html
    }

    /// Whether the columns have their titles.
    pub fn is_titled(&self) -> bool {
        self.whole && self.matrix.columns.len() <= TITLED
    }

    fn head(&self, pen: &Pen<'_, '_>, html: &mut String) {
        let empty: BTreeSet<ItemIx> = self.matrix.empty_columns().collect();
        let titled = self.is_titled();
        for column in &self.matrix.columns {
            let item = pen.item(*column);
            let (href, id, title) = (escape(&item.href), escape(&item.id), escape(&item.title));
            let gap = self.gaps && self.whole && empty.contains(column);
            html.push_str(if gap {
                "<th scope=\"col\" class=\"gap\">"
            } else {
                "<th scope=\"col\">"
            });
            let _ = if titled {
                write!(
                    html,
                    "<a href=\"{href}\"><span class=\"id\">{id}</span> {title}</a>"
                )
            } else {
                write!(
                    html,
                    "<a class=\"id\" href=\"{href}\" title=\"{title}\">{id}</a>"
                )
            };
            if gap {
                let word = escape(&pen.say("grid-gap"));
                let _ = write!(html, " <span class=\"mark gap\">{word}</span>");
            }
            html.push_str("</th>");
        }
    }

    fn cells(&self, row: ItemIx, [directly, through]: [&String; 2], html: &mut String) {
        let mut empty = 0;
        for column in &self.matrix.columns {
            let cell = match self.matrix.cells.get(&(row, *column)) {
                None => {
                    empty += 1;
                    continue;
                }
                Some(Cell::States(_) | Cell::Stated(_)) => ("bond", directly),
                Some(Cell::Through) => ("bond through", through),
            };
            stretch(html, &mut empty);
            let _ = write!(html, "<td><i class=\"{}\">{}</i></td>", cell.0, cell.1);
        }
        stretch(html, &mut empty);
    }

    /// What the marks mean, for those who see them.
    fn key(&self, [directly, through, gap]: &[String; 3]) -> String {
        let mut html = format!(
            "<p class=\"view-key\" aria-hidden=\"true\"><span><i class=\"bond\"></i> {directly}</span> \
             <span><i class=\"bond through\"></i> {through}</span>"
        );
        let matrix = self.matrix;
        let columns = self.whole && matrix.empty_columns().next().is_some();
        if self.gaps && (columns || matrix.empty_rows().next().is_some()) {
            let _ = write!(html, " <span class=\"mark gap\">{gap}</span>");
        }
        html.push_str("</p>\n");
        html
    }
}

/// An item by its id and title.
pub(super) fn named(pen: &Pen<'_, '_>, at: ItemIx) -> String {
    let item = pen.item(at);
    let (href, id, title) = (escape(&item.href), escape(&item.id), escape(&item.title));
    format!("<a href=\"{href}\"><span class=\"id\">{id}</span> {title}</a>")
}

/// Closes a stretch of empty cells.
fn stretch(html: &mut String, empty: &mut usize) {
    let _ = match std::mem::take(empty) {
        0 => Ok(()),
        1 => write!(html, "<td></td>"),
        wide => write!(html, "<td colspan=\"{wide}\"></td>"),
    };
}
