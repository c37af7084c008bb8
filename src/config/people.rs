//! `[people.*]`: who is meant by a name.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Table};

/// Somebody who is named in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Person {
    /// The name in `[people.*]`.
    pub key: String,
    /// The full name.
    pub name: String,
    /// What they are in the organisation.
    pub role: Option<String>,
    /// Where they belong.
    pub team: Option<String>,
    /// How to reach them.
    pub email: Option<String>,
}

/// The people of `plan.toml`, found by key, name or alias.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct People {
    listed: Vec<Person>,
    by_name: BTreeMap<String, usize>,
}

impl People {
    /// Everybody listed, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Person> {
        self.listed.iter()
    }

    /// Who is meant by a key, a full name or an alias, whatever the case.
    pub fn find(&self, name: &str) -> Option<&Person> {
        let at = self.by_name.get(&name.trim().to_lowercase())?;
        Some(&self.listed[*at])
    }

    /// Those of them that are chosen.
    #[must_use]
    pub fn only(&self, chosen: impl Fn(&Person) -> bool) -> Self {
        let mut people = Self::default();
        for (at, person) in self.listed.iter().enumerate() {
            if chosen(person) {
                let names = self.by_name.iter().filter(|(_, of)| **of == at);
                let names = names.map(|(name, _)| name.clone()).collect();
                people.add(person.clone(), names);
            }
        }
        people
    }

    /// Reads `[people.*]`.
    pub fn read(table: &Table, problems: &mut Vec<Diagnostic>) -> Self {
        let mut people = Self::default();
        for (entry, settings) in Reader::named_tables(table, problems) {
            let mut r = Reader::new(settings);
            let own = |text: Option<crate::value::Spanned<String>>| text.map(|text| text.value);
            let person = Person {
                key: entry.key.clone(),
                name: own(r.text("name")).unwrap_or_else(|| entry.key.clone()),
                role: own(r.text("role")),
                team: own(r.text("team")),
                email: own(r.text("email")),
            };
            let aliases = r.texts("aliases").into_iter().map(|alias| alias.value);
            people.add(person, aliases.collect());
            problems.extend(r.finish("setting", []));
        }
        people
    }

    fn add(&mut self, person: Person, aliases: Vec<String>) {
        let at = self.listed.len();
        let names = [person.key.clone(), person.name.clone()];
        for name in names.into_iter().chain(aliases) {
            self.by_name.entry(name.to_lowercase()).or_insert(at);
        }
        self.listed.push(person);
    }
}
