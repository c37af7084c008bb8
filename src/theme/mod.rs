//! Looks: templates, assets and words, built in or from folders.
//!
//! Themes lie on one another: `default` beneath, perhaps another built-in
//! theme on it, then folders. What lies higher takes the place of what lies
//! lower, file by file, and components of templates one by one. A template
//! can extend the one that it takes the place of, by the name of its theme:
//! `{% extends "default/item.html" %}`.

mod built_in;
mod folder;
mod odd;

pub use built_in::{BUILT_IN, BuiltIn};
pub use folder::ThemeError;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::locale;

/// Templates, assets and words.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Tera templates by their names, such as `item.html`. Those of built-in
    /// themes have its name before theirs: `default/item.html`.
    pub templates: BTreeMap<String, String>,
    /// Where a template that is not there by its name alone is looked for:
    /// `plain/`, `default/`.
    pub beneath: Vec<String>,
    /// Files that are copied into the site's `assets` folder.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// Messages in place of the site's own words, or in a language that it
    /// does not know, as Fluent texts by the language's tag.
    pub words: BTreeMap<String, String>,
    /// Where the files lie that are not built in.
    origins: BTreeMap<(Kind, String), PathBuf>,
    /// What lies in theme folders where nothing is looked for.
    strays: Vec<PathBuf>,
}

/// What a file of a theme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A Tera template.
    Template,
    /// A file that is copied.
    Asset,
    /// Fluent messages.
    Words,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Template, Self::Asset, Self::Words];

    /// The folder that holds such files.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Template => "templates",
            Self::Asset => "assets",
            Self::Words => "words",
        }
    }
}

impl Default for Theme {
    /// The theme `default`.
    fn default() -> Self {
        Self::built_in(&BUILT_IN[0])
    }
}

impl Theme {
    /// A built-in theme.
    pub fn built_in(theme: &'static BuiltIn) -> Self {
        let mut made = Self {
            templates: BTreeMap::new(),
            beneath: Vec::new(),
            assets: BTreeMap::new(),
            words: BTreeMap::new(),
            origins: BTreeMap::new(),
            strays: Vec::new(),
        };
        let default = &BUILT_IN[0];
        made.lay(default);
        if theme.name != default.name {
            made.assets
                .retain(|name, _| theme.borrows.contains(&&**name));
            made.lay(theme);
        }
        made
    }

    /// Lays a built-in theme on what is there.
    fn lay(&mut self, theme: &BuiltIn) {
        for kind in Kind::ALL {
            for (name, bytes) in theme.files(kind) {
                let name = match kind {
                    Kind::Template => format!("{}/{name}", theme.name),
                    Kind::Asset | Kind::Words => name,
                };
                let added = self.add(kind, &name, bytes);
                debug_assert!(added.is_ok(), "the built-in themes are text");
            }
        }
        self.beneath.insert(0, format!("{}/", theme.name));
    }

    fn add(&mut self, kind: Kind, name: &str, bytes: &[u8]) -> Result<(), String> {
        let text = || std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"));
        match kind {
            Kind::Template => {
                self.templates.insert(name.to_owned(), text()?.to_owned());
            }
            Kind::Asset => {
                self.assets.insert(name.to_owned(), bytes.into());
            }
            Kind::Words => {
                let language = name.strip_suffix(".ftl");
                let language = language.ok_or("words are files of Fluent, as in `words/de.ftl`")?;
                self.words.insert(language.to_owned(), text()?.to_owned());
            }
        }
        Ok(())
    }

    /// The template that a name means.
    pub fn template(&self, name: &str) -> Option<&str> {
        let names = self.beneath.iter().map(|theme| format!("{theme}{name}"));
        let mut names = std::iter::once(name.to_owned()).chain(names);
        names.find_map(|name| self.templates.get(&name).map(String::as_str))
    }

    /// The names of all templates, each once, without those of themes.
    pub fn template_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.templates.keys().map(|name| bare(name)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Where a template lies, for people.
    pub fn place_of(&self, template: &str) -> String {
        match self.origin(Kind::Template, template) {
            Some(path) => path.display().to_string(),
            None => format!("{template} (built in)"),
        }
    }

    /// Where a file lies that is not built in.
    pub fn origin(&self, kind: Kind, name: &str) -> Option<&Path> {
        let origin = self.origins.get(&(kind, name.to_owned()));
        origin.map(PathBuf::as_path)
    }

    /// Whether any of its files is not built in.
    pub fn has_own(&self) -> bool {
        !self.origins.is_empty()
    }

    /// A hash of all its files, of the built-in words, and of the version of
    /// the program.
    pub fn fingerprint(&self) -> u128 {
        let mut hasher = blake3::Hasher::new();
        let templates = self
            .templates
            .iter()
            .map(|(name, text)| (name, text.as_bytes()));
        let assets = self.assets.iter().map(|(name, bytes)| (name, &**bytes));
        let own = self
            .words
            .iter()
            .map(|(name, text)| (name, text.as_bytes()));
        hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
        for language in locale::LANGUAGES {
            for text in locale::built_in(language).values() {
                hasher.update(text.as_bytes());
            }
        }
        for (name, bytes) in templates.chain(assets).chain(own) {
            hasher.update(&(name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        }
        let hash = hasher.finalize();
        let mut first = [0; 16];
        first.copy_from_slice(&hash.as_bytes()[..16]);
        u128::from_le_bytes(first)
    }
}

/// A template's name without that of its theme.
fn bare(name: &str) -> &str {
    name.split_once('/').map_or(name, |(_, name)| name)
}
