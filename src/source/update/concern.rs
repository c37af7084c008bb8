//! What a touched path has to do with the plan.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::io::{self, ErrorKind};
use std::ops::Bound;
use std::path::PathBuf;

use crate::source::stamp::has_other_names;
use crate::source::walk::{Found, is_file_left_alone, is_folder_left_alone, relative};
use crate::source::{OUTPUT_MARK, SETTINGS, Stamp};

use super::{Note, PlanFolder};

/// What is to be read after paths were touched.
pub(super) enum Concern {
    /// Nothing of the plan.
    Nothing,
    /// These files, which are known and are files still.
    Files(Vec<Found>),
    /// What the folder holds now; these paths may hold something else even
    /// if it does not look like it.
    Folder(BTreeSet<String>),
}

/// What one touched path asks for.
enum One {
    Nothing,
    File(Found),
    Folder,
}

/// A touched path.
struct Touched {
    /// From the plan folder, as people see it.
    path: String,
    /// Whether it is just so on disk.
    exact: bool,
    file: PathBuf,
}

/// Whether a path is one of these or lies in one.
pub(super) fn covers(names: &BTreeSet<String>, path: &str) -> bool {
    !names.is_empty() && upward(path).chain([""]).any(|path| names.contains(path))
}

/// A path and those of the folders that it lies in, from the inside.
fn upward(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| Some(path.rsplit_once('/')?.0))
}

impl PlanFolder {
    pub(super) fn concern(&self, touched: &BTreeSet<PathBuf>) -> Concern {
        let root = &self.sources.root;
        let canonical = root.canonicalize().unwrap_or_else(|_| root.clone());
        let inside = |path: &&PathBuf| path.starts_with(&canonical) || path.starts_with(root);
        let mut names = BTreeSet::new();
        let mut files = Vec::new();
        let mut is_whole = !root.is_dir();
        for path in touched.iter().filter(inside) {
            let base = if path.starts_with(&canonical) {
                &canonical
            } else {
                root
            };
            let Some((name, exact)) = relative(base, path) else {
                is_whole = true;
                continue;
            };
            let touched = Touched {
                file: root.join(path.strip_prefix(base).unwrap_or(path)),
                path: name,
                exact,
            };
            match self.one(&touched) {
                One::Nothing => {}
                One::File(found) => files.push(found),
                One::Folder => is_whole = true,
            }
            names.insert(touched.path);
        }
        if is_whole || !self.all_fit_with(&files) {
            Concern::Folder(names)
        } else if files.is_empty() {
            Concern::Nothing
        } else {
            Concern::Files(files)
        }
    }

    fn one(&self, touched: &Touched) -> One {
        let path = touched.path.as_str();
        if path.split('/').any(|part| part.starts_with('.')) {
            return self.hidden(path);
        }
        if path.is_empty() || path == SETTINGS || !self.is_plain() {
            return One::Folder;
        }
        if upward(path).any(|path| self.ignore.is_match(path)) {
            return One::Nothing;
        }
        let metadata = touched.file.symlink_metadata();
        let is_folder = metadata.as_ref().is_ok_and(Metadata::is_dir);
        let mut folders = upward(path).skip(usize::from(!is_folder));
        if let Some(folder) = folders.find(|folder| self.is_left_alone(folder)) {
            return self.unless_known(folder);
        }
        match metadata {
            Err(error) if is_absence(&error) => self.unless_known(path),
            Ok(metadata) if !metadata.is_dir() && !metadata.is_symlink() => {
                self.file(touched, &metadata)
            }
            _ => One::Folder,
        }
    }

    /// A file, or what is neither file nor folder.
    fn file(&self, touched: &Touched, metadata: &Metadata) -> One {
        if is_file_left_alone(&touched.path) {
            return self.unless_known(&touched.path);
        }
        let known = self.notes.get_key_value(touched.path.as_str());
        let is_its_own = |note: &Note| touched.exact && note.exact && !note.linked;
        match known {
            Some((path, note))
                if metadata.is_file() && is_its_own(note) && !has_other_names(metadata) =>
            {
                let stamp = Stamp::of(metadata);
                One::File(Found {
                    path: path.to_string(),
                    file: touched.file.clone(),
                    size: metadata.len(),
                    stamp: stamp.has_settled((self.clock)()).then_some(stamp),
                    linked: false,
                    exact: true,
                })
            }
            _ => One::Folder,
        }
    }

    /// Whether each file shows in its own place alone: what a link leads to
    /// shows elsewhere too, and what could not be taken in may be in the way of
    /// something else.
    fn is_plain(&self) -> bool {
        !self.links && self.problems.walking.is_empty()
    }

    /// Something hidden is nothing of the plan, but the mark of an output
    /// folder decides about its folder.
    fn hidden(&self, path: &str) -> One {
        match path.rsplit_once('/') {
            Some((folder, OUTPUT_MARK)) if !folder.split('/').any(|part| part.starts_with('.')) => {
                if self.is_plain() && self.is_left_alone(folder) {
                    self.unless_known(folder)
                } else {
                    One::Folder
                }
            }
            _ => One::Nothing,
        }
    }

    fn is_left_alone(&self, folder: &str) -> bool {
        let on_disk = self.sources.root.join(folder);
        is_folder_left_alone(&on_disk, folder) && on_disk.is_dir()
    }

    /// Of what is not there or not of the plan: nothing, unless it was.
    fn unless_known(&self, path: &str) -> One {
        let inside = format!("{path}/");
        let from = (Bound::Included(inside.as_str()), Bound::Unbounded);
        let next = self.notes.range::<str, _>(from).next();
        let holds = next.is_some_and(|(known, _)| known.starts_with(&inside));
        if holds || self.notes.contains_key(path) {
            One::Folder
        } else {
            One::Nothing
        }
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
