//! Why folders cannot be watched.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use notify::ErrorKind;

/// Why folders cannot be watched.
#[derive(Debug)]
#[non_exhaustive]
pub enum WatchError {
    /// One is not there, or not to be seen.
    Folder(PathBuf, io::Error),
    /// They hold more folders than the system watches at a time.
    TooMany,
    /// The system does not do it.
    System(notify::Error),
}

impl fmt::Display for WatchError {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Folder(folder, why) => {
                write!(to, "`{}` cannot be watched: {why}", folder.display())
            }
            Self::TooMany => write!(to, "there are more folders than the system watches"),
            Self::System(why) => write!(to, "the system cannot watch the folders: {why}"),
        }
    }
}

impl Error for WatchError {}

impl From<notify::Error> for WatchError {
    fn from(error: notify::Error) -> Self {
        match error.kind {
            ErrorKind::MaxFilesWatch => Self::TooMany,
            _ => Self::System(error),
        }
    }
}
