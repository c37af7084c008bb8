//! The plan's own fields, as `[fields.*]` defines them.

use crate::config::{Config, FieldDef, FieldType};
use crate::quantity::{Money, Period, parse_number};
use crate::value::{Reader, Spanned, Value, Wrong};

/// A field of the plan's own in an item.
#[derive(Debug, Clone)]
pub struct OwnField {
    /// Its place in [`Config::fields`].
    pub def: usize,
    /// Its values, at least one.
    pub values: Vec<Spanned<OwnValue>>,
}

/// A value of a field of the plan's own.
#[derive(Debug, Clone)]
pub enum OwnValue {
    /// Words, a term, a name, a link.
    Text(String),
    /// A number.
    Number(f64),
    /// An amount of money.
    Money(Money),
    /// A date or period.
    Date(Period),
    /// A yes or no.
    Bool(bool),
}

/// Reads the plan's own fields of an item of that kind.
pub(super) fn read(r: &mut Reader<'_>, kind: &str, config: &Config) -> Vec<OwnField> {
    let entries: Vec<_> = r.rest().collect();
    let mut fields = Vec::new();
    for (def, field) in config.fields.iter().enumerate() {
        let Some(entry) = entries.iter().find(|entry| entry.key == field.name) else {
            continue;
        };
        if !field.is_for(kind) {
            let wrong = Wrong::new(format!("an item of kind {kind} does not have this field"))
                .help(format!("it is for {}", field.kinds.join(", ")));
            r.wrong(&field.name, entry.key_span, wrong);
            continue;
        }
        let values = read_values(r, field, &entry.value, config);
        if !values.is_empty() {
            fields.push(OwnField { def, values });
        }
    }
    fields
}

fn read_values(
    r: &mut Reader<'_>,
    field: &FieldDef,
    value: &Value,
    config: &Config,
) -> Vec<Spanned<OwnValue>> {
    let written = value.as_list();
    if written.len() > 1 && !field.list {
        let wrong = Wrong::new("expected one value, found a list");
        let help = format!(
            "set `list = true` under `[fields.{}]` to allow several",
            field.name
        );
        r.wrong(&field.name, value.span, wrong.help(help));
    }
    let mut values = Vec::new();
    for value in written {
        let Some(text) = value.as_text() else {
            let wrong = Wrong::new(format!("expected text, found {}", value.what()));
            r.wrong(&field.name, value.span, wrong);
            continue;
        };
        match parse(text.trim(), field, config) {
            Ok(read) => values.push(Spanned::new(read, value.span)),
            Err(wrong) => r.problems.push(wrong.found_in(&field.name, value)),
        }
    }
    values
}

fn parse(text: &str, field: &FieldDef, config: &Config) -> Result<OwnValue, Wrong> {
    Ok(match field.holds {
        FieldType::Text => OwnValue::Text(text.to_owned()),
        FieldType::Number => OwnValue::Number(parse_number(text)?),
        FieldType::Money => OwnValue::Money(super::item_fields::money(text, config)?),
        FieldType::Date => OwnValue::Date(Period::parse(text, &config.fiscal)?),
        FieldType::Bool => OwnValue::Bool(yes_or_no(text)?),
        FieldType::Term => OwnValue::Text(term(text, &field.values)?),
        FieldType::Person => OwnValue::Text(super::item_fields::person(text, config)),
        FieldType::Link => OwnValue::Text(link(text)?),
    })
}

fn yes_or_no(text: &str) -> Result<bool, Wrong> {
    match text.to_lowercase().as_str() {
        "true" | "yes" => Ok(true),
        "false" | "no" => Ok(false),
        _ => Err(Wrong::unknown_word(text, ["true", "false"])),
    }
}

fn term(text: &str, values: &[Spanned<String>]) -> Result<String, Wrong> {
    let found = values.iter().find(|word| word.eq_ignore_ascii_case(text));
    match found {
        Some(word) => Ok(word.value.clone()),
        None if values.is_empty() => Ok(text.to_owned()),
        None => Err(Wrong::unknown_word(
            text,
            values.iter().map(|word| word.value.as_str()),
        )),
    }
}

fn link(text: &str) -> Result<String, Wrong> {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    match scheme {
        None | Some("http" | "https" | "mailto") => Ok(text.to_owned()),
        Some(_) => Err(
            Wrong::new(format!("`{text}` is not a link that can be published"))
                .help("use a web address, an e-mail address, or the id of an item"),
        ),
    }
}
