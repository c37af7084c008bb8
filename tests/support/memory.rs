//! A plan that is nowhere on disk, for the library's own functions.

use std::collections::BTreeMap;

use planwright::edition::Imprint;
use planwright::pipeline::{self, Inputs};
use planwright::quantity::Date;
use planwright::source::SourceSet;

/// Texts by path.
pub type Texts = BTreeMap<String, String>;

/// What a build of these texts depends on.
pub fn inputs(texts: &Texts) -> Inputs {
    let sources = SourceSet::in_memory(texts);
    let (config, problems) = pipeline::settings(&sources);
    Inputs {
        sources,
        config,
        problems,
        today: Date::constant(2026, 11, 23),
        imprint: Imprint::default(),
    }
}
