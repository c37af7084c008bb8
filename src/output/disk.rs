//! Every call of the output that touches the disk, with errors that say where.

#![expect(
    clippy::disallowed_methods,
    reason = "the site is written here and nowhere else"
)]

use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::hash::Hashing;
use super::{Pour, Refusal, WriteError};

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

/// All files and folders in a folder, those in folders of it too, by their
/// paths from there; none if there is no such folder.
pub(super) fn walk(folder: &Path) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.map_err(|error| at("read", folder)(error.into()))?;
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        found.push(Found {
            path: parts.join("/"),
            is_folder: entry.file_type().is_dir(),
        });
    }
    Ok(found)
}

/// Something in a folder; a link counts as a file.
pub(super) struct Found {
    pub path: String,
    pub is_folder: bool,
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(at("make the folder", path))
}

/// Puts a whole file in its place at once: nobody ever sees half of it.
pub(super) fn put(path: &Path, bytes: &[u8], flush: bool) -> Result<()> {
    let written = replace(path, flush, |file| file.write_all(bytes));
    written.map_err(at("write", path))
}

/// The same, piece by piece, and flushed; the hash of its bytes.
pub(super) fn put_poured(path: &Path, pour: Pour<'_>) -> Result<u128> {
    let written = replace(path, true, |file| hashed(file, pour));
    written.map(|(hash, _)| hash).map_err(at("write", path))
}

/// Writes a file that was not there, in a folder that may not be there.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    open_new(path)?.write_all(bytes).map_err(at("write", path))
}

/// The same, piece by piece; the hash and the number of its bytes.
pub(super) fn pour(path: &Path, pour: Pour<'_>) -> Result<(u128, u64)> {
    hashed(open_new(path)?, pour).map_err(at("write", path))
}

fn hashed(file: impl Write, pour: Pour<'_>) -> io::Result<(u128, u64)> {
    // Pieces are small, hashing many at once is faster.
    let mut file = BufWriter::with_capacity(1 << 16, Hashing::new(file));
    pour(&mut file)?;
    file.into_inner()?.finish()
}

fn open_new(path: &Path) -> Result<File> {
    let opened = match (File::create_new(path), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            make_folder(folder)?;
            File::create_new(path)
        }
        (opened, _) => opened,
    };
    opened.map_err(at("write", path))
}

/// Gives a file another place, at once, on the same disk or on another one.
pub(super) fn move_file(from: &Path, to: &Path) -> Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let bytes = fs::read(from).map_err(at("read", from))?;
            put(to, &bytes, false)
        }
        moved => moved.map_err(at("write", to)),
    }
}

/// Puts a folder where none is.
pub(super) fn move_folder(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(at("make the folder", to))
}

/// Puts each of two folders in the place of the other: at once where the
/// system can do that, else in two steps, one right after the other.
pub(super) fn exchange(next: &Path, present: &Path) -> Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, next, CWD, present, RenameFlags::EXCHANGE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
            exchanged => return exchanged.map_err(|error| at("replace", present)(error.into())),
        }
    }
    let aside = next.with_extension("aside");
    fs::rename(present, &aside)
        .and_then(|()| fs::rename(next, present))
        .and_then(|()| fs::rename(&aside, next))
        .map_err(at("replace", present))
}

/// Lets people do with one folder what they may do with another one.
pub(super) fn permit_alike(folder: &Path, like: &Path) -> Result<()> {
    let found = fs::metadata(like).map_err(at("look at", like))?;
    fs::set_permissions(folder, found.permissions()).map_err(at("write", folder))
}

/// Gives a file another name as well; where the disk does not do that, copies it.
pub(crate) fn link_or_copy(from: &Path, to: &Path) -> Result<()> {
    let linked = match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(_) if from.is_symlink() => fs::read_link(from).and_then(|leads| symlink(&leads, to)),
        Err(_) => fs::copy(from, to).map(drop),
    };
    linked.map_err(at("write", to))
}

#[cfg(unix)]
pub(crate) fn symlink(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(windows)]
pub(crate) fn symlink(target: &Path, link: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_dir(target, link)
}

#[cfg(not(any(unix, windows)))]
pub(crate) fn symlink(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Deletes whatever stands at a path, with all that is in it; a link is
/// deleted, and not what it leads to.
pub(super) fn delete_all(path: &Path) -> Result<()> {
    let deleted = match stat(path)? {
        None => Ok(()),
        Some(found) if found.is_dir() => fs::remove_dir_all(path),
        Some(_) => fs::remove_file(path),
    };
    deleted.map_err(at("delete", path))
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
    let open = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path);
    let file = match open {
        // Nothing is written to it.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            File::open(path).map_err(|_| error)
        }
        open => open,
    };
    let file = file.map_err(at("write", path))?;
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

fn replace<T>(
    path: &Path,
    flush: bool,
    write: impl FnOnce(&mut File) -> io::Result<T>,
) -> io::Result<T> {
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
    let written = write(file.as_file_mut())?;
    if flush {
        file.as_file().sync_all()?;
    }
    file.persist(path)?;
    Ok(written)
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
