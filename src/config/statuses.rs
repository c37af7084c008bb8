//! `[statuses.*]`: the words for the states of work.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Table, Wrong};

/// A state of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Suggested, not decided.
    Proposed,
    /// Decided, not begun.
    Planned,
    /// Under way.
    Active,
    /// Begun and stopped for now.
    OnHold,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

impl Status {
    /// All states, from the first to the last of a life.
    pub const ALL: [Self; 6] = [
        Self::Proposed,
        Self::Planned,
        Self::Active,
        Self::OnHold,
        Self::Done,
        Self::Dropped,
    ];

    /// The word that `status:` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Planned => "planned",
            Self::Active => "active",
            Self::OnHold => "on-hold",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Whether nothing more is to be done.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::Dropped)
    }
}

/// A word for a state.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusDef {
    /// The word that `status:` takes.
    pub name: String,
    /// What the site shows.
    pub label: String,
    /// Whether that is the plan's own word, to be shown as it is written in
    /// every language.
    pub renamed: bool,
    /// Which of the six states it is.
    pub is: Status,
}

/// The words for the states of work: the six built-in ones, renamed and
/// added to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Statuses(Vec<Arc<StatusDef>>);

impl Default for Statuses {
    fn default() -> Self {
        let all = Status::ALL.into_iter().map(built_in);
        Self(all.map(Arc::new).collect())
    }
}

fn built_in(is: Status) -> StatusDef {
    let name = is.name();
    let label = name[..1].to_uppercase() + &name[1..].replace('-', " ");
    StatusDef {
        name: name.to_owned(),
        label,
        renamed: false,
        is,
    }
}

impl Statuses {
    /// All words, in the order of a life.
    pub fn iter(&self) -> impl Iterator<Item = &StatusDef> {
        self.0.iter().map(|def| &**def)
    }

    /// The state of that name or label; case, spaces, `_` and `-` do not
    /// matter.
    pub fn parse(&self, text: &str) -> Result<Arc<StatusDef>, Wrong> {
        let wanted = fold(text);
        let found = self
            .0
            .iter()
            .find(|def| fold(&def.name) == wanted || fold(&def.label) == wanted);
        found
            .cloned()
            .ok_or_else(|| Wrong::unknown_word(text, self.iter().map(|def| def.name.as_str())))
    }

    /// Reads `[statuses.*]` over the built-in ones.
    pub fn read(table: &Table, problems: &mut Vec<Diagnostic>) -> Self {
        let mut statuses = Self::default();
        for (entry, settings) in Reader::named_tables(table, problems) {
            let mut r = Reader::new(settings);
            let known = statuses.0.iter().position(|def| def.name == entry.key);
            let label = r.text("label").map(|label| label.value);
            let is = r.parse("is", six).map(|is| is.value);
            problems.extend(r.finish("setting", []));
            match (known, is) {
                (Some(at), _) => {
                    let known = Arc::make_mut(&mut statuses.0[at]);
                    known.label = label.unwrap_or_else(|| entry.key.clone());
                    known.renamed = true;
                }
                (None, Some(is)) => statuses.add(entry.key.clone(), label, is),
                (None, None) => problems.push(
                    Wrong::new("a status of your own must say which state it is")
                        .help("add `is = \"active\"` or another of the six states")
                        .found(&entry.key, entry.key_span),
                ),
            }
        }
        statuses
    }

    fn add(&mut self, name: String, label: Option<String>, is: Status) {
        let label = label.unwrap_or_else(|| name.clone());
        let def = StatusDef {
            name,
            label,
            renamed: true,
            is,
        };
        self.0.push(Arc::new(def));
        self.0.sort_by_key(|def| def.is);
    }
}

fn six(text: &str) -> Result<Status, Wrong> {
    Statuses::default().parse(text).map(|def| def.is)
}

fn fold(word: &str) -> String {
    let letters = word.chars().filter(|c| !matches!(c, ' ' | '_' | '-'));
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Status, Statuses};

    #[test]
    fn spelling_does_not_matter() {
        for word in ["on-hold", "On Hold", "ON_HOLD", "onhold"] {
            let found = Statuses::default().parse(word);
            assert_eq!(found.map(|def| def.is), Ok(Status::OnHold), "{word}");
        }
    }

    #[test]
    fn a_slip_is_mended() {
        let wrong = Statuses::default().parse("actve").unwrap_err();
        assert!(wrong.help.is_some_and(|help| help.contains("`active`")));
    }
}
