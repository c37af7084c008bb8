//! Many findings: their order and their number.

use super::{Diagnostic, Severity};

/// Orders findings by file, place, code and message, and drops exact
/// duplicates; those at no place come first.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
    findings.dedup();
}

/// How many findings there are of each severity: "3 errors, 1 warning".
pub fn summary(findings: &[Diagnostic]) -> String {
    let severities = [Severity::Error, Severity::Warn, Severity::Info];
    let counts = severities.map(|severity| {
        let count = findings.iter().filter(|f| f.severity == severity).count();
        let plural = if count == 1 { "" } else { "s" };
        let word = match severity {
            Severity::Info => "hint",
            other => other.word(),
        };
        (count > 0).then(|| format!("{count} {word}{plural}"))
    });
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    if counts.is_empty() {
        "no findings".to_owned()
    } else {
        counts.join(", ")
    }
}

/// Every part of a finding, the place first.
fn key(finding: &Diagnostic) -> impl Ord {
    (
        finding.primary.as_ref().map(|label| label.span),
        finding.code,
        &finding.message,
        finding.severity,
        &finding.primary,
        &finding.secondary,
        &finding.help,
        &finding.fix,
        &finding.subject,
        &finding.own_rule,
        finding.known,
    )
}

#[cfg(test)]
mod tests {
    use super::{sort, summary};
    use crate::diagnostic::{Diagnostic, SourceId, Span, code};

    fn finding(source: u32, start: usize, message: &str) -> Diagnostic {
        let span = Span::new(SourceId(source), start, start + 1);
        Diagnostic::new(&code::ORPHAN, message).at(span, "")
    }

    #[test]
    fn findings_stand_in_the_order_of_the_files() {
        let sorted = [
            Diagnostic::new(&code::NOTHING_FOUND, "nowhere"),
            finding(0, 10, "a"),
            finding(0, 10, "b"),
            finding(0, 10, "b").help("more"),
            finding(0, 20, "a"),
            finding(1, 2, "a"),
        ];
        let mut findings: Vec<_> = sorted.iter().rev().chain(&sorted).cloned().collect();
        sort(&mut findings);
        assert_eq!(findings, sorted);
    }

    #[test]
    fn they_are_counted_by_severity() {
        let error = || Diagnostic::new(&code::TRACE_CYCLE, "");
        let info = || Diagnostic::new(&code::EMPTY_ITEM, "");
        assert_eq!(summary(&[]), "no findings");
        assert_eq!(
            summary(&[info(), error(), error(), finding(0, 0, "")]),
            "2 errors, 1 warning, 1 hint"
        );
    }
}
