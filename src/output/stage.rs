//! The files of the next site, made whole beside those of the present one.

use std::fs::File;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::folder::{LOCK, MANIFEST};
use super::{Folder, Pour, Refusal, SitePath, WriteError, bytes_hash, disk};

/// The folder, within that of the site, of what is not yet part of it.
const NEXT: &str = ".planwright-next";
/// The folder, within that one, of what is going to be no part of it.
const ASIDE: &str = ".planwright-aside";

/// Files on their way into a folder that nobody else may write to meanwhile.
/// What has not arrived in the end is cleared away.
#[derive(Debug)]
pub(super) struct Stage {
    root: PathBuf,
    /// The folder of the site, where it was not there before.
    made: Option<PathBuf>,
    failed: Mutex<Option<WriteError>>,
    _lock: File,
}

impl Folder {
    /// Begins a write, so that others do not: from now on the folder
    /// [takes](super::Take) files.
    ///
    /// # Errors
    ///
    /// When somebody else writes, or has written since the folder was opened.
    pub fn begin(&mut self) -> Result<(), WriteError> {
        if self.stage.is_some() {
            return Ok(());
        }
        let is_there = disk::follow(&self.root)?.is_some();
        disk::make_folder(&self.root)?;
        let lock = disk::lock(&self.root.join(LOCK))?;
        let saved = disk::read(&self.root.join(MANIFEST))?;
        if saved.as_deref().map(bytes_hash) != self.saved {
            return Err(WriteError::new(&self.root, Refusal::ChangedMeanwhile));
        }
        for left in self.left_behind()? {
            disk::delete_all(&left)?;
        }
        self.stage = Some(Stage {
            root: self.root.join(NEXT),
            made: (!is_there).then(|| self.root.clone()),
            failed: Mutex::default(),
            _lock: lock,
        });
        Ok(())
    }

    /// Clears away what a write left that did not end, where nothing else is to
    /// be written. What cannot be cleared away now is no part of the site.
    pub fn tidy(&mut self) {
        if self.left_behind().is_ok_and(|left| !left.is_empty()) && self.begin().is_ok() {
            self.stage = None;
        }
    }

    fn left_behind(&self) -> Result<Vec<PathBuf>, WriteError> {
        let names = disk::names(&self.root)?.into_iter();
        let left = names.filter(|name| name.starts_with(disk::UNFINISHED));
        Ok(left.map(|name| self.root.join(name)).collect())
    }
}

impl Stage {
    /// Where a file or folder of the site is on its way.
    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A place for a file that goes, until all that takes its place has come.
    pub fn aside(&self, number: usize) -> Result<PathBuf, WriteError> {
        // No path of a site begins like that.
        let folder = self.root.join(ASIDE);
        disk::make_folder(&folder)?;
        Ok(folder.join(number.to_string()))
    }

    /// Takes a file; after a first failure, nothing more.
    pub fn put(&self, path: &SitePath, bytes: &[u8]) {
        self.unless_failed(|| disk::create(&self.at(path.as_str()), bytes));
    }

    /// Takes a file piece by piece; the hash and the number of its bytes.
    pub fn pour(&self, path: &SitePath, pour: Pour<'_>) -> Option<(u128, u64)> {
        self.unless_failed(|| disk::pour(&self.at(path.as_str()), pour))
    }

    /// Gives back a file that was taken.
    pub fn give_back(&self, path: &SitePath) {
        self.unless_failed(|| disk::delete(&self.at(path.as_str())));
    }

    fn unless_failed<T>(&self, step: impl FnOnce() -> Result<T, WriteError>) -> Option<T> {
        if self.failure().is_some() {
            return None;
        }
        match step() {
            Ok(done) => Some(done),
            Err(error) => {
                self.failure().get_or_insert(error);
                None
            }
        }
    }

    /// What could not be taken first.
    pub fn whole(&self) -> Result<(), WriteError> {
        self.failure().take().map_or(Ok(()), Err)
    }

    fn failure(&self) -> MutexGuard<'_, Option<WriteError>> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What cannot be cleared away now is cleared away by the next write.
        let _left_behind = disk::delete_all(&self.root);
        // A folder of which nothing came, but for the lock.
        let came = |made: &PathBuf| !matches!(disk::stat(&made.join(MANIFEST)), Ok(None));
        if let Some(made) = self.made.as_ref().filter(|made| !came(made)) {
            let _left_behind = disk::delete(&made.join(LOCK));
            disk::delete_if_empty(made);
        }
    }
}
