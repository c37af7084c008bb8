//! `plan.toml`.

use crate::diagnostic::SourceId;
use crate::source::SETTINGS;
use crate::value::{Table, Value, parse_toml};

use super::super::{Datum, Draft, Fields, Loss};
use super::{Placed, There, new};

/// Settings as TOML.
pub(super) fn text(settings: &Fields) -> String {
    toml::to_string(settings).expect("names, words and numbers can be written in TOML")
}

/// Writes the settings of a draft where the plan has none; those that it has
/// are its own.
pub(super) fn place(draft: &Draft, there: There<'_>, placed: &mut Placed) {
    if there.sources.by_path(SETTINGS).is_none() {
        let text = text(&draft.settings);
        placed.changes.push(new::file(SETTINGS.to_owned(), text));
        return;
    }
    let source = there.sources.by_path(SETTINGS).map(|it| &*it.text);
    let (own, _) = parse_toml(SourceId(0), source.unwrap_or_default(), 0);
    let mut others = Vec::new();
    differing("", &draft.settings, &own, &mut others);
    placed.losses.extend(others.into_iter().map(|what| Loss {
        place: "the whole file".to_owned(),
        what: format!("it sets {what}, but plan.toml is the plan's own and stays as it is"),
    }));
}

/// The settings of a draft that a plan's own settings do not have.
fn differing(before: &str, settings: &Fields, own: &Table, others: &mut Vec<String>) {
    for (name, value) in &settings.0 {
        let there = own.get(name).map(|entry| &entry.value);
        let name = format!("{before}{name}");
        match value {
            Datum::Table(within) => {
                let none = Table::empty(own.span);
                let there = there.and_then(Value::as_table).unwrap_or(&none);
                differing(&format!("{name}."), within, there, others);
            }
            Datum::Text(text) | Datum::Plain(text) => {
                if there.and_then(Value::as_text) != Some(text) {
                    others.push(format!("`{name}` to `{text}`"));
                }
            }
            Datum::List(_) | Datum::Item(_) => {
                if there.is_none() {
                    others.push(format!("`{name}`"));
                }
            }
        }
    }
}
