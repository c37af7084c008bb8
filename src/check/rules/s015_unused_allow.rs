//! S015 unused-allow: an exception that excepts nothing.

use crate::check::{Findings, Reads, Rule, Subject, registry};
use crate::config::Config;
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
    reads: Reads::Plan,
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
        if !is_group && !is_rule(named, subject.config) {
            let found = Diagnostic::new(
                &code::UNUSED_ALLOW,
                format!("there is no rule `{}`", named.value),
            );
            let found = found.at(named.span, "is set for nothing");
            findings.add(found.maybe_help(nearest_rule(named, subject.config)));
        }
    }
}

/// The finding that an `allow` matches nothing.
pub(in crate::check) fn unused(allow: &Allow, config: &Config) -> Diagnostic {
    if !is_rule(&allow.rule, config) {
        let message = format!("there is no rule `{}`", allow.rule.value);
        return Diagnostic::new(&code::UNUSED_ALLOW, message)
            .at(allow.rule.span, "allows nothing")
            .maybe_help(nearest_rule(&allow.rule, config));
    }
    let built_in = registry::find(&allow.rule).map(|rule| (rule.code.code, rule.code.name));
    let (tag, name) = built_in.unwrap_or((&allow.rule.value, &allow.rule.value));
    let message = format!("{tag} is allowed and not found");
    Diagnostic::new(&code::UNUSED_ALLOW, message)
        .at(allow.rule.span, format!("no {name} here"))
        .help("take it out, so that it cannot hide the next one")
}

/// Whether a rule is called that, be it built in or the plan's own.
fn is_rule(name: &str, config: &Config) -> bool {
    let mut own = own_names(config);
    registry::find(name).is_some() || own.any(|own| own.eq_ignore_ascii_case(name))
}

fn own_names(config: &Config) -> impl Iterator<Item = &str> {
    config.rules.iter().map(|rule| rule.name.value.as_str())
}

fn nearest_rule(written: &str, config: &Config) -> Option<String> {
    let rules = registry::all().iter();
    let built_in = rules.flat_map(|rule| [rule.code.code, rule.code.name]);
    did_you_mean(written, built_in.chain(own_names(config)))
}
