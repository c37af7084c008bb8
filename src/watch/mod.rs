//! Seeing what changes on disk.
//!
//! A [`Watcher`] looks at folders with all that lies in them and tells, once
//! per burst of changes, which paths were touched: one path after a save, all
//! of them after another branch was checked out. It says nothing of what
//! happened to them, because systems say it differently and editors save in
//! many ways; whoever is told looks for himself.
//!
//! What is hidden below a watched folder, as `.git` and editors' swap files
//! are, is not seen, and neither is reading.

mod burst;
mod failure;
mod places;
mod polling;
mod sift;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Config, RecommendedWatcher, RecursiveMode};

pub use failure::WatchError;

use burst::Burst;
use places::Places;
use polling::Polling;

/// How changes are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The system tells, at once.
    System,
    /// By looking at each file's size and times that often: for folders on
    /// other machines, of which the system tells nothing.
    Polling(Duration),
}

/// What there is to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Nothing changed in that time.
    Quiet,
    /// Something was done to these paths, which need not be there any more.
    /// They are absolute, with links to the watched folder resolved. A folder
    /// stands for all that lies in it.
    Touched(BTreeSet<PathBuf>),
    /// Something changed, but not all of it was seen.
    Lost,
    /// Someone called [`Waker::wake`]. What was touched until then is told
    /// next time.
    Woken,
}

/// Sees what changes in folders from when it was made: make it first, then
/// read.
///
/// ```no_run
/// # use std::time::Duration;
/// # use planwright::source::PlanFolder;
/// # use planwright::watch::{How, News, WatchError, Watcher};
/// # fn main() -> Result<(), WatchError> {
/// # let mut folder = PlanFolder::open("plan".as_ref());
/// let folders = ["plan".into()];
/// let mut watcher = Watcher::new(&folders, How::System)?;
/// loop {
///     let news = watcher.next(Duration::from_secs(1));
///     if news == News::Woken {
///         return Ok(());
///     }
///     if !watcher.is_whole() {
///         // Where the folder is not there, this fails until it is back.
///         if let Ok(again) = Watcher::new(&folders, How::System) {
///             watcher = again;
///         }
///         folder.look_again();
///         continue;
///     }
///     match news {
///         News::Touched(paths) => folder.update(&paths),
///         News::Lost => folder.look_again(),
///         News::Quiet | News::Woken => continue,
///     };
/// }
/// # }
/// ```
#[derive(Debug)]
pub struct Watcher {
    places: Places,
    eyes: Eyes,
    heard: Receiver<Heard>,
    sender: Sender<Heard>,
    /// What was touched and not yet told.
    burst: Option<Burst>,
    /// Whether a folder or a part of it can no longer be seen.
    is_blind: bool,
}

/// Ends the wait of a [`Watcher`] from another thread.
#[derive(Debug, Clone)]
pub struct Waker(Sender<Heard>);

#[derive(Debug)]
enum Eyes {
    /// Sees until it is dropped.
    System {
        _watcher: RecommendedWatcher,
    },
    Polling(Polling),
}

/// What the eyes and others have to say.
#[derive(Debug)]
enum Heard {
    Touched(BTreeSet<PathBuf>, Instant),
    Lost(Instant),
    /// A folder or a part of it can no longer be seen.
    Blind(Instant),
    Wake,
}

impl Watcher {
    /// Begins to watch folders, which may lie in one another, with all that
    /// lies in them.
    ///
    /// # Errors
    ///
    /// When a folder is not there, and when the system cannot watch all of
    /// them.
    pub fn new(folders: &[PathBuf], how: How) -> Result<Self, WatchError> {
        let places = Places::find(folders)?;
        let (sender, heard) = channel();
        let eyes = match how {
            How::System => Eyes::System {
                _watcher: system(&places, sender.clone())?,
            },
            How::Polling(interval) => Eyes::Polling(Polling::new(&places, interval)),
        };
        Ok(Self {
            places,
            eyes,
            heard,
            sender,
            burst: None,
            is_blind: false,
        })
    }

    /// Waits for news, but no longer than `timeout` for the first of it. A
    /// burst of changes is waited for to its end: some hundredths of a second
    /// after a save, up to three seconds where very many files are written.
    pub fn next(&mut self, timeout: Duration) -> News {
        let patience = now().checked_add(timeout);
        loop {
            let until = self.burst.as_ref().map(Burst::end).or(patience);
            match self.hear(until) {
                Some(Heard::Touched(paths, at)) => self.burst_at(at).touch(paths, at),
                Some(Heard::Lost(at)) => self.burst_at(at).lose(at),
                Some(Heard::Blind(at)) => {
                    self.is_blind = true;
                    self.burst_at(at).lose(at);
                }
                Some(Heard::Wake) => return News::Woken,
                None => return self.burst.take().map_or(News::Quiet, Burst::into_news),
            }
        }
    }

    /// Whether each watched folder still is the one that was there at first.
    /// A folder that was deleted, moved or replaced is watched no longer, even
    /// if there is one of that name again; and then there may be no news
    /// either. So ask after each news, [`News::Quiet`] too, and when it is not
    /// so, make another watcher and look at everything. Nor is it so when the
    /// system cannot watch a folder that was made in them.
    ///
    /// Where the system does not tell folders apart it is enough that there
    /// is one.
    pub fn is_whole(&self) -> bool {
        !self.is_blind && self.places.are_the_same()
    }

    /// What ends the wait from another thread.
    pub fn waker(&self) -> Waker {
        Waker(self.sender.clone())
    }

    fn burst_at(&mut self, at: Instant) -> &mut Burst {
        self.burst.get_or_insert_with(|| Burst::new(at))
    }

    /// What is said until then; what has been said already, in any case.
    fn hear(&mut self, until: Option<Instant>) -> Option<Heard> {
        loop {
            let look = match &self.eyes {
                Eyes::System { .. } => None,
                Eyes::Polling(polling) => Some(polling.next),
            };
            let end = [until, look].into_iter().flatten().min();
            let wait = end.map_or(Duration::MAX, |end| end.saturating_duration_since(now()));
            if let Ok(heard) = self.heard.recv_timeout(wait) {
                return Some(heard);
            }
            if let Eyes::Polling(polling) = &mut self.eyes
                && polling.next <= now()
            {
                let touched = polling.look(&self.places);
                if !touched.is_empty() {
                    return Some(Heard::Touched(touched, now()));
                }
            }
            if until.is_some_and(|until| until <= now()) {
                return None;
            }
        }
    }
}

impl Waker {
    /// Makes [`Watcher::next`] return [`News::Woken`]: at once if it is being
    /// waited for, else the next time.
    pub fn wake(&self) {
        // A watcher that is no more cannot be woken.
        let _ = self.0.send(Heard::Wake);
    }
}

/// Watches with what the system offers. Links are not followed: what they lead
/// to in the folders is watched in its own place, and would be called by the
/// link's name if it were watched twice.
fn system(places: &Places, sender: Sender<Heard>) -> Result<RecommendedWatcher, WatchError> {
    let seen = places.clone();
    let tell = move |event| {
        if let Some(heard) = sift::heard(event, &seen, now()) {
            // Nobody listens once the watcher is being dropped.
            let _ = sender.send(heard);
        }
    };
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = <RecommendedWatcher as notify::Watcher>::new(tell, config)?;
    for folder in places.folders() {
        notify::Watcher::watch(&mut watcher, folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a burst is over when nothing has come for a while"
)]
fn now() -> Instant {
    Instant::now()
}
