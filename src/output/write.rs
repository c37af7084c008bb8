//! Making the folder what the tree is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::folder::{LOCK, MANIFEST};
use super::path::case_key;
use super::{Content, Delta, Folder, Loaded, Manifest, Refusal, SitePath, Tree, WriteError, disk};

/// What a write has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// The number of files written.
    pub written: usize,
    /// The number of files deleted.
    pub deleted: usize,
    /// The number of files that stayed as they were.
    pub kept: usize,
    /// The number of bytes written.
    pub bytes: u64,
}

impl Folder {
    /// Makes the folder what `tree` is, where `delta` is the difference from
    /// this folder's manifest. If there is none, nothing is written at all.
    ///
    /// The manifest is marked dirty before the first change and saved last:
    /// whatever happens in between, the next write completes the site.
    ///
    /// # Errors
    ///
    /// Refusals come before the first change. If the system fails later, the
    /// folder holds whole files of the old and of the new site.
    pub fn write(&mut self, tree: &Tree, delta: &Delta) -> Result<Report, WriteError> {
        if !delta.is_empty() {
            self.look_ahead(tree, delta)?;
            disk::make_folder(&self.root)?;
            let lock = disk::lock(&self.root.join(LOCK))?;
            self.still_the_same()?;
            if !(delta.write.is_empty() && delta.delete.is_empty()) {
                self.change(tree, delta)?;
            }
            self.save(delta.next.clone())?;
            drop(lock);
        }
        let length = |path| delta.next.files.get(path).map_or(0, |stamp| stamp.len);
        Ok(Report {
            written: delta.write.len(),
            deleted: delta.delete.len(),
            kept: delta.kept,
            bytes: delta.write.iter().map(|(path, _)| length(path)).sum(),
        })
    }

    /// Refuses whatever would lead a write out of the folder or over a file
    /// that is not of the site.
    fn look_ahead(&self, tree: &Tree, delta: &Delta) -> Result<(), WriteError> {
        let to_delete: BTreeSet<&str> = delta.delete.iter().map(SitePath::as_str).collect();
        let folders: BTreeSet<&str> = touched(tree, delta).flat_map(SitePath::folders).collect();
        for folder in &folders {
            let place = self.root.join(folder);
            match disk::stat(&place)? {
                Some(found) if found.is_symlink() => {
                    return Err(WriteError::new(place, Refusal::LinkedFolder));
                }
                Some(found) if !found.is_dir() && !to_delete.contains(folder) => {
                    return Err(WriteError::new(place, Refusal::InTheWay));
                }
                _ => {}
            }
        }
        self.no_foreign_file(delta)
    }

    fn no_foreign_file(&self, delta: &Delta) -> Result<(), WriteError> {
        let mut foreign = Vec::new();
        for (path, _) in &delta.write {
            let place = self.at(path);
            let Some(found) = disk::stat(&place)? else {
                continue;
            };
            if found.is_dir() {
                // A folder with nothing but files that are about to go, goes too.
                if !self.only_ours(&place, delta)? {
                    return Err(WriteError::new(place, Refusal::InTheWay));
                }
            } else if !self.force && !self.is_ours(path)? {
                foreign.push(path.clone());
            }
        }
        if foreign.is_empty() {
            return Ok(());
        }
        let problem = self.problem().map(str::to_owned);
        Err(WriteError::new(
            &self.root,
            Refusal::Foreign(foreign, problem),
        ))
    }

    /// Whether there is something in a folder, and all of it is about to be
    /// deleted.
    fn only_ours(&self, folder: &Path, delta: &Delta) -> Result<bool, WriteError> {
        let names = disk::names(folder)?;
        for name in &names {
            let place = folder.join(name);
            let deleted = || delta.delete.iter().any(|path| self.at(path) == place);
            let folder = disk::stat(&place)?.is_some_and(|found| found.is_dir());
            let ours = if folder {
                self.only_ours(&place, delta)?
            } else {
                deleted()
            };
            if !ours {
                return Ok(false);
            }
        }
        Ok(!names.is_empty())
    }

