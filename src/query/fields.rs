//! The fields of an item, in one table: for expressions, for the columns and
//! groups of views, for the check of names, and for the documentation.

use crate::config::{Config, FieldDef, FieldType, Status};
use crate::diagnostic::did_you_mean;
use crate::plan::{Health, ItemIx, Priority, Relation, Response};
use crate::quantity::{Date, show_number};

use super::read::{self, Facts, Look};

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// One of these words, in the order in which they are sorted.
    Word(Vec<String>),
    /// Several texts.
    Texts,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A day.
    Day,
    /// A yes or no.
    Bool,
}

impl Holds {
    /// What it is, as the documentation calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Word(_) => "word",
            Self::Texts => "list",
            Self::Whole => "whole number",
            Self::Number => "number",
            Self::Day => "day",
            Self::Bool => "yes or no",
        }
    }
}

/// What a field of an item says.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// Words.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// A yes or no.
    Bool(bool),
}

impl FieldValue {
    /// The value in words, days as in 2026-09-30.
    pub fn show(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Texts(texts) => texts.join(", "),
            Self::Whole(number) => number.to_string(),
            Self::Number(number) => show_number(*number),
            Self::Day(day) => day.to_string(),
            Self::Bool(true) => "yes".to_owned(),
            Self::Bool(false) => "no".to_owned(),
        }
    }
}

/// A field of an item.
#[derive(Debug)]
pub struct Field {
    /// Its name, after `item.`
    pub name: String,
    /// What stands over its column.
    pub label: String,
    /// What it holds.
    pub holds: Holds,
    /// What it means.
    pub what: &'static str,
    read: Read,
}

/// How a field is read.
#[derive(Debug)]
enum Read {
    BuiltIn(fn(Look<'_>) -> Option<FieldValue>),
    /// A field of the plan's own, by its place in the settings.
    Own(usize),
    Relation(Relation),
}

impl Field {
    /// Whether it is one of the plan's own.
    pub fn is_own(&self) -> bool {
        matches!(self.read, Read::Own(_))
    }

    /// What the field says of an item; none where it is absent.
    pub fn of(&self, facts: Facts<'_>, at: ItemIx) -> Option<FieldValue> {
        let look = facts.at(at);
        match self.read {
            Read::BuiltIn(read) => read(look),
            Read::Own(def) => read::own(look, def),
            Read::Relation(relation) => Some(read::related(look, relation)),
        }
    }
}

/// All fields that items of a plan may have.
#[derive(Debug)]
pub struct Fields(Vec<Field>);

impl Fields {
    /// The built-in fields and those of `[fields.*]`.
    pub fn of(config: &Config) -> Self {
        let built_in = BUILT_IN.iter().map(|row| Field {
            name: row.0.to_owned(),
            label: row.1.to_owned(),
            holds: row.2.holds(config),
            what: row.3,
            read: Read::BuiltIn(row.4),
        });
        let relations = Relation::ALL.map(|relation| Field {
            name: relation.field().to_owned(),
            label: read::relation_label(relation).to_owned(),
            holds: Holds::Texts,
            what: "the ids that the field of that name gives",
            read: Read::Relation(relation),
        });
        let mut fields: Vec<Field> = built_in.chain(relations).collect();
        for (def, field) in config.fields.iter().enumerate() {
            if fields.iter().all(|it| it.name != field.name) {
                fields.push(own(def, field));
            }
        }
        Self(fields)
    }

    /// The fields in the order in which they are documented.
    pub fn iter(&self) -> impl Iterator<Item = &Field> {
        self.0.iter()
    }

    /// The place of the field of that name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|field| field.name == name)
    }

    /// The field at a place.
    pub fn get(&self, at: usize) -> &Field {
        &self.0[at]
    }

    /// The nearest name to one that is not known.
    pub fn nearest(&self, written: &str) -> Option<String> {
        did_you_mean(written, self.iter().map(|field| field.name.as_str()))
    }
}

fn own(def: usize, field: &FieldDef) -> Field {
    let holds = match field.holds {
        _ if field.list => Holds::Texts,
        FieldType::Text | FieldType::Person | FieldType::Link => Holds::Text,
        FieldType::Term if field.values.is_empty() => Holds::Text,
        FieldType::Term => Holds::Word(field.values.iter().map(|it| it.value.clone()).collect()),
        FieldType::Number | FieldType::Money => Holds::Number,
        FieldType::Date => Holds::Day,
        FieldType::Bool => Holds::Bool,
    };
    Field {
        name: field.name.clone(),
        label: field.label.clone(),
        holds,
        what: "a field of the plan's own",
        read: Read::Own(def),
    }
}

/// What a built-in field holds, before the settings are known.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Texts,
    Whole,
    Number,
    Day,
    Bool,
    Word(fn(&Config) -> Vec<String>),
}

impl Kind {
    fn holds(self, config: &Config) -> Holds {
        match self {
            Self::Text => Holds::Text,
            Self::Texts => Holds::Texts,
            Self::Whole => Holds::Whole,
            Self::Number => Holds::Number,
            Self::Day => Holds::Day,
            Self::Bool => Holds::Bool,
            Self::Word(words) => Holds::Word(words(config)),
        }
    }
}

