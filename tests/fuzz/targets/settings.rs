//! `plan.toml`, alone and with a plan that goes by it.

use planwright::pipeline;

use super::{findings, memory, plan, text};

pub fn settings(bytes: &[u8]) {
    let text = text(bytes);
    let mut texts = plan::texts();
    texts.insert("plan.toml".to_owned(), text);
    let inputs = memory::inputs(&texts);
    let checked = pipeline::check(&inputs);
    findings(&inputs.sources, &checked.diagnostics);
}
