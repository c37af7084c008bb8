//! A plan that is nowhere on disk, for the library's own functions.

use std::collections::BTreeMap;

use planwright::config;
use planwright::diagnostic::{SourceId, Span};
use planwright::pipeline::Inputs;
use planwright::quantity::Date;
use planwright::source::SourceSet;
use planwright::value::{Table, parse_toml};

/// Texts by path.
pub type Texts = BTreeMap<String, String>;

/// What a build of these texts depends on.
pub fn inputs(texts: &Texts) -> Inputs {
    let sources = SourceSet::in_memory(texts);
    let (settings, mut problems) = match sources.by_path("plan.toml") {
        Some(source) => parse_toml(source.id, &source.text, 0),
        None => (Table::empty(Span::file(SourceId(0))), Vec::new()),
    };
    let (config, found) = config::read(&settings);
    problems.extend(found);
    Inputs {
        sources,
        config,
        problems,
        today: Date::constant(2026, 11, 23),
    }
}
