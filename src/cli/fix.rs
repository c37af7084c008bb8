//! `planwright check --fix`: makes the mends that findings carry.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Files};
use crate::mend::{self, Change, Chosen};
use crate::source::SourceSet;

use super::failure::Failure;
use super::terminal::{self, counted};
use super::{Outcome, load, rewrite};

/// The mends of findings, and the files that come of them.
pub(super) struct Mends {
    chosen: Chosen,
    changes: Vec<Change>,
}

impl Mends {
    /// The mends that can be made together.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>, sources: &SourceSet) -> Self {
        let fixes = findings.into_iter().map(|found| found.fix.as_slice());
        let chosen = mend::choose(fixes.filter(|fix| !fix.is_empty()));
        let change = |(source, edits): (_, Vec<_>)| {
            let before = sources.source(source).text.clone();
            Change {
                path: sources.path(source).to_owned(),
                to: sources.path(source).to_owned(),
                after: mend::applied(&before, &edits),
                before: Some(before),
            }
        };
        let changes = chosen.files().map(change).collect();
        Self { chosen, changes }
    }

    /// Shows what would be written; there is something to do if that is
    /// anything.
    pub fn show(&self, folder: &Path) -> Outcome {
        show(&self.changes, folder);
        terminal::note(&format!("would mend {}", self.counted()));
        self.note_rest();
        if self.changes.is_empty() {
            Outcome::Well
        } else {
            Outcome::Findings
        }
    }

    /// Writes the files, says so, and tells whether there was anything to
    /// write.
    pub fn make(&self, folder: &Path) -> Result<bool, Failure> {
        let written = rewrite::each(folder, &self.changes)?;
        for why in &written.left {
            terminal::note(why);
        }
        if written.left.is_empty() {
            terminal::done("Mended", &self.counted());
        } else {
            terminal::done("Mended", &counted(written.done.len(), "file"));
        }
        self.note_rest();
        Ok(!written.done.is_empty())
    }

    fn counted(&self) -> String {
        let findings = counted(self.chosen.taken, "finding");
        format!("{findings} in {}", counted(self.changes.len(), "file"))
    }

    fn note_rest(&self) {
        if self.chosen.refused > 0 {
            let more = self.chosen.refused;
            terminal::note(&format!(
                "{more} more can be mended after these: run it again"
            ));
        }
    }
}

/// Says how many of the findings could be mended.
pub(super) fn offer(findings: &[&Diagnostic]) {
    let count = findings
        .iter()
        .filter(|found| !found.fix.is_empty())
        .count();
    if count > 0 {
        let findings = counted(count, "finding");
        terminal::note(&format!("--fix mends {findings} of these"));
    }
}

/// Shows changes as a diff, with paths as seen from here.
pub(super) fn show(changes: &[Change], folder: &Path) {
    let diff = mend::unified(changes, &load::prefix(folder));
    terminal::print_foreign(&diff);
}
