//! Structured values with their places, whatever syntax they came in.
//!
//! Every scalar stays the text that was written (`1.10` is not 1.1, `2026` may
//! be a year or a title); the field that takes it decides what it means.

mod csv;
mod read;
#[cfg(test)]
mod tests;
mod toml;
mod yaml;

pub use csv::csv_text;
pub use read::{Reader, Wrong, one_of};
pub use toml::parse_toml;
pub use yaml::parse_yaml;

use std::ops::Deref;

use crate::diagnostic::{Edit, Span};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The whole value, quotes and brackets included; of a block of lines,
    /// those lines; of a TOML table with a `[header]`, that header.
    pub span: Span,
    /// What it is.
    pub data: Data,
    /// Of a scalar that stands in the file as it reads, without escapes, folds
    /// and aliases: its words without the quotes.
    pub words: Option<Span>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// Nothing (`null`, `~`, or no value after the colon).
    Null,
    /// A scalar as it was written, without its quotes and escapes.
    Text(String),
    /// Several values.
    List(Vec<Value>),
    /// Named values.
    Table(Table),
}

/// Named values in the order in which they were written, each name once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The whole table.
    pub span: Span,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name.
    pub key: String,
    /// Where the name stands.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

/// Something read from a value, with the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spanned<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a place to a value.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl Table {
    /// A table without entries.
    pub fn empty(span: Span) -> Self {
        Self {
            span,
            entries: Vec::new(),
        }
    }

    /// The entry of that name.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

impl Value {
    /// The scalar's text.
    pub fn as_text(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The edit that puts other words in place of a scalar's, between the same
    /// quotes; none for words that may need quotes or escapes of their own.
    pub fn reworded(&self, words: &str) -> Option<Edit> {
        let (span, text) = (self.words?, words.to_owned());
        let is_plain = words.starts_with(char::is_alphanumeric)
            && words
                .chars()
                .all(|c| c.is_alphanumeric() || " -_./".contains(c))
            && !words.ends_with(' ')
            && !words.eq_ignore_ascii_case("null");
        is_plain.then_some(Edit { span, text })
    }

    /// The values of a list; a single value counts as a list of one, nothing
    /// as an empty one.
    pub fn as_list(&self) -> &[Value] {
        match &self.data {
            Data::Null => &[],
            Data::List(values) => values,
            _ => std::slice::from_ref(self),
        }
    }

    /// The table.
    pub fn as_table(&self) -> Option<&Table> {
        match &self.data {
            Data::Table(table) => Some(table),
            _ => None,
        }
    }

    /// What it is, in a message: "a list".
    pub fn what(&self) -> &'static str {
        match self.data {
            Data::Null => "nothing",
            Data::Text(_) => "text",
            Data::List(_) => "a list",
            Data::Table(_) => "a table",
        }
    }
}
