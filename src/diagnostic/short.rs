//! A finding in one line, for editors and for `grep`:
//! `file:line:col: error[L001]: message (help)`.

use super::style::one_line;
use super::{Diagnostic, Files, Style};

/// Shows a finding in one line, without an end of line and without colour.
pub fn render(finding: &Diagnostic, files: &dyn Files, style: &Style) -> String {
    let Diagnostic { severity, .. } = finding;
    let place = finding.primary.as_ref().map_or_else(String::new, |label| {
        let path = format!("{}{}", style.prefix, files.path(label.span.source));
        let (line, column) = files.position(label.span.source, label.span.start());
        format!("{}:{line}:{column}: ", one_line(&path))
    });
    let (word, code, message) = (severity.word(), finding.tag(), one_line(&finding.message));
    let help = match finding.help.as_slice() {
        [] => String::new(),
        help => format!(" ({})", one_line(&help.join("; "))),
    };
    format!("{place}{word}[{code}]: {message}{help}")
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::diagnostic::testing::{Plan, span};
    use crate::diagnostic::{Diagnostic, Style, code};

    #[test]
    fn everything_stands_in_one_line() {
        let plan = Plan::new(&[("goals/größer.md", "---\nid: É1, S11\n")]);
        let finding = Diagnostic::new(&code::UNKNOWN_REFERENCE, "no item is\ncalled `S11\x1b`")
            .at(span(&plan, "S11"), "here")
            .help("did you mean `S1`?")
            .help("or\n`S2`");
        let style = Style {
            prefix: "plan/".to_owned(),
            ..Style::default()
        };
        assert_eq!(
            render(&finding, &plan, &style),
            "plan/goals/größer.md:2:9: error[L001]: no item is called `S11␛` \
             (did you mean `S1`?; or `S2`)"
        );
    }

    #[test]
    fn a_finding_at_no_place_has_no_path() {
        let finding = Diagnostic::new(&code::NOTHING_FOUND, "no file matches");
        let line = render(&finding, &Plan::new(&[]), &Style::default());
        assert_eq!(line, "warning[S016]: no file matches");
    }
}
