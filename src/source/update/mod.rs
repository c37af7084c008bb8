//! A plan folder, read again and again: after a change only what was touched.
//!
//! What comes out is always what reading the folder afresh would give, the
//! same files with the same findings. Texts and bytes that did not change
//! stay the very same [`Arc`], so that what was made of them can be kept.

mod changes;
mod concern;
mod files;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use globset::GlobSet;

use crate::diagnostic::Diagnostic;

use super::read::is_text;
use super::walk::walk;
use super::{MAX_FILES, SETTINGS, Source, SourceSet, Stamp};

pub use changes::Changes;
use concern::Concern;

/// A plan folder with what is remembered of its files.
///
/// ```no_run
/// # use planwright::source::PlanFolder;
/// # fn touched() -> std::collections::BTreeSet<std::path::PathBuf> { todo!() }
/// let mut folder = PlanFolder::open("plan".as_ref());
/// // … what the settings in `folder.sources()` say to ignore …
/// folder.read(globset::GlobSet::empty());
/// loop {
///     let changes = folder.update(&touched());
///     if !changes.is_empty() {
///         let now = folder.sources().clone();
///         // … build from `now` and `folder.problems()` …
///     }
/// }
/// ```
#[derive(Debug)]
pub struct PlanFolder {
    sources: SourceSet,
    ignore: GlobSet,
    problems: Problems,
    /// Of each file but the settings.
    notes: BTreeMap<Arc<str>, Note>,
    /// Whether there are symbolic links.
    links: bool,
    /// By which a file was written just now or long ago.
    clock: fn() -> SystemTime,
}

/// What is wrong with a plan folder, in the order in which it is said.
#[derive(Debug, Default, Clone, PartialEq)]
struct Problems {
    /// The folder itself.
    folder: Option<Diagnostic>,
    /// The settings, of number 0.
    settings: Option<Diagnostic>,
    /// What lies in the folder and cannot be a file of the plan.
    walking: Vec<Diagnostic>,
    /// Files by their path; texts as if each were the first.
    files: BTreeMap<Arc<str>, Diagnostic>,
}

/// What a file was when it was read.
#[derive(Debug, Clone, Copy)]
struct Note {
    /// What tells whether it is as it was, if that can be told.
    stamp: Option<Stamp>,
    size: u64,
    /// Whether it, or a folder that it lies in, is a symbolic link.
    linked: bool,
    /// Whether its path is its name on disk, accents and all.
    exact: bool,
    /// Whether it was small enough to be read with all the others.
    fits: bool,
}

/// What must be read again even if it looks as it did.
enum Again {
    /// The files of these paths, and those in the folders of these paths.
    These(BTreeSet<String>),
    /// Each file.
    All,
}

impl PlanFolder {
    /// Opens a plan folder and reads its settings alone, if it has any: they
    /// say what else to [read](Self::read).
    pub fn open(root: &Path) -> Self {
        let (sources, problem) = SourceSet::open(root);
        let mut folder = Self::around(sources);
        folder.problems.put_opening(problem, &folder.sources);
        folder
    }

    /// A folder whose settings were read.
    pub(super) fn around(opened: SourceSet) -> Self {
        Self {
            sources: opened,
            ignore: GlobSet::empty(),
            problems: Problems::default(),
            notes: BTreeMap::new(),
            links: false,
            clock: now,
        }
    }

    /// The files as they were last read. A copy is cheap: it shares them.
    pub fn sources(&self) -> &SourceSet {
        &self.sources
    }

    /// What is wrong with the folder and its files: with the settings first,
    /// as [`SourceSet::open`] gives it, then with the rest, as
    /// [`SourceSet::read_rest`] does.
    pub fn problems(&self) -> Vec<Diagnostic> {
        let problems = &self.problems;
        let opening = problems.folder.iter().chain(&problems.settings).cloned();
        opening.chain(problems.rest(&self.sources)).collect()
    }

    pub(super) fn into_parts(self) -> (SourceSet, Vec<Diagnostic>) {
        let problems = self.problems.rest(&self.sources).collect();
        (self.sources, problems)
    }

    /// Reads everything but the settings and what `ignore` matches, by its
    /// path from the plan folder. What was read before is kept where it has
    /// not changed: this is also how other settings are followed.
    pub fn read(&mut self, ignore: GlobSet) -> Changes {
        self.changing(|folder| {
            folder.ignore = ignore;
            folder.walk(&Again::These(BTreeSet::new()));
        })
    }

