//! What is served at one moment: a site, swapped whole, and what is wrong
//! with the plan as it lies on disk now.

use std::sync::Arc;

use crate::output::SitePath;

/// A file of the site, as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it is in the site.
    pub path: SitePath,
    /// What is in it.
    pub bytes: Arc<[u8]>,
    /// The hash of its bytes.
    pub hash: u128,
}

/// A site that does not change: all pages as of one state of the plan.
pub trait Site: Send + Sync {
    /// The file at a path; none where there is none, and none at an old address
    /// either. A page may be made only now, so it can take the time that takes.
    fn file(&self, path: &SitePath) -> Option<File>;

    /// The path in the site that an old one leads to: `goals/old.html`.
    fn redirect(&self, path: &str) -> Option<SitePath>;

    /// Where what a page of another site showed is to be found in this one,
    /// by the file that it was made from; none where it is nowhere.
    fn moved(&self, from: &dyn Site, path: &SitePath) -> Option<SitePath>;

    /// The file of the plan that a page is made from, where it is one file's.
    fn origin(&self, path: &SitePath) -> Option<String>;

    /// The files that are no pages and can differ from one site to the next
    /// while a page is open, with the hashes of their bytes: style sheets,
    /// scripts, pictures.
    fn assets(&self) -> Vec<(SitePath, u128)>;
}

/// What is wrong with the plan on disk, for the browser.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// The rule: `L001`; empty for faults of templates.
    pub code: String,
    /// The message, one sentence.
    pub message: String,
    /// The finding as the terminal shows it, without colours.
    pub text: String,
    /// The file, the line and the column, as people see them:
    /// `actions/a12.md:4:9`; none where no file is at fault.
    pub place: Option<String>,
    /// An address that opens the place in an editor.
    pub editor: Option<String>,
}

/// What is served at one moment.
#[derive(Clone)]
pub struct Moment {
    /// Counts the sites since the server began, from 1.
    pub number: u64,
    /// The site: that of the plan as it is, or the last good one.
    pub site: Arc<dyn Site>,
    /// What keeps the site from following the plan; empty where it follows.
    pub errors: Arc<[Finding]>,
    /// What is wrong without breaking the site.
    pub warnings: Arc<[Finding]>,
}
