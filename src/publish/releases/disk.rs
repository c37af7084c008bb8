//! Every call of the releases that touches the disk.

#![expect(
    clippy::disallowed_methods,
    reason = "releases are made here and nowhere else"
)]

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::{Result, UNFINISHED, trouble};
pub(super) use crate::output::disk::{
    at, delete_if_empty, link_or_copy, lock, make_folder, names, symlink,
};
use crate::output::{MANIFEST, Manifest, WriteError};
use crate::publish::Trouble;

type Written<T> = std::result::Result<T, WriteError>;

/// What stands at a path.
pub(super) enum Stands {
    Nothing,
    Folder,
    File,
    Link(PathBuf),
}

pub(super) fn stands(path: &Path) -> Result<Stands> {
    let found = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Stands::Nothing),
        found => found,
    };
    let refused = |error| trouble(path, Trouble::Disk(at("look at", path)(error)));
    let found = found.map_err(refused)?;
    Ok(if found.is_symlink() {
        let to = fs::read_link(path);
        Stands::Link(to.map_err(|error| trouble(path, Trouble::Disk(at("read", path)(error))))?)
    } else if found.is_dir() {
        Stands::Folder
    } else {
        Stands::File
    })
}

/// The paths of all files in a folder, those in folders of it too, in order; a
/// link counts as itself.
pub(super) fn files(folder: &Path) -> Written<Vec<String>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.map_err(|error| at("read", folder)(error.into()))?;
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts = path.iter().map(|part| part.to_string_lossy());
            files.push(parts.collect::<Vec<_>>().join("/"));
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// Whether a folder holds a whole release.
pub(super) fn is_release(folder: &Path) -> bool {
    folder.is_dir() && !folder.is_symlink() && folder.join(MANIFEST).is_file()
}

pub(super) fn manifest(release: &Path) -> Written<Option<Manifest>> {
    let path = release.join(MANIFEST);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(Manifest::parse(&bytes).manifest)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(at("read", &path)(error)),
    }
}

pub(super) fn read(path: &Path) -> Option<Vec<u8>> {
    fs::read(path).ok()
}

/// Writes a file and waits until it is on disk.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Written<()> {
    let write = || {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(at("write", path))
}

/// Waits until the names in a folder are on disk.
pub(super) fn flush_folder(folder: &Path) {
    if cfg!(unix) {
        // Some network disks know no such thing; the names are there all the same.
        let _unknown = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

pub(super) fn rename(from: &Path, to: &Path) -> Written<()> {
    fs::rename(from, to).map_err(at("rename", from))
}

/// Makes a path a link, or makes the link lead elsewhere, at once.
pub(super) fn link_to(target: &Path, link: &Path) -> io::Result<()> {
    let name = link.file_name().unwrap_or_default().to_string_lossy();
    let beside = link.with_file_name(format!("{UNFINISHED}{name}"));
    let _left_behind = fs::remove_file(&beside);
    symlink(target, &beside)?;
    let switched = fs::rename(&beside, link);
    if switched.is_err() {
        let _stays = fs::remove_file(&beside);
    }
    if let Some(folder) = link.parent() {
        flush_folder(folder);
    }
    switched
}

/// Deletes a file if it is one, and not what a link leads to.
pub(super) fn delete_file(path: &Path) -> Written<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_dir() => fs::remove_file(path).map_err(at("delete", path)),
        _ => Ok(()),
    }
}

/// Deletes a release that was not made to its end: all that is in it was put
/// there by us.
pub(super) fn delete_unfinished(folder: &Path) {
    let _stays = fs::remove_dir_all(folder);
}
