//! What a rule finds and why it matters, in words: for the terminal, and as
//! the page of all rules.

use std::fmt::Write as _;

use crate::diagnostic::{Severity, did_you_mean};

use super::registry::{Rule, RuleOption, all, find};

/// The widest line of text for a terminal.
const WIDTH: usize = 78;

/// What a rule finds, why it matters and how to mend it, for a terminal.
///
/// # Errors
///
/// A sentence with the nearest rule where there is none of that code or name.
pub fn explain(name: &str) -> Result<String, String> {
    let name = name.trim();
    find(name).map(in_words).ok_or_else(|| {
        let known = all()
            .iter()
            .flat_map(|rule| [rule.code.code, rule.code.name]);
        let near = did_you_mean(name, known).map(|near| format!(": {near}"));
        format!("there is no rule `{name}`{}", near.unwrap_or_default())
    })
}

/// All rules as a page of Markdown.
pub fn reference() -> String {
    let mut page = "# Rules\n\n| code | name | level | finds |\n|---|---|---|---|\n".to_owned();
    for rule in all() {
        let code = rule.code;
        let first = rule
            .finds
            .split_once(": ")
            .map_or(rule.finds, |(first, _)| first);
        let first = first
            .split_once(". ")
            .map_or(first, |(first, _)| first)
            .trim_end_matches('.');
        let first = first.replace('|', "\\|");
        let _ = writeln!(
            page,
            "| [{0}](#{1}-{2}) | {2} | {3} | {first} |",
            code.code,
            code.code.to_lowercase(),
            code.name,
            level(code.severity)
        );
    }
    for rule in all() {
        page.push_str(&section(rule));
    }
    page
}

fn in_words(rule: &Rule) -> String {
    let code = rule.code;
    let mut text = format!(
        "{} {} ({} by default)\n",
        code.code,
        code.name,
        level(code.severity)
    );
    let parts = [("What it finds", rule.finds), ("Why it matters", rule.why)];
    for (heading, words) in parts {
        let _ = write!(text, "\n{heading}\n{}", wrapped(words));
    }
    if !rule.options.is_empty() {
        text.push_str("\nWhat it goes by, in plan.toml\n    [checks]\n");
        for option in rule.options {
            let (
                code,
                RuleOption {
                    name,
                    default,
                    what,
                },
            ) = (code.code, option);
            let _ = write!(
                text,
                "    {code} = {{{name} = {default}}}\n{}",
                wrapped(what)
            );
        }
    }
    let _ = write!(text, "\nFor example\n{}", listing(rule.bad));
    let _ = write!(text, "\nMended\n{}", listing(&changed(rule)));
    let _ = write!(
        text,
        "\nTo change its level, in plan.toml\n    [checks]\n    {0} = \"off\"   # or \"info\", \"warn\", \
         \"error\"\n\nTo accept it in one item, in its front matter\n    allow: {{{1}: \"the reason\"}}\n",
        code.name, code.code
    );
    text
}

fn section(rule: &Rule) -> String {
    let code = rule.code;
    let mut text = format!(
        "\n## {} {}\n\nLevel: {}\n\n{}\n\n{}\n",
        code.code,
        code.name,
        level(code.severity),
        rule.finds,
        rule.why
    );
    for RuleOption {
        name,
        default,
        what,
    } in rule.options
    {
        let _ = write!(text, "\nOption `{name} = {default}`: {what}\n");
    }
    let changed = changed(rule);
    for (heading, example) in [("For example", rule.bad), ("Mended", changed.as_slice())] {
        let _ = write!(text, "\n{heading}:\n");
        for (path, content) in example {
            // A fence that is longer than any within.
            let fence = if content.contains("```") {
                "````"
            } else {
                "```"
            };
            let language = language(path);
            let _ = write!(text, "\n`{path}`\n\n{fence}{language}\n{content}{fence}\n");
        }
    }
    text
}

/// The word for a level in `plan.toml`.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Warn => "warn",
        other => other.word(),
    }
}

fn language(path: &str) -> &str {
    match path.rsplit_once('.') {
        Some((_, "md")) => "markdown",
        Some((_, ending)) => ending,
        None => "",
    }
}

/// What of the example had to be changed to mend it.
fn changed(rule: &Rule) -> Vec<(&'static str, &'static str)> {
    let files = rule.good.iter().filter(|file| !rule.bad.contains(file));
    files.copied().collect()
}

fn listing(example: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (path, content) in example {
        let _ = writeln!(text, "    {path}");
        for line in content.lines() {
            let _ = writeln!(text, "{}", format!("      | {line}").trim_end());
        }
    }
    text
}

/// Words in lines of the terminal's width, indented.
fn wrapped(words: &str) -> String {
    let mut text = String::new();
    let mut width = WIDTH;
    for word in words.split_whitespace() {
        let letters = word.chars().count();
        if width + 1 + letters > WIDTH {
            text.push_str(if text.is_empty() { "   " } else { "\n   " });
            width = 3;
        }
        width += 1 + letters;
        let _ = write!(text, " {word}");
    }
    text + "\n"
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, explain, wrapped};

    #[test]
    fn a_rule_is_explained_by_code_and_by_name() {
        let by_code = explain("t001").expect("a rule");
        assert!(by_code.starts_with("T001 orphan (warn by default)\n"));
        assert_eq!(explain("orphan"), Ok(by_code));
    }

    #[test]
    fn a_wrong_name_gets_the_nearest() {
        let sorry = explain("orfan").expect_err("no such rule");
        assert_eq!(sorry, "there is no rule `orfan`: did you mean `orphan`?");
    }

    #[test]
    fn lines_fit_the_terminal() {
        let text = wrapped(&"words and ".repeat(40));
        assert!(text.lines().all(|line| line.len() <= WIDTH));
        assert_eq!(text.split_whitespace().count(), 80);
    }
}
