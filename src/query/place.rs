//! Where the parts of an expression stand, and what messages call them.

use std::ops::Range;

use cel::IdedExpr;
use cel::common::ast::{Expr, SourceInfo};

/// The text of an expression, with the places of its parts.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub text: &'a str,
    pub info: &'a SourceInfo,
}

impl Places<'_> {
    /// A part as a message calls it: a field by its name, what is short as
    /// written.
    pub fn said(&self, node: &IdedExpr) -> String {
        match &node.expr {
            Expr::Select(select) if !select.test => format!("`item.{}`", select.field),
            Expr::Ident(name) => format!("`{name}`"),
            Expr::Literal(_) => format!("`{}`", &self.text[self.at(node.id)]),
            _ => "this".to_owned(),
        }
    }

    /// Where a part stands: all of a field, of others their sign.
    pub fn place(&self, node: &IdedExpr) -> Range<usize> {
        match &node.expr {
            Expr::Select(select) => {
                let start = self.at(select.operand.id).start;
                let end = self.field_at(node.id, &select.field).end;
                start..end.max(start)
            }
            _ => self.at(node.id),
        }
    }

    /// Where the parser says that a part stands, in bytes.
    pub fn at(&self, id: u64) -> Range<usize> {
        let Some((start, stop)) = self.info.offset_for(id) else {
            return 0..self.text.len();
        };
        let byte = |at: u32| {
            usize::try_from(at).map_or(self.text.len(), |at| self.text.ceil_char_boundary(at))
        };
        let (start, end) = (byte(start), byte(stop.saturating_add(1)));
        start..end.max(start)
    }

    /// Where the name of a field stands, after its point.
    pub fn field_at(&self, id: u64, name: &str) -> Range<usize> {
        let from = self.at(id).start;
        let found = self.text[from..].find(name).map(|at| from + at);
        found.map_or_else(|| self.at(id), |at| at..at + name.len())
    }

    /// Where the name of a function stands, before its bracket.
    pub fn function_at(&self, id: u64, name: &str) -> Range<usize> {
        let at = self.at(id);
        let before = self.text[..at.start].trim_end();
        match before.strip_suffix(name) {
            Some(rest) => rest.len()..before.len(),
            None => at,
        }
    }
}
