//! Putting the next site in the place of the present one.
//!
//! All that takes long is done before, beside the site that people read: its
//! new files are written, and where much of a folder changes, the folder is
//! made anew, with what stays in it under a second name. What is left are a few
//! renames: whole folders are exchanged, single files replaced. A program that
//! is killed before them leaves the old site, and one killed after them the
//! new one. Where the system refuses one of them, those before it are undone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::path::case_key;
use super::stage::Stage;
use super::{Delta, Folder, SitePath, Tree, WriteError, disk};

/// From so many changes on, a folder is exchanged rather than changed.
const MANY: usize = 16;

/// The steps from the present site to the next one, ready to be taken.
pub(super) struct Steps<'d> {
    /// Folders that are put where none is, or exchanged.
    folders: Vec<&'d str>,
    /// Files that are deleted.
    delete: Vec<&'d SitePath>,
    /// Files that are put in their places.
    put: Vec<&'d SitePath>,
    /// Where the files are, under a second name, that are deleted or replaced.
    aside: BTreeMap<&'d SitePath, PathBuf>,
}

/// How a step that was taken is undone.
enum Undo {
    Exchange(PathBuf, PathBuf),
    Move(PathBuf, PathBuf),
    MakeFolder(PathBuf),
    DeleteFolder(PathBuf),
}

impl Undo {
    fn undo(&self) -> Result<(), WriteError> {
        match self {
            Self::Exchange(next, present) => disk::exchange(next, present),
            Self::Move(from, to) => disk::move_file(from, to),
            Self::MakeFolder(folder) => disk::make_folder(folder),
            Self::DeleteFolder(folder) => {
                disk::delete_if_empty(folder);
                Ok(())
            }
        }
    }
}

impl<'d> Steps<'d> {
    /// Prepares the folders that are to be put whole, without touching the
    /// site.
    pub fn prepare(
        folder: &Folder,
        stage: &Stage,
        tree: &Tree,
        delta: &'d Delta,
    ) -> Result<Self, WriteError> {
        let kept: BTreeSet<&str> = tree.iter().filter_map(|(path, _)| top(path)).collect();
        let mut changes: BTreeMap<&str, Vec<&SitePath>> = BTreeMap::new();
        let written = delta.write.iter().map(|(path, _)| path);
        for path in written.chain(&delta.delete) {
            if let Some(top) = top(path).filter(|top| kept.contains(top)) {
                changes.entry(top).or_default().push(path);
            }
        }
        let mut folders = Vec::new();
        for (name, changes) in changes {
            if folder.is_put_whole(stage, name, &changes)? {
                folders.push(name);
            }
        }
        let is_single = |path: &&SitePath| top(path).is_none_or(|top| !folders.contains(&top));
        let written = delta.write.iter().map(|(path, _)| path);
        let put: Vec<&SitePath> = written.filter(is_single).collect();
        let delete: Vec<&SitePath> = delta.delete.iter().filter(is_single).collect();
        let mut aside = BTreeMap::new();
        for path in put.iter().chain(&delete) {
            let present = folder.at(path);
            if disk::stat(&present)?.is_some_and(|found| !found.is_dir()) {
                let second = stage.aside(aside.len())?;
                disk::link_or_copy(&present, &second)?;
                aside.insert(*path, second);
            }
        }
        Ok(Self {
            folders,
            delete,
            put,
            aside,
        })
    }
}

impl Folder {
    /// Takes the steps: all of them, or none.
    pub(super) fn switch(
        &self,
        stage: &Stage,
        tree: &Tree,
        steps: &Steps<'_>,
    ) -> Result<(), WriteError> {
        let mut undo = Vec::new();
        let switched = self.take_steps(stage, tree, steps, &mut undo);
        if switched.is_err() {
            for step in undo.into_iter().rev() {
                // The manifest is dirty: what is not undone, the next write mends.
                let _not_undone = step.undo();
            }
        }
        switched
    }

