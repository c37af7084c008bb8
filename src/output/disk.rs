//! Every call of the output that touches the disk, with errors that say where.

#![expect(
    clippy::disallowed_methods,
    reason = "the site is written here and nowhere else"
)]

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::{Refusal, WriteError};

/// The start of the names of files that are not whole yet.
pub(super) const UNFINISHED: &str = ".planwright-";

type Result<T> = std::result::Result<T, WriteError>;

/// What stands at a path; a link counts as itself.
pub(super) fn stat(path: &Path) -> Result<Option<Metadata>> {
    none_if_absent(fs::symlink_metadata(path)).map_err(at("look at", path))
}

/// What a path leads to, through links.
pub(super) fn follow(path: &Path) -> Result<Option<Metadata>> {
    none_if_absent(fs::metadata(path)).map_err(at("look at", path))
}

/// The bytes of a file.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    none_if_absent(fs::read(path)).map_err(at("read", path))
}

/// The names in a folder, in order; none if there is no such folder.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>> {
    let Some(entries) = none_if_absent(fs::read_dir(folder)).map_err(at("read", folder))? else {
        return Ok(Vec::new());
    };
    let name = |entry: io::Result<fs::DirEntry>| {
        entry.map(|entry| entry.file_name().to_string_lossy().into_owned())
    };
    let names: io::Result<Vec<String>> = entries.map(name).collect();
    let mut names = names.map_err(at("read", folder))?;
    names.sort_unstable();
    Ok(names)
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(at("make the folder", path))
}

/// Puts a whole file in its place at once: nobody ever sees half of it.
pub(super) fn put(path: &Path, bytes: &[u8], flush: bool) -> Result<()> {
    replace(path, bytes, flush).map_err(at("write", path))
}

/// Deletes a file; a link is deleted, and not what it leads to.
pub(super) fn delete(path: &Path) -> Result<()> {
    none_if_absent(fs::remove_file(path))
        .map(drop)
        .map_err(at("delete", path))
}

/// Deletes a folder if nothing is in it, and says whether it is gone.
pub(crate) fn delete_if_empty(folder: &Path) -> bool {
    fs::remove_dir(folder).is_ok()
}

/// Keeps others from writing, as long as the file lives.
pub(crate) fn lock(path: &Path) -> Result<File> {
    let file = File::create(path).map_err(at("write", path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(WriteError::new(path, Refusal::Locked)),
        // Some network disks know no locks: better to write without.
        Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => {
            Err(at("lock", path)(error))
        }
        _ => Ok(file),
    }
}

/// The path without links and `..`, whether or not all of it exists.
pub(super) fn real(path: &Path) -> Result<PathBuf> {
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    let found = none_if_absent(fs::canonicalize(path)).map_err(at("look at", path))?;
    let (None, Some(parent)) = (&found, path.parent()) else {
        return Ok(found.unwrap_or_else(|| path.to_owned()));
    };
    let mut real = real(parent)?;
    match path.file_name() {
        Some(name) => real.push(name),
        None => drop(real.pop()),
    }
    Ok(real)
}

fn replace(path: &Path, bytes: &[u8], flush: bool) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What a new file gets, less what the user's mask takes away.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if flush {
        file.as_file().sync_all()?;
    }
    file.persist(path)?;
    Ok(())
}

fn none_if_absent<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(error) => match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Ok(None),
            _ => Err(error),
        },
    }
}

/// The error that doing something at a path comes to.
pub(crate) fn at(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    move |error| WriteError::new(path, Refusal::Io(doing, error))
}
