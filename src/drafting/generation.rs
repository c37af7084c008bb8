//! A site whose pages come to be when somebody looks at them.
//!
//! A plan, what follows from it and its site borrow from one another, so each
//! generation lives on a thread of its own that makes what is asked for and
//! ends with the last one who holds it.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use crate::diagnostic::Fault;
use crate::output::{Entry, SitePath, bytes_hash};
use crate::serve::{self, File};
use crate::site::{Looks, Site, Ways};
use crate::trace::Trace;

use super::draft::Version;
use super::hashes::Hashes;

/// How many pages are made at once.
const HANDS: usize = 2;

/// A site, made page by page.
pub(super) struct Generation {
    version: Version,
    number: u64,
    shared: Arc<Shared>,
    asked: Sender<Job>,
    redirects: OnceLock<HashMap<String, SitePath>>,
    assets: OnceLock<Vec<(SitePath, u128)>>,
    kept: Arc<Kept>,
}

/// What sites hand on to the next.
#[derive(Default)]
pub(super) struct Kept {
    hashes: Hashes,
    ways: Mutex<Option<Known>>,
}

/// The navigation, for a plan that means the same and looks the same.
struct Known {
    trace: Arc<Trace>,
    looks: Arc<Looks>,
    ways: Ways,
}

impl Kept {
    /// Opens the site of a version.
    fn open<'a>(&self, version: &'a Version, looks: &'a Arc<Looks>) -> Site<'a> {
        let checked = &version.checked;
        let (subject, found) = checked.for_site(&version.inputs);
        let mut last = locked(&self.ways);
        if let Some(known) = &*last
            && checked.shown.is_none()
            && Arc::ptr_eq(&known.trace, &checked.trace)
            && Arc::ptr_eq(&known.looks, looks)
        {
            return Site::within(subject, found, looks, &known.ways);
        }
        let site = Site::new(subject, found, looks);
        *last = Some(Known {
            trace: Arc::clone(&checked.trace),
            looks: Arc::clone(looks),
            ways: site.ways(),
        });
        site
    }
}

/// What was made, for all who look at the site.
#[derive(Default)]
pub(super) struct Shared {
    made: Mutex<HashMap<SitePath, File>>,
    /// The site before it, asked for what cannot be made.
    last: Mutex<Option<Arc<dyn serve::Site>>>,
    /// What keeps pages from being made.
    pub faults: Mutex<Vec<Fault>>,
}

/// Something to be made by those who have the site.
enum Job {
    File(SitePath, Sender<Option<File>>),
    Assets(Sender<Vec<(SitePath, Entry)>>),
}

