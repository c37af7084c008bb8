//! How one reading of a plan folder differs from another.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::source::{Attachment, Source, SourceSet};

/// What changed in a plan folder. The paths are those of the plan, in order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Files that hold something else.
    pub modified: Vec<Arc<str>>,
    /// Files that were not there.
    pub added: Vec<Arc<str>>,
    /// Files that are no more.
    pub removed: Vec<Arc<str>>,
    /// Whether other things are wrong with the folder or its files.
    pub problems: bool,
}

impl Changes {
    /// From one set to another, made from it: what is not the very same
    /// [`Arc`] counts as changed. The problems, sets know nothing of.
    pub fn between(old: &SourceSet, new: &SourceSet) -> Self {
        let mut changes = Self::default();
        changes.compare(&files(old), &files(new));
        changes
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        !self.problems && self.paths().next().is_none()
    }

    /// Whether the file of that path changed, came or went.
    pub fn concern(&self, path: &str) -> bool {
        self.paths().any(|changed| &**changed == path)
    }

    /// All paths: of what was modified, then added, then removed.
    pub fn paths(&self) -> impl Iterator<Item = &Arc<str>> {
        self.modified.iter().chain(&self.added).chain(&self.removed)
    }

    fn compare(&mut self, mut old: &[File], mut new: &[File]) {
        loop {
            let order = match (old.first(), new.first()) {
                (Some(old), Some(new)) => old.path.cmp(new.path),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return,
            };
            match order {
                Ordering::Less => self.removed.push(Arc::clone(old[0].path)),
                Ordering::Greater => self.added.push(Arc::clone(new[0].path)),
                Ordering::Equal if old[0].holds == new[0].holds => {}
                Ordering::Equal => self.modified.push(Arc::clone(new[0].path)),
            }
            old = &old[usize::from(order != Ordering::Greater)..];
            new = &new[usize::from(order != Ordering::Less)..];
        }
    }
}

struct File<'a> {
    path: &'a Arc<str>,
    /// Where what it holds lies; nowhere for what was not read.
    holds: Option<*const u8>,
}

/// All files of a set by path.
fn files(set: &SourceSet) -> Vec<File<'_>> {
    let texts = set.sources.iter().map(|Source { path, text, .. }| File {
        path,
        holds: Some(text.as_ptr()),
    });
    let others = set
        .attachments
        .iter()
        .map(|Attachment { path, bytes }| File {
            path,
            holds: bytes.as_ref().map(|bytes| bytes.as_ptr()),
        });
    let mut files: Vec<File> = texts.chain(others).collect();
    files.sort_by(|a, b| a.path.cmp(b.path));
    files
}
