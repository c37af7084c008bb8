//! Making the folder what the tree is.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::folder::MANIFEST;
use super::switch::Steps;
use super::{Delta, Entry, Folder, Loaded, Manifest, Refusal, SitePath, Tree, WriteError, disk};

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
    /// Until all of it lies on the disk, the site is as it was. The manifest is
    /// marked dirty before the first change and saved last: whatever happens
    /// in between, the next write completes the site.
    ///
    /// # Errors
    ///
    /// Refusals come before the first change, and so does a disk without room.
    /// If the system fails later, what was changed is changed back.
    pub fn write(&mut self, tree: &Tree, delta: &Delta) -> Result<Report, WriteError> {
        if !delta.is_empty() {
            self.look_ahead(tree, delta)?;
            self.begin()?;
            if !(delta.write.is_empty() && delta.delete.is_empty()) {
                self.change(tree, delta)?;
            }
            self.save(delta.next.clone())?;
        }
        self.stage = None;
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
        let key = path.case_key();
        let mut names = manifest.files.keys();
        match names.find(|listed| listed.case_key() == key) {
            Some(listed) => Ok(disk::real(&self.at(listed))? == disk::real(&self.at(path))?),
            None => Ok(false),
        }
    }

    fn change(&mut self, tree: &Tree, delta: &Delta) -> Result<(), WriteError> {
        let Some(stage) = self.stage.take() else {
            return Ok(());
        };
        delta.write.par_iter().for_each(|(path, _)| {
            // Others were taken when they were made.
            if let Some(bytes) = tree.get(path).and_then(Entry::bytes) {
                stage.put(path, bytes);
            }
        });
        stage.whole()?;
        let steps = Steps::prepare(self, &stage, tree, delta)?;
        self.save(self.dirty(delta))?;
        self.switch(&stage, tree, &steps)?;
        self.stage = Some(stage);
        Ok(())
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
        let write = Box::new(|file: &mut dyn Write| manifest.write(file));
        self.saved = Some(disk::put_poured(&self.root.join(MANIFEST), write)?);
        self.loaded = Some(Loaded {
            manifest,
            problem: None,
        });
        Ok(())
    }
}

/// The files of the new site, and those of the old one that go.
fn touched<'a>(tree: &'a Tree, delta: &'a Delta) -> impl Iterator<Item = &'a SitePath> {
    tree.iter().map(|(path, _)| path).chain(&delta.delete)
}
