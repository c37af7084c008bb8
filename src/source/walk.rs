//! Which files belong to the plan.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use globset::GlobSet;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Diagnostic, code};

use super::read::cannot_read;
use super::{MAX_DEPTH, OUTPUT_MARK, Stamp, THEME_FOLDER, composed};

/// A file to read.
#[derive(Debug)]
pub(super) struct Found {
    /// Its path from the plan folder, with `/` between folders.
    pub path: String,
    /// Where it is on disk.
    pub file: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// What tells whether it is as it was, if that can be told.
    pub stamp: Option<Stamp>,
    /// Whether it, or a folder that it lies in, is a symbolic link.
    pub linked: bool,
    /// Whether its path is its name on disk, accents and all.
    pub exact: bool,
}

/// What lies in a plan folder.
#[derive(Debug)]
pub(super) struct Walked {
    /// Its files, ordered by path.
    pub found: Vec<Found>,
    /// What is wrong with others.
    pub problems: Vec<Diagnostic>,
    /// Whether there are symbolic links, wherever they lead.
    pub links: bool,
}

/// All files of the plan up to `limit`, as they are `now`.
///
/// Links are followed by walkdir, which sees circles; [`Walk::leaves`] keeps
/// to the plan folder.
pub(super) fn walk(root: &Path, ignore: &GlobSet, now: SystemTime, limit: usize) -> Walked {
    let mut walk = Walk {
        root,
        canonical: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
        ignore,
        now,
        found: Vec::new(),
        problems: Vec::new(),
        links: false,
        linked_below: None,
    };
    let mut entries = WalkDir::new(root)
        .min_depth(1)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    let mut taken = 0;
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if walk.take(&entry) => taken += 1,
            Ok(entry) if entry.file_type().is_dir() => entries.skip_current_dir(),
            Ok(_) => {}
            Err(error) => walk.cannot_enter(&error),
        }
        if taken > limit {
            walk.too_many(limit);
            break;
        }
    }
    walk.found.sort_by(|a, b| a.path.cmp(&b.path));
    walk.drop_namesakes();
    Walked {
        found: walk.found,
        problems: walk.problems,
        links: walk.links,
    }
}

struct Walk<'a> {
    root: &'a Path,
    canonical: PathBuf,
    ignore: &'a GlobSet,
    now: SystemTime,
    found: Vec<Found>,
    problems: Vec<Diagnostic>,
    links: bool,
    /// The depth of the linked folder that is being walked.
    linked_below: Option<usize>,
}