    fn take_steps(
        &self,
        stage: &Stage,
        tree: &Tree,
        steps: &Steps<'_>,
        undo: &mut Vec<Undo>,
    ) -> Result<(), WriteError> {
        // Deleting comes first: a folder may become a file, and a name may
        // change by case only.
        self.delete(tree, steps, undo)?;
        for name in &steps.folders {
            let (next, present) = (stage.at(name), self.root.join(name));
            if disk::stat(&present)?.is_none() {
                disk::move_folder(&next, &present)?;
                undo.push(Undo::Move(present, next));
            } else {
                disk::exchange(&next, &present)?;
                undo.push(Undo::Exchange(next, present));
            }
        }
        let folders: BTreeSet<&str> = steps.put.iter().flat_map(|path| path.folders()).collect();
        for folder in folders {
            let folder = self.root.join(folder);
            if disk::stat(&folder)?.is_none() {
                disk::make_folder(&folder)?;
                undo.push(Undo::DeleteFolder(folder));
            }
        }
        for path in &steps.put {
            let (next, present) = (stage.at(path.as_str()), self.at(path));
            disk::move_file(&next, &present)?;
            undo.push(match steps.aside.get(path) {
                Some(aside) => Undo::Move(aside.clone(), present),
                None => Undo::Move(present, next),
            });
        }
        Ok(())
    }

    /// Deletes files, and the folders that are empty without them.
    fn delete(
        &self,
        tree: &Tree,
        steps: &Steps<'_>,
        undo: &mut Vec<Undo>,
    ) -> Result<(), WriteError> {
        let needed: BTreeSet<&str> = tree.iter().flat_map(|(path, _)| path.folders()).collect();
        for path in &steps.delete {
            if let Some(aside) = steps.aside.get(path) {
                disk::delete(&self.at(path))?;
                undo.push(Undo::Move(aside.clone(), self.at(path)));
            }
        }
        for path in &steps.delete {
            let folders = path.folders().filter(|folder| !needed.contains(folder));
            for folder in folders.map(|folder| self.root.join(folder)) {
                if !disk::delete_if_empty(&folder) {
                    break;
                }
                undo.push(Undo::MakeFolder(folder));
            }
        }
        Ok(())
    }

    /// Whether a folder at the top of the site can be put in its place whole;
    /// where it can, what stays in it is there under a second name.
    fn is_put_whole(
        &self,
        stage: &Stage,
        name: &str,
        changes: &[&SitePath],
    ) -> Result<bool, WriteError> {
        let (present, next) = (self.root.join(name), stage.at(name));
        match disk::stat(&present)? {
            None => return Ok(true),
            Some(found) if !found.is_dir() || changes.len() < MANY => return Ok(false),
            Some(_) => {}
        }
        let changed: BTreeMap<Arc<str>, &str> = changes
            .iter()
            .map(|path| (path.case_key(), path.as_str()))
            .collect();
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        for found in disk::walk(&present)? {
            let path = format!("{name}/{}", found.path);
            match changed.get(&*case_key(&path)) {
                Some(changed) if *changed == path => {}
                // On some disks they are one file, on others two.
                Some(_) => return Ok(false),
                None if found.is_folder => folders.push(found.path),
                None => files.push(found.path),
            }
        }
        // A folder that only files were in that go, goes too.
        let emptied = |folder: &&String| {
            let prefix = format!("{folder}/");
            let within = format!("{name}/{prefix}");
            changes
                .iter()
                .any(|path| path.as_str().starts_with(&within))
                && !files.iter().any(|file| file.starts_with(&prefix))
        };
        disk::make_folder(&next)?;
        disk::permit_alike(&next, &present)?;
        for folder in folders.iter().filter(|folder| !emptied(folder)) {
            disk::make_folder(&next.join(folder))?;
        }
        files
            .par_iter()
            .try_for_each(|file| disk::link_or_copy(&present.join(file), &next.join(file)))?;
        Ok(true)
    }
}

/// The folder at the top of the site that a file is in.
fn top(path: &SitePath) -> Option<&str> {
    path.as_str().split_once('/').map(|(top, _)| top)
}
