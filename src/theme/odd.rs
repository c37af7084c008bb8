//! What in a theme's folders has probably another name than was meant.

use std::collections::BTreeSet;
use std::path::Path;

use super::folder::file_name;
use super::{Kind, Theme};
use crate::diagnostic::{did_you_mean, nearest};
use crate::locale;

impl Theme {
    /// Files that nothing uses, a sentence each: templates and assets that
    /// nothing refers to, messages that nobody says, and what lies where
    /// nothing is looked for.
    pub fn oddities(&self) -> Vec<String> {
        let mut found = Vec::new();
        for ((kind, name), path) in &self.origins {
            let path = path.display();
            let known = match kind {
                Kind::Template => built_in_names(Kind::Template),
                Kind::Asset => built_in_names(Kind::Asset),
                Kind::Words => {
                    found.extend(self.odd_messages(name, &path.to_string()));
                    continue;
                }
            };
            if known.contains(name) || self.is_mentioned(name) || self.brings_components(name) {
                continue;
            }
            let help = did_you_mean(name, known.iter().map(String::as_str));
            let help = help.map(|help| format!("; {help}")).unwrap_or_default();
            found.push(format!("{path}: nothing in the theme uses this file{help}"));
        }
        found.extend(self.strays.iter().filter_map(|path| stray(path)));
        found
    }

    /// Whether a text from a folder names a file.
    fn is_mentioned(&self, name: &str) -> bool {
        self.own_texts().any(|text| text.contains(name))
    }

    /// The texts of templates and style sheets from folders.
    fn own_texts(&self) -> impl Iterator<Item = &str> {
        let own = self.origins.keys();
        own.filter_map(|(kind, name)| match kind {
            Kind::Template => self.templates.get(name).map(String::as_str),
            Kind::Asset => std::str::from_utf8(self.assets.get(name)?).ok(),
            Kind::Words => None,
        })
    }

    /// Whether a template is there for its components.
    fn brings_components(&self, template: &str) -> bool {
        let text = self.templates.get(template);
        text.is_some_and(|text| text.contains("{% component") || text.contains("{%- component"))
    }

    /// Messages of a file that nobody says.
    fn odd_messages(&self, file: &str, path: &str) -> Vec<String> {
        let tag = file.trim_end_matches(".ftl");
        let text = self.words.get(tag).map(String::as_str).unwrap_or_default();
        let built_in = locale::built_in(locale::LANGUAGES[0]);
        let known: BTreeSet<&str> = built_in.values().flat_map(|text| ids(text)).collect();
        let odd = ids(text).filter(|id| !known.contains(id) && !self.is_said(id));
        odd.map(|id| {
            let help = did_you_mean(id, known.iter().copied());
            let help = help.map(|help| format!("; {help}")).unwrap_or_default();
            format!("{path}: nothing says the message `{id}`{help}")
        })
        .collect()
    }

    fn is_said(&self, id: &str) -> bool {
        let quoted = [format!("\"{id}\""), format!("'{id}'")];
        let said = |text: &str| quoted.iter().any(|id| text.contains(id));
        self.own_texts().any(said) || self.words.values().any(|text| refers(text, id))
    }
}

/// The names of built-in files.
fn built_in_names(kind: Kind) -> BTreeSet<String> {
    let all = super::BUILT_IN.iter();
    all.flat_map(|theme| theme.files(kind).into_keys())
        .collect()
}

/// Whether a message puts in another one.
fn refers(text: &str, id: &str) -> bool {
    let placed = text.split('{').skip(1);
    let names = placed.filter_map(|rest| rest.split('}').next());
    names.map(str::trim).any(|name| name == id)
}

/// The ids of a Fluent text's messages.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().filter_map(|line| line.split_once('='));
    let ids = lines.map(|(id, _)| id.trim_end());
    ids.filter(|id| {
        id.starts_with(|c: char| c.is_ascii_alphabetic())
            && id
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    })
}

/// Something beside the folders of a theme, or a folder in one of them. Notes
/// of its author are nobody's business.
fn stray(path: &Path) -> Option<String> {
    let name = file_name(path);
    let shown = path.display();
    let parent = path.parent().map(file_name).unwrap_or_default();
    if let Some(kind) = Kind::ALL.iter().find(|kind| kind.folder() == parent) {
        let folder = kind.folder();
        return Some(format!("{shown}: folders within `{folder}` are not read"));
    }
    if path.is_dir() {
        let known = Kind::ALL.map(Kind::folder);
        let meant = nearest(&name, known)?;
        return Some(format!(
            "{shown}: this folder is not read; did you mean `{meant}`?"
        ));
    }
    let ending = path.extension()?.to_str()?;
    let folder = match ending {
        "html" => Kind::Template.folder(),
        "css" | "js" | "svg" => Kind::Asset.folder(),
        "ftl" => Kind::Words.folder(),
        _ => return None,
    };
    Some(format!(
        "{shown}: this file is not read; it belongs in the folder `{folder}`"
    ))
}
