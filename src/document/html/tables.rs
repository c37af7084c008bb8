//! Tables that can be scrolled by keyboard and read aloud.

use pulldown_cmark::Alignment;

use super::write::{Close, Writer, raw};

const END_OF_TABLE: &str = "</tbody>\n</table>\n</section>\n";

impl<'a> Writer<'a, '_> {
    pub(super) fn table(&mut self, number: usize, alignments: Vec<Alignment>) -> Close<'a> {
        self.alignments = alignments;
        let label = if number == 0 {
            "Table".to_owned()
        } else {
            format!("Table {}", number + 1)
        };
        self.out.push(raw(format!(
            "<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"{label}\">\n<table>\n"
        )));
        Close::Html(END_OF_TABLE)
    }

    /// Whether a table is open, and no row of it.
    pub(super) fn is_between_rows(&self) -> bool {
        matches!(self.open.last(), Some(Close::Html(END_OF_TABLE)))
    }

    pub(super) fn cell(&mut self) -> Close<'a> {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            _ => "",
        };
        self.column += 1;
        if self.in_head {
            self.out.push(raw(format!("<th scope=\"col\"{class}>")));
            return Close::HeadCell {
                start: self.out.len(),
            };
        }
        self.out.push(raw(format!("<td{class}>")));
        Close::Html("</td>")
    }
}
