//! Themes read from folders.

use std::path::{Path, PathBuf};

use super::{Kind, Theme};

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

impl Theme {
    /// The theme with the files of a folder in place of its own.
    ///
    /// # Errors
    ///
    /// When the folder holds none of a theme's folders with files, or a file
    /// cannot be read.
    pub fn overridden_by(mut self, folder: &Path) -> Result<Self, ThemeError> {
        let mut found = false;
        for kind in Kind::ALL {
            found |= self.take(folder, kind)?;
        }
        if !found {
            return Err(ThemeError {
                path: folder.to_owned(),
                message: "it has no folder `templates`, `assets` or `words` with files".to_owned(),
            });
        }
        let beside = entries(folder)?.into_iter();
        let kinds = Kind::ALL.map(Kind::folder);
        let strays = beside.filter(|path| !kinds.iter().any(|kind| path.ends_with(kind)));
        self.strays.extend(strays);
        Ok(self)
    }

    /// The theme with the words of a folder, where it has some.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub fn with_words_of(mut self, folder: &Path) -> Result<Self, ThemeError> {
        self.take(folder, Kind::Words)?;
        Ok(self)
    }

    /// Takes the files of a kind from a theme folder; whether there are any.
    fn take(&mut self, folder: &Path, kind: Kind) -> Result<bool, ThemeError> {
        let mut found = false;
        for path in entries(&folder.join(kind.folder()))? {
            let name = file_name(&path);
            if path.is_dir() {
                self.strays.push(path);
                continue;
            }
            let bytes = read(&path)?;
            self.add(kind, &name, &bytes)
                .map_err(|message| ThemeError {
                    path: path.clone(),
                    message,
                })?;
            self.origins.insert((kind, name), path);
            found = true;
        }
        Ok(found)
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// What a folder holds, by name, without what is hidden; nothing where there
/// is no folder.
#[expect(
    clippy::disallowed_methods,
    reason = "a theme is read before anything is built"
)]
fn entries(folder: &Path) -> Result<Vec<PathBuf>, ThemeError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |error: std::io::Error| ThemeError {
        path: folder.to_owned(),
        message: error.to_string(),
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if !file_name(&path).starts_with('.') {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
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
