//! Looking again and again, where the system does not tell.
//!
//! [`notify::PollWatcher`] compares times in whole seconds, and so misses the
//! second of two saves within one second unless it reads every file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use walkdir::{DirEntry, WalkDir};

use crate::source::Stamp;

use super::now;
use super::places::{Places, is_hidden};

/// What was there when it was last looked.
#[derive(Debug)]
pub(super) struct Polling {
    interval: Duration,
    /// When to look again.
    pub next: Instant,
    seen: BTreeMap<PathBuf, Seen>,
}

#[derive(Debug, PartialEq, Eq)]
enum Seen {
    /// A folder, which is what lies in it.
    Folder,
    /// A file, or a link by itself.
    File(Stamp),
}

impl Polling {
    pub fn new(places: &Places, interval: Duration) -> Self {
        Self {
            interval,
            seen: see(places),
            next: now() + interval,
        }
    }

    /// What came, went or changed since.
    pub fn look(&mut self, places: &Places) -> BTreeSet<PathBuf> {
        let before = std::mem::replace(&mut self.seen, see(places));
        self.next = now() + self.interval;
        let gone = before.keys().filter(|path| !self.seen.contains_key(*path));
        let new = self
            .seen
            .iter()
            .filter(|(path, seen)| before.get(*path) != Some(seen));
        gone.chain(new.map(|(path, _)| path)).cloned().collect()
    }
}

/// Everything that is not hidden. What cannot be seen is not there.
fn see(places: &Places) -> BTreeMap<PathBuf, Seen> {
    let entries = places.folders().flat_map(|folder| {
        let is_shown = |entry: &DirEntry| {
            entry.depth() == 0 || !is_hidden(entry.file_name().as_encoded_bytes())
        };
        WalkDir::new(folder).into_iter().filter_entry(is_shown)
    });
    let seen = entries.flatten().filter_map(|entry| {
        let seen = if entry.file_type().is_dir() {
            Seen::Folder
        } else {
            Seen::File(Stamp::of(&entry.metadata().ok()?))
        };
        Some((entry.into_path(), seen))
    });
    seen.collect()
}
