//! Reading files, or keeping what is known of them.

use std::sync::Arc;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use crate::diagnostic::Diagnostic;
use crate::source::read::{fitting, is_text, read_attachment, read_text};
use crate::source::walk::Found;
use crate::source::{Attachment, MAX_ATTACHMENT, MAX_ATTACHMENTS, SETTINGS, Source};

use super::{Again, Note, PlanFolder};

/// A file that was read, or kept.
pub(super) struct Read<T> {
    pub file: T,
    pub note: Note,
    pub problem: Option<Diagnostic>,
}

impl PlanFolder {
    /// The files that were found, texts and others.
    pub(super) fn read_all(
        &self,
        found: Vec<Found>,
        again: &Again,
    ) -> (Vec<Read<Source>>, Vec<Read<Attachment>>) {
        let (texts, others): (Vec<Found>, Vec<Found>) = found
            .into_iter()
            .filter(|found| found.path != SETTINGS)
            .partition(|found| is_text(&found.path));
        let fits: Vec<bool> = fitting(others.iter().map(|found| found.size)).collect();
        let others: Vec<(Found, bool)> = others.into_iter().zip(fits).collect();
        let texts = texts.into_par_iter().map(|found| {
            let is_kept = self.is_as_it_was(&found, true, again);
            self.text(&found, is_kept)
        });
        let others = others.into_par_iter().map(|(found, fits)| {
            let is_kept = self.is_as_it_was(&found, fits, again);
            self.other(&found, fits, is_kept)
        });
        (texts.collect(), others.collect())
    }

    /// Reads files that are known and still are where they were.
    pub(super) fn read_these(&mut self, found: Vec<Found>) {
        let (texts, others): (Vec<Found>, Vec<Found>) =
            found.into_iter().partition(|found| is_text(&found.path));
        let texts = texts.into_par_iter().map(|found| self.text(&found, false));
        let texts: Vec<Read<Source>> = texts.collect();
        let others = others
            .into_par_iter()
            .map(|found| self.other(&found, true, false));
        let others: Vec<Read<Attachment>> = others.collect();
        for mut read in texts {
            if let Ok(place) = self.sources.place(&read.file.path) {
                self.remember(&read.file.path, read.note, read.problem);
                read.file.id = self.sources.sources[place].id;
                self.sources.sources[place] = read.file;
            }
        }
        for read in others {
            if let Ok(place) = self.sources.place_of_other(&read.file.path) {
                self.remember(&read.file.path, read.note, read.problem);
                self.sources.attachments[place] = read.file;
            }
        }
    }

    /// Whether all attachments still fit together once these are read.
    pub(super) fn all_fit_with(&self, found: &[Found]) -> bool {
        if found.iter().all(|found| is_text(&found.path)) {
            return true;
        }
        let others = self.notes.iter().filter(|(path, _)| !is_text(path));
        let known = others.map(|(_, note)| note.size);
        let new = found.iter().filter(|found| !is_text(&found.path));
        let sizes = known.chain(new.map(|found| found.size));
        sizes.map(|size| size.min(MAX_ATTACHMENT)).sum::<u64>() <= MAX_ATTACHMENTS
    }

    fn is_as_it_was(&self, found: &Found, fits: bool, again: &Again) -> bool {
        let is_said_to_be = match again {
            Again::These(names) => !super::concern::covers(names, &found.path),
            // Elsewhere a stamp says too little.
            Again::All => cfg!(unix),
        };
        let note = self.notes.get(found.path.as_str());
        is_said_to_be
            && !found.linked
            && found.stamp.is_some()
            && note.is_some_and(|note| note.stamp == found.stamp && note.fits == fits)
    }

    fn text(&self, found: &Found, is_kept: bool) -> Read<Source> {
        let old = self.sources.by_path(&found.path);
        let path = old.map_or_else(|| Arc::from(&*found.path), |old| Arc::clone(&old.path));
        let (file, problem) = if let (Some(old), true) = (old, is_kept) {
            (old.clone(), self.problems.files.get(&path).cloned())
        } else {
            let (new, problem) = read_text(path, &found.file);
            (new.or_same(old), problem)
        };
        Read {
            file,
            note: Note::of(found, true),
            problem,
        }
    }

    fn other(&self, found: &Found, fits: bool, is_kept: bool) -> Read<Attachment> {
        let old = self.sources.attachment(&found.path);
        let path = old.map_or_else(|| Arc::from(&*found.path), |old| Arc::clone(&old.path));
        let (file, problem) = if let (Some(old), true) = (old, is_kept) {
            (old.clone(), self.problems.files.get(&path).cloned())
        } else {
            let (new, problem) = read_attachment(path, &found.file, fits);
            (new.or_same(old), problem)
        };
        Read {
            file,
            note: Note::of(found, fits),
            problem,
        }
    }
}

impl Note {
    fn of(found: &Found, fits: bool) -> Self {
        Self {
            stamp: found.stamp,
            size: found.size,
            linked: found.linked,
            exact: found.exact,
            fits,
        }
    }
}

impl Source {
    /// The text that was there before, where it is the same.
    pub(super) fn or_same(self, old: Option<&Self>) -> Self {
        match old {
            Some(old) if old.text == self.text => old.clone(),
            _ => self,
        }
    }
}

impl Attachment {
    /// The bytes that were there before, where they are the same.
    fn or_same(self, old: Option<&Self>) -> Self {
        match old {
            Some(old) if *old == self => old.clone(),
            _ => self,
        }
    }
}
