//! Looking through all pages of a new site for those that changed.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::output::{Entry, Manifest, SitePath, Stamp};
use crate::site::Site;

use super::draft::{Occasion, Version};
use super::generation::{Shared, locked};

/// The hundredths of a second before all pages are looked through.
const PATIENCE: usize = 15;

/// Why a page is another one than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It was not there.
    New,
    /// It is no more.
    Gone,
    /// The file that it is made from changed.
    File,
    /// It shows something of what changed elsewhere.
    Shown,
    /// All pages look otherwise now.
    Looks,
}

impl Reason {
    /// It in words, for the curious.
    pub fn words(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::File => "its file changed",
            Self::Shown => "what it shows of others changed",
            Self::Looks => "the looks changed",
        }
    }
}

/// The views of all pages as they were last looked at, from site to site.
#[derive(Clone, Default)]
pub(super) struct Sweep {
    seen: Arc<Mutex<Manifest>>,
    /// Whether the next site has come.
    over: Arc<AtomicBool>,
}

/// What was found.
pub(super) struct Swept {
    pub pages: Vec<(SitePath, Reason)>,
    pub all: usize,
    /// Whether all pages were looked at.
    pub done: bool,
}

impl Sweep {
    /// Ends it: the next site has come.
    pub fn end(&self) {
        self.over.store(true, Ordering::Relaxed);
    }

    /// Lets those go first who look at the site, and whoever is still typing.
    pub fn wait(&self) {
        for _ in 0..PATIENCE {
            if !self.over.load(Ordering::Relaxed) {
                thread::sleep(Duration::from_millis(10));
            }
        }
    }

    /// One that goes on from where this one ends.
    pub fn next(&self) -> Self {
        Self {
            seen: Arc::clone(&self.seen),
            over: Arc::default(),
        }
    }

    /// Looks at each page, and makes those that changed, so that what is wrong
    /// with the looks comes to light.
    pub fn run(
        &self,
        site: &Site<'_>,
        shared: &Shared,
        version: &Version,
        occasion: &Occasion,
    ) -> Swept {
        let seen = &mut *locked(&self.seen);
        let looks = version
            .looks
            .as_ref()
            .map_or(0, |looks| looks.fingerprint());
        let reasons = Reasons::new(version, occasion);
        let mut swept = Swept {
            pages: Vec::new(),
            all: site.pages().len(),
            done: true,
        };
        if seen.fingerprint != looks {
            // Nothing that was seen looks so any more.
            seen.fingerprint = looks;
            seen.files.values_mut().for_each(|stamp| stamp.view = None);
        }
        for path in quick_first(site, version) {
            if self.over.load(Ordering::Relaxed) {
                swept.done = false;
                return swept;
            }
            match site.page(path, Some(seen)) {
                None => {}
                Some(Err(error)) => shared.add(error.into_fault()),
                Some(Ok(entry)) => {
                    let Some(new) = stamp(&entry) else { continue };
                    let reason = match seen.files.insert(path.clone(), new) {
                        Some(old) if old.bytes == new.bytes => continue,
                        Some(old) if old.view.is_none() => Reason::Looks,
                        Some(_) => reasons.of(path),
                        None => Reason::New,
                    };
                    swept.pages.push((path.clone(), reason));
                }
            }
        }
        let now: BTreeSet<&SitePath> = site.pages().collect();
        let gone: Vec<SitePath> = seen
            .files
            .keys()
            .filter(|path| !now.contains(path))
            .cloned()
            .collect();
        for path in gone {
            seen.files.remove(&path);
            swept.pages.push((path, Reason::Gone));
        }
        swept
    }
}

/// All pages, those of items before the long ones: whoever goes on typing does
/// not wait for a page to be made that nobody has asked for.
fn quick_first<'s>(site: &'s Site<'_>, version: &Version) -> Vec<&'s SitePath> {
    let items = version.checked.site_plan().each();
    let items: BTreeSet<&str> = items.map(|item| item.address.as_str()).collect();
    let is_item = |path: &&SitePath| items.contains(path.as_str().trim_end_matches(".html"));
    let (mut pages, others): (Vec<_>, Vec<_>) = site.pages().partition(is_item);
    pages.extend(others);
    pages
}

/// What is remembered of a page that was made; none of one that was not, since
/// it is as it was.
fn stamp(page: &Entry) -> Option<Stamp> {
    page.bytes().map(|_| page.stamp())
}

/// What tells why a page changed.
pub(super) struct Reasons {
    /// The pages whose files changed.
    files: BTreeSet<String>,
}

impl Reasons {
    pub fn new(version: &Version, occasion: &Occasion) -> Self {
        let plan = version.checked.site_plan();
        let changed: BTreeSet<&str> = occasion.changes.paths().map(|path| &**path).collect();
        let bodies = plan
            .bodies()
            .filter(|(_, body)| changed.contains(body.path.as_str()));
        let pages = bodies.map(|(place, _)| plan.address(place).to_owned());
        Self {
            files: pages.collect(),
        }
    }

    /// Why a page that was there changed, though it looks as it did.
    pub fn of(&self, path: &SitePath) -> Reason {
        let address = path.as_str().trim_end_matches(".html");
        if self.files.contains(address) {
            Reason::File
        } else {
            Reason::Shown
        }
    }
}
