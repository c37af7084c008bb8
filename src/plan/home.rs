//! What stands above all goals: `index.md`.

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::value::Reader;

use super::Body;
use super::stakeholder::{self, Stakeholder};

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
    /// What another tool's file said that has no other place in a plan, by
    /// the name that it had there.
    pub kept: Vec<(String, String)>,
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
            stakeholders: stakeholder::read_all(&mut r),
            kept: stakeholder::kept(&mut r),
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
        problems.splice(0..0, r.finish("field of the home page", []));
        home.body = Some(Body { document, path });
        (home, problems)
    }
}