/// Name, heading, what it holds, what it means, how it is read.
type Row = (
    &'static str,
    &'static str,
    Kind,
    &'static str,
    fn(Look<'_>) -> Option<FieldValue>,
);

#[rustfmt::skip]
const BUILT_IN: [Row; 45] = [
    ("id", "Id", Kind::Text, "its id", read::id),
    ("title", "Title", Kind::Text, "its title", read::title),
    ("summary", "Summary", Kind::Text, "its summary", read::summary),
    ("kind", "Kind", Kind::Word(kinds), "the name of its kind", read::kind),
    ("role", "Role", Kind::Word(roles), "the built-in kind that its kind stands for; `own` for kinds of your own", read::role),
    ("status", "Status", Kind::Word(statuses), "which of the six states it is in", read::status),
    ("status_word", "Status", Kind::Word(status_words), "the name of its status, be it one of your own", read::status_word),
    ("open", "Open", Kind::Bool, "whether there is still something to do: neither done nor dropped", read::open),
    ("owner", "Owner", Kind::Text, "the full name of who is accountable", read::owner),
    ("contributors", "Contributors", Kind::Texts, "their full names", read::contributors),
    ("consulted", "Consulted", Kind::Texts, "their full names", read::consulted),
    ("informed", "Informed", Kind::Texts, "their full names", read::informed),
    ("team", "Team", Kind::Text, "its team, else that of its owner", read::team),
    ("plan", "Plan", Kind::Word(plans), "the plan of the family that it belongs to", read::plan),
    ("tags", "Tags", Kind::Texts, "its tags", read::tags),
    ("priority", "Priority", Kind::Word(priorities), "how urgent it is", read::priority),
    ("start", "Start", Kind::Day, "its first day", read::start),
    ("due", "Due", Kind::Day, "the last day on which it is not late", read::due),
    ("completed", "Completed", Kind::Day, "the day on which it was finished", read::completed),
    ("reviewed", "Reviewed", Kind::Day, "the day of its last review", read::reviewed),
    ("due_when", "Due when", Kind::Text, "the event on which its due date depends", read::due_when),
    ("late", "Late", Kind::Bool, "whether it is open, somebody has said so, and its due date has passed", read::late),
    ("slippage", "Slippage", Kind::Whole, "days by which its due date has moved; less than 0 where it was brought forward", read::slippage),
    ("progress", "Progress", Kind::Whole, "how far it has come, 0 to 100, stated or worked out", read::progress),
    ("weight", "Weight", Kind::Number, "its share in the roll-up, 1 where none is stated", read::weight),
    ("health", "Health", Kind::Word(healths), "the stated health, else the computed one while it is open", read::health),
    ("computed_health", "Computed health", Kind::Word(healths), "the health that the program works out", read::computed_health),
    ("budget", "Budget", Kind::Number, "the money set aside, stated or that of its parts", read::budget),
    ("spent", "Spent", Kind::Number, "the money used, stated or that of its parts", read::spent),
    ("currency", "Currency", Kind::Text, "the currency of these two", read::currency),
    ("likelihood", "Likelihood", Kind::Whole, "of a risk: 1 to 5", read::likelihood),
    ("impact", "Impact", Kind::Whole, "of a risk: 1 to 5", read::impact),
    ("score", "Score", Kind::Whole, "of a risk: likelihood × impact", read::score),
    ("response", "Response", Kind::Word(responses), "of a risk: what is done about it", read::response),
    ("trigger", "Trigger", Kind::Word(triggers), "of a plan B: where its trigger stands", read::trigger),
    ("unit", "Unit", Kind::Text, "of a measure", read::unit),
    ("baseline", "Baseline", Kind::Number, "of a measure: where it began", read::baseline),
    ("target", "Target", Kind::Number, "of a measure: where it is to be", read::target),
    ("latest", "Latest", Kind::Number, "of a measure: the last reading", read::latest),
    ("attainment", "Attainment", Kind::Number, "of a measure: how much of the way is done, in percent", read::attainment),
    ("goals", "Goals", Kind::Texts, "the ids of the goals that it serves, directly or through others", read::goals),
    ("above", "Above", Kind::Texts, "the ids of all that it supports, directly or through others", read::above),
    ("parts", "Parts", Kind::Whole, "how many items support it, those that are dropped left out", read::parts),
    ("parts_open", "Open parts", Kind::Whole, "how many of these are open", read::parts_open),
    ("path", "File", Kind::Text, "the path of its file in the plan", read::path),
];

fn owned<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}

fn kinds(config: &Config) -> Vec<String> {
    owned(config.kinds.iter().map(|kind| kind.name.as_str()))
}

fn roles(_: &Config) -> Vec<String> {
    owned(read::ROLES.map(|(_, name)| name))
}

fn statuses(_: &Config) -> Vec<String> {
    owned(Status::ALL.map(Status::name))
}

fn status_words(config: &Config) -> Vec<String> {
    owned(config.statuses.iter().map(|status| status.name.as_str()))
}

fn plans(config: &Config) -> Vec<String> {
    owned(config.plans.iter().map(|plan| plan.name.as_str()))
}

fn priorities(_: &Config) -> Vec<String> {
    use Priority::{Critical, High, Low, Medium};
    owned([Low, Medium, High, Critical].map(Priority::name))
}

fn healths(_: &Config) -> Vec<String> {
    use Health::{AtRisk, OffTrack, OnTrack, Unknown};
    owned([OffTrack, AtRisk, OnTrack, Unknown].map(Health::name))
}

fn responses(_: &Config) -> Vec<String> {
    use Response::{Accept, Avoid, Reduce, Transfer};
    owned([Avoid, Reduce, Transfer, Accept].map(Response::name))
}

fn triggers(_: &Config) -> Vec<String> {
    owned(read::TRIGGERS.map(|(_, name)| name))
}
