//! Annotations in a pull request, by GitHub's workflow commands:
//! `::error file=…,line=…,col=…,title=…::message`.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Severity};

use super::Report;

pub(super) fn write(report: &Report<'_>) -> String {
    let lines = report.findings.iter().map(|found| line(report, found));
    lines.collect()
}

fn line(report: &Report<'_>, found: &Diagnostic) -> String {
    let command = match found.severity {
        Severity::Error => "error",
        Severity::Warn => "warning",
        Severity::Info | Severity::Off => "notice",
    };
    let mut line = format!("::{command} ");
    if let Some(label) = &found.primary {
        let [first, column, last, end] = report.range(label.span);
        let file = property(&report.path(label.span));
        let _ = write!(
            line,
            "file={file},line={first},endLine={last},col={column},"
        );
        // Columns are taken only where the place ends in the line it begins in.
        if first == last {
            let _ = write!(line, "endColumn={end},");
        }
    }
    let title = match &found.own_rule {
        Some(rule) => property(rule),
        None => property(&format!("{} ({})", found.code.name, found.code.code)),
    };
    let mut text = found.message.clone();
    for help in &found.help {
        let _ = write!(text, "\nhelp: {help}");
    }
    let _ = writeln!(line, "title={title}::{}", data(&text));
    line
}

/// A message as a workflow command can hold it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property as a workflow command can hold it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
