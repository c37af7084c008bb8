//! What a delivery has to do, before anything is done.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::remote::is_page;
use super::{PublishError, Remote, Trouble};
use crate::output::{Delta, Manifest, SitePath, Stamp, Tree, Why};

/// The home page, which readers see last of all.
const HOME: &str = "index.html";

/// The difference between a target and a site.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// The files to send and those to delete.
    pub delta: Delta,
    /// What the target holds of ours.
    pub(super) old: Option<Manifest>,
}

impl Delivery {
    /// What makes a target with the manifest `old` show `tree`.
    pub fn between(old: Option<Manifest>, tree: &Tree, fingerprint: u128) -> Self {
        let delta = Delta::between(old.as_ref(), tree, fingerprint);
        Self { delta, old }
    }

    /// Whether the target is as it should be.
    pub fn is_empty(&self) -> bool {
        self.delta.is_empty()
    }

    /// Whether an earlier delivery did not end.
    pub fn completes(&self) -> bool {
        let mut old = self.old.iter().flat_map(|old| old.files.values());
        old.any(|stamp| !stamp.is_known())
    }

    /// The bytes to send.
    pub fn bytes(&self) -> u64 {
        let files = &self.delta.next.files;
        let length = |path| files.get(path).map_or(0, |stamp| stamp.len);
        self.delta.write.iter().map(|(path, _)| length(path)).sum()
    }

    /// The files to send in their order: what pages need, pages, the home page.
    pub(super) fn phases(&self) -> [Vec<&SitePath>; 3] {
        let mut phases = [const { Vec::new() }; 3];
        for (path, _) in &self.delta.write {
            phases[phase(path.as_str())].push(path);
        }
        phases
    }

    /// The files that must go before others come: where a folder becomes a file
    /// or a file a folder, and where a name changes by case only.
    pub(super) fn in_the_way(&self) -> Vec<&SitePath> {
        let write = || self.delta.write.iter().map(|(path, _)| path);
        let files: BTreeSet<Arc<str>> = write().map(SitePath::case_key).collect();
        let folders = write().flat_map(SitePath::folders).map(str::to_lowercase);
        let folders: BTreeSet<String> = folders.collect();
        let in_the_way = |path: &&SitePath| {
            let key = path.case_key();
            let mut above = path.folders().map(str::to_lowercase);
            files.contains(&key) || folders.contains(&*key) || above.any(|it| files.contains(&*it))
        };
        self.delta.delete.iter().filter(in_the_way).collect()
    }

    /// The manifest while the delivery lasts: all files of the old and of the
    /// new site, with nothing known of those that change or go.
    pub(super) fn ledger(&self) -> Manifest {
        let mut ledger = self.delta.next.clone();
        for (path, _) in &self.delta.write {
            ledger.files.insert(path.clone(), Stamp::UNKNOWN);
        }
        for path in &self.delta.delete {
            ledger.files.insert(path.clone(), Stamp::UNKNOWN);
        }
        ledger
    }

    /// Refuses a delivery that deletes more than a share of the site, in percent.
    pub(super) fn spares(&self, remote: &str, limit: u8) -> Result<(), PublishError> {
        let there = self.old.as_ref().map_or(0, |old| old.files.len());
        let gone = self.delta.delete.len();
        if gone * 100 <= there * usize::from(limit) {
            return Ok(());
        }
        let paths = self.delta.delete.iter().map(SitePath::to_string).collect();
        let share = (gone * 100).div_ceil(there) as u64;
        let why = Trouble::TooMuchGone {
            paths,
            share,
            limit,
        };
        Err(PublishError::new(remote, why))
    }

    /// Refuses to write over files of others.
    pub(super) async fn is_among_friends(&self, remote: &Remote) -> Result<(), PublishError> {
        let mut new: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (path, why) in &self.delta.write {
            if *why == Why::New {
                new.entry(path.folder()).or_default().insert(path.as_str());
            }
        }
        let mut foreign = Vec::new();
        for (folder, paths) in new {
            let there = match remote.files_in(folder).await? {
                Some(there) => there,
                None if paths.contains(HOME) && remote.read(HOME).await?.is_some() => {
                    vec![HOME.to_owned()]
                }
                None => Vec::new(),
            };
            foreign.extend(there.into_iter().filter(|it| paths.contains(it.as_str())));
        }
        if foreign.is_empty() {
            return Ok(());
        }
        Err(remote.trouble(Trouble::Foreign(foreign)))
    }
}

fn phase(path: &str) -> usize {
    let is_home = path
        .strip_prefix(HOME)
        .is_some_and(|rest| ["", ".gz", ".br"].contains(&rest));
    match is_page(path) {
        true if is_home => 2,
        true => 1,
        false => 0,
    }
}
