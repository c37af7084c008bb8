//! What an import kept, back in its place.

use std::collections::BTreeSet;

use crate::exchange::import::stratml::as_xml_id;

/// What an item or the home page keeps, of which parts are taken.
pub(super) struct Kept<'a> {
    all: Vec<(&'a str, &'a str)>,
}

impl<'a> Kept<'a> {
    pub fn of(all: &'a [(String, String)]) -> Self {
        let all = all
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        Self { all: all.collect() }
    }

    /// What stands under a name, if the standard's type takes it; empty where
    /// there is nothing.
    pub fn take(&mut self, name: &str, fits: impl Fn(&str) -> bool) -> &'a str {
        let mut all = self.all.iter();
        let found = all.position(|(known, text)| *known == name && fits(text));
        found.map_or("", |at| self.all.remove(at).1)
    }

    /// An identifier that nothing else has.
    pub fn identifier(&mut self, name: &str, ids: &mut BTreeSet<String>) -> &'a str {
        let fits = |text: &str| as_xml_id(text) == text && !ids.contains(text);
        let identifier = self.take(name, fits);
        ids.insert(identifier.to_owned());
        identifier
    }

    /// A text and below it, each on a line of its own, what has no place.
    pub fn below(self, text: &str) -> String {
        let lines = self.all.iter().flat_map(|(name, text)| {
            let name = name.replace('[', "(").replace(']', ")");
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(move |line| format!("[{name}] {line}"))
        });
        let lines: Vec<String> = lines.collect();
        match (text, lines.is_empty()) {
            (_, true) => text.to_owned(),
            ("", false) => lines.join("\n"),
            (_, false) => format!("{text}\n\n{}", lines.join("\n")),
        }
    }
}

/// Any text.
pub(super) fn any(_: &str) -> bool {
    true
}
