//! A folder of this machine whose site is changed at once.
//!
//! The path is a link to the newest of the releases, which lie beside it:
//!
//! ```text
//! plan -> .plan.releases/0008
//! .plan.releases/
//!     0007/               a whole site, with its manifest
//!     0007.carried        the files of others that it holds, as JSON
//!     0008/
//!     0008.carried
//! ```
//!
//! What has not changed is linked from the release before (one file on disk,
//! two names), and files of others go along. A release is made under another
//! name, flushed and renamed; then the link is replaced by rename. Whoever
//! reads at that moment has the one release or the other.

mod disk;
mod make;
mod prune;

use std::fs::File;
use std::path::{Path, PathBuf};

use super::send::Consent;
use super::{Delivery, PublishError, Trouble};
use crate::output::{Folder, Manifest, Tree, WriteError};

type Result<T> = std::result::Result<T, PublishError>;

/// The file that is locked while releases change.
const LOCK: &str = "lock";
/// How the names of releases begin that are not whole.
const UNFINISHED: &str = ".planwright-";

/// A path that shows the newest of its releases.
#[derive(Debug, Clone)]
pub struct Releases {
    /// The link.
    link: PathBuf,
    /// The folder of the releases.
    store: PathBuf,
    /// How many are kept.
    keep: usize,
    /// The release that is shown.
    current: Option<u32>,
}

/// A release, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its number, as in `0007`.
    pub name: String,
    /// Whether it is shown.
    pub is_current: bool,
    /// The number of its files.
    pub files: usize,
}

/// A switch from one release to another.
#[derive(Debug, Clone)]
pub struct Switched {
    /// What there was to do; it is done.
    pub delivery: Delivery,
    /// The release that is shown now.
    pub release: Option<String>,
    /// Old releases that stay, as files of others were put into them.
    pub stay: Vec<String>,
}

impl Releases {
    /// Looks at a path, which need not be there. Changes nothing.
    ///
    /// # Errors
    ///
    /// When something stands there that is no link of ours.
    pub fn open(path: &Path, keep: usize) -> Result<Self> {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let name = name.ok_or_else(|| trouble(path, Trouble::RealFolder))?;
        let store = format!(".{name}.releases");
        let mut releases = Self {
            link: path.to_owned(),
            store: path.with_file_name(store),
            keep,
            current: None,
        };
        releases.current = releases.shown()?;
        Ok(releases)
    }

    /// The number of the release that the link leads to.
    fn shown(&self) -> Result<Option<u32>> {
        match disk::stands(&self.link)? {
            disk::Stands::Nothing => Ok(None),
            disk::Stands::Folder => Err(self.trouble(Trouble::RealFolder)),
            disk::Stands::File => Err(self.trouble(Trouble::NotOurLink)),
            disk::Stands::Link(to) => {
                let store = self.store.file_name().map(Path::new);
                let inner = store.and_then(|store| to.strip_prefix(store).ok());
                let number = inner.and_then(Path::to_str).and_then(number);
                let number = number.ok_or_else(|| self.trouble(Trouble::NotOurLink))?;
                Ok(Some(number))
            }
        }
    }

    fn at(&self, number: u32) -> PathBuf {
        self.store.join(name(number))
    }

    /// The folder of the release that is shown.
    fn shown_folder(&self) -> Option<PathBuf> {
        self.current.map(|number| self.at(number))
    }

    /// The manifest of the release that is shown, after a glance at its files.
    fn manifest(&self) -> Result<Option<Manifest>> {
        let Some(folder) = self.shown_folder() else {
            return Ok(None);
        };
        let folder = Folder::open(&folder, None, true).map_err(|error| self.disk(error))?;
        Ok(folder.manifest().cloned())
    }

    /// What there is to do to show a site. Changes nothing.
    ///
    /// # Errors
    ///
    /// When more would be done than was consented to.
    pub fn look(&self, tree: &Tree, fingerprint: u128, consent: Consent) -> Result<Delivery> {
        let delivery = Delivery::between(self.manifest()?, tree, fingerprint);
        delivery.spares(&self.place(), consent.max_delete)?;
        if !consent.adopt {
            let carried = self.foreign(&delivery)?;
            let taken = carried.into_iter().filter(|path| {
                let path = crate::output::SitePath::new(path);
                path.is_ok_and(|path| tree.get(&path).is_some())
            });
            let taken: Vec<String> = taken.collect();
            if !taken.is_empty() {
                return Err(self.trouble(Trouble::Foreign(taken)));
            }
        }
        Ok(delivery)
    }

