//! What has to be done to make the folder what the tree is.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::{Entry, Manifest, OnDisk, SitePath, Stamp, Tree};

/// The difference between a folder and a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// The files to write, and why, ordered by path.
    pub write: Vec<(SitePath, Why)>,
    /// The files to delete, ordered by path.
    pub delete: Vec<SitePath>,
    /// The number of files that stay as they are.
    pub kept: usize,
    /// The manifest when all is done.
    pub next: Manifest,
    /// Whether that manifest differs from the one that is there.
    pub record: bool,
}

/// Why a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It was not there before.
    New,
    /// Its bytes have changed.
    Changed,
    /// It was written once and is gone.
    Missing,
    /// Something else gave it another length.
    Altered,
    /// An earlier write did not end, or its manifest cannot be read.
    Unfinished,
}

impl Why {
    /// It in words, for the curious.
    pub fn words(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Missing => "missing on disk",
            Self::Altered => "altered on disk",
            Self::Unfinished => "an earlier write did not end",
        }
    }
}

impl Delta {
    /// What has to be done to a folder with the manifest `old` to make it
    /// `tree`, made by a program of that fingerprint.
    pub fn between(old: Option<&Manifest>, tree: &Tree, fingerprint: u128) -> Self {
        let next = Manifest {
            fingerprint,
            dirty: false,
            made_from: None,
            files: stamps(tree),
        };
        let mut write = Vec::new();
        for (path, stamp) in &next.files {
            if let Some(why) = stamp.differs(old, path) {
                write.push((path.clone(), why));
            }
        }
        let delete = old.into_iter().flat_map(|old| &old.files);
        let delete = delete.filter(|(path, stamp)| {
            stamp.disk != OnDisk::Missing && !next.files.contains_key(*path)
        });
        Self {
            kept: next.files.len() - write.len(),
            write,
            delete: delete.map(|(path, _)| path.clone()).collect(),
            record: old != Some(&next),
            next,
        }
    }

    /// The same, with what the tree was made from.
    #[must_use]
    pub fn made_from(mut self, made_from: u128, old: Option<&Manifest>) -> Self {
        self.next.made_from = Some(made_from);
        self.record = old != Some(&self.next);
        self
    }

    /// Whether there is nothing to do at all.
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.delete.is_empty() && !self.record
    }
}

/// The stamps of all files, hashed in parallel.
fn stamps(tree: &Tree) -> BTreeMap<SitePath, Stamp> {
    let entries: Vec<(&SitePath, &Entry)> = tree.iter().collect();
    let stamp = |(path, entry): (&SitePath, &Entry)| (path.clone(), entry.stamp());
    let stamps: Vec<_> = entries.into_par_iter().map(stamp).collect();
    stamps.into_iter().collect()
}

impl Stamp {
    /// Why a file with this stamp has to be written, if it has to be.
    pub(super) fn differs(&self, old: Option<&Manifest>, path: &SitePath) -> Option<Why> {
        let Some((old, stamp)) = old.and_then(|old| Some((old, old.files.get(path)?))) else {
            return Some(Why::New);
        };
        match stamp.disk {
            OnDisk::Missing => Some(Why::Missing),
            _ if old.dirty || !stamp.is_known() => Some(Why::Unfinished),
            OnDisk::Altered => Some(Why::Altered),
            OnDisk::Intact => (stamp.bytes != self.bytes).then_some(Why::Changed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Delta, Why};
    use crate::output::{Entry, Manifest, OnDisk, SitePath, Stamp, Tree};

    fn path(text: &str) -> SitePath {
        SitePath::new(text).unwrap()
    }

    fn tree(files: &[(&str, &str)]) -> Tree {
        let mut tree = Tree::new();
        for (name, text) in files {
            tree.insert(path(name), Entry::rendered(text.as_bytes(), 1))
                .unwrap();
        }
        tree
    }

    fn old() -> Manifest {
        let tree = tree(&[("a", "1"), ("b", "2"), ("c", "3")]);
        Delta::between(None, &tree, 5).next
    }

    #[test]
    fn without_a_manifest_everything_is_new() {
        let delta = Delta::between(None, &tree(&[("a", "1")]), 5);
        assert_eq!(delta.write, [(path("a"), Why::New)]);
        assert!(delta.delete.is_empty());
    }

    #[test]
    fn only_what_differs_is_written_and_only_what_is_listed_deleted() {
        let now = tree(&[("a", "1"), ("b", "changed"), ("d", "4")]);
        let delta = Delta::between(Some(&old()), &now, 5);
        assert_eq!(
            delta.write,
            [(path("b"), Why::Changed), (path("d"), Why::New)]
        );
        assert_eq!(delta.delete, [path("c")]);
        assert_eq!(delta.kept, 1);
    }

    #[test]
    fn the_same_tree_leaves_nothing_to_do() {
        let now = tree(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert!(Delta::between(Some(&old()), &now, 5).is_empty());
    }

    #[test]
    fn another_fingerprint_is_recorded_though_no_byte_changes() {
        let now = tree(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let delta = Delta::between(Some(&old()), &now, 6);
        assert_eq!((delta.write.len(), delta.record), (0, true));
    }

    #[test]
    fn what_disk_has_lost_is_written_again() {
        let mut old = old();
        old.files.get_mut(&path("a")).unwrap().disk = OnDisk::Missing;
        old.files.get_mut(&path("b")).unwrap().disk = OnDisk::Altered;
        old.files.get_mut(&path("c")).unwrap().disk = OnDisk::Missing;
        let delta = Delta::between(Some(&old), &tree(&[("a", "1"), ("b", "2")]), 5);
        assert_eq!(
            delta.write,
            [(path("a"), Why::Missing), (path("b"), Why::Altered)]
        );
        assert!(delta.delete.is_empty(), "what is gone needs no deleting");
        assert!(delta.record);
    }

    #[test]
    fn a_file_of_which_nothing_is_known_is_written_again() {
        let mut old = old();
        old.files.insert(path("b"), Stamp::UNKNOWN);
        let now = tree(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let delta = Delta::between(Some(&old), &now, 5);
        assert_eq!(delta.write, [(path("b"), Why::Unfinished)]);
    }

    #[test]
    fn after_an_unfinished_write_everything_is_written_again() {
        let old = Manifest {
            dirty: true,
            ..old()
        };
        let delta = Delta::between(Some(&old), &tree(&[("a", "1"), ("d", "4")]), 5);
        assert_eq!(
            delta.write,
            [(path("a"), Why::Unfinished), (path("d"), Why::New)]
        );
        assert_eq!(delta.delete, [path("b"), path("c")]);
    }
}
