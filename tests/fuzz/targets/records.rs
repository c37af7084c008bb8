//! `reviews.csv` and a table of readings.

use planwright::pipeline;
use planwright::review::Reviews;
use planwright::source::{REVIEWS, SourceSet};

use super::{findings, memory, plan, text};

pub fn records(bytes: &[u8]) {
    let text = text(bytes);
    let mut texts = plan::texts();
    texts.insert("measures/readings.csv".to_owned(), text.clone());
    texts.insert(REVIEWS.to_owned(), text);
    let inputs = memory::inputs(&texts);
    let checked = pipeline::check(&inputs);
    findings(&inputs.sources, &checked.diagnostics);
    let written = checked.reviews.to_csv();
    let (again, problems) = Reviews::read(&SourceSet::in_memory([(REVIEWS, &written)]));
    assert_eq!(problems, []);
    assert_eq!(again.to_csv(), written);
}
