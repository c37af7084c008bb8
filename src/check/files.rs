//! Files that somebody who writes a wrong path may have meant.

use std::collections::BTreeMap;

use crate::diagnostic::nearest;

use super::known::Known;
use super::links::Written;

pub(super) struct Files<'a> {
    paths: Known<'a>,
    /// The first path of each file name, in lower case.
    names: BTreeMap<String, &'a str>,
}

impl<'a> Files<'a> {
    pub fn new(paths: impl IntoIterator<Item = &'a str>) -> Self {
        let paths: Vec<&str> = paths.into_iter().collect();
        let mut names = BTreeMap::new();
        for path in &paths {
            names.entry(name(path)).or_insert(*path);
        }
        Self {
            paths: Known::new(paths),
            names,
        }
    }

    /// The file that is meant, as the link has to be written.
    pub fn mend(&mut self, path: &str, link: &Written<'_>) -> Option<String> {
        let meant = self.meant(path)?;
        Some(format!("did you mean `{}`?", link.path_to(meant)))
    }

    /// The file of that name in another folder, else the one with the nearest
    /// path and a name that is near too.
    pub fn meant(&mut self, path: &str) -> Option<&'a str> {
        if let Some(moved) = self.names.get(&name(path)) {
            return Some(moved);
        }
        let near = self.paths.nearest(path)?;
        nearest(&name(path), [name(near).as_str()]).map(|_| near)
    }
}

fn name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_lowercase()
}
