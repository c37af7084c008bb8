//! `[audiences]` and `[editions.*]`: who may see what.

use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Spanned, Table, Wrong};

use super::FieldDef;

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

    /// How restricted an audience is; 0 is the widest.
    pub fn rank(&self, name: &str) -> Option<usize> {
        self.order.iter().position(|known| known == name)
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

/// The fields that an edition can leave out, beside the plan's own.
pub const HIDEABLE: [&str; 52] = [
    "aliases",
    "allow",
    "answers",
    "as_of",
    "baseline",
    "budget",
    "completed",
    "consulted",
    "continues",
    "contributors",
    "depends_on",
    "direction",
    "due",
    "due_was",
    "due_when",
    "evidence",
    "health",
    "health_note",
    "impact",
    "informed",
    "kept",
    "level",
    "likelihood",
    "measures",
    "mission",
    "mitigates",
    "owner",
    "plan",
    "priority",
    "progress",
    "readings",
    "relates_to",
    "repeats",
    "response",
    "reviewed",
    "source",
    "spent",
    "stakeholders",
    "start",
    "status",
    "summary",
    "supports",
    "tags",
    "target",
    "targets",
    "team",
    "threatens",
    "trigger",
    "unit",
    "values",
    "vision",
    "weight",
];

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
    /// The edition of that name.
    ///
    /// # Errors
    ///
    /// When there is none, with those that there are.
    pub fn named<'e>(editions: &'e [Self], name: &str) -> Result<&'e Self, Wrong> {
        let known: Vec<&str> = editions.iter().map(|it| it.name.as_str()).collect();
        let found = editions.iter().find(|edition| edition.name == name);
        found.ok_or_else(|| {
            let help = match known[..] {
                [] => "describe it in plan.toml: `[editions.NAME] audience = \"…\"`".to_owned(),
                _ => format!("the editions are {}", known.join(", ")),
            };
            Wrong::new(format!("there is no edition `{name}`")).help(help)
        })
    }

    /// Reads `[editions.*]`.
    pub(super) fn read_all(
        table: &Table,
        audiences: &Audiences,
        fields: &[FieldDef],
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Self> {
        let own = fields.iter().map(|field| field.name.as_str());
        let known: Vec<&str> = HIDEABLE.into_iter().chain(own).collect();
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
                hide_fields: r.parses("hide_fields", |name| field(name, &known)),
            });
            problems.extend(r.finish("setting", []));
        }
        editions
    }
}

fn field(name: &str, known: &[&str]) -> Result<String, Wrong> {
    let name = name.trim();
    if ["id", "title", "kind", "audience"].contains(&name) {
        let wrong = Wrong::new(format!("`{name}` cannot be left out of an item"));
        return Err(wrong.help("hide the item: give it an `audience`"));
    }
    let found = known.iter().find(|field| **field == name);
    found
        .map(|field| (*field).to_owned())
        .ok_or_else(|| Wrong::unknown_word(name, known.iter().copied()).meant(None))
}
