//! Findings as the browser is given them.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Fault, Files, Severity, Style, full, short};
use crate::serve::{Editor, Finding};

use super::draft::Version;

/// How many findings a browser is given: who has more mends these first.
const MOST: usize = 100;

/// What findings are shown with.
pub(super) struct Shown<'a> {
    /// The plan folder, absolute.
    pub plan: &'a Path,
    pub editor: &'a Editor,
}

impl Shown<'_> {
    /// The first findings of that severity. Who looks at an edition is told
    /// what its pages may say, and of errors no more than that there are some.
    pub fn of(&self, version: &Version, severity: Severity) -> Arc<[Finding]> {
        let (_, for_site) = version.checked.for_site(&version.inputs);
        let is_edition = version.checked.shown.is_some();
        let all = if severity == Severity::Error {
            &version.checked.diagnostics
        } else {
            for_site
        };
        let fit = all.iter().filter(|found| found.severity == severity);
        if is_edition && severity == Severity::Error {
            return match fit.count() {
                0 => Arc::new([]),
                _ => gone("the plan has errors; the terminal says which"),
            };
        }
        fit.take(MOST)
            .map(|found| self.finding(version, found, !is_edition))
            .collect()
    }

    fn finding(&self, version: &Version, found: &Diagnostic, with_lines: bool) -> Finding {
        let sources = &version.inputs.sources;
        let place = found.primary.as_ref().map(|label| {
            let (line, column) = sources.position(label.span.source, label.span.start);
            (sources.path(label.span.source), line, column)
        });
        Finding {
            severity: found.severity.word(),
            code: found.code.code.to_owned(),
            message: found.message.clone(),
            text: if with_lines {
                full::render(found, sources, &Style::default())
            } else {
                short::render(found, sources, &Style::default())
            },
            place: place.map(|(path, line, column)| format!("{path}:{line}:{column}")),
            editor: place.and_then(|(path, line, column)| {
                self.editor.link(&self.plan.join(path), line, column)
            }),
        }
    }

    /// What is wrong with the looks.
    pub fn faults(&self, faults: &[Fault]) -> Arc<[Finding]> {
        let shown = faults.iter().take(MOST).map(|fault| {
            let place = fault.position();
            Finding {
                severity: Severity::Error.word(),
                code: String::new(),
                message: fault.message.clone(),
                text: fault.render(&Style::default()),
                place: place.map(|(line, column)| format!("{}:{line}:{column}", fault.path)),
                editor: place.and_then(|(line, column)| {
                    let file = Path::new(&fault.path).canonicalize().ok()?;
                    self.editor.link(&file, line, column)
                }),
            }
        });
        shown.collect()
    }
}

/// A finding about the plan as a whole.
pub(super) fn gone(message: &str) -> Arc<[Finding]> {
    Arc::new([Finding {
        severity: Severity::Error.word(),
        code: String::new(),
        message: message.to_owned(),
        text: format!("error: {message}"),
        place: None,
        editor: None,
    }])
}
