//! References in front matter: which item, why, and how strongly.

use crate::config::Role;
use crate::diagnostic::Diagnostic;
use crate::quantity::Lag;
use crate::value::{Data, Reader, Spanned, Value, Wrong};

use super::ItemIx;

/// Why one item refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The trace: helps to reach.
    Supports,
    /// Cannot begin before the other ends.
    DependsOn,
    /// Shows how far the other has come.
    Measures,
    /// May come in the way of the other.
    Threatens,
    /// Makes the other less likely or less bad.
    Mitigates,
    /// Is the plan B for the other.
    Answers,
    /// Takes up the other from an earlier period.
    Continues,
    /// See also.
    RelatesTo,
}

impl Relation {
    /// All relations.
    pub const ALL: [Self; 8] = [
        Self::Supports,
        Self::DependsOn,
        Self::Measures,
        Self::Threatens,
        Self::Mitigates,
        Self::Answers,
        Self::Continues,
        Self::RelatesTo,
    ];

    /// The field that states it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::DependsOn => "depends_on",
            Self::Measures => "measures",
            Self::Threatens => "threatens",
            Self::Mitigates => "mitigates",
            Self::Answers => "answers",
            Self::Continues => "continues",
            Self::RelatesTo => "relates_to",
        }
    }

    /// The name of the same links, seen from where they lead.
    pub fn reverse(self) -> &'static str {
        match self {
            Self::Supports => "supported_by",
            Self::DependsOn => "needed_by",
            Self::Measures => "measured_by",
            Self::Threatens => "threatened_by",
            Self::Mitigates => "mitigated_by",
            Self::Answers => "answered_by",
            Self::Continues => "continued_by",
            Self::RelatesTo => "related_by",
        }
    }

    /// The roles that may state it and those it may lead to; for `supports`
    /// the kinds decide.
    pub fn roles(self) -> Option<(&'static [Role], &'static [Role])> {
        const WORK: &[Role] = &[Role::Action, Role::Milestone, Role::Own];
        const CARRIERS: &[Role] = &[
            Role::Goal,
            Role::Objective,
            Role::Strategy,
            Role::Own,
            Role::Action,
        ];
        const ANY: &[Role] = &[
            Role::Goal,
            Role::Objective,
            Role::Strategy,
            Role::Own,
            Role::Action,
            Role::Milestone,
            Role::Measure,
            Role::Risk,
            Role::Contingency,
        ];
        match self {
            Self::DependsOn => Some((WORK, WORK)),
            Self::Measures => Some((&[Role::Measure], CARRIERS)),
            Self::Mitigates => Some((&[Role::Action, Role::Strategy, Role::Own], &[Role::Risk])),
            Self::Answers => Some((
                &[Role::Contingency],
                &[Role::Risk, Role::Action, Role::Strategy, Role::Own],
            )),
            Self::Threatens => Some((&[Role::Risk], ANY)),
            Self::Supports | Self::Continues | Self::RelatesTo => None,
        }
    }
}

/// A reference as it was written and what it leads to.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Whose front matter it stands in.
    pub from: ItemIx,
    /// Why.
    pub relation: Relation,
    /// The id, as written.
    pub written: Spanned<String>,
    /// The item of that id.
    pub to: Option<ItemIx>,
    /// The share in the roll-up; that of the item where absent.
    pub weight: Option<f64>,
    /// A few words.
    pub note: Option<String>,
    /// For a dependency: the time between the end and the start.
    pub lag: Option<Box<Lag>>,
}

/// A reference that has not been resolved yet.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub relation: Relation,
    pub id: Spanned<String>,
    pub weight: Option<f64>,
    pub note: Option<String>,
    pub lag: Option<Box<Lag>>,
}

/// Reads the references of one field: an id, a table, or a list of these.
pub(super) fn read(
    relation: Relation,
    value: &Value,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Written> {
    let entries = value.as_list().iter();
    entries
        .filter_map(|entry| read_one(relation, entry, problems))
        .collect()
}

fn read_one(relation: Relation, value: &Value, problems: &mut Vec<Diagnostic>) -> Option<Written> {
    match &value.data {
        Data::Text(id) => Some(Written {
            relation,
            id: Spanned::new(id.trim().to_owned(), value.span),
            weight: None,
            note: None,
            lag: None,
        }),
        Data::Table(table) => {
            let mut r = Reader::new(table);
            let id = r.text("id");
            if id.is_none() {
                let wrong = Wrong::new("the reference names no item");
                r.wrong(relation.field(), value.span, wrong.help("add `id: …`"));
            }
            let written = id.map(|id| Written {
                relation,
                id,
                weight: r
                    .parse("weight", super::item_fields::weight)
                    .map(|w| w.value),
                note: r.text("note").map(|note| note.value),
                lag: r.parse("lag", Lag::parse).map(|lag| Box::new(lag.value)),
            });
            problems.extend(r.finish("field", []));
            written
        }
        Data::Null | Data::List(_) => {
            let wrong = Wrong::new(format!("expected an id, found {}", value.what()));
            problems.push(wrong.found(relation.field(), value.span));
            None
        }
    }
}
