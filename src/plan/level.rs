//! What of the work a measure counts.

use crate::value::{Wrong, one_of};

/// What a measure counts, from what is put in to what it is good for: the
/// results chain of the OECD's glossary of evaluation, without its last link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Money, people, hours.
    Input,
    /// What is done with them.
    Activity,
    /// What that makes.
    Output,
    /// What is different for people because of it.
    Outcome,
}

impl Level {
    const ALL: [(&'static str, Self); 4] = [
        ("input", Self::Input),
        ("activity", Self::Activity),
        ("output", Self::Output),
        ("outcome", Self::Outcome),
    ];

    /// The word that `level:` takes.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// Whether it says how much is done, and nothing of what comes of it.
    pub fn is_effort(self) -> bool {
        matches!(self, Self::Input | Self::Activity)
    }

    pub(super) fn parse(text: &str) -> Result<Self, Wrong> {
        one_of(text, &Self::ALL)
    }
}
