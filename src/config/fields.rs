//! `[fields.*]`: the plan's own fields.

use super::Kinds;
use super::kinds::yes_or_no;
use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Spanned, Table, Wrong, one_of};

/// What a field of the plan's own holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// Words.
    Text,
    /// A number.
    Number,
    /// An amount of money.
    Money,
    /// A date or period.
    Date,
    /// A yes or no.
    Bool,
    /// One of a few words.
    Term,
    /// Somebody's name.
    Person,
    /// A web address or an item's id.
    Link,
}

/// A field of the plan's own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldDef {
    /// The name in front matter.
    pub name: String,
    /// What the site calls it.
    pub label: String,
    /// What it holds.
    pub holds: FieldType,
    /// Whether it may hold several.
    pub list: bool,
    /// Whether it must be there.
    pub required: bool,
    /// The kinds that have it, by name; all where empty.
    pub kinds: Vec<String>,
    /// The words that a term may be; any where empty.
    pub values: Vec<Spanned<String>>,
}

const TYPES: [(&str, FieldType); 8] = [
    ("text", FieldType::Text),
    ("number", FieldType::Number),
    ("money", FieldType::Money),
    ("date", FieldType::Date),
    ("bool", FieldType::Bool),
    ("term", FieldType::Term),
    ("person", FieldType::Person),
    ("link", FieldType::Link),
];

impl FieldDef {
    /// Whether items of that kind have the field.
    pub fn is_for(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|name| name == kind)
    }

    /// Reads `[fields.*]`, in the order of the file.
    pub(super) fn read_all(
        table: &Table,
        kinds: &Kinds,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Self> {
        let mut fields = Vec::new();
        for (entry, settings) in Reader::named_tables(table, problems) {
            let mut r = Reader::new(settings);
            fields.push(Self::read(&entry.key, kinds, &mut r));
            problems.extend(r.finish("setting", []));
        }
        fields
    }

    fn read(name: &str, kinds: &Kinds, r: &mut Reader<'_>) -> Self {
        let kind = |text: &str| match kinds.by_name(text) {
            Some(kind) => Ok(kinds[kind].name.clone()),
            None => Err(Wrong::unknown_word(
                text,
                kinds.iter().map(|k| k.name.as_str()),
            )),
        };
        Self {
            name: name.to_owned(),
            label: r
                .text("label")
                .map_or_else(|| name.replace('_', " "), |label| label.value),
            holds: r
                .parse("type", holds)
                .map_or(FieldType::Text, |holds| holds.value),
            list: r.parse("list", yes_or_no).is_some_and(|list| list.value),
            required: r
                .parse("required", yes_or_no)
                .is_some_and(|must| must.value),
            kinds: r
                .parses("kinds", kind)
                .into_iter()
                .map(|kind| kind.value)
                .collect(),
            values: r.texts("values"),
        }
    }
}

fn holds(text: &str) -> Result<FieldType, Wrong> {
    one_of(text, &TYPES)
}
