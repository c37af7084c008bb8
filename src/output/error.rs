//! Why a folder is not written to, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::too_many_open;

use super::SitePath;

/// A write that did not take place, or did not end.
#[derive(Debug)]
pub struct WriteError {
    /// The file or folder it is about.
    pub path: PathBuf,
    /// Why.
    pub why: Refusal,
}

/// Why a folder is not written to.
#[derive(Debug)]
pub enum Refusal {
    /// The folder is that of the plan, or one that the plan lies in.
    HoldsPlan,
    /// A file stands where the folder should be.
    NotAFolder,
    /// It holds files, this one among them, and no manifest.
    NotOurs(String),
    /// These files, listed nowhere, stand where files of the site have to go;
    /// beside them, what was wrong with the manifest.
    Foreign(Vec<SitePath>, Option<String>),
    /// A folder of the site is a link to some other place.
    LinkedFolder,
    /// A folder stands where a file has to go, or a file where a folder has to.
    InTheWay,
    /// Another write to the same folder is under way.
    Locked,
    /// Another write has changed the folder since it was read.
    ChangedMeanwhile,
    /// The system refused; the words say what was being done.
    Io(&'static str, io::Error),
}

impl WriteError {
    pub(super) fn new(path: impl AsRef<Path>, why: Refusal) -> Self {
        Self {
            path: path.as_ref().to_owned(),
            why,
        }
    }

    /// What to do about it, as a sentence without a full stop.
    pub fn help(&self) -> &'static str {
        match &self.why {
            Refusal::HoldsPlan => "choose a folder of its own for the site, for example `public`",
            Refusal::NotAFolder => "choose another folder, or move the file away",
            Refusal::NotOurs(_) => {
                "choose an empty folder, or give --force to write here: only files that \
                 stand where pages have to go are replaced"
            }
            Refusal::Foreign(..) => "move them away, or give --force to write over them",
            Refusal::LinkedFolder => "replace the link by a folder, or choose another folder",
            Refusal::InTheWay => "move it away, or choose another folder",
            Refusal::Locked => "wait until it has ended",
            Refusal::ChangedMeanwhile => "run the command again",
            Refusal::Io(_, error) => match error.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    "free some space and run the command again: it will complete the site"
                }
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    "make the folder writable, or choose another one"
                }
                _ => too_many_open(error).unwrap_or(
                    "run the command again when this is mended: it will complete the site",
                ),
            },
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.why {
            Refusal::HoldsPlan => write!(f, "`{path}` holds the plan itself"),
            Refusal::NotAFolder => write!(f, "`{path}` is a file, not a folder"),
            Refusal::NotOurs(file) => write!(
                f,
                "`{path}` holds files that were not made by planwright, such as `{file}`"
            ),
            Refusal::Foreign(files, problem) => foreign(f, &self.path, files, problem.as_deref()),
            Refusal::LinkedFolder => write!(f, "`{path}` is a link to some other place"),
            Refusal::InTheWay => write!(f, "`{path}` is in the way of the site"),
            Refusal::Locked => write!(f, "another build is writing to `{path}`"),
            Refusal::ChangedMeanwhile => {
                write!(f, "another build wrote to `{path}` in the meantime")
            }
            Refusal::Io(doing, error) => write!(f, "cannot {doing} `{path}`: {error}"),
        }
    }
}

fn foreign(
    f: &mut fmt::Formatter<'_>,
    folder: &Path,
    files: &[SitePath],
    problem: Option<&str>,
) -> fmt::Result {
    const SHOWN: usize = 5;
    let folder = folder.display();
    write!(f, "files in `{folder}` stand where pages have to go:")?;
    for (at, file) in files.iter().take(SHOWN).enumerate() {
        write!(f, "{} `{file}`", if at > 0 { "," } else { "" })?;
    }
    if files.len() > SHOWN {
        write!(f, " and {} more", files.len() - SHOWN)?;
    }
    match problem {
        Some(problem) => write!(f, "; its `.planwright.json` is of no help: {problem}"),
        None => Ok(()),
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.why {
            Refusal::Io(_, error) => Some(error),
            _ => None,
        }
    }
}
