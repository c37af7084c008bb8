//! The plan folder, read once: the only place that opens its files.
//!
//! A path is spoken of as people see it: from the plan folder, with `/`
//! between folders, in Unicode's composed form (NFC), because one file system
//! hands back `é` as one character and another as two, and a link must find
//! the file on both.

mod lines;
mod read;
mod stamp;
mod text;
mod update;
mod walk;

pub(crate) use stamp::{Stamp, identity};
pub use update::{Changes, PlanFolder};

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::diagnostic::{Files, SourceId};

/// The plan's settings, in the plan folder itself.
pub const SETTINGS: &str = "plan.toml";
/// The record of reviews, in the plan folder itself.
pub const REVIEWS: &str = "reviews.csv";
/// The plan's own theme, in the plan folder itself; not part of the plan.
pub const THEME_FOLDER: &str = "theme";
/// A folder that holds a file of this name was written by this program.
pub const OUTPUT_MARK: &str = ".planwright.json";
/// The size over which a text file is not read, in bytes.
pub const MAX_TEXT: u64 = 4 << 20;
/// The size over which an attachment is not read, in bytes.
pub const MAX_ATTACHMENT: u64 = 64 << 20;
/// The size of all attachments together over which no more are read, in bytes.
pub const MAX_ATTACHMENTS: u64 = 1 << 30;
/// How many folders may lie within one another.
pub const MAX_DEPTH: usize = 64;
/// How many files and folders a plan may hold.
pub const MAX_FILES: usize = 200_000;

/// A text file of the plan: Markdown, readings, settings. A copy shares what
/// it holds.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its number in the set.
    pub id: SourceId,
    /// Its path from the plan folder, with `/` between folders.
    pub path: Arc<str>,
    /// Its text without a byte order mark; what was not text is replaced by
    /// U+FFFD, at the same place.
    pub text: Arc<str>,
    /// The byte at which each line starts.
    lines: Arc<[u32]>,
}

/// Any other file of the plan, copied to the site when something refers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its path from the plan folder, with `/` between folders.
    pub path: Arc<str>,
    /// Its bytes, or nothing where it is too large or could not be read.
    pub bytes: Option<Arc<[u8]>>,
}

/// All files of a plan: its settings, then the others ordered by path.
#[derive(Debug, Clone, Default)]
pub struct SourceSet {
    /// The plan folder, for messages only; empty for a plan in memory.
    pub root: PathBuf,
    /// The text files, in the order of their numbers.
    pub sources: Vec<Source>,
    /// The other files, ordered by path.
    pub attachments: Vec<Attachment>,
}

impl Source {
    /// Whether it is a text for readers, and not readings or settings.
    pub fn is_markdown(&self) -> bool {
        let ending = self.path.rsplit_once('.').map_or("", |(_, ending)| ending);
        ending.eq_ignore_ascii_case("md")
    }

    /// Its number is given by its set.
    fn new(path: Arc<str>, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            id: UNNUMBERED,
            path,
            text: Arc::from(text),
            lines: Arc::from(lines::starts(text)),
        }
    }

    /// The same file with another text.
    #[must_use]
    pub fn reworded(&self, text: &str) -> Self {
        Self {
            id: self.id,
            ..Self::new(Arc::clone(&self.path), text)
        }
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    /// A byte past the end counts as the end.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        lines::position(&self.lines, &self.text, byte)
    }
}

impl SourceSet {
    /// A plan that is nowhere on disk, from paths and texts. Of two texts
    /// with one path the later counts.
    pub fn in_memory<P, T>(files: impl IntoIterator<Item = (P, T)>) -> Self
    where
        P: AsRef<str>,
        T: AsRef<str>,
    {
        let mut set = Self::default();
        for (path, text) in files {
            let path = Arc::from(composed(path.as_ref()));
            let source = Source::new(path, text.as_ref());
            match set.place(&source.path) {
                Ok(place) => set.sources[place] = source,
                Err(place) => set.sources.insert(place, source),
            }
        }
        set.number();
        set
    }

    /// Adds a file that is not text.
    #[must_use]
    pub fn with_attachment(mut self, path: &str, bytes: &[u8]) -> Self {
        self.attachments.push(Attachment {
            path: Arc::from(composed(path)),
            bytes: Some(Arc::from(bytes)),
        });
        self.attachments.sort_by(|a, b| a.path.cmp(&b.path));
        self
    }

    /// The text file of that path.
    pub fn by_path(&self, path: &str) -> Option<&Source> {
        let place = self.place(&composed(path)).ok()?;
        self.sources.get(place)
    }

    /// The other file of that path.
    pub fn attachment(&self, path: &str) -> Option<&Attachment> {
        let place = self.place_of_other(&composed(path)).ok()?;
        self.attachments.get(place)
    }

    /// The paths of all files that a text can link to.
    pub fn linkable(&self) -> impl Iterator<Item = &str> {
        let texts = self.sources.iter().filter(|source| !source.is_markdown());
        let texts = texts.map(|source| &*source.path);
        let others = self.attachments.iter().map(|file| &*file.path);
        texts.filter(|path| self.can_be_linked(path)).chain(others)
    }

