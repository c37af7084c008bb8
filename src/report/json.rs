//! JSON of our own, described by a JSON Schema.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostic::{Edit, Label, Severity, Span};

use super::{Report, lines_of_json};

/// What `planwright check --format json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Findings {
    /// The version of this format. It grows when a name changes its meaning or
    /// goes away; new names may come at any time.
    pub version: u32,
    /// The day for which the plan was checked, as in `2026-11-23`.
    pub today: String,
    /// How many findings are told here.
    pub summary: Summary,
    /// The findings, by file and place.
    pub findings: Vec<Finding>,
}

/// How many findings are told, by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// Those that break the build.
    pub errors: usize,
    /// Those that break it when warnings count.
    pub warnings: usize,
    /// Hints.
    pub infos: usize,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule's code, as in `T001`.
    pub code: String,
    /// The rule's name, as in `orphan`; for a rule of the plan's own, its
    /// name in `plan.toml`.
    pub rule: String,
    /// `error`, `warning` or `info`.
    #[schemars(regex(pattern = "^(error|warning|info)$"))]
    pub severity: String,
    /// Whether it was there when the plan's baseline was written.
    pub known: bool,
    /// What is wrong: a sentence that stands alone.
    pub message: String,
    /// The id of the item that it is about.
    pub item: Option<String>,
    /// Where it is; null where no file is at fault.
    pub place: Option<Place>,
    /// Other places involved.
    pub also: Vec<Place>,
    /// How to mend it.
    pub help: Vec<String>,
    /// Edits that mend it, where that is mechanical and safe.
    pub fix: Vec<Mend>,
}

/// A part of a file. Lines and columns count from 1, columns in characters;
/// bytes count from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// The file, as seen from the folder in which the program was started.
    pub file: String,
    /// The line of the first character.
    pub line: usize,
    /// Its column.
    pub column: usize,
    /// The line of the character after the last.
    pub end_line: usize,
    /// Its column.
    pub end_column: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What is said about it; may be empty.
    pub label: String,
}

/// Other text for a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Mend {
    /// The place; empty where something is put in.
    pub place: Place,
    /// What is to stand there.
    pub text: String,
}

pub(super) fn write(report: &Report<'_>) -> String {
    let count = |severity| {
        let all = report.findings.iter();
        all.filter(|found| found.severity == severity).count()
    };
    lines_of_json(&Findings {
        version: 1,
        today: report.today.to_string(),
        summary: Summary {
            errors: count(Severity::Error),
            warnings: count(Severity::Warn),
            infos: count(Severity::Info),
        },
        findings: findings(report),
    })
}

fn findings(report: &Report<'_>) -> Vec<Finding> {
    let all = report.findings.iter().map(|found| Finding {
        code: found.code.code.to_owned(),
        rule: found.rule_name().to_owned(),
        severity: found.severity.word().to_owned(),
        known: found.known,
        message: found.message.clone(),
        item: found.subject.clone(),
        place: found.primary.as_ref().map(|label| labelled(report, label)),
        also: found
            .secondary
            .iter()
            .map(|label| labelled(report, label))
            .collect(),
        help: found.help.clone(),
        fix: found.fix.iter().map(|edit| mend(report, edit)).collect(),
    });
    all.collect()
}

fn mend(report: &Report<'_>, edit: &Edit) -> Mend {
    Mend {
        place: place(report, edit.span, ""),
        text: edit.text.clone(),
    }
}

fn labelled(report: &Report<'_>, label: &Label) -> Place {
    place(report, label.span, &label.text)
}

fn place(report: &Report<'_>, span: Span, label: &str) -> Place {
    let [line, column, end_line, end_column] = report.range(span);
    Place {
        file: report.path(span),
        line,
        column,
        end_line,
        end_column,
        start: span.start(),
        end: span.end(),
        label: label.to_owned(),
    }
}
