//! Findings for other programs: editors, code hosts, build servers.
//!
//! What people read in a terminal is made in [`diagnostic`](crate::diagnostic);
//! here is one file per format that a program reads.

mod github;
mod json;
mod junit;
mod sarif;
mod table;
pub mod trace;

pub use json::{Finding, Findings, Mend, Place, Summary};

use crate::diagnostic::{Diagnostic, Files, Severity, Span};
use crate::quantity::Date;

/// Findings, and what a format needs to know beside them.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// The findings that are told, in order.
    pub findings: &'a [&'a Diagnostic],
    /// The files that they point into.
    pub files: &'a dyn Files,
    /// What stands before the plan's own paths when seen from where the
    /// program was started: empty, or ending in `/`.
    pub prefix: &'a str,
    /// The day for which the plan was checked.
    pub today: Date,
    /// How bad a finding must be to break the check.
    pub limit: Severity,
}

/// A format that a program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON object; see [`Findings`].
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// Annotations of GitHub's workflow commands.
    Github,
    /// JUnit's XML, for build servers.
    Junit,
}

impl Report<'_> {
    /// The findings in a format, with an end of line at the end.
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Json => json::write(self),
            Format::Sarif => sarif::write(self),
            Format::Github => github::write(self),
            Format::Junit => junit::write(self),
        }
    }

    fn path(&self, span: Span) -> String {
        format!("{}{}", self.prefix, self.files.path(span.source))
    }

    /// Line and column of the first character and of the one after the last.
    fn range(&self, span: Span) -> [usize; 4] {
        let (line, column) = self.files.position(span.source, span.start());
        let (end_line, end_column) = self.files.position(span.source, span.end());
        [line, column, end_line, end_column]
    }
}

/// The JSON Schema of something that is written as JSON.
pub fn schema<T: schemars::JsonSchema>() -> String {
    lines_of_json(&schemars::schema_for!(T))
}

/// JSON with an end of line.
fn lines_of_json(value: &impl serde::Serialize) -> String {
    let text = serde_json::to_string_pretty(value);
    text.expect("all keys are text") + "\n"
}
