//! What takes the files of a site as they are made.

use std::io::{self, Write};

use super::{Entry, Folder, OnDisk, SitePath, Stamp};

/// Writes a file piece by piece.
pub type Pour<'p> = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()> + 'p>;

/// Takes files, by several threads at once, and gives back what is to be known
/// of them.
pub trait Take: Sync {
    /// Takes a file that is whole.
    fn take(&self, path: &SitePath, entry: Entry) -> Entry;

    /// Takes a file as it is written, made from the view of that hash.
    fn pour(&self, path: &SitePath, view: u128, pour: Pour<'_>) -> Entry;
}

/// Holds all files in memory.
#[derive(Debug, Clone, Copy)]
pub struct Held;

impl Take for Held {
    fn take(&self, _: &SitePath, entry: Entry) -> Entry {
        entry
    }

    fn pour(&self, _: &SitePath, view: u128, pour: Pour<'_>) -> Entry {
        let mut bytes = Vec::new();
        pour(&mut bytes).expect("memory takes what is written");
        Entry::rendered(bytes, view)
    }
}

/// A folder takes files after a [beginning](Self::begin), so that they need not
/// be held. What cannot be taken is said by the [write](Self::write).
impl Take for Folder {
    fn take(&self, path: &SitePath, entry: Entry) -> Entry {
        let (Some(stage), Some(bytes)) = (&self.stage, entry.bytes()) else {
            return entry;
        };
        let stamp = entry.stamp();
        if stamp.differs(self.manifest(), path).is_some() {
            stage.put(path, bytes);
        }
        Entry::Kept(stamp)
    }

    fn pour(&self, path: &SitePath, view: u128, pour: Pour<'_>) -> Entry {
        let Some(stage) = &self.stage else {
            return Held.pour(path, view, pour);
        };
        let Some((bytes, len)) = stage.pour(path, pour) else {
            return Entry::Kept(Stamp::UNKNOWN);
        };
        let stamp = Stamp {
            bytes,
            len,
            view: Some(view),
            from: None,
            disk: OnDisk::Intact,
        };
        if stamp.differs(self.manifest(), path).is_none() {
            stage.give_back(path);
        }
        Entry::Kept(stamp)
    }
}
