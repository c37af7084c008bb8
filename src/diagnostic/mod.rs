//! Findings as plain data: what is wrong, where, how bad, and how to mend it.
//!
//! Nothing prints while it checks. [`full`] and [`short`] turn findings into
//! text, one file per output format.

pub mod code;
mod draft;
mod excerpt;
mod fault;
pub mod full;
mod list;
pub mod short;
mod style;
mod suggest;
mod system;
#[cfg(test)]
mod testing;

pub use code::Code;
pub use fault::Fault;
pub use list::{sort, summary};
pub use style::{Style, lines as shown_lines};
pub use suggest::{did_you_mean, nearest, surely};
pub use system::too_many_open;

/// The number of a file in its [`SourceSet`](crate::source::SourceSet).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A range of bytes in a file. There are very many of them, so they are small:
/// no file that is read is so large that its bytes would not be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    start: u32,
    end: u32,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Not reported at all.
    Off,
    /// Shown on request and in the site.
    Info,
    /// Shown; breaks the build only when asked to.
    Warn,
    /// Breaks the build.
    Error,
}

/// A place in a file with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is to be said; may be empty.
    pub text: String,
}

/// Other text for a place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    /// The place; empty where something is put in.
    pub span: Span,
    /// What is to stand there.
    pub text: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The rule that speaks.
    pub code: &'static Code,
    /// How bad it is, after levels were applied.
    pub severity: Severity,
    /// One lower-case sentence that stands alone, without a full stop.
    pub message: String,
    /// The smallest place that is at fault; absent only when no file is.
    pub primary: Option<Label>,
    /// Other places involved, possibly in other files.
    pub secondary: Vec<Label>,
    /// How to mend it.
    pub help: Vec<String>,
    /// The edits that mend it, where that is mechanical and safe.
    pub fix: Vec<Edit>,
    /// The id of the item it is about.
    pub subject: Option<String>,
    /// The name of the plan's own rule that speaks; none where it is one of
    /// the program's.
    pub own_rule: Option<String>,
    /// Whether it was there when the plan's baseline was written.
    pub known: bool,
}

/// What a format needs to know of the files that findings point into.
pub trait Files {
    /// The file's path as people know it, with `/` between folders.
    fn path(&self, source: SourceId) -> &str;
    /// The file's whole text.
    fn text(&self, source: SourceId) -> &str;
    /// Line and column of a byte, both from 1; the column counts characters.
    fn position(&self, source: SourceId, byte: usize) -> (usize, usize);
}