    /// Reads again what these paths, absolute and with links resolved as a
    /// [watcher](crate::watch::Watcher) names them, say was touched. Where
    /// they are known files of the plan, nothing else is looked at.
    ///
    /// Where the settings have changed, they may say to ignore other files:
    /// then [`read`](Self::read) must follow.
    pub fn update(&mut self, touched: &BTreeSet<PathBuf>) -> Changes {
        self.changing(|folder| match folder.concern(touched) {
            Concern::Nothing => {}
            Concern::Files(found) => folder.read_these(found),
            Concern::Folder(names) => {
                folder.open_again();
                folder.walk(&Again::These(names));
            }
        })
    }

    /// Looks at everything again, when it is not known what was touched.
    pub fn look_again(&mut self) -> Changes {
        self.changing(|folder| {
            folder.open_again();
            folder.walk(&Again::All);
        })
    }

    fn changing(&mut self, change: impl FnOnce(&mut Self)) -> Changes {
        let before = (self.sources.clone(), self.problems.clone());
        change(self);
        Changes {
            problems: self.problems != before.1,
            ..Changes::between(&before.0, &self.sources)
        }
    }

    /// Reads the settings again.
    fn open_again(&mut self) {
        let old = self.settings();
        let (mut opened, problem) = SourceSet::open(&self.sources.root);
        self.problems.put_opening(problem, &opened);
        let kept = opened.sources.pop().map(|new| new.or_same(old.as_ref()));
        let rest = self.sources.sources.drain(..);
        let rest = rest.filter(|source| &*source.path != SETTINGS);
        self.sources.sources = kept.into_iter().chain(rest).collect();
        self.sources.number();
    }

    fn settings(&self) -> Option<Source> {
        let first = self.sources.sources.first();
        first.filter(|first| &*first.path == SETTINGS).cloned()
    }

    /// Reads everything else, but what is known and looks as it did.
    fn walk(&mut self, again: &Again) {
        let walked = walk(&self.sources.root, &self.ignore, (self.clock)(), MAX_FILES);
        let (texts, others) = self.read_all(walked.found, again);
        self.links = walked.links;
        self.notes.clear();
        self.problems.walking = walked.problems;
        self.problems.files.clear();
        let mut sources: Vec<Source> = self.settings().into_iter().collect();
        for read in texts {
            self.remember(&read.file.path, read.note, read.problem);
            sources.push(read.file);
        }
        let mut attachments = Vec::with_capacity(others.len());
        for read in others {
            self.remember(&read.file.path, read.note, read.problem);
            attachments.push(read.file);
        }
        self.sources.sources = sources;
        self.sources.attachments = attachments;
        self.sources.number();
    }

    fn remember(&mut self, path: &Arc<str>, note: Note, problem: Option<Diagnostic>) {
        self.notes.insert(Arc::clone(path), note);
        match problem {
            Some(problem) => self.problems.files.insert(Arc::clone(path), problem),
            None => self.problems.files.remove(path),
        };
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "it decides what is read again, never what is read"
)]
fn now() -> SystemTime {
    SystemTime::now()
}

impl Problems {
    fn put_opening(&mut self, found: Vec<Diagnostic>, opened: &SourceSet) {
        let is_there = !opened.sources.is_empty();
        let problem = found.into_iter().next();
        let (settings, folder) = if is_there {
            (problem, None)
        } else {
            (None, problem)
        };
        self.settings = settings;
        self.folder = folder;
    }

    /// Those found by walking, then those of the texts, then of other files.
    fn rest<'a>(&'a self, sources: &'a SourceSet) -> impl Iterator<Item = Diagnostic> + 'a {
        let of_texts = self.files.iter().filter_map(|(path, problem)| {
            let id = sources.by_path(path)?.id;
            let mut problem = problem.clone();
            if let Some(place) = &mut problem.primary {
                place.span.source = id;
            }
            Some(problem)
        });
        let of_others = self.files.iter().filter(|(path, _)| !is_text(path));
        let of_others = of_others.map(|(_, problem)| problem.clone());
        self.walking
            .iter()
            .cloned()
            .chain(of_texts)
            .chain(of_others)
    }
}
