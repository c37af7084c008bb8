//! Who has a part in a plan, or in one of its items.

use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Wrong, one_of};

/// Somebody with a part in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stakeholder {
    /// Who.
    pub name: String,
    /// What they are.
    pub party: Option<Party>,
    /// In which role or roles.
    pub roles: Vec<StakeholderRole>,
    /// What they give or gain.
    pub text: String,
    /// The parts that they have, one by one.
    pub parts: Vec<Part>,
}

/// One of several parts that a stakeholder has.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Part {
    /// What the part is called: "co-chair".
    pub name: String,
    /// In which role or roles.
    pub roles: Vec<StakeholderRole>,
    /// What it is about.
    pub text: String,
}

/// What a stakeholder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// One person.
    Person,
    /// An organisation.
    Organization,
    /// People with something in common.
    Group,
}

/// What somebody has to do with the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StakeholderRole {
    /// Does a part of it.
    Performer,
    /// Has a gain from it.
    Beneficiary,
}

const PARTIES: [(&str, Party); 3] = [
    ("person", Party::Person),
    ("organization", Party::Organization),
    ("group", Party::Group),
];

const ROLES: [(&str, StakeholderRole); 2] = [
    ("performer", StakeholderRole::Performer),
    ("beneficiary", StakeholderRole::Beneficiary),
];

impl Party {
    /// The word that `type:` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Group => "group",
        }
    }
}

impl StakeholderRole {
    /// The word that `role:` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Performer => "performer",
            Self::Beneficiary => "beneficiary",
        }
    }
}

/// Reads `stakeholders:`.
pub(super) fn read_all(r: &mut Reader<'_>) -> Vec<Stakeholder> {
    let tables = r.tables("stakeholders").into_iter();
    let read = tables.map(|table| Stakeholder::read(Reader::new(table)));
    let (all, problems): (Vec<_>, Vec<_>) = read.unzip();
    r.problems.extend(problems.into_iter().flatten());
    all
}

impl Stakeholder {
    fn read(mut r: Reader<'_>) -> (Self, Vec<Diagnostic>) {
        let parts = r.tables("parts").into_iter();
        let parts = parts.map(|table| Part::read(Reader::new(table)));
        let (parts, problems): (Vec<_>, Vec<_>) = parts.unzip();
        let stakeholder = Self {
            name: r.text("name").map_or_else(String::new, |it| it.value),
            party: r
                .parse("type", |text| one_of(text, &PARTIES))
                .map(|party| party.value),
            roles: roles(&mut r),
            text: r.text("text").map_or_else(String::new, |it| it.value),
            parts,
        };
        r.problems.extend(problems.into_iter().flatten());
        (stakeholder, r.finish("field", []))
    }
}

impl Part {
    fn read(mut r: Reader<'_>) -> (Self, Vec<Diagnostic>) {
        let part = Self {
            name: r.text("name").map_or_else(String::new, |it| it.value),
            roles: roles(&mut r),
            text: r.text("text").map_or_else(String::new, |it| it.value),
        };
        (part, r.finish("field", []))
    }
}

fn roles(r: &mut Reader<'_>) -> Vec<StakeholderRole> {
    let role = |text: &str| -> Result<_, Wrong> { one_of(text, &ROLES) };
    let roles = r.parses("role", role).into_iter();
    roles.map(|role| role.value).collect()
}

/// Reads `kept:`: what another tool's file said that has no other place in a
/// plan, by the name that it had there.
pub(super) fn kept(r: &mut Reader<'_>) -> Vec<(String, String)> {
    let entries = r.table("kept").map_or(&[][..], |table| &table.entries);
    let mut kept = Vec::new();
    for entry in entries {
        if let Some(text) = entry.value.as_text() {
            kept.push((entry.key.clone(), text.trim().to_owned()));
        } else {
            let wrong = Wrong::new(format!("expected text, found {}", entry.value.what()));
            r.wrong("kept", entry.value.span, wrong);
        }
    }
    kept
}
