//! What an audience may see of a plan.
//!
//! An edition takes out of every file what its audience may not see: the
//! files of hidden items and pages, hidden fields, `::: audience` blocks, and
//! whatever in the rest names something hidden. What is left is put together
//! as a plan of its own. Everything after this stage works on that, so that
//! nothing hidden can leak by oversight: it is not there. What is left stands
//! in its file where it stood.

mod clearance;
mod files;
mod matter;
mod secrets;
mod settings;
mod text;

pub use clearance::{Clearance, Wall};
pub use secrets::{Secret, Secrets};

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::SourceId;
use crate::plan::{self, Piece, Place, Plan};
use crate::source::{Source, SourceSet};

/// What a site says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Imprint {
    /// The edition of the plan that it shows; none for the whole plan.
    pub edition: Option<String>,
    /// The revision of the plan that it was made from.
    pub revision: Option<String>,
}

/// A plan with the files and the settings that it was made from.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its files.
    pub sources: &'a SourceSet,
    /// Its settings.
    pub config: &'a Config,
}

/// What of a plan an audience may see.
#[derive(Debug)]
pub struct Part {
    /// The plan.
    pub plan: Plan,
    /// Its files.
    pub sources: SourceSet,
    /// Its settings.
    pub config: Config,
}

impl Part {
    /// Takes out of a plan what may not be seen.
    pub fn of(whole: Whole<'_>, clearance: &Clearance<'_>) -> Self {
        let places: HashMap<SourceId, Place> = whole
            .plan
            .bodies()
            .map(|(place, body)| (body.document.source, place))
            .collect();
        let mut sources = files::left(whole, clearance, &places);
        let cut = Cut {
            whole,
            clearance,
            tables: &sources,
        };
        let pieces = whole.plan.pieces().par_iter();
        let read: Vec<(Arc<Piece>, Option<Source>)> = pieces
            .filter_map(|piece| cut.file(piece, &places))
            .collect();
        let mut pieces = Vec::new();
        for (piece, source) in read {
            pieces.push(piece);
            if let Some(source) = source {
                sources.replace(source);
            }
        }
        // What is wrong with the whole plan has been said.
        let (plan, _) = plan::assemble(pieces, &sources, whole.config, None);
        let config = settings::left(whole.config, &plan, clearance);
        Self {
            plan,
            sources,
            config,
        }
    }
}

/// What takes out of a file what may not be seen.
struct Cut<'a> {
    whole: Whole<'a>,
    clearance: &'a Clearance<'a>,
    /// The files that are left, for their tables of readings.
    tables: &'a SourceSet,
}

impl Cut<'_> {
    /// What is left of a file, with its text where that is another.
    fn file(
        &self,
        piece: &Arc<Piece>,
        places: &HashMap<SourceId, Place>,
    ) -> Option<(Arc<Piece>, Option<Source>)> {
        let (whole, clearance) = (self.whole, self.clearance);
        let document = &piece.body()?.document;
        let place = *places.get(&document.source)?;
        if clearance.has(Wall::Texts) && !clearance.place(place) {
            return None;
        }
        let source = whole.sources.source(document.source);
        let matter = matter::left(&document.matter, whole, clearance);
        let text = text::left(&source.text, (place, document), whole, clearance);
        if matter.is_none() && text.is_none() {
            return Some((Arc::clone(piece), None));
        }
        let text = text.unwrap_or_else(|| source.text.to_string());
        let source = source.reworded(&text::without_matter(&text, &document.body));
        let matter = matter.unwrap_or_else(|| document.matter.clone());
        let document = document.less(&source, matter);
        let piece = Piece::less(document, &source, self.tables, whole.config);
        Some((Arc::new(piece), Some(source)))
    }
}
