//! A site for tests.

use std::collections::BTreeMap;

use crate::output::{SitePath, bytes_hash, to_hex};

use super::moment::{File, Site};

/// A site of made-up files.
#[derive(Clone, Default)]
pub(super) struct Made {
    files: BTreeMap<SitePath, String>,
    aliases: BTreeMap<String, SitePath>,
    origins: BTreeMap<SitePath, String>,
    assets: Vec<(SitePath, u128)>,
}

pub(super) fn path(text: &str) -> SitePath {
    SitePath::new(text).unwrap()
}

pub(super) fn hash(text: &str) -> String {
    to_hex(bytes_hash(text.as_bytes()))
}

impl Made {
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files
            .iter()
            .map(|(at, text)| (path(at), (*text).to_owned()));
        Self {
            files: files.collect(),
            ..Self::default()
        }
    }

    pub fn alias(mut self, from: &str, to: &str) -> Self {
        self.aliases.insert(from.to_owned(), path(to));
        self
    }

    pub fn origin(mut self, page: &str, file: &str) -> Self {
        self.origins.insert(path(page), file.to_owned());
        self
    }

    pub fn asset(mut self, at: &str, text: &str) -> Self {
        self.assets.push((path(at), bytes_hash(text.as_bytes())));
        self
    }
}

impl Site for Made {
    fn file(&self, path: &SitePath) -> Option<File> {
        let text = self.files.get(path)?;
        Some(File {
            path: path.clone(),
            bytes: text.as_bytes().into(),
            hash: bytes_hash(text.as_bytes()),
        })
    }

    fn redirect(&self, path: &str) -> Option<SitePath> {
        self.aliases.get(path).cloned()
    }

    fn moved(&self, from: &dyn Site, path: &SitePath) -> Option<SitePath> {
        let origin = from.origin(path)?;
        let mut here = self.origins.iter();
        here.find_map(|(path, file)| (*file == origin).then(|| path.clone()))
    }

    fn origin(&self, path: &SitePath) -> Option<String> {
        self.origins.get(path).cloned()
    }

    fn assets(&self) -> Vec<(SitePath, u128)> {
        self.assets.clone()
    }
}
