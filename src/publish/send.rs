//! Making a target what the site is.

use std::collections::BTreeSet;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream;
use tokio::time::Instant;

use super::lock::{Lock, Owner};
use super::remote::PARTS;
use super::{Delivery, PublishError, Remote, Trouble};
use crate::output::{Manifest, SitePath, Tree};

/// How often the target is told at most what has arrived.
const CHECKPOINT: Duration = Duration::from_millis(250);
/// How many times as long as telling takes it is not told again.
const PAUSE: u32 = 10;

/// Who wants to know how far a delivery is.
pub trait Watcher: Sync {
    /// So many bytes will be sent.
    fn will_send(&self, _bytes: u64) {}
    /// So many more have arrived.
    fn sent(&self, _bytes: u64) {}
    /// Something that people should know.
    fn note(&self, _text: &str) {}
    /// Ends when the delivery should stop; asked for again and again.
    fn stop(&self) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        Box::pin(std::future::pending())
    }
}

/// Nobody wants to know.
impl Watcher for () {}

/// What a delivery may do without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// Write over files of others.
    pub adopt: bool,
    /// Delete this share of the site, in percent.
    pub max_delete: u8,
}

type Result<T> = std::result::Result<T, PublishError>;

/// What there is to do to make a target show a site. Changes nothing.
///
/// # Errors
///
/// When the target cannot be read, or when more would be done than was
/// consented to.
pub async fn look(
    remote: &Remote,
    tree: &Tree,
    fingerprint: u128,
    consent: Consent,
) -> Result<Delivery> {
    let seen = remote.manifest().await?;
    consider(remote, seen.as_deref(), (tree, fingerprint), consent).await
}

async fn consider(
    remote: &Remote,
    seen: Option<&[u8]>,
    (tree, fingerprint): (&Tree, u128),
    consent: Consent,
) -> Result<Delivery> {
    let old = seen.map(|bytes| Manifest::parse(bytes).manifest);
    let delivery = Delivery::between(old, tree, fingerprint);
    delivery.spares(&remote.place, consent.max_delete)?;
    if !consent.adopt {
        delivery.is_among_friends(remote).await?;
    }
    Ok(delivery)
}

/// Makes a target show a site, and gives back what there was to do. If the
/// target shows it already, nothing is sent at all.
///
/// # Errors
///
/// Refusals come before anything is sent. If the target fails later, it holds
/// whole files of the old and of the new site, and the next delivery goes on.
pub async fn deliver(
    remote: &Remote,
    (tree, fingerprint): (&Tree, u128),
    (consent, owner): (Consent, Owner),
    watcher: &dyn Watcher,
) -> Result<Delivery> {
    let site = (tree, fingerprint);
    let seen = remote.manifest().await?;
    let delivery = consider(remote, seen.as_deref(), site, consent).await?;
    if delivery.is_empty() {
        return Ok(delivery);
    }
    let lock = Lock::take(remote, owner, watcher);
    let lock = unless_stopped(remote, watcher, lock).await??;
    let sent = async {
        // What is there may have changed while the lock was waited for.
        let now = remote.manifest().await?;
        let delivery = if now == seen {
            delivery
        } else {
            consider(remote, now.as_deref(), site, consent).await?
        };
        Sending::new(remote, tree, &delivery, &lock, watcher)
            .run()
            .await?;
        Ok(delivery)
    };
    let sent = sent.await;
    lock.release().await;
    remote.delete_if_empty(PARTS.trim_end_matches('/')).await;
    sent
}

async fn unless_stopped<T>(
    remote: &Remote,
    watcher: &dyn Watcher,
    done: impl Future<Output = T>,
) -> Result<T> {
    tokio::select! {
        done = done => Ok(done),
        () = watcher.stop() => Err(remote.trouble(Trouble::Stopped)),
    }
}

/// A delivery that is under way.
struct Sending<'a> {
    remote: &'a Remote,
    tree: &'a Tree,
    delivery: &'a Delivery,
    lock: &'a Lock,
    watcher: &'a dyn Watcher,
    /// What is known to be there.
    ledger: Manifest,
    /// When the target will next be told.
    next: Instant,
}

impl<'a> Sending<'a> {
    fn new(
        remote: &'a Remote,
        tree: &'a Tree,
        delivery: &'a Delivery,
        lock: &'a Lock,
        watcher: &'a dyn Watcher,
    ) -> Self {
        Self {
            remote,
            tree,
            delivery,
            lock,
            watcher,
            ledger: delivery.ledger(),
            next: Instant::now(),
        }
    }

