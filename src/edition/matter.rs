//! Front matter without what may not be seen.

use crate::config::{Config, FieldType};
use crate::plan::{Place, Relation};
use crate::value::{Data, Entry, Table, Value};

use super::{Clearance, Wall, Whole};

/// What is left of a file's front matter; nothing where all of it is.
pub(super) fn left(matter: &Table, whole: Whole<'_>, clearance: &Clearance<'_>) -> Option<Table> {
    let filter = Filter { whole, clearance };
    let entries: Vec<Entry> = matter
        .entries
        .iter()
        .filter_map(|entry| filter.entry(entry))
        .collect();
    (entries != matter.entries).then_some(Table {
        span: matter.span,
        entries,
    })
}

struct Filter<'a> {
    whole: Whole<'a>,
    clearance: &'a Clearance<'a>,
}

impl Filter<'_> {
    fn entry(&self, entry: &Entry) -> Option<Entry> {
        let key = entry.key.as_str();
        if self.clearance.has(Wall::Fields) && !self.clearance.field(key) {
            return None;
        }
        let names_items = self.clearance.has(Wall::Relations)
            && (Relation::ALL.iter().any(|relation| relation.field() == key)
                || key == "trigger"
                || is_link(self.whole.config, key));
        if !names_items {
            return Some(entry.clone());
        }
        Some(Entry {
            value: self.value(&entry.value)?,
            ..entry.clone()
        })
    }

    /// A value that names items, or a list of such, without the hidden ones.
    fn value(&self, value: &Value) -> Option<Value> {
        let Data::List(values) = &value.data else {
            return self.may_be_seen(value).then(|| value.clone());
        };
        let left: Vec<Value> = values.iter().filter_map(|it| self.value(it)).collect();
        let was_there = values.is_empty() || !left.is_empty();
        was_there.then(|| Value {
            data: Data::List(left),
            ..value.clone()
        })
    }

    fn may_be_seen(&self, value: &Value) -> bool {
        let named = match &value.data {
            Data::Text(id) => Some(id.as_str()),
            Data::Table(table) => ["id", "measure", "item"]
                .into_iter()
                .find_map(|key| table.get(key)?.value.as_text()),
            Data::Null | Data::List(_) => None,
        };
        let item = named.and_then(|id| self.whole.plan.find(id.trim()));
        item.is_none_or(|at| self.clearance.place(Place::Item(at)))
    }
}

/// Whether a field of the plan's own holds links.
fn is_link(config: &Config, name: &str) -> bool {
    let mut fields = config.fields.iter();
    fields.any(|field| field.name == name && field.holds == FieldType::Link)
}
