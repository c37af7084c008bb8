//! What stands above all goals: `index.md`.

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::value::{Reader, Wrong, one_of};

use super::Body;

/// Vision, mission, values and those the plan is for.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// The plan's title as `index.md` has it.
    pub title: Option<String>,
    /// Where the organisation wants to be.
    pub vision: Option<String>,
    /// What it is there for.
    pub mission: Option<String>,
    /// What it holds to.
    pub values: Vec<ValueStatement>,
    /// Who has a part in it.
    pub stakeholders: Vec<Stakeholder>,
    /// The introduction; none without an `index.md`.
    pub body: Option<Body>,
}

/// A value the organisation holds to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ValueStatement {
    /// A word or two.
    pub name: String,
    /// What it means.
    pub text: String,
}

/// What somebody has to do with the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StakeholderRole {
    /// Does a part of it.
    Performer,
    /// Has a gain from it.
    Beneficiary,
}

/// Somebody with a part in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stakeholder {
    /// Who.
    pub name: String,
    /// In which part.
    pub role: Option<StakeholderRole>,
    /// What they give or gain.
    pub text: String,
}

impl Home {
    /// Reads the front matter of `index.md`.
    pub(super) fn read(document: Document, path: String) -> (Self, Vec<Diagnostic>) {
        let matter = document.matter.clone();
        let mut r = Reader::new(&matter);
        let heading = document.title.as_ref().map(|heading| heading.text.clone());
        let mut home = Self {
            title: r.text("title").map(|title| title.value).or(heading),
            vision: r.text("vision").map(|text| text.value),
            mission: r.text("mission").map(|text| text.value),
            values: Vec::new(),
            stakeholders: Vec::new(),
            body: None,
        };
        let mut problems = Vec::new();
        for table in r.tables("values") {
            let mut r = Reader::new(table);
            home.values.push(ValueStatement {
                name: r.text("name").map(|name| name.value).unwrap_or_default(),
                text: r.text("text").map(|text| text.value).unwrap_or_default(),
            });
            problems.extend(r.finish("field", []));
        }
        for table in r.tables("stakeholders") {
            let mut r = Reader::new(table);
            home.stakeholders.push(Stakeholder {
                name: r.text("name").map(|name| name.value).unwrap_or_default(),
                role: r.parse("role", role).map(|role| role.value),
                text: r.text("text").map(|text| text.value).unwrap_or_default(),
            });
            problems.extend(r.finish("field", []));
        }
        problems.splice(0..0, r.finish("field of the home page", []));
        home.body = Some(Body { document, path });
        (home, problems)
    }
}

fn role(text: &str) -> Result<StakeholderRole, Wrong> {
    let words = [
        ("performer", StakeholderRole::Performer),
        ("beneficiary", StakeholderRole::Beneficiary),
    ];
    one_of(text, &words)
}
