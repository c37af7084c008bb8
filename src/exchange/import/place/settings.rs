//! `plan.toml`.

use crate::source::SETTINGS;

use super::super::{Draft, Fields, Loss};
use super::{Placed, There, has_settings, new};

/// Settings as TOML.
pub(super) fn text(settings: &Fields) -> String {
    toml::to_string(settings).expect("names, words and numbers can be written in TOML")
}

/// Writes the settings of a draft where the plan has none; those that it has
/// are its own.
pub(super) fn place(draft: &Draft, there: There<'_>, placed: &mut Placed) {
    if !has_settings(there.sources) {
        let text = text(&draft.settings);
        placed.changes.push(new::file(SETTINGS.to_owned(), text));
        return;
    }
    let source = there.sources.by_path(SETTINGS).map(|it| &*it.text);
    let (own, _) = crate::value::parse_toml(
        crate::diagnostic::SourceId(0),
        source.unwrap_or_default(),
        0,
    );
    for (section, _) in &draft.settings.0 {
        if own.get(section).is_none() {
            placed.losses.push(Loss {
                place: "the whole file".to_owned(),
                what: format!(
                    "it sets `[{section}]`, but plan.toml is the plan's own and stays as it is"
                ),
            });
        }
    }
}
