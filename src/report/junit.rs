//! JUnit's XML: a suite for each rule, a case for each of its findings.
//!
//! A finding that breaks the check is a failure. Others pass, with what they
//! say as the case's output. A rule that finds nothing is one case that passes.

use std::collections::BTreeMap;

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use crate::check;
use crate::diagnostic::{Diagnostic, short};

use super::Report;

pub(super) fn write(report: &Report<'_>) -> String {
    let mut by_rule: BTreeMap<(&str, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for rule in check::all() {
        by_rule.insert((rule.code.code, rule.code.name), Vec::new());
    }
    for found in report.findings {
        let rule = (found.code.code, found.rule_name());
        by_rule.entry(rule).or_default().push(found);
    }
    let mut suites = quick_junit::Report::new("planwright check");
    for ((code, name), found) in by_rule {
        let mut suite = TestSuite::new(format!("{code} {name}"));
        suite.add_test_cases(cases(report, name, &found));
        suites.add_test_suite(suite);
    }
    let text = suites.to_string().expect("text can be written") + "\n";
    // Strict readers know this count of the suites, and not of all of them.
    text.replacen(" skipped=\"0\"", "", 1)
}

fn cases(report: &Report<'_>, rule: &str, found: &[&Diagnostic]) -> Vec<TestCase> {
    if found.is_empty() {
        let mut case = TestCase::new("no findings", TestCaseStatus::success());
        case.set_classname(rule);
        return vec![case];
    }
    found
        .iter()
        .map(|found| case(report, rule, found))
        .collect()
}

fn case(report: &Report<'_>, rule: &str, found: &Diagnostic) -> TestCase {
    let style = crate::diagnostic::Style {
        prefix: report.prefix.to_owned(),
        ..crate::diagnostic::Style::default()
    };
    let line = short::render(found, report.files, &style);
    let breaks = found.severity >= report.limit;
    let status = if breaks {
        let mut failure = TestCaseStatus::non_success(NonSuccessKind::Failure);
        failure
            .set_message(found.message.as_str())
            .set_type(found.severity.word())
            .set_description(line.as_str());
        failure
    } else {
        TestCaseStatus::success()
    };
    let mut case = TestCase::new(name(report, found), status);
    case.set_classname(rule);
    if !breaks {
        case.set_system_out(line.as_str());
    }
    case
}

/// What a case is called: the file and the item, which stay while lines move.
fn name(report: &Report<'_>, found: &Diagnostic) -> String {
    let place = found.primary.as_ref().map(|label| report.path(label.span));
    match (place, &found.subject) {
        (Some(place), Some(item)) => format!("{place} {item}: {}", found.message),
        (Some(place), None) => format!("{place}: {}", found.message),
        (None, _) => found.message.clone(),
    }
}
