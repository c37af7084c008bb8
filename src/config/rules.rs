//! `[[rules]]`: the plan's own rules.

use super::levels::severity;
use crate::diagnostic::{Diagnostic, Severity};
use crate::value::{Reader, Spanned, Table, Wrong};

/// A rule of the plan's own, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRule {
    /// What it is called, in findings, in `[checks]` and in `allow:`.
    pub name: Spanned<String>,
    /// The expression that is true for the items that it finds.
    pub when: Spanned<String>,
    /// What it says of them, with fields in braces.
    pub message: Spanned<String>,
    /// How bad that is, unless `[checks]` says otherwise.
    pub level: Severity,
    /// How to mend it.
    pub help: Option<String>,
}

impl OwnRule {
    /// Reads `[[rules]]`, in the order of the file. One that lacks anything
    /// is reported and left out.
    pub(super) fn read_all(tables: &[&Table], problems: &mut Vec<Diagnostic>) -> Vec<Self> {
        let mut rules: Vec<Self> = Vec::new();
        for table in tables {
            let mut r = Reader::new(table);
            let rule = Self::read(&mut r, table);
            let twice = |rule: &Self| rules.iter().any(|it| it.name.value == rule.name.value);
            match rule {
                Some(rule) if twice(&rule) => {
                    let wrong = Wrong::new(format!("there are two rules `{}`", rule.name.value));
                    r.wrong("name", rule.name.span, wrong.help("give one another name"));
                }
                rule => rules.extend(rule),
            }
            problems.extend(r.finish("setting", []));
        }
        rules
    }

    fn read(r: &mut Reader<'_>, table: &Table) -> Option<Self> {
        for (key, help) in NEEDED {
            if table.get(key).is_none() {
                let wrong = Wrong::new("a rule cannot do without it");
                r.wrong(key, table.span, wrong.help(help));
            }
        }
        let name = r.parse("name", kebab);
        let when = r.parse("when", not_empty);
        let message = r.parse("message", not_empty);
        let level = r.parse("level", severity);
        let help = r.text("help");
        Some(Self {
            name: name?,
            when: when?,
            message: message?,
            level: level.map_or(Severity::Warn, |level| level.value),
            help: help.map(|help| help.value),
        })
    }
}

/// What a rule must have, with an example of it.
const NEEDED: [(&str, &str); 3] = [
    ("name", "add it as in `name = \"needs-budget\"`"),
    ("when", "add it as in `when = '!has(item.budget)'`"),
    ("message", "add it as in `message = \"{id} has no budget\"`"),
];

fn kebab(text: &str) -> Result<String, Wrong> {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    // A single letter is a group of rules.
    if text.len() > 1 && text.split('-').all(word) {
        Ok(text.to_owned())
    } else {
        Err(Wrong::new(format!("`{text}` is not a name for a rule"))
            .help("use lower-case words with hyphens between them, as in `needs-budget`"))
    }
}

fn not_empty(text: &str) -> Result<String, Wrong> {
    if text.trim().is_empty() {
        Err(Wrong::new("nothing is written here"))
    } else {
        Ok(text.to_owned())
    }
}
