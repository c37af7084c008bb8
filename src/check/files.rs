//! Files that somebody who writes a wrong path may have meant.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::diagnostic::nearest;

use super::known::Known;
use super::links::Written;

pub(super) struct Files<'a> {
    all: Vec<&'a str>,
    /// What is looked into; made when somebody has written a wrong path.
    index: OnceCell<Index<'a>>,
}

struct Index<'a> {
    paths: Known<'a>,
    /// The first path of each file name, in lower case.
    names: BTreeMap<String, &'a str>,
}

impl<'a> Files<'a> {
    pub fn new(paths: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            all: paths.into_iter().collect(),
            index: OnceCell::new(),
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
        self.index.get_or_init(|| Index::new(&self.all));
        let index = self.index.get_mut()?;
        if let Some(moved) = index.names.get(&name(path)) {
            return Some(moved);
        }
        let near = index.paths.nearest(path)?;
        nearest(&name(path), [name(near).as_str()]).map(|_| near)
    }
}

impl<'a> Index<'a> {
    fn new(all: &[&'a str]) -> Self {
        let mut names = BTreeMap::new();
        for path in all {
            names.entry(name(path)).or_insert(*path);
        }
        Self {
            paths: Known::new(all.iter().copied()),
            names,
        }
    }
}

fn name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_lowercase()
}