impl Walk<'_> {
    /// Takes a file or goes into a folder if it belongs to the plan.
    fn take(&mut self, entry: &DirEntry) -> bool {
        if is_hidden(entry) {
            return false;
        }
        let linked = self.is_linked(entry);
        let Some((path, exact)) = relative(self.root, entry.path()) else {
            let shown = entry.path().to_string_lossy();
            let problem = problem(format!("the name of `{shown}` is not Unicode"));
            self.problems.push(problem.help("rename it"));
            return false;
        };
        if self.ignore.is_match(&path) || is_left_alone(entry, &path) {
            return false;
        }
        if entry.path_is_symlink() && self.leaves(entry, &path) {
            return false;
        }
        let kind = entry.file_type();
        if kind.is_file() {
            let metadata = entry.metadata().ok();
            let stamp = metadata.as_ref().map(Stamp::of);
            self.found.push(Found {
                path,
                file: entry.path().to_owned(),
                size: metadata.map_or(0, |metadata| metadata.len()),
                stamp: stamp.filter(|stamp| stamp.has_settled(self.now)),
                linked,
                exact,
            });
        } else if !kind.is_dir() {
            let problem = problem(format!("`{path}` is neither a file nor a folder"));
            self.problems
                .push(problem.help("remove it, or list it under `ignore` in plan.toml"));
        } else if entry.depth() > MAX_DEPTH {
            let problem = problem(format!("`{path}` lies more than {MAX_DEPTH} folders deep"));
            self.problems.push(problem.help("move it up"));
            return false;
        }
        true
    }

    /// Whether an entry is a symbolic link or was come to by one.
    fn is_linked(&mut self, entry: &DirEntry) -> bool {
        if self
            .linked_below
            .is_some_and(|depth| entry.depth() <= depth)
        {
            self.linked_below = None;
        }
        if !entry.path_is_symlink() {
            return self.linked_below.is_some();
        }
        self.links = true;
        if entry.file_type().is_dir() && self.linked_below.is_none() {
            self.linked_below = Some(entry.depth());
        }
        true
    }

    /// Whether a symbolic link leads out of the plan folder, or to what is
    /// hidden in it.
    fn leaves(&mut self, entry: &DirEntry, path: &str) -> bool {
        let target = entry.path().canonicalize().ok();
        let inside = target
            .as_deref()
            .and_then(|target| target.strip_prefix(&self.canonical).ok());
        let Some(inside) = inside else {
            let message = format!("the symbolic link `{path}` leads out of the plan folder");
            self.problems.push(
                problem(message)
                    .help("copy what it leads to, or list it under `ignore` in plan.toml"),
            );
            return true;
        };
        inside
            .components()
            .any(|part| part.as_os_str().as_encoded_bytes().starts_with(b"."))
    }

    fn cannot_enter(&mut self, error: &walkdir::Error) {
        let path = error.path().unwrap_or(self.root);
        if path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
        {
            return;
        }
        self.links |= path.is_symlink();
        let shown = relative(self.root, path)
            .map_or_else(|| path.to_string_lossy().into_owned(), |(path, _)| path);
        if self.ignore.is_match(&shown) {
            return;
        }
        self.problems.push(if error.loop_ancestor().is_some() {
            problem(format!(
                "the symbolic link `{shown}` leads to a folder that it lies in"
            ))
            .help("remove it, or list it under `ignore` in plan.toml")
        } else if path.is_symlink() {
            problem(format!("the symbolic link `{shown}` leads to nothing"))
                .help("remove it, or mend where it leads")
        } else {
            match error.io_error() {
                Some(error) => cannot_read(&shown, error),
                None => problem(format!("`{shown}` cannot be read: {error}")),
            }
        });
    }

    fn too_many(&mut self, limit: usize) {
        let message =
            format!("the plan folder holds more than {limit} files; the rest is not read");
        self.problems.push(
            problem(message).help("list what is not part of the plan under `ignore` in plan.toml"),
        );
    }

    /// Where a file system tells composed from decomposed names, two files
    /// can have what is one name to everybody else.
    fn drop_namesakes(&mut self) {
        let problems = &mut self.problems;
        self.found.dedup_by(|later, first| {
            let same = later.path == first.path;
            if same {
                let message = format!("two files are called `{}`", first.path);
                problems.push(
                    Diagnostic::new(&code::PATH_CLASH, message)
                        .help("their names differ only in how accents are stored; rename one"),
                );
            }
            same
        });
    }
}

/// A path from the plan folder as people see it, and whether it is just so on
/// disk; none where it is not Unicode.
pub(super) fn relative(root: &Path, path: &Path) -> Option<(String, bool)> {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    let path = parts?.join("/");
    match composed(&path) {
        Cow::Borrowed(_) => Some((path, true)),
        Cow::Owned(composed) => Some((composed, false)),
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// What lies in a plan folder without being part of the plan: what tells
/// about the repository, the plan's looks, sites that were built here, and
/// what editors leave behind.
fn is_left_alone(entry: &DirEntry, path: &str) -> bool {
    if entry.file_type().is_dir() {
        is_folder_left_alone(entry.path(), path)
    } else {
        is_file_left_alone(path)
    }
}

pub(super) fn is_folder_left_alone(folder: &Path, path: &str) -> bool {
    path == THEME_FOLDER || folder.join(OUTPUT_MARK).exists()
}

/// By its name alone: `README.md`, a copy that an editor keeps (`a.md~`), what
/// it saves while one types (`#a.md#`) or locks a document with (`~$a.docx`).
pub(super) fn is_file_left_alone(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.eq_ignore_ascii_case("readme.md")
        || name.ends_with('~')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
}

fn problem(message: String) -> Diagnostic {
    Diagnostic::new(&code::UNREADABLE_FILE, message)
}
