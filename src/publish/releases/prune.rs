//! Deleting the releases that are too old.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Releases, Result, disk, name};
use crate::output::{MANIFEST, SitePath, WriteError};

impl Releases {
    /// Deletes all releases but the newest and the one that is shown; those
    /// that others put files into stay, and are named.
    pub(super) fn prune(&self) -> Result<Vec<String>> {
        let numbers = self.numbers()?;
        let old = numbers.len().saturating_sub(self.keep);
        let mut stay = Vec::new();
        for number in numbers.into_iter().take(old) {
            if self.current == Some(number) {
                continue;
            }
            let gone = self.delete(number).map_err(|error| self.disk(error))?;
            if !gone {
                stay.push(name(number));
            }
        }
        Ok(stay)
    }

    /// The list of the files of others that a release was made with.
    pub(super) fn carried_at(&self, number: u32) -> PathBuf {
        self.store.join(format!("{}.carried", name(number)))
    }

    /// Deletes what was put into a release by us, and says whether it is gone.
    fn delete(&self, number: u32) -> std::result::Result<bool, WriteError> {
        let folder = self.at(number);
        let list = self.carried_at(number);
        let manifest = disk::manifest(&folder)?.unwrap_or_default();
        let carried = disk::read(&list).and_then(|list| serde_json::from_slice(&list).ok());
        let carried: Vec<String> = carried.unwrap_or_default();
        let paths: BTreeSet<PathBuf> = manifest
            .files
            .keys()
            .map(SitePath::as_str)
            .chain(carried.iter().map(String::as_str))
            .map(PathBuf::from)
            .collect();
        for path in &paths {
            disk::delete_file(&folder.join(path))?;
        }
        let folders: BTreeSet<PathBuf> = paths
            .iter()
            .flat_map(|path| path.ancestors().skip(1))
            .filter(|folder| *folder != Path::new(""))
            .map(Path::to_path_buf)
            .collect();
        for inner in folders.iter().rev() {
            disk::delete_if_empty(&folder.join(inner));
        }
        if disk::names(&folder)? != [MANIFEST] {
            return Ok(false);
        }
        disk::delete_file(&folder.join(MANIFEST))?;
        disk::delete_file(&list)?;
        Ok(disk::delete_if_empty(&folder))
    }
}
