//! The folders that are watched.

use std::path::{Path, PathBuf};

use crate::source::identity;

use super::WatchError;

/// Folders, each as it was when the watch began.
#[derive(Debug, Clone)]
pub(super) struct Places(Vec<Place>);

#[derive(Debug, Clone)]
struct Place {
    /// As it was named.
    named: PathBuf,
    /// Where it really lies.
    folder: PathBuf,
    identity: (u64, u64),
}

impl Places {
    pub fn find(folders: &[PathBuf]) -> Result<Self, WatchError> {
        let places = folders.iter().map(|named| {
            let cannot = |why| WatchError::Folder(named.clone(), why);
            Ok(Place {
                named: named.clone(),
                folder: named.canonicalize().map_err(cannot)?,
                identity: identity(&named.metadata().map_err(cannot)?),
            })
        });
        places.collect::<Result<_, _>>().map(Self)
    }

    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        self.0.iter().map(|place| place.folder.as_path())
    }

    pub fn are_the_same(&self) -> bool {
        self.0.iter().all(|place| {
            let now = place.named.metadata();
            now.is_ok_and(|now| now.is_dir() && identity(&now) == place.identity)
        })
    }

    /// Whether a path is that of a watched folder.
    pub fn has(&self, path: &Path) -> bool {
        self.folders().any(|folder| folder == path)
    }

    /// Whether a path lies in a folder, or is one, and is not hidden there.
    pub fn show(&self, path: &Path) -> bool {
        self.folders().any(|folder| {
            let below = path.strip_prefix(folder);
            below.is_ok_and(|below| !below.iter().any(|part| is_hidden(part.as_encoded_bytes())))
        })
    }
}

pub(super) fn is_hidden(name: &[u8]) -> bool {
    name.starts_with(b".")
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make the folders they watch"
)]
mod tests {
    use std::fs;

    use super::Places;

    #[test]
    fn what_is_hidden_below_a_folder_is_not_shown() {
        let disk = tempfile::tempdir().unwrap();
        let root = disk.path().canonicalize().unwrap().join(".notes");
        fs::create_dir_all(root.join("plan/.theme")).unwrap();
        let places = Places::find(&[root.join("plan")]).unwrap();
        let at = |path: &str| root.join("plan").join(path);
        assert!(places.show(&at("")));
        assert!(places.show(&at("goals/a.md")));
        assert!(!places.show(&at(".git/index")));
        assert!(!places.show(&at("goals/.a.md.swp")));
        assert!(!places.show(&at(".theme/page.html")));
        assert!(!places.show(&root.join("other/a.md")));
        let both = Places::find(&[at(""), at(".theme")]).unwrap();
        assert!(both.show(&at(".theme/page.html")));
    }

    #[test]
    fn a_folder_that_is_gone_or_replaced_is_not_the_same() {
        let disk = tempfile::tempdir().unwrap();
        let plan = disk.path().join("plan");
        assert!(Places::find(std::slice::from_ref(&plan)).is_err());
        fs::create_dir(&plan).unwrap();
        let places = Places::find(std::slice::from_ref(&plan)).unwrap();
        assert!(places.are_the_same());
        fs::rename(&plan, disk.path().join("away")).unwrap();
        assert!(!places.are_the_same());
        if cfg!(unix) {
            fs::create_dir(&plan).unwrap();
            assert!(!places.are_the_same());
            fs::remove_dir(&plan).unwrap();
        }
        fs::rename(disk.path().join("away"), &plan).unwrap();
        assert!(places.are_the_same());
    }
}
