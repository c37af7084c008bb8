//! X001 own-rule: what the plan has made a rule of.

use crate::check::{Findings, Reads, Rule, Subject, expressions, registry};
use crate::config::OwnRule;
use crate::diagnostic::{Diagnostic, code};
use crate::plan::ItemIx;
use crate::query::{Language, Run};
use crate::value::Wrong;

pub(super) const RULE: Rule = Rule {
    code: &code::OWN_RULE,
    finds: "An item for which the expression of a rule of your own is true. Such rules stand under \
            `[[rules]]` in `plan.toml`: `name`, `when`, `message` (with fields of the item in \
            braces), `level` and `help`. A finding carries the rule's name instead of a code, and \
            that name can be used under `[checks]` and in `allow:` like that of any other rule.",
    why: "Every organisation has agreements of its own: no priority without a budget, no grant \
          without a sponsor. What is checked at every build is not forgotten.",
    bad: &[
        (
            "plan.toml",
            "[[rules]]\n\
             name = \"needs-budget\"\n\
             when = 'item.priority == \"high\" && !has(item.budget)'\n\
             message = \"{title} matters much and has no budget\"\n\
             help = \"ask the treasurer before it is adopted\"\n",
        ),
        (
            "goals/g1.md",
            "# Nobody waits longer than ten minutes\n\nOn any day.\n",
        ),
        (
            "strategies/s1.md",
            "---\nsupports: g1\npriority: high\n---\n# More counters\n\nAt peak times.\n",
        ),
        (
            "actions/a1.md",
            "---\nsupports: s1\n---\n# Open a second counter\n\nBy the door.\n",
        ),
    ],
    good: &[
        (
            "plan.toml",
            "[[rules]]\n\
             name = \"needs-budget\"\n\
             when = 'item.priority == \"high\" && !has(item.budget)'\n\
             message = \"{title} matters much and has no budget\"\n\
             help = \"ask the treasurer before it is adopted\"\n",
        ),
        (
            "goals/g1.md",
            "# Nobody waits longer than ten minutes\n\nOn any day.\n",
        ),
        (
            "strategies/s1.md",
            "---\nsupports: g1\npriority: high\nbudget: 12k EUR\n---\n# More counters\n\nAt peak times.\n",
        ),
        (
            "actions/a1.md",
            "---\nsupports: s1\n---\n# Open a second counter\n\nBy the door.\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let rules = &subject.config.rules;
    if rules.is_empty() {
        return;
    }
    let language = Language::of(subject.config);
    for rule in rules {
        check_name(rule, findings);
        check_message(subject, rule, &language, findings);
        ask(subject, rule, &language, findings);
    }
}

/// A rule of one's own cannot be told from a built-in one of the same name.
fn check_name(rule: &OwnRule, findings: &mut Findings) {
    if let Some(taken) = registry::find(&rule.name) {
        let wrong = Wrong::new(format!("{} is called that already", taken.code.code))
            .help("give your rule another name");
        findings.add(wrong.found("name", rule.name.span));
    }
}

fn check_message(
    subject: Subject<'_>,
    rule: &OwnRule,
    language: &Language,
    findings: &mut Findings,
) {
    for (start, field) in fields_of(&rule.message) {
        if language.fields.find(field).is_none() {
            let at = expressions::part(subject, &rule.message, start..start + field.len());
            let mut wrong = Wrong::new(format!("items have no field `{field}`"));
            wrong.help = language.fields.nearest(field);
            findings.add(wrong.found("message", at));
        }
    }
}

fn ask(subject: Subject<'_>, rule: &OwnRule, language: &Language, findings: &mut Findings) {
    let expression = match language.compile(&rule.when) {
        Ok(expression) => expression,
        Err(fault) => return findings.add(expressions::bad(subject, &rule.when, fault)),
    };
    let run = Run::new(&expression, language, subject.facts());
    let items = subject.plan.all().map(|(at, _)| at);
    let (held, failed) = run.among(items);
    findings.extend(
        held.into_iter()
            .map(|at| found(subject, rule, language, at)),
    );
    if let Some(failed) = failed {
        let what = format!("the rule `{}`", rule.name.value);
        findings.add(expressions::failing(subject, &what, rule.when.span, failed));
    }
}

fn found(subject: Subject<'_>, rule: &OwnRule, language: &Language, at: ItemIx) -> Diagnostic {
    let message = filled(&rule.message, |field| {
        let field = language.fields.get(language.fields.find(field)?);
        let value = field.of(subject.facts(), at).map(|value| value.show());
        let value = value.filter(|value| !value.is_empty());
        Some(value.unwrap_or_else(|| format!("(no {})", field.label.to_lowercase())))
    });
    let mut found = Findings::about(&code::OWN_RULE, &subject.plan[at], message)
        .by_rule(&rule.name.value)
        .maybe_help(rule.help.clone());
    found.severity = rule.level;
    found
}

/// The fields that a message names in braces, and where.
fn fields_of(message: &str) -> impl Iterator<Item = (usize, &str)> {
    message.match_indices('{').filter_map(|(at, _)| {
        let (field, _) = message[at + 1..].split_once('}')?;
        Some((at + 1, field)).filter(|(_, field)| !field.contains('{'))
    })
}

/// A message with what stands in braces filled in, where it is known.
fn filled(message: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    let mut done = 0;
    for (at, field) in fields_of(message) {
        if let Some(value) = value(field) {
            text.push_str(&message[done..at - 1]);
            text.push_str(&value);
            done = at + field.len() + 1;
        }
    }
    text + &message[done..]
}
