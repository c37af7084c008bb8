//! Findings as the browser is given them.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Fault, Files, Severity, Style, full};
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
    /// The first findings of that severity. Who looks at an edition is told no
    /// more than that there are errors: what they say may be hidden there.
    pub fn of(&self, version: &Version, severity: Severity) -> Arc<[Finding]> {
        let all = version.checked.diagnostics.iter();
        let fit = all.filter(|found| found.severity == severity);
        if version.inputs.imprint.edition.is_none() {
            let fit = fit.take(MOST);
            return fit.map(|found| self.finding(version, found)).collect();
        }
        if severity == Severity::Error && fit.count() > 0 {
            return gone("the plan has errors; the terminal says which");
        }
        Arc::new([])
    }

    fn finding(&self, version: &Version, found: &Diagnostic) -> Finding {
        let sources = &version.inputs.sources;
        let place = found.primary.as_ref().map(|label| {
            let (line, column) = sources.position(label.span.source, label.span.start());
            (sources.path(label.span.source), line, column)
        });
        Finding {
            severity: found.severity.word(),
            code: found.code.code.to_owned(),
            message: found.message.clone(),
            text: full::render(found, sources, &Style::default()),
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