    /// Whether a file that stands at a path is listed, perhaps under a name
    /// that differs by case and that this disk takes for the same.
    fn is_ours(&self, path: &SitePath) -> Result<bool, WriteError> {
        let Some(manifest) = self.manifest() else {
            return Ok(false);
        };
        if manifest.files.contains_key(path) {
            return Ok(true);
        }
        let key = case_key(path.as_str());
        let mut names = manifest.files.keys();
        match names.find(|listed| listed.case_key() == key) {
            Some(listed) => Ok(disk::real(&self.at(listed))? == disk::real(&self.at(path))?),
            None => Ok(false),
        }
    }

    fn still_the_same(&self) -> Result<(), WriteError> {
        if disk::read(&self.root.join(MANIFEST))? == self.saved {
            Ok(())
        } else {
            Err(WriteError::new(&self.root, Refusal::ChangedMeanwhile))
        }
    }

    fn change(&mut self, tree: &Tree, delta: &Delta) -> Result<(), WriteError> {
        let unfinished = self.manifest().is_some_and(|manifest| manifest.dirty);
        self.save(self.dirty(delta))?;
        if unfinished {
            self.sweep(tree, delta)?;
        }
        // Deleting comes first: a folder may become a file, and a name may
        // change by case only.
        self.delete(tree, delta)?;
        let folders: BTreeSet<PathBuf> = delta
            .write
            .iter()
            .map(|(path, _)| self.root.join(path.folder()))
            .collect();
        folders
            .iter()
            .try_for_each(|folder| disk::make_folder(folder))?;
        delta.write.par_iter().try_for_each(|(path, _)| {
            match tree.get(path).map(|entry| &entry.content) {
                Some(Content::Bytes(bytes)) => disk::put(&self.at(path), bytes, false),
                // A delta writes nothing that was kept.
                Some(Content::Kept(_)) | None => Ok(()),
            }
        })
    }

    /// All files that are ours at some time during a write.
    pub(super) fn dirty(&self, delta: &Delta) -> Manifest {
        let mut dirty = delta.next.clone();
        for (path, stamp) in self.manifest().iter().flat_map(|old| &old.files) {
            dirty.files.entry(path.clone()).or_insert(*stamp);
        }
        dirty.dirty = true;
        dirty
    }

    pub(super) fn save(&mut self, manifest: Manifest) -> Result<(), WriteError> {
        let json = manifest.to_json().into_bytes();
        disk::put(&self.root.join(MANIFEST), &json, true)?;
        self.saved = Some(json);
        self.loaded = Some(Loaded {
            manifest,
            problem: None,
        });
        Ok(())
    }

    /// Clears away the unfinished files of a write that did not end.
    fn sweep(&self, tree: &Tree, delta: &Delta) -> Result<(), WriteError> {
        let mut folders: BTreeSet<&str> = touched(tree, delta).map(SitePath::folder).collect();
        folders.insert("");
        for folder in folders {
            let folder = self.root.join(folder);
            for name in disk::names(&folder)? {
                if name.starts_with(disk::UNFINISHED) {
                    disk::delete(&folder.join(name))?;
                }
            }
        }
        Ok(())
    }

    /// Deletes files, and the folders that are empty without them.
    fn delete(&self, tree: &Tree, delta: &Delta) -> Result<(), WriteError> {
        let needed: BTreeSet<&str> = tree.iter().flat_map(|(path, _)| path.folders()).collect();
        for path in &delta.delete {
            disk::delete(&self.at(path))?;
        }
        for path in &delta.delete {
            let mut folders = path.folders().filter(|folder| !needed.contains(folder));
            while let Some(folder) = folders.next()
                && disk::delete_if_empty(&self.root.join(folder))
            {}
        }
        Ok(())
    }
}

/// The files of the new site, and those of the old one that go.
fn touched<'a>(tree: &'a Tree, delta: &'a Delta) -> impl Iterator<Item = &'a SitePath> {
    tree.iter().map(|(path, _)| path).chain(&delta.delete)
}
