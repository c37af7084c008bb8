//! What tells whether a file is as it was, without opening it.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// How long a file must have rested for its stamp to tell. File systems count
/// time in steps of up to two seconds, and within one step nothing shows.
const REST: Duration = Duration::from_secs(2);

/// The size of a file, when it changed, and which file it is. Two stamps of
/// one path are equal only if the file was not written in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    size: u64,
    written: Option<SystemTime>,
    changed: Option<SystemTime>,
    file: (u64, u64),
}

impl Stamp {
    pub fn of(metadata: &Metadata) -> Self {
        Self {
            size: metadata.len(),
            written: metadata.modified().ok(),
            changed: changed(metadata),
            file: identity(metadata),
        }
    }

    /// Whether the file has rested until `now`, so that what is written to it
    /// from now on changes its stamp.
    pub fn has_settled(&self, now: SystemTime) -> bool {
        let last = self.written.max(self.changed);
        let rested = last.and_then(|last| now.duration_since(last).ok());
        rested.is_some_and(|rested| rested > REST)
    }
}

/// Which file or folder it is, whatever it is called: its device and number.
/// Where the system does not say, all are alike.
pub(crate) fn identity(metadata: &Metadata) -> (u64, u64) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (metadata.dev(), metadata.ino())
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        (0, 0)
    }
}

/// When anything about the file changed, which no program can set.
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let seconds = Duration::from_secs(u64::try_from(metadata.ctime()).ok()?);
        let rest = Duration::from_nanos(u64::try_from(metadata.ctime_nsec()).ok()?);
        SystemTime::UNIX_EPOCH.checked_add(seconds + rest)
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        None
    }
}

/// Whether the file has other names, by which it can be written unseen.
pub(super) fn has_other_names(metadata: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        metadata.nlink() > 1
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        false
    }
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make the files they look at"
)]
mod tests {
    use std::fs;
    use std::time::{Duration, SystemTime};

    use super::{Stamp, has_other_names};

    #[test]
    fn a_stamp_tells_once_its_file_has_rested() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "a").unwrap();
        let stamp = Stamp::of(&fs::metadata(&file).unwrap());
        let now = SystemTime::now();
        assert!(!stamp.has_settled(now));
        assert!(stamp.has_settled(now + Duration::from_secs(9)));
        assert!(!stamp.has_settled(SystemTime::UNIX_EPOCH));
    }

    #[test]
    fn another_size_or_time_is_another_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "a").unwrap();
        let first = Stamp::of(&fs::metadata(&file).unwrap());
        assert_eq!(Stamp::of(&fs::metadata(&file).unwrap()), first);
        fs::write(&file, "ab").unwrap();
        assert_ne!(Stamp::of(&fs::metadata(&file).unwrap()), first);
    }

    #[cfg(unix)]
    #[test]
    fn another_file_of_that_name_is_another_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join("a.md"), folder.path().join("b.md"));
        for file in [&file, &other] {
            let made = fs::File::create(file).unwrap();
            made.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        }
        let first = Stamp::of(&fs::metadata(&file).unwrap());
        fs::rename(&other, &file).unwrap();
        assert_ne!(Stamp::of(&fs::metadata(&file).unwrap()), first);
    }

    #[cfg(unix)]
    #[test]
    fn a_second_name_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "").unwrap();
        assert!(!has_other_names(&fs::metadata(&file).unwrap()));
        fs::hard_link(&file, folder.path().join("b.md")).unwrap();
        assert!(has_other_names(&fs::metadata(&file).unwrap()));
    }
}
