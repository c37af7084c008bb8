//! Which files belong to the plan.

use std::path::{Path, PathBuf};

use globset::GlobSet;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Diagnostic, code};

use super::{MAX_DEPTH, OUTPUT_MARK, THEME_FOLDER, composed};

/// A file to read.
#[derive(Debug)]
pub(super) struct Found {
    /// Its path from the plan folder, with `/` between folders.
    pub path: String,
    /// Where it is on disk.
    pub file: PathBuf,
    /// Its size in bytes.
    pub size: u64,
}

/// All files of the plan up to `limit`, ordered by path, and what is wrong with others.
///
/// Links are followed by walkdir, which sees circles; [`Walk::leaves`] keeps
/// to the plan folder.
pub(super) fn walk(root: &Path, ignore: &GlobSet, limit: usize) -> (Vec<Found>, Vec<Diagnostic>) {
    let mut walk = Walk {
        root,
        canonical: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
        ignore,
        found: Vec::new(),
        problems: Vec::new(),
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
    (walk.found, walk.problems)
}

struct Walk<'a> {
    root: &'a Path,
    canonical: PathBuf,
    ignore: &'a GlobSet,
    found: Vec<Found>,
    problems: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// Takes a file or goes into a folder if it belongs to the plan.
    fn take(&mut self, entry: &DirEntry) -> bool {
        if is_hidden(entry) {
            return false;
        }
        let Some(path) = self.relative(entry.path()) else {
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
            self.found.push(Found {
                path,
                file: entry.path().to_owned(),
                size: entry.metadata().map_or(0, |metadata| metadata.len()),
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
        let shown = self
            .relative(path)
            .unwrap_or_else(|| path.to_string_lossy().into_owned());
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
            let why = error
                .io_error()
                .map_or_else(|| error.to_string(), ToString::to_string);
            problem(format!("`{shown}` cannot be read: {why}"))
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

    fn relative(&self, path: &Path) -> Option<String> {
        let path = path.strip_prefix(self.root).unwrap_or(path);
        let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
        Some(composed(&parts?.join("/")).into_owned())
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// What lies in a plan folder without being part of the plan: what tells
/// about the repository, the plan's looks, and sites that were built here.
fn is_left_alone(entry: &DirEntry, path: &str) -> bool {
    if entry.file_type().is_dir() {
        path == THEME_FOLDER || entry.path().join(OUTPUT_MARK).exists()
    } else {
        entry.file_name().eq_ignore_ascii_case("readme.md")
    }
}

fn problem(message: String) -> Diagnostic {
    Diagnostic::new(&code::UNREADABLE_FILE, message)
}
