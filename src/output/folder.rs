//! The output folder, looked at before anything is written.

use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefMutIterator as _, ParallelIterator as _};

use super::path::OWN;
use super::stage::Stage;
use super::{Loaded, Manifest, OnDisk, Refusal, SitePath, Stamp, WriteError, bytes_hash, disk};

/// The name of the manifest.
pub const MANIFEST: &str = ".planwright.json";
/// The name of the file that is locked while a write lasts.
pub(super) const LOCK: &str = ".planwright.lock";

/// A folder that a site may be written to. Opening it changes nothing.
#[derive(Debug)]
pub struct Folder {
    pub(super) root: PathBuf,
    pub(super) force: bool,
    /// The hash of its manifest when it was opened.
    pub(super) saved: Option<u128>,
    pub(super) loaded: Option<Loaded>,
    /// What is on its way into it, while a write lasts.
    pub(super) stage: Option<Stage>,
}

impl Folder {
    /// Looks at a folder, which need not exist.
    ///
    /// `plan` is the folder of the plan, which is never written over; the
    /// output may lie inside it. With `force`, the folder may hold foreign
    /// files, and those that stand where a page has to go are written over.
    ///
    /// # Errors
    ///
    /// Why the folder must not be written to.
    pub fn open(path: &Path, plan: Option<&Path>, force: bool) -> Result<Self, WriteError> {
        let refuse = |why| Err(WriteError::new(path, why));
        let holds_plan = |plan| Ok(disk::real(plan)?.starts_with(disk::real(path)?));
        if plan.map_or(Ok(false), holds_plan)? {
            return refuse(Refusal::HoldsPlan);
        }
        if disk::follow(path)?.is_some_and(|found| !found.is_dir()) {
            return refuse(Refusal::NotAFolder);
        }
        let saved = disk::read(&path.join(MANIFEST))?;
        let mut folder = Self {
            root: path.to_owned(),
            force,
            saved: saved.as_deref().map(bytes_hash),
            loaded: saved.as_deref().map(Manifest::parse),
            stage: None,
        };
        if let Some(loaded) = &mut folder.loaded {
            glance(path, &mut loaded.manifest)?;
        } else if !force && let Some(file) = first_foreign(path)? {
            return refuse(Refusal::NotOurs(file));
        }
        Ok(folder)
    }

    /// The folder's path.
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// What the folder holds of ours, as far as it is still there.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.loaded.as_ref().map(|loaded| &loaded.manifest)
    }

    /// What is wrong with the folder's manifest, as a clause; everything will
    /// be written again.
    pub fn problem(&self) -> Option<&str> {
        self.loaded.as_ref()?.problem.as_deref()
    }

    pub(super) fn at(&self, path: &SitePath) -> PathBuf {
        self.root.join(path.as_str())
    }
}

/// Sees which listed files are still there; what is no longer a file is
/// somebody else's.
fn glance(root: &Path, manifest: &mut Manifest) -> Result<(), WriteError> {
    let look = |(path, stamp): (&SitePath, &mut Stamp)| {
        match disk::stat(&root.join(path.as_str()))? {
            None => stamp.disk = OnDisk::Missing,
            Some(found) if !found.is_file() => return Ok(Some(path.clone())),
            Some(found) if found.len() != stamp.len => stamp.disk = OnDisk::Altered,
            Some(_) => {}
        }
        Ok(None)
    };
    let looked = manifest.files.par_iter_mut().map(look);
    let replaced: Vec<Option<SitePath>> = looked.collect::<Result<_, _>>()?;
    for path in replaced.into_iter().flatten() {
        manifest.files.remove(&path);
    }
    Ok(())
}

fn first_foreign(folder: &Path) -> Result<Option<String>, WriteError> {
    let mut names = disk::names(folder)?.into_iter();
    Ok(names.find(|name| !name.starts_with(OWN)))
}
