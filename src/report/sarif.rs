//! SARIF 2.1.0, the OASIS standard for what analysis tools find: read by code
//! hosts, editors and dashboards.

use serde::Serialize;

use crate::check::{self, Rule};
use crate::diagnostic::{Diagnostic, Edit, Label, Severity, Span};

use super::{Report, lines_of_json};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: String,
    name: String,
    short_description: Message,
    full_description: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: String,
    rule_index: usize,
    level: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix {
    description: Message,
    artifact_changes: Vec<Change>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Message,
}

pub(super) fn write(report: &Report<'_>) -> String {
    let rules = Rules::of(report);
    let results = report.findings.iter();
    let results = results
        .map(|found| outcome(report, &rules, found))
        .collect();
    lines_of_json(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "planwright",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules.described(),
                },
            },
            column_kind: "unicodeCodePoints",
            results,
        }],
    })
}

/// The program's rules and, after them, the plan's own that speak.
struct Rules<'a> {
    own: Vec<&'a str>,
}

impl<'a> Rules<'a> {
    fn of(report: &Report<'a>) -> Self {
        let own = report.findings.iter();
        let mut own: Vec<&str> = own.filter_map(|found| found.own_rule.as_deref()).collect();
        own.sort_unstable();
        own.dedup();
        Self { own }
    }

    fn index(&self, found: &Diagnostic) -> usize {
        let rules = check::all();
        match &found.own_rule {
            Some(name) => rules.len() + self.own.binary_search(&name.as_str()).unwrap_or(0),
            None => rules
                .iter()
                .position(|rule| rule.code == found.code)
                .expect("every code has a rule"),
        }
    }

    fn described(&self) -> Vec<Descriptor> {
        let rules = check::all().iter().map(|rule| descriptor(rule));
        let own = self.own.iter().map(|name| Descriptor {
            id: (*name).to_owned(),
            name: (*name).to_owned(),
            short_description: message("A rule of the plan's own."),
            full_description: message("A rule that the plan defines in plan.toml."),
            default_configuration: Configuration { level: "warning" },
        });
        rules.chain(own).collect()
    }
}

fn descriptor(rule: &Rule) -> Descriptor {
    Descriptor {
        id: rule.code.code.to_owned(),
        name: rule.code.name.to_owned(),
        short_description: message(rule.code.name.replace('-', " ")),
        full_description: message(format!("{} {}", rule.finds, rule.why)),
        default_configuration: Configuration {
            level: level(rule.code.severity),
        },
    }
}

fn outcome(report: &Report<'_>, rules: &Rules<'_>, found: &Diagnostic) -> Outcome {
    let related = found.secondary.iter();
    let help = found.help.iter().map(|help| format!("\nhelp: {help}"));
    Outcome {
        rule_id: found.tag().to_owned(),
        rule_index: rules.index(found),
        level: level(found.severity),
        baseline_state: found.known.then_some("unchanged"),
        message: message(found.message.clone() + &help.collect::<String>()),
        locations: found
            .primary
            .iter()
            .map(|label| location(report, label))
            .collect(),
        related_locations: related.map(|label| location(report, label)).collect(),
        fixes: fixes(report, found),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warn => "warning",
        Severity::Info => "note",
        Severity::Off => "none",
    }
}

fn message(text: impl Into<String>) -> Message {
    Message { text: text.into() }
}

fn location(report: &Report<'_>, label: &Label) -> Location {
    Location {
        physical_location: PhysicalLocation {
            artifact_location: artifact(report, label.span),
            region: region(report, label.span),
        },
        message: (!label.text.is_empty()).then(|| message(label.text.as_str())),
    }
}

/// A file's address, relative to where the program was started unless the plan
/// was named by a whole path.
fn artifact(report: &Report<'_>, span: Span) -> Artifact {
    const KEPT: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
        .remove(b'/')
        .remove(b'.')
        .remove(b'-')
        .remove(b'_');
    let path = report.path(span);
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    let path = percent_encoding::utf8_percent_encode(&path, KEPT);
    Artifact {
        uri: format!("{scheme}{path}"),
    }
}

fn region(report: &Report<'_>, span: Span) -> Region {
    let [start_line, start_column, end_line, end_column] = report.range(span);
    Region {
        start_line,
        start_column,
        end_line,
        end_column,
    }
}

/// The edits that mend a finding, as one fix.
fn fixes(report: &Report<'_>, found: &Diagnostic) -> Vec<Fix> {
    if found.fix.is_empty() {
        return Vec::new();
    }
    let change = |edit: &Edit| Change {
        artifact_location: artifact(report, edit.span),
        replacements: vec![Replacement {
            deleted_region: region(report, edit.span),
            inserted_content: message(edit.text.as_str()),
        }],
    };
    let what = found.help.first().cloned();
    vec![Fix {
        description: message(what.unwrap_or_else(|| mended(found))),
        artifact_changes: found.fix.iter().map(change).collect(),
    }]
}

fn mended(found: &Diagnostic) -> String {
    format!("mend {}", found.rule_name())
}
