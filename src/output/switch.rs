//! Putting the next site in the place of the present one.
//!
//! All that takes long is done before, beside the site that people read: its
//! new files are written, and where much of a folder changes, the folder is
//! made anew, with what stays in it under a second name. What is left are a few
//! renames: whole folders are exchanged, single files replaced. A program that
//! is killed before them leaves the old site, and one killed after them the
//! new one.

use std::collections::{BTreeMap, BTreeSet};

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
        Ok(Self {
            put: written.filter(is_single).collect(),
            delete: delta.delete.iter().filter(is_single).collect(),
            folders,
        })
    }
}

impl Folder {
    /// Takes the steps.
    pub(super) fn switch(
        &self,
        stage: &Stage,
        tree: &Tree,
        steps: &Steps<'_>,
    ) -> Result<(), WriteError> {
        // Deleting comes first: a folder may become a file, and a name may
        // change by case only.
        self.delete(tree, &steps.delete)?;
        for name in &steps.folders {
            let (next, present) = (stage.at(name), self.root.join(name));
            match disk::stat(&present)? {
                None => disk::move_folder(&next, &present)?,
                Some(_) => disk::exchange(&next, &present)?,
            }
        }
        let folders: BTreeSet<&str> = steps.put.iter().map(|path| path.folder()).collect();
        for folder in folders {
            disk::make_folder(&self.root.join(folder))?;
        }
        let put = |path: &&SitePath| disk::move_file(&stage.at(path.as_str()), &self.at(path));
        steps.put.iter().try_for_each(put)
    }

    /// Deletes files, and the folders that are empty without them.
    fn delete(&self, tree: &Tree, files: &[&SitePath]) -> Result<(), WriteError> {
        let needed: BTreeSet<&str> = tree.iter().flat_map(|(path, _)| path.folders()).collect();
        for path in files {
            disk::delete(&self.at(path))?;
        }
        for path in files {
            let mut folders = path.folders().filter(|folder| !needed.contains(folder));
            while let Some(folder) = folders.next()
                && disk::delete_if_empty(&self.root.join(folder))
            {}
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
        let changed: BTreeMap<String, &str> = changes
            .iter()
            .map(|path| (path.case_key(), path.as_str()))
            .collect();
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        for found in disk::walk(&present)? {
            let path = format!("{name}/{}", found.path);
            match changed.get(&case_key(&path)) {
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
