//! What the last check made of each file, so that the next one reads only
//! what has changed.

use std::sync::Arc;

use rayon::prelude::*;

use crate::check::Found;
use crate::diagnostic::SourceId;
use crate::plan::{Piece, Plan};
use crate::quantity::Date;
use crate::source::{SETTINGS, Source};
use crate::trace::Trace;

use super::Inputs;

/// What a check has read. It never changes what the next one says, only how
/// soon.
#[derive(Debug, Default)]
pub struct Memory {
    /// The settings: all else depends on them.
    settings: Option<Arc<str>>,
    /// The tables of readings, by path: measures depend on them.
    tables: Vec<(Arc<str>, Arc<str>)>,
    /// What was made of each text, in the order of the sources.
    texts: Vec<Kept>,
    pub(super) last: Option<Last>,
}

/// A plan on a day, what followed from it, and what was found in it.
#[derive(Debug)]
pub(super) struct Last {
    pub plan: Arc<Plan>,
    pub day: Date,
    pub trace: Arc<Trace>,
    pub found: Found,
}

/// What was made of a text.
#[derive(Debug, Clone)]
struct Kept {
    id: SourceId,
    path: Arc<str>,
    text: Arc<str>,
    piece: Arc<Piece>,
}

impl Memory {
    /// What each text says, in the order of the sources. One that is the very
    /// text that was read before is not read again.
    pub(super) fn pieces(&mut self, inputs: &Inputs) -> Vec<Arc<Piece>> {
        let sources = &inputs.sources;
        let settings = sources.by_path(SETTINGS).map(|it| Arc::clone(&it.text));
        if self.settings != settings {
            *self = Self::default();
            self.settings = settings;
        }
        let (texts, tables): (Vec<&Source>, Vec<&Source>) =
            sources.sources.iter().partition(|it| it.is_markdown());
        let tables = tables
            .into_iter()
            .map(|table| (Arc::clone(&table.path), Arc::clone(&table.text)));
        let tables: Vec<(Arc<str>, Arc<str>)> = tables.collect();
        let same_tables = self.tables == tables;
        self.tables = tables;
        let texts = texts.into_par_iter().enumerate();
        let read = texts.map(|(at, source)| {
            let kept = self.last(at, source);
            let kept = kept.filter(|kept| same_tables || !kept.piece.has_readings());
            kept.cloned().unwrap_or_else(|| Kept {
                id: source.id,
                path: Arc::clone(&source.path),
                text: Arc::clone(&source.text),
                piece: Arc::new(Piece::read(source, sources, &inputs.config)),
            })
        });
        let read: Vec<Kept> = read.collect();
        self.texts = read;
        let pieces = self.texts.iter().map(|kept| Arc::clone(&kept.piece));
        pieces.collect()
    }

    /// What followed from the last plan, and what was found in it, if this one
    /// means the same.
    pub(super) fn same(&self, plan: &Plan, inputs: &Inputs) -> Option<&Last> {
        let last = self.last.as_ref();
        last.filter(|last| last.day == inputs.today && plan.means_as(&last.plan))
    }

    /// What was made of a source, if its text is the very text that was read.
    /// It is probably where it was, at `at`.
    fn last(&self, at: usize, source: &Source) -> Option<&Kept> {
        let there = self.texts.get(at).filter(|kept| kept.path == source.path);
        let kept = there.or_else(|| {
            let found = self
                .texts
                .binary_search_by(|kept| kept.path.cmp(&source.path));
            self.texts.get(found.ok()?)
        })?;
        (kept.id == source.id && Arc::ptr_eq(&kept.text, &source.text)).then_some(kept)
    }
}
