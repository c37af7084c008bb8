//! The next free ids of a plan.

use std::collections::{HashMap, HashSet};

use crate::config::{Config, Kind, Role};

use super::Plan;

/// Gives out ids that nothing in a plan has: of each kind the letters that its
/// ids begin with, and the number after the highest.
#[derive(Debug)]
pub struct FreeIds<'a> {
    config: &'a Config,
    /// In lower case, aliases among them.
    taken: HashSet<String>,
    /// Letters and the highest number, by kind.
    last: HashMap<Kind, (String, u32)>,
}

impl<'a> FreeIds<'a> {
    /// The ids that a plan leaves free.
    pub fn of(plan: &Plan, config: &'a Config) -> Self {
        let mut last: HashMap<Kind, (String, u32)> = HashMap::new();
        let mut taken = HashSet::new();
        for item in plan.each() {
            taken.insert(item.id.to_lowercase());
            taken.extend(item.aliases.iter().map(|alias| alias.to_lowercase()));
            let letters = item.id.trim_end_matches(|c: char| c.is_ascii_digit());
            let Ok(number) = item.id[letters.len()..].parse::<u32>() else {
                continue;
            };
            let known = last
                .entry(item.kind)
                .or_insert_with(|| (letters.to_owned(), number));
            // Most ids are short; `A-harbour-2` is one of a kind.
            let is_shorter = letters.len() < known.0.len();
            if is_shorter || (letters.len() == known.0.len() && number > known.1) {
                *known = (letters.to_owned(), number);
            }
        }
        Self {
            config,
            taken,
            last,
        }
    }

    /// Whether nothing has that id.
    pub fn is_free(&self, id: &str) -> bool {
        !self.taken.contains(&id.to_lowercase())
    }

    /// Takes an id, if it is free.
    pub fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_lowercase())
    }

    /// Takes the next id of a kind.
    pub fn next(&mut self, kind: Kind) -> String {
        let config = self.config;
        let (letters, number) = self
            .last
            .entry(kind)
            .or_insert_with(|| (letters(kind, config), 0));
        loop {
            *number += 1;
            let id = format!("{letters}{number}");
            if self.taken.insert(id.to_lowercase()) {
                return id;
            }
        }
    }
}

/// What the ids of a kind begin with in a plan that has none.
fn letters(kind: Kind, config: &Config) -> String {
    let def = &config.kinds[kind];
    if def.role == Role::Milestone {
        return "MS".to_owned();
    }
    let first = def.name.chars().take(1);
    first.flat_map(char::to_uppercase).collect()
}
