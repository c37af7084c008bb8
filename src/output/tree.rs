//! All files of a site, before they are written.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Arc;

use super::path::case_key;
use super::{SitePath, Stamp};

/// All files of a site by path. No two of them clash, on any disk.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    files: BTreeMap<SitePath, Entry>,
    /// The files, and one file of each folder, by case key.
    taken: HashMap<Arc<str>, (Role, SitePath)>,
}

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// One that was made.
    Made {
        /// What is in it.
        bytes: Arc<[u8]>,
        /// The hash of the view it is rendered from, where it has one.
        view: Option<u128>,
        /// The hash of all that it is made from, where that is less than
        /// everything.
        from: Option<u128>,
    },
    /// One that lies on disk already, as this stamp has it: of the last site, or
    /// on its way into its folder.
    Kept(Stamp),
}

/// Two files that cannot both be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The file that was there first.
    pub first: SitePath,
    /// The file that came second.
    pub second: SitePath,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    File,
    Folder,
}

impl Tree {
    /// A site without files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Errors
    ///
    /// Both paths, if the new one is that of another file, differs from it by
    /// case only, or takes a file for a folder.
    pub fn insert(&mut self, path: SitePath, entry: Entry) -> Result<(), Clash> {
        if let Some(first) = self.clash(&path) {
            return Err(Clash {
                first: first.clone(),
                second: path,
            });
        }
        for folder in path.folders() {
            let taken = self.taken.entry(case_key(folder).into());
            taken.or_insert_with(|| (Role::Folder, path.clone()));
        }
        self.taken
            .insert(path.case_key(), (Role::File, path.clone()));
        self.files.insert(path, entry);
        Ok(())
    }

    /// The file at a path.
    pub fn get(&self, path: &SitePath) -> Option<&Entry> {
        self.files.get(path)
    }

    /// All files, ordered by path.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&SitePath, &Entry)> {
        self.files.iter()
    }

    /// The number of files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn clash(&self, path: &SitePath) -> Option<&SitePath> {
        let same = self.taken.get(&path.case_key());
        let mut above = path
            .folders()
            .filter_map(|folder| self.taken.get(&*case_key(folder)))
            .filter(|(role, _)| *role == Role::File);
        same.or_else(|| above.next()).map(|(_, first)| first)
    }
}

impl Entry {
    /// A file of these bytes.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        Self::Made {
            bytes: bytes.into(),
            view: None,
            from: None,
        }
    }

    /// A file of these bytes, rendered from the view of that hash.
    pub fn rendered(bytes: impl Into<Arc<[u8]>>, view: u128) -> Self {
        Self::Made {
            bytes: bytes.into(),
            view: Some(view),
            from: None,
        }
    }

    /// The same, made from what has that hash.
    #[must_use]
    pub fn made_from(self, from: Option<u128>) -> Self {
        match self {
            Self::Made { bytes, view, .. } => Self::Made { bytes, view, from },
            Self::Kept(stamp) => Self::Kept(Stamp { from, ..stamp }),
        }
    }

    /// The bytes, unless they were kept.
    pub fn bytes(&self) -> Option<&Arc<[u8]>> {
        match self {
            Self::Made { bytes, .. } => Some(bytes),
            Self::Kept(_) => None,
        }
    }

    /// What is to be known of it.
    pub fn stamp(&self) -> Stamp {
        match self {
            Self::Made { bytes, view, from } => Stamp::of(bytes, *view, *from),
            Self::Kept(stamp) => *stamp,
        }
    }
}

impl fmt::Display for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` and `{}` cannot both be files of one site",
            self.first, self.second
        )
    }
}

impl std::error::Error for Clash {}

#[cfg(test)]
mod tests {
    use super::{Clash, Entry, Tree};
    use crate::output::SitePath;

    fn clash(first: &str, second: &str) -> Option<(String, String)> {
        let mut tree = Tree::new();
        let mut insert = |path: &str| tree.insert(SitePath::new(path).unwrap(), Entry::new(*b"x"));
        insert(first).unwrap();
        let Clash { first, second } = insert(second).err()?;
        Some((first.to_string(), second.to_string()))
    }

    #[test]
    fn files_that_some_disk_cannot_tell_apart_clash() {
        for (first, second) in [
            ("a.html", "a.html"),
            ("goals/g1.html", "goals/G1.html"),
            ("Straße.html", "STRAßE.html"),
            ("é.html", "E\u{301}.html"),
            ("a", "a/b.html"),
            ("a/b.html", "A"),
            ("a/b", "A/B/c/d.html"),
        ] {
            let (one, two) = clash(first, second).expect("a clash");
            let second = SitePath::new(second).unwrap();
            assert_eq!((one.as_str(), two.as_str()), (first, second.as_str()));
        }
    }

    #[test]
    fn files_side_by_side_do_not_clash() {
        for (first, second) in [("a.html", "b.html"), ("a/x", "a/y"), ("A/x", "a/y")] {
            assert_eq!(clash(first, second), None);
        }
    }
}
