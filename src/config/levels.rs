//! `[checks]`: how bad the findings of a rule, a group or a path are, and the
//! numbers that rules go by.

use globset::{Glob, GlobMatcher};

use crate::diagnostic::{Diagnostic, Severity};
use crate::value::{Entry, Spanned, Table, Wrong};

/// A setting: which rules, and how bad.
#[derive(Debug, Clone)]
struct Level {
    /// A code, a name, or a group's letter.
    rules: Spanned<String>,
    severity: Severity,
    path: Option<GlobMatcher>,
}

/// A number that a rule goes by: `T010 = {score = 12}`.
#[derive(Debug, Clone)]
pub struct RuleSetting {
    /// The rule's code or name.
    pub rule: Spanned<String>,
    /// What the number is called.
    pub name: Spanned<String>,
    /// The number.
    pub value: u32,
}

/// The levels of `plan.toml`.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    settings: Vec<Level>,
    numbers: Vec<RuleSetting>,
    paths: Vec<Spanned<GlobMatcher>>,
}

impl Levels {
    /// How bad a finding of a rule in a file is: the narrowest setting wins
    /// (a path over the whole plan, a rule over its group, a rule of the
    /// plan's own over all of these), then the later.
    pub fn of(&self, found: &Diagnostic, path: Option<&str>) -> Severity {
        let fits = |level: &&Level| {
            let path_fits = match (&level.path, path) {
                (None, _) => true,
                (Some(glob), Some(path)) => glob.is_match(path),
                (Some(_), None) => false,
            };
            path_fits && found.is_of(&level.rules)
        };
        let narrowness = |level: &&Level| {
            let rules = &level.rules.value;
            let names_rule = rules.len() > 1;
            (level.path.is_some(), names_rule, found.is_by(rules))
        };
        self.settings
            .iter()
            .filter(fits)
            .max_by_key(narrowness)
            .map_or(found.severity, |level| level.severity)
    }

    /// The numbers that rules go by.
    pub fn numbers(&self) -> &[RuleSetting] {
        &self.numbers
    }

    /// The rules and groups that were named.
    pub fn named(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.settings.iter().map(|level| &level.rules)
    }

    /// The patterns of paths that have levels of their own.
    pub fn paths(&self) -> impl Iterator<Item = &Spanned<GlobMatcher>> {
        self.paths.iter()
    }

    /// Reads `[checks]` and `[checks.paths."glob"]`.
    pub fn read(table: &Table, problems: &mut Vec<Diagnostic>) -> Self {
        let mut levels = Self::default();
        levels.read_table(table, None, problems);
        let paths = table.get("paths").and_then(|entry| entry.value.as_table());
        for entry in paths.map_or(&[][..], |paths| &paths.entries) {
            match (Glob::new(&entry.key), entry.value.as_table()) {
                (Ok(glob), Some(rules)) => {
                    let glob = Spanned::new(glob.compile_matcher(), entry.key_span);
                    levels.read_table(rules, Some(&glob), problems);
                    levels.paths.push(glob);
                }
                (Err(error), _) => {
                    let wrong = Wrong::new(format!("not a pattern: {}", error.kind()));
                    problems.push(wrong.found(&entry.key, entry.key_span));
                }
                (_, None) => {
                    let wrong = Wrong::new("expected a table of rules and levels");
                    problems.push(wrong.found(&entry.key, entry.value.span));
                }
            }
        }
        levels
    }

    fn read_table(
        &mut self,
        table: &Table,
        path: Option<&GlobMatcher>,
        problems: &mut Vec<Diagnostic>,
    ) {
        for entry in table.entries.iter().filter(|entry| entry.key != "paths") {
            match entry.value.as_table() {
                Some(settings) => self.read_rule(entry, settings, path, problems),
                None => self.read_level(&entry.key, entry, path, problems),
            }
        }
    }

    /// Reads `T010 = {level = "error", score = 12}`.
    fn read_rule(
        &mut self,
        rule: &Entry,
        settings: &Table,
        path: Option<&GlobMatcher>,
        problems: &mut Vec<Diagnostic>,
    ) {
        for entry in &settings.entries {
            if entry.key == "level" {
                self.read_level(&rule.key, entry, path, problems);
                continue;
            }
            if path.is_some() {
                let wrong = Wrong::new("only levels differ by path")
                    .help("set the number under `[checks]`, for the whole plan");
                problems.push(wrong.found(&entry.key, entry.key_span));
                continue;
            }
            match whole(entry.value.as_text().unwrap_or_default()) {
                Ok(value) => self.numbers.push(RuleSetting {
                    rule: Spanned::new(rule.key.clone(), rule.key_span),
                    name: Spanned::new(entry.key.clone(), entry.key_span),
                    value,
                }),
                Err(wrong) => problems.push(wrong.found_in(&entry.key, &entry.value)),
            }
        }
    }

    fn read_level(
        &mut self,
        rules: &str,
        entry: &Entry,
        path: Option<&GlobMatcher>,
        problems: &mut Vec<Diagnostic>,
    ) {
        match severity(entry.value.as_text().unwrap_or_default()) {
            Ok(severity) => self.settings.push(Level {
                rules: Spanned::new(rules.to_owned(), entry.key_span),
                severity,
                path: path.cloned(),
            }),
            Err(wrong) => problems.push(wrong.found_in(&entry.key, &entry.value)),
        }
    }
}

fn whole(text: &str) -> Result<u32, Wrong> {
    let wrong = || Wrong::new(format!("`{text}` is not a whole number")).help("write it as in 12");
    text.parse().map_err(|_| wrong())
}

pub(super) fn severity(text: &str) -> Result<Severity, Wrong> {
    match text {
        "off" => Ok(Severity::Off),
        "info" => Ok(Severity::Info),
        "warn" | "warning" => Ok(Severity::Warn),
        "error" => Ok(Severity::Error),
        other => Err(Wrong::unknown_word(other, ["off", "info", "warn", "error"])),
    }
}
