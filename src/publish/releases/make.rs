//! Making a release beside the one that is shown.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::{Releases, Result, UNFINISHED, disk, name};
use crate::output::{Entry, MANIFEST, SitePath, Tree, WriteError};
use crate::publish::Delivery;

impl Releases {
    /// Makes a whole release; nothing of it stays if that fails.
    pub(super) fn make(&self, number: u32, tree: &Tree, delivery: &Delivery) -> Result<()> {
        self.sweep()?;
        let unfinished = self.store.join(format!("{UNFINISHED}{}", name(number)));
        let carried = self.foreign(delivery)?;
        let carried = carried.into_iter().filter(|path| {
            let path = SitePath::new(path);
            !path.is_ok_and(|path| tree.get(&path).is_some())
        });
        let carried: Vec<String> = carried.collect();
        let made = self.fill(&unfinished, tree, delivery, &carried);
        let made = made.and_then(|()| {
            let list = serde_json::to_vec(&carried).unwrap_or_default();
            disk::write(&self.carried_at(number), &list)?;
            disk::rename(&unfinished, &self.at(number))?;
            disk::flush_folder(&self.store);
            Ok(())
        });
        made.map_err(|error| {
            disk::delete_unfinished(&unfinished);
            self.disk(error)
        })
    }

    fn fill(
        &self,
        to: &Path,
        tree: &Tree,
        delivery: &Delivery,
        carried: &[String],
    ) -> std::result::Result<(), WriteError> {
        let shown = self.shown_folder();
        let mut folders: BTreeSet<&Path> = tree
            .iter()
            .map(|(path, _)| Path::new(path.folder()))
            .collect();
        folders.extend(carried.iter().filter_map(|path| Path::new(path).parent()));
        for folder in &folders {
            disk::make_folder(&to.join(folder))?;
        }
        let write: BTreeSet<&SitePath> =
            delivery.delta.write.iter().map(|(path, _)| path).collect();
        let files: Vec<(&SitePath, &Entry)> = tree.iter().collect();
        files.into_par_iter().try_for_each(|(path, entry)| {
            let place = to.join(path.as_str());
            let before = shown.as_ref().filter(|_| !write.contains(path));
            match (before, entry.bytes()) {
                (Some(shown), _) => disk::link_or_copy(&shown.join(path.as_str()), &place),
                (None, Some(bytes)) => disk::write(&place, bytes),
                // A site that is delivered was made whole.
                (None, None) => Ok(()),
            }
        })?;
        for path in carried {
            if let Some(shown) = &shown {
                disk::link_or_copy(&shown.join(path), &to.join(path))?;
            }
        }
        disk::write(&to.join(MANIFEST), delivery.delta.next.to_json().as_bytes())?;
        for folder in folders.into_iter().rev() {
            disk::flush_folder(&to.join(folder));
        }
        Ok(())
    }

    /// The files of others in the release that is shown.
    pub(super) fn foreign(&self, delivery: &Delivery) -> Result<Vec<String>> {
        let Some(shown) = self.shown_folder() else {
            return Ok(Vec::new());
        };
        let ours = |path: &str| {
            let path = SitePath::new(path).ok();
            let old = delivery.old.as_ref();
            path.zip(old)
                .is_some_and(|(path, old)| old.files.contains_key(&path))
        };
        let mut foreign = disk::files(&shown).map_err(|error| self.disk(error))?;
        foreign.retain(|path| path != MANIFEST && !ours(path));
        Ok(foreign)
    }

    /// Clears away releases that were not made to their ends.
    fn sweep(&self) -> Result<()> {
        let names = disk::names(&self.store).map_err(|error| self.disk(error))?;
        for name in names.iter().filter(|name| name.starts_with(UNFINISHED)) {
            disk::delete_unfinished(&self.store.join(name));
        }
        Ok(())
    }
}