impl Generation {
    /// The site of a sound version of a plan, with its number; `last` is asked
    /// for pages that cannot be made. What is to be done with all of it is done
    /// beside, on a thread of its own.
    pub fn new(
        (version, number): (Version, u64),
        last: Arc<dyn serve::Site>,
        kept: Arc<Kept>,
        beside: impl FnOnce(&Site<'_>, &Shared) + Send + 'static,
    ) -> Self {
        let (asked, jobs) = channel();
        let shared = Arc::new(Shared {
            last: Mutex::new(Some(last)),
            ..Shared::default()
        });
        let site = (version.clone(), Arc::clone(&shared), Arc::clone(&kept));
        thread::spawn(move || {
            let (version, shared, kept) = site;
            if let Ok(looks) = &version.looks {
                let site = kept.open(&version, looks);
                live(&site, &shared, jobs, beside);
            }
        });
        Self {
            version,
            number,
            shared,
            asked,
            redirects: OnceLock::new(),
            assets: OnceLock::new(),
            kept,
        }
    }

    /// The last site whose pages can all be made, as far as is known: this
    /// one, or that before it.
    pub fn good(self: &Arc<Self>) -> Arc<dyn serve::Site> {
        let last = locked(&self.shared.last).clone();
        last.unwrap_or_else(|| Arc::clone(self) as Arc<dyn serve::Site>)
    }

    fn ask<T>(&self, job: impl FnOnce(Sender<T>) -> Job) -> Option<T> {
        let (answer, answered) = channel();
        self.asked.send(job(answer)).ok()?;
        answered.recv().ok()
    }
}

/// The life of a site: it makes what is asked for until nobody can ask.
fn live(
    site: &Site<'_>,
    shared: &Shared,
    jobs: Receiver<Job>,
    beside: impl FnOnce(&Site<'_>, &Shared) + Send,
) {
    let jobs = &Mutex::new(jobs);
    thread::scope(|scope| {
        for _ in 0..HANDS {
            scope.spawn(move || {
                while let Ok(job) = { locked(jobs).recv() } {
                    job.done(site, shared);
                }
            });
        }
        scope.spawn(move || beside(site, shared));
    });
}

impl Job {
    fn done(self, site: &Site<'_>, shared: &Shared) {
        // Whoever asked may have gone away.
        match self {
            Self::File(path, answer) => {
                let _ = answer.send(file(site, shared, path));
            }
            Self::Assets(answer) => {
                let _ = answer.send(site.assets().to_vec());
            }
        }
    }
}

/// A file, made now; none where there is none, or it cannot be made.
fn file(site: &Site<'_>, shared: &Shared, path: SitePath) -> Option<File> {
    let entry = match site.page(&path, None) {
        Some(Ok(page)) => page,
        Some(Err(error)) => {
            shared.add(error.into_fault());
            return None;
        }
        None => site.file(&path)?.clone(),
    };
    let bytes = entry.bytes()?;
    let file = File {
        hash: bytes_hash(bytes),
        bytes: Arc::clone(bytes),
        path,
    };
    locked(&shared.made).insert(file.path.clone(), file.clone());
    Some(file)
}

impl Shared {
    /// Says that all pages can be made: no other site is needed.
    pub fn stands_alone(&self) {
        *locked(&self.last) = None;
    }

    /// Adds a fault, if it is not known yet.
    pub fn add(&self, fault: Fault) {
        let mut known = locked(&self.faults);
        if !known.iter().any(|it| it.is_as(&fault)) {
            known.push(fault);
        }
    }
}

impl serve::Site for Generation {
    fn file(&self, path: &SitePath) -> Option<File> {
        if let Some(file) = locked(&self.shared.made).get(path) {
            return Some(file.clone());
        }
        if self.redirect(path.as_str()).is_some() {
            return None;
        }
        let made = self.ask(|answer| Job::File(path.clone(), answer)).flatten();
        made.or_else(|| {
            let last = locked(&self.shared.last).clone();
            last.filter(|_| !locked(&self.shared.faults).is_empty())?
                .file(path)
        })
    }

    fn redirect(&self, path: &str) -> Option<SitePath> {
        let redirects = self.redirects.get_or_init(|| {
            let redirects = self.version.checked.site_plan().redirects();
            let paths = redirects.filter_map(|(from, to)| {
                let to = SitePath::new(&format!("{to}.html")).ok()?;
                Some((format!("{from}.html"), to))
            });
            paths.collect()
        });
        redirects.get(path).cloned()
    }

    fn moved(&self, from: &dyn serve::Site, path: &SitePath) -> Option<SitePath> {
        let origin = from.origin(path)?;
        let plan = self.version.checked.site_plan();
        let mut bodies = plan.bodies();
        let (place, _) = bodies.find(|(_, body)| body.path == origin)?;
        SitePath::new(&format!("{}.html", plan.address(place))).ok()
    }

    fn origin(&self, path: &SitePath) -> Option<String> {
        let plan = self.version.checked.site_plan();
        let address = path.as_str().strip_suffix(".html")?;
        let mut bodies = plan.bodies();
        let found = bodies.find(|(place, _)| plan.address(*place) == address);
        found.map(|(_, body)| body.path.clone())
    }

    fn assets(&self) -> Vec<(SitePath, u128)> {
        let assets = self.assets.get_or_init(|| {
            let files = self.ask(Job::Assets).unwrap_or_default();
            let shown = files
                .iter()
                .filter_map(|(path, file)| Some((path, file.bytes()?)));
            let hashes = self.kept.hashes.of(shown.clone().map(|(_, bytes)| bytes));
            let paths = shown.map(|(path, _)| path.clone());
            // What can be searched for changes with any word, and is not made
            // only to say so.
            let search = SitePath::new("search/index.js").ok();
            let search = search.map(|path| (path, u128::from(self.number)));
            paths.zip(hashes).chain(search).collect()
        });
        assets.clone()
    }
}

/// What a lock holds. Whoever panicked while holding it did not leave it half
/// changed: nothing in here is changed in more than one step.
pub(super) fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
