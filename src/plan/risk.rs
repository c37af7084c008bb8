//! How bad a risk is.

use crate::value::{Reader, Spanned, Wrong, one_of};

/// What a risk's front matter says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Risk {
    /// 1 (rare) to 5 (almost certain).
    pub likelihood: Option<Spanned<u8>>,
    /// 1 (hardly felt) to 5 (the plan fails).
    pub impact: Option<Spanned<u8>>,
    /// What is done about it.
    pub response: Option<Spanned<Response>>,
}

/// What is done about a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Response {
    /// Not do what brings it.
    Avoid,
    /// Make it less likely or less bad.
    Reduce,
    /// Let others carry it.
    Transfer,
    /// Live with it.
    Accept,
}

impl Response {
    const ALL: [(&'static str, Self); 4] = [
        ("avoid", Self::Avoid),
        ("reduce", Self::Reduce),
        ("transfer", Self::Transfer),
        ("accept", Self::Accept),
    ];

    /// The word that `response:` takes.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, it)| *it == self)
            .map_or("", |(name, _)| name)
    }

    fn parse(text: &str) -> Result<Self, Wrong> {
        one_of(text, &Self::ALL)
    }
}

impl Risk {
    pub(super) fn read(r: &mut Reader<'_>) -> Self {
        Self {
            likelihood: r.parse("likelihood", one_to_five),
            impact: r.parse("impact", one_to_five),
            response: r.parse("response", Response::parse),
        }
    }

    /// Likelihood × impact, 1 to 25; none unless both are given.
    pub fn score(&self) -> Option<u8> {
        Some(self.likelihood.as_ref()?.value * self.impact.as_ref()?.value)
    }
}

fn one_to_five(text: &str) -> Result<u8, Wrong> {
    match text.parse() {
        Ok(number @ 1..=5) => Ok(number),
        _ => Err(Wrong::new(format!("`{text}` is not one of 1, 2, 3, 4, 5"))
            .help("1 is the least, 5 the most")),
    }
}