    /// Whether a text can link to the file of that path: any but Markdown,
    /// the settings and the record of reviews.
    pub fn can_be_linked(&self, path: &str) -> bool {
        self.attachment(path).is_some() || self.readings(path).is_some()
    }

    /// The bytes of a file that a text can link to; none where it is too
    /// large or could not be read.
    pub fn linked_bytes(&self, path: &str) -> Option<Arc<[u8]>> {
        match self.attachment(path) {
            Some(attachment) => attachment.bytes.clone(),
            None => Some(Arc::from(self.readings(path)?.text.as_bytes())),
        }
    }

    fn readings(&self, path: &str) -> Option<&Source> {
        let found = self.by_path(path)?;
        let is_own = &*found.path == SETTINGS || &*found.path == REVIEWS;
        (!found.is_markdown() && !is_own).then_some(found)
    }

    /// Puts another text in the place of the file of that number.
    pub fn replace(&mut self, source: Source) {
        let place = self.sources.partition_point(|it| it.id < source.id);
        self.sources[place] = source;
    }

    /// The text file of that number, which must come from this set.
    pub fn source(&self, id: SourceId) -> &Source {
        let place = self.sources.partition_point(|source| source.id < id);
        &self.sources[place]
    }

    fn place(&self, path: &str) -> Result<usize, usize> {
        self.sources
            .binary_search_by(|source| order(&source.path).cmp(&order(path)))
    }

    fn place_of_other(&self, path: &str) -> Result<usize, usize> {
        self.attachments
            .binary_search_by(|attachment| (*attachment.path).cmp(path))
    }

    /// Numbers the sources in their order, the settings 0. Those that have a
    /// number keep it, so that what was found in them stays right when a file
    /// comes or goes; only where there is no number left between two of them,
    /// all get new ones.
    fn number(&mut self) {
        let is_settled = self.sources.first().is_some_and(|it| &*it.path == SETTINGS);
        let sources = &mut self.sources[usize::from(is_settled)..];
        if !fill(sources) {
            for source in &mut *sources {
                source.id = UNNUMBERED;
            }
            fill(sources);
        }
    }
}

/// The number of a source before its set gives it one, and that of settings.
const UNNUMBERED: SourceId = SourceId(0);

/// Gives numbers to those that have none, evenly between the others; whether
/// there are enough.
fn fill(sources: &mut [Source]) -> bool {
    let mut low = 0;
    let mut from = 0;
    while from < sources.len() {
        let rest = &sources[from..];
        let run = rest.iter().take_while(|it| it.id == UNNUMBERED).count();
        let high = rest.get(run).map_or(u32::MAX, |next| next.id.0);
        let step = high.saturating_sub(low) / (run as u32 + 1);
        if step == 0 {
            return false;
        }
        for source in &mut sources[from..from + run] {
            low += step;
            source.id = SourceId(low);
        }
        low = high;
        from += run + 1;
    }
    true
}

impl Files for SourceSet {
    fn path(&self, source: SourceId) -> &str {
        &self.source(source).path
    }

    fn text(&self, source: SourceId) -> &str {
        &self.source(source).text
    }

    fn position(&self, source: SourceId, byte: usize) -> (usize, usize) {
        self.source(source).position(byte)
    }
}

/// The settings come first, so that they have the same number before and
/// after the rest is read.
fn order(path: &str) -> (bool, &str) {
    (path != SETTINGS, path)
}

fn composed(path: &str) -> Cow<'_, str> {
    if is_nfc(path) {
        Cow::Borrowed(path)
    } else {
        Cow::Owned(path.nfc().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::SourceSet;

    #[test]
    fn settings_come_first_and_the_rest_by_path() {
        let set = SourceSet::in_memory([
            ("b.md", ""),
            ("plan.toml", ""),
            ("a-b.md", ""),
            ("a/b.md", ""),
        ]);
        let paths: Vec<&str> = set.sources.iter().map(|source| &*source.path).collect();
        assert_eq!(paths, ["plan.toml", "a-b.md", "a/b.md", "b.md"]);
        for source in &set.sources {
            assert_eq!(
                set.by_path(&source.path).map(|found| found.id),
                Some(source.id)
            );
        }
        assert!(set.by_path("c.md").is_none());
    }

    #[test]
    fn composed_and_decomposed_names_are_one_name() {
        let set =
            SourceSet::in_memory([("cafe\u{301}.md", "x")]).with_attachment("u\u{308}.png", b"y");
        assert_eq!(&*set.sources[0].path, "caf\u{e9}.md");
        assert!(set.by_path("cafe\u{301}.md").is_some());
        assert!(set.attachment("\u{fc}.png").is_some());
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let set = SourceSet::in_memory([("a.md", "\u{feff}# A")]);
        assert_eq!(&*set.sources[0].text, "# A");
    }
}