    /// Makes a release of a site and shows it. If it is shown already, nothing
    /// is done at all.
    ///
    /// # Errors
    ///
    /// The release before is then still shown.
    pub fn publish(
        &mut self,
        tree: &Tree,
        fingerprint: u128,
        consent: Consent,
    ) -> Result<Switched> {
        let mut delivery = self.look(tree, fingerprint, consent)?;
        let mut switched = Switched {
            release: self.current.map(name),
            stay: Vec::new(),
            delivery: delivery.clone(),
        };
        if delivery.is_empty() {
            return Ok(switched);
        }
        let lock = self.lock()?;
        let shown = self.shown()?;
        if shown != self.current {
            self.current = shown;
            delivery = self.look(tree, fingerprint, consent)?;
        }
        let number = self.numbers()?.last().map_or(1, |last| last + 1);
        self.make(number, tree, &delivery)?;
        self.show(number)?;
        switched.stay = self.prune()?;
        switched.release = Some(name(number));
        switched.delivery = delivery;
        drop(lock);
        Ok(switched)
    }

    /// Shows another release: the one of that number, else the one before.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn roll_back(&mut self, to: Option<&str>) -> Result<String> {
        let _lock = self.lock()?;
        self.current = self.shown()?;
        let numbers = self.numbers()?;
        let found = match to {
            Some(to) => number(to).filter(|number| numbers.contains(number)),
            None => numbers.into_iter().rfind(|it| Some(*it) < self.current),
        };
        let missing = || self.trouble(Trouble::NoRelease(to.map(str::to_owned)));
        let found = found.ok_or_else(missing)?;
        self.show(found)?;
        Ok(name(found))
    }

    /// All releases, oldest first.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn list(&self) -> Result<Vec<Release>> {
        let release = |number| {
            let files = disk::manifest(&self.at(number)).map_err(|error| self.disk(error))?;
            Ok(Release {
                name: name(number),
                is_current: self.current == Some(number),
                files: files.map_or(0, |manifest| manifest.files.len()),
            })
        };
        self.numbers()?.into_iter().map(release).collect()
    }

    /// The numbers of all releases, in order.
    fn numbers(&self) -> Result<Vec<u32>> {
        let names = disk::names(&self.store).map_err(|error| self.disk(error))?;
        let mut numbers: Vec<u32> = names
            .iter()
            .filter_map(|name| number(name))
            .filter(|number| disk::is_release(&self.at(*number)))
            .collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn show(&mut self, number: u32) -> Result<()> {
        let store = self
            .store
            .file_name()
            .map(PathBuf::from)
            .unwrap_or_default();
        let switched = disk::link_to(&store.join(name(number)), &self.link);
        switched.map_err(|error| match error.kind() {
            std::io::ErrorKind::Unsupported | std::io::ErrorKind::PermissionDenied => {
                self.trouble(Trouble::NoLinks(error))
            }
            _ => self.disk(disk::at("link", &self.link)(error)),
        })?;
        self.current = Some(number);
        Ok(())
    }

    fn lock(&self) -> Result<File> {
        disk::make_folder(&self.store).map_err(|error| self.disk(error))?;
        disk::lock(&self.store.join(LOCK)).map_err(|error| self.disk(error))
    }

    fn place(&self) -> String {
        format!("`{}`", self.link.display())
    }

    fn trouble(&self, why: Trouble) -> PublishError {
        PublishError::new(self.place(), why)
    }

    fn disk(&self, error: WriteError) -> PublishError {
        self.trouble(Trouble::Disk(error))
    }
}

fn trouble(path: &Path, why: Trouble) -> PublishError {
    PublishError::new(format!("`{}`", path.display()), why)
}

/// `0007`
fn name(number: u32) -> String {
    format!("{number:04}")
}

fn number(name: &str) -> Option<u32> {
    let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    name.parse().ok().filter(|_| is_number)
}
