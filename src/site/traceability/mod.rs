//! Whether the plan holds together: how well each level is held, where it is
//! not, and any level against any other.

mod coverage;
mod matrix;
mod parts;

pub use coverage::{CoverageView, GapList, LevelView, MatrixLink, MatrixRow, Share};
pub use matrix::{ListRow, MatrixPart, MatrixView};

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config::Kind;

use super::address;
use super::context::Context;
use super::frame::Section;
use super::pages::Page;
use super::people::free_slug;

/// Two kinds that have to do with one another.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub rows: Kind,
    pub columns: Kind,
    pub slug: String,
    /// How many of the rows have to do with a column.
    pub met: usize,
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let pairs = Arc::new(pairs(context));
    if pairs.is_empty() {
        return Vec::new();
    }
    let label = context.locale.say("trace-title");
    let all = Arc::clone(&pairs);
    let overview = Page::new("traceability.html", address::traceability(), move |pen| {
        coverage::view(pen, &all)
    });
    let mut pages = vec![overview.in_nav(Section::Trace, label)];
    for pair in pairs.iter() {
        let parts = parts::of(context, pair);
        for number in std::iter::once(None).chain((0..parts.len()).map(Some)) {
            let path = match number {
                None => address::matrix(&pair.slug),
                Some(number) => address::matrix_part(&pair.slug, &parts[number].slug),
            };
            let (pair, parts) = (pair.clone(), Arc::clone(&parts));
            pages.push(Page::new("matrix.html", path, move |pen| {
                matrix::view(pen, &pair, &parts, number)
            }));
        }
    }
    pages
}

/// The pairs of kinds of which something has to do with something: the lower
/// kind down the side.
fn pairs(context: &Context<'_>) -> Vec<Pair> {
    let subject = context.subject;
    let meeting = &subject.trace.meeting;
    let kinds: Vec<(Kind, &str)> = subject
        .config
        .kinds
        .all()
        .map(|(kind, def)| (kind, def.name.as_str()))
        .collect();
    let mut pairs = Vec::new();
    let mut taken = BTreeSet::new();
    for (at, (rows, row)) in kinds.iter().enumerate() {
        for (columns, column) in &kinds[..at] {
            if let Some(met) = meeting.get(&(*rows, *columns)) {
                pairs.push(Pair {
                    rows: *rows,
                    columns: *columns,
                    slug: free_slug(&format!("{row} {column}"), &mut taken),
                    met: *met,
                });
            }
        }
    }
    pairs
}
