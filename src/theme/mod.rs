//! Looks: templates and assets, embedded in the program or from a folder.
//!
//! A folder overrides the built-in theme file by file; it has the same
//! sub-folders, `templates` and `assets`, and may have `words`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::locale;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Templates and assets.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Tera templates by their names, such as `item.html`.
    pub templates: BTreeMap<String, String>,
    /// Files that are copied into the site's `assets` folder.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// Messages in place of the site's own words, or in a language that it
    /// does not know, as Fluent texts by the language's tag.
    pub words: BTreeMap<String, String>,
}

/// A theme folder that cannot be read.
#[derive(Debug)]
pub struct ThemeError {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub message: String,
}

impl std::fmt::Display for ThemeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "cannot read the theme: {}: {}",
            self.path.display(),
            self.message
        )
    }
}

impl std::error::Error for ThemeError {}

impl Default for Theme {
    /// The built-in theme.
    fn default() -> Self {
        let mut theme = Self {
            templates: BTreeMap::new(),
            assets: BTreeMap::new(),
            words: BTreeMap::new(),
        };
        for (folder, add) in FOLDERS {
            let files = DEFAULT
                .get_dir(folder)
                .map(Dir::files)
                .into_iter()
                .flatten();
            for file in files {
                let name = file
                    .path()
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned());
                let added = add(&mut theme, &name.unwrap_or_default(), file.contents());
                debug_assert!(added.is_ok(), "the built-in theme is text");
            }
        }
        theme
    }
}

type Add = fn(&mut Theme, &str, &[u8]) -> Result<(), String>;

const FOLDERS: [(&str, Add); 3] = [
    ("templates", Theme::add_template),
    ("assets", Theme::add_asset),
    ("words", Theme::add_words),
];

impl Theme {
    /// The theme with the files of a folder in place of its own.
    ///
    /// # Errors
    ///
    /// When the folder has neither templates nor assets, or a file cannot be
    /// read.
    pub fn overridden_by(mut self, folder: &Path) -> Result<Self, ThemeError> {
        let mut found = false;
        for (name, add) in FOLDERS {
            for path in files(&folder.join(name))? {
                found = true;
                let bytes = read(&path)?;
                let file = path
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned());
                add(&mut self, &file.unwrap_or_default(), &bytes)
                    .map_err(|message| ThemeError { path, message })?;
            }
        }
        if found {
            return Ok(self);
        }
        Err(ThemeError {
            path: folder.to_owned(),
            message: "it has no folder `templates`, `assets` or `words` with files".to_owned(),
        })
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

    fn add_template(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
        self.templates.insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn add_words(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let Some(language) = name.strip_suffix(".ftl") else {
            return Err("words are files of Fluent, as in `words/de.ftl`".to_owned());
        };
        let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
        self.words.insert(language.to_owned(), text.to_owned());
        Ok(())
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "the shape that adding a template has"
    )]
    fn add_asset(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.assets.insert(name.to_owned(), bytes.into());
        Ok(())
    }
}

/// The files of a folder by name; none where there is no folder.
#[expect(
    clippy::disallowed_methods,
    reason = "a theme is read before anything is built"
)]
fn files(folder: &Path) -> Result<Vec<PathBuf>, ThemeError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |error: std::io::Error| ThemeError {
        path: folder.to_owned(),
        message: error.to_string(),
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path.is_file() && !hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a theme is read before anything is built"
)]
fn read(path: &Path) -> Result<Vec<u8>, ThemeError> {
    std::fs::read(path).map_err(|error| ThemeError {
        path: path.to_owned(),
        message: error.to_string(),
    })
}
