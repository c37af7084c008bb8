//! Plans for tests.

use std::sync::Arc;

use crate::config::{self, Config};
use crate::diagnostic::{SourceId, Span};
use crate::plan::{Piece, Plan, assemble};
use crate::source::SourceSet;
use crate::value::Table;

/// The settings of a plan that has none.
pub(super) fn config() -> Config {
    config::read(&Table::empty(Span::file(SourceId(0)))).0
}

/// The plan of some files, by path.
pub(super) fn plan(files: Vec<(String, String)>) -> Plan {
    let (sources, config) = (SourceSet::in_memory(files), config());
    let texts = sources.sources.iter();
    let pieces = texts.map(|source| Arc::new(Piece::read(source, &sources, &config)));
    assemble(pieces.collect(), &sources, &config, None).0
}
