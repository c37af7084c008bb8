//! What entries are called, while rows are read.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::heading::folded;
use super::number;

/// Entries by what cells may call them.
#[derive(Debug, Default)]
pub(super) struct Calls {
    /// By title and number.
    called: BTreeMap<String, Vec<usize>>,
    /// The last entry of a number, by its digits.
    numbered: BTreeMap<String, usize>,
}

impl Calls {
    /// Makes an entry known by its title and number.
    pub fn call(&mut self, at: usize, entry: &Entry) {
        let number = entry.number.as_deref().unwrap_or_default();
        let kind = entry.kind.unwrap_or_default();
        let mut names = vec![folded(&entry.title)];
        if !number.is_empty() {
            names.extend([
                folded(number),
                folded(&format!("{number} {}", entry.title)),
                folded(&format!("{kind} {number}")),
                folded(&format!("{kind} {number} {}", entry.title)),
            ]);
        }
        for name in names {
            self.called.entry(name).or_default().push(at);
        }
    }

    /// Makes an entry known as one that others stand below by their number.
    pub fn count(&mut self, at: usize, entry: &Entry) {
        if let Some(number) = &entry.number {
            self.numbered.insert(number::digits(number).to_owned(), at);
        }
    }

    /// The entries of that name.
    pub fn named(&self, name: &str) -> &[usize] {
        self.called.get(&folded(name)).map_or(&[], Vec::as_slice)
    }

    /// The entry that a number stands below: `1.2` of `1.2.3`.
    pub fn above(&self, number: &str) -> Option<usize> {
        let (prefix, _) = number::digits(number).rsplit_once('.')?;
        self.numbered.get(prefix).copied()
    }
}
