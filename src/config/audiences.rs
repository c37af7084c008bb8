//! `[audiences]` and `[editions.*]`: who may see what.

use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Spanned, Table, Wrong};

/// The audiences of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Audiences {
    /// From the widest to the most restricted.
    pub order: Vec<String>,
    /// That of an item without a mark; else the most restricted.
    pub default: Option<String>,
}

impl Audiences {
    /// Reads `[audiences]`.
    pub fn read(table: &Table, problems: &mut Vec<Diagnostic>) -> Self {
        let mut r = Reader::new(table);
        let order: Vec<String> = r
            .texts("order")
            .into_iter()
            .map(|name| name.value)
            .collect();
        let known = Self {
            order,
            default: None,
        };
        let default = r.parse("default", |text| known.parse(text));
        problems.extend(r.finish("setting", []));
        Self {
            default: default
                .map(|name| name.value)
                .or_else(|| known.order.last().cloned()),
            ..known
        }
    }

    /// The audience of that name.
    pub fn parse(&self, text: &str) -> Result<String, Wrong> {
        let text = text.trim();
        if self.order.is_empty() {
            let wrong = Wrong::new(format!("there is no audience `{text}`"));
            return Err(wrong.help("name the audiences in plan.toml: `[audiences] order = […]`"));
        }
        let found = self.order.iter().find(|name| *name == text);
        found
            .cloned()
            // Who may see what is not for a program to guess.
            .ok_or_else(|| {
                Wrong::unknown_word(text, self.order.iter().map(String::as_str)).meant(None)
            })
    }
}

/// A site made of the plan for an audience.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edition {
    /// The name that `--edition` takes.
    pub name: String,
    /// Who reads it.
    pub audience: Option<String>,
    /// Fields that it does not show.
    pub hide_fields: Vec<Spanned<String>>,
}

impl Edition {
    /// Reads `[editions.*]`.
    pub(super) fn read_all(
        table: &Table,
        audiences: &Audiences,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Self> {
        let mut editions = Vec::new();
        for (entry, settings) in Reader::named_tables(table, problems) {
            let mut r = Reader::new(settings);
            let audience = r.parse("audience", |text| audiences.parse(text));
            if audience.is_none() && r.value("audience").is_none() {
                let wrong = Wrong::new("an edition must say who it is for");
                r.wrong(
                    &entry.key,
                    entry.key_span,
                    wrong.help("add `audience = \"…\"`"),
                );
            }
            editions.push(Self {
                name: entry.key.clone(),
                audience: audience.map(|name| name.value),
                hide_fields: r.texts("hide_fields"),
            });
            problems.extend(r.finish("setting", []));
        }
        editions
    }
}
