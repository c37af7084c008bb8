//! S003 unknown-field: a name that nothing reads. Found while fields and
//! settings are read, but for the numbers that rules go by.

use crate::check::{Findings, Reads, Rule, Subject, registry};
use crate::diagnostic::{Diagnostic, code, did_you_mean};

pub(super) const RULE: Rule = Rule {
    code: &code::UNKNOWN_FIELD,
    finds: "A field in front matter, or a setting in `plan.toml`, that nothing reads. Fields of \
            the plan's own are made known under `[fields.*]`.",
    why: "A misspelled field is silently a missing one: an action with an `onwer` has no owner. \
          Whoever wrote it believes that the plan says something which it does not.",
    bad: &[(
        "actions/a1.md",
        "---\n\
         onwer: Jane Doe\n\
         ---\n\
         # Open a second counter\n",
    )],
    good: &[(
        "actions/a1.md",
        "---\n\
         owner: Jane Doe\n\
         ---\n\
         # Open a second counter\n",
    )],
    options: &[],
    reads: Reads::Plan,
    check: Some(check),
};

/// Looks at the numbers under `[checks]`; rules that do not exist are S015's.
fn check(subject: Subject<'_>, findings: &mut Findings) {
    for setting in subject.config.levels.numbers() {
        let Some(rule) = registry::find(&setting.rule) else {
            continue;
        };
        let names = rule.options.iter().map(|option| option.name);
        if !names.clone().any(|name| name == setting.name.value) {
            let message = format!("unknown setting `{}`", setting.name.value);
            let found = Diagnostic::new(&code::UNKNOWN_FIELD, message)
                .at(
                    setting.name.span,
                    format!("{} does not read this setting", rule.code.code),
                )
                .maybe_help(did_you_mean(&setting.name, names));
            findings.add(found);
        }
    }
}
