//! Files in memory, for the tests of the formats.

use super::{Files, SourceId, Span};

/// Paths and texts.
pub(super) struct Plan(Vec<(String, String)>);

impl Plan {
    pub(super) fn new(files: &[(&str, &str)]) -> Self {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        Self(files.iter().map(owned).collect())
    }
}

/// The first place where a text stands, in whatever file.
pub(super) fn span(plan: &Plan, text: &str) -> Span {
    let mut found = plan.0.iter().zip(0..).filter_map(|((_, file), source)| {
        let start = file.find(text)?;
        Some(Span::new(SourceId(source), start, start + text.len()))
    });
    found.next().expect("the text stands in the plan")
}

impl Files for Plan {
    fn path(&self, source: SourceId) -> &str {
        &self.0[source.0 as usize].0
    }

    fn text(&self, source: SourceId) -> &str {
        &self.0[source.0 as usize].1
    }

    fn position(&self, source: SourceId, byte: usize) -> (usize, usize) {
        let before = &self.text(source)[..byte];
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }
}
