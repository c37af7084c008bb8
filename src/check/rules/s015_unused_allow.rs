//! S015 unused-allow: an exception that excepts nothing.

use crate::check::{Findings, Rule, Subject, registry};
use crate::diagnostic::{Diagnostic, code, did_you_mean};
use crate::plan::Allow;

pub(super) const RULE: Rule = Rule {
    code: &code::UNUSED_ALLOW,
    finds: "An `allow:` that matches no finding of its item any more, and an `allow:` or a setting \
            under `[checks]` that names no rule. Allow `S015` too to keep one for later.",
    why: "An exception that is no longer needed hides the next finding of the same rule, which \
          nobody has looked at. One that is misspelled never worked.",
    bad: &[(
        "actions/a1.md",
        "---\n\
         owner: Jane Doe\n\
         allow: {leftover-placeholder: \"the owner is named in May\"}\n\
         ---\n\
         # Open a second counter\n",
    )],
    good: &[(
        "actions/a1.md",
        "---\n\
         owner: TBD\n\
         allow: {leftover-placeholder: \"the owner is named in May\"}\n\
         ---\n\
         # Open a second counter\n",
    )],
    options: &[],
    check: Some(check),
};

/// Looks at `[checks]`. What items allow is known only once all findings are.
fn check(subject: Subject<'_>, findings: &mut Findings) {
    let levels = &subject.config.levels;
    let numbers = levels.numbers().iter().map(|setting| &setting.rule);
    for named in levels.named().chain(numbers) {
        let is_group = registry::all()
            .iter()
            .any(|rule| rule.code.code[..1].eq_ignore_ascii_case(named));
        if !is_group && registry::find(named).is_none() {
            let found = Diagnostic::new(
                &code::UNUSED_ALLOW,
                format!("there is no rule `{}`", named.value),
            );
            let found = found.at(named.span, "is set for nothing");
            findings.add(found.maybe_help(nearest_rule(named)));
        }
    }
}

/// The finding that an `allow` matches nothing.
pub(in crate::check) fn unused(allow: &Allow) -> Diagnostic {
    match registry::find(&allow.rule) {
        None => Diagnostic::new(
            &code::UNUSED_ALLOW,
            format!("there is no rule `{}`", allow.rule.value),
        )
        .at(allow.rule.span, "allows nothing")
        .maybe_help(nearest_rule(&allow.rule)),
        Some(rule) => Diagnostic::new(
            &code::UNUSED_ALLOW,
            format!("{} is allowed and not found", rule.code.code),
        )
        .at(allow.rule.span, format!("no {} here", rule.code.name))
        .help("take it out, so that it cannot hide the next one"),
    }
}

fn nearest_rule(written: &str) -> Option<String> {
    let rules = registry::all().iter();
    did_you_mean(
        written,
        rules.flat_map(|rule| [rule.code.code, rule.code.name]),
    )
}
