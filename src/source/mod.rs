//! The plan folder, read once: the only place that opens its files.

mod lines;
mod read;

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::SourceId;

/// A text file of the plan: Markdown, readings, settings.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its number in the set.
    pub id: SourceId,
    /// Its path from the plan folder, with `/` between folders.
    pub path: String,
    /// Its text without a byte order mark; what was not UTF-8 is replaced by
    /// U+FFFD, at the same place.
    pub text: Arc<str>,
    /// The byte at which each line starts.
    lines: Vec<usize>,
}

/// Any other file of the plan, copied to the site when something refers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its path from the plan folder, with `/` between folders.
    pub path: String,
    /// Its bytes, or nothing where it is too large or could not be read.
    pub bytes: Option<Arc<[u8]>>,
}

/// All files of a plan, ordered by path.
#[derive(Debug, Clone, Default)]
pub struct SourceSet {
    /// The plan folder, for messages only; empty for a plan in memory.
    pub root: PathBuf,
    /// The text files; a source's number is its place here.
    pub sources: Vec<Source>,
    /// The other files.
    pub attachments: Vec<Attachment>,
}