    async fn run(mut self) -> Result<()> {
        let delta = &self.delivery.delta;
        if !(delta.write.is_empty() && delta.delete.is_empty()) {
            self.watcher.will_send(self.delivery.bytes());
            self.tell().await?;
            let changed = self.change().await;
            if changed.is_err() && self.lock.held().is_ok() {
                // The more is known, the less the next delivery has to send.
                let _known = self.remote.put_manifest(&self.ledger).await;
            }
            changed?;
        }
        self.lock.still_held().await?;
        self.remote.put_manifest(&delta.next).await
    }

    async fn change(&mut self) -> Result<()> {
        if self.delivery.completes() {
            self.sweep().await;
        }
        let first = self.delivery.in_the_way();
        self.delete(&first).await?;
        self.delete_folders(&first).await;
        self.make_folders().await;
        for files in self.delivery.phases() {
            self.send(&files).await?;
        }
        let last: Vec<&SitePath> = self.delivery.delta.delete.iter().collect();
        self.delete(&last).await?;
        self.delete_folders(&last).await;
        Ok(())
    }

    /// Sends files, several at a time, in no order.
    async fn send(&mut self, files: &[&SitePath]) -> Result<()> {
        let (remote, tree) = (self.remote, self.tree);
        let send = |path: SitePath| async move {
            let bytes = tree.get(&path).and_then(|entry| entry.bytes());
            // A site that is delivered was made whole.
            let bytes = bytes.map(|bytes| Bytes::from_owner(bytes.clone()));
            remote.put(path.as_str(), bytes.unwrap_or_default()).await?;
            Ok(path)
        };
        let files = files.iter().map(|path| (*path).clone());
        let mut sending = stream::iter(files).map(send).buffer_unordered(remote.width);
        while let Some(path) = self.unless_stopped(sending.next()).await?.transpose()? {
            if let Some(stamp) = self.delivery.delta.next.files.get(&path) {
                self.watcher.sent(stamp.len);
                self.ledger.files.insert(path, *stamp);
            }
            self.checkpoint().await?;
        }
        Ok(())
    }

    async fn delete(&mut self, files: &[&SitePath]) -> Result<()> {
        let remote = self.remote;
        let there = files
            .iter()
            .filter(|path| self.ledger.files.contains_key(**path));
        let there: Vec<SitePath> = there.map(|path| (*path).clone()).collect();
        let delete = |path: SitePath| async move {
            remote.delete(path.as_str()).await?;
            Ok(path)
        };
        let mut deleting = stream::iter(there)
            .map(delete)
            .buffer_unordered(remote.width);
        while let Some(gone) = self.unless_stopped(deleting.next()).await?.transpose()? {
            self.ledger.files.remove(&gone);
            self.checkpoint().await?;
        }
        Ok(())
    }

    async fn unless_stopped<T>(&self, done: impl Future<Output = T>) -> Result<T> {
        unless_stopped(self.remote, self.watcher, done).await
    }

    /// Tells the target what is known, if it was not told for a while.
    async fn checkpoint(&mut self) -> Result<()> {
        self.lock.held()?;
        if Instant::now() < self.next {
            return Ok(());
        }
        self.tell().await
    }

    async fn tell(&mut self) -> Result<()> {
        let start = Instant::now();
        self.remote.put_manifest(&self.ledger).await?;
        self.next = Instant::now() + CHECKPOINT.max(start.elapsed() * PAUSE);
        Ok(())
    }

    /// Clears away what an earlier delivery has not sent to its end.
    async fn sweep(&self) {
        let parts = PARTS.trim_end_matches('/');
        for part in self
            .remote
            .files_in(parts)
            .await
            .ok()
            .flatten()
            .into_iter()
            .flatten()
        {
            let _stays = self.remote.delete(&part).await;
        }
    }

    /// Makes the folders of files to send, outermost first.
    async fn make_folders(&self) {
        let write = &self.delivery.delta.write;
        let needed: BTreeSet<&str> = write.iter().flat_map(|(path, _)| path.folders()).collect();
        let old = self.delivery.old.iter().flat_map(|old| old.files.keys());
        let there: BTreeSet<&str> = old.flat_map(SitePath::folders).collect();
        for folder in needed.difference(&there) {
            self.remote.make_folder(folder).await;
        }
    }

    /// Deletes the folders that are empty without these files, innermost first.
    async fn delete_folders(&self, files: &[&SitePath]) {
        let next = &self.delivery.delta.next.files;
        let needed: BTreeSet<&str> = next.keys().flat_map(SitePath::folders).collect();
        let left: BTreeSet<&str> = files.iter().flat_map(|path| path.folders()).collect();
        for folder in left.iter().rev().filter(|folder| !needed.contains(*folder)) {
            self.remote.delete_if_empty(folder).await;
        }
    }
}
