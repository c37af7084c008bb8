//! `[plans.*]`: the plans of a family.

use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Spanned, Table, Wrong, one_of};

/// How far a plan looks ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizon {
    /// Years: where the organisation goes.
    Strategic,
    /// A year or two: how a part of it gets there.
    Tactical,
    /// Weeks and months: who does what.
    Operational,
    /// What if.
    Contingency,
}

impl Horizon {
    const ALL: [(&'static str, Self); 4] = [
        ("strategic", Self::Strategic),
        ("tactical", Self::Tactical),
        ("operational", Self::Operational),
        ("contingency", Self::Contingency),
    ];

    /// The word for it.
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

/// A plan within the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SubPlan {
    /// The name that `plan:` takes.
    pub name: String,
    /// Its title.
    pub title: String,
    /// How far it looks ahead.
    pub horizon: Option<Horizon>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// What it is for, in a sentence.
    pub summary: Option<String>,
    /// The folder whose items belong to it.
    pub folder: Option<Spanned<String>>,
}

impl SubPlan {
    /// Reads `[plans.*]`.
    pub(super) fn read_all(table: &Table, problems: &mut Vec<Diagnostic>) -> Vec<Self> {
        let mut plans = Vec::new();
        for (entry, settings) in Reader::named_tables(table, problems) {
            let mut r = Reader::new(settings);
            let own = |text: Option<Spanned<String>>| text.map(|text| text.value);
            plans.push(Self {
                name: entry.key.clone(),
                title: own(r.text("title")).unwrap_or_else(|| entry.key.clone()),
                horizon: r
                    .parse("horizon", Horizon::parse)
                    .map(|horizon| horizon.value),
                owner: own(r.text("owner")),
                summary: own(r.text("summary")),
                folder: r.parse("folder", |path| {
                    Ok(path.trim().trim_matches('/').to_owned())
                }),
            });
            problems.extend(r.finish("setting", []));
        }
        plans
    }
}
