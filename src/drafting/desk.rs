//! What a draft is worked on with, and what is told about the work.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostic::Fault;
use crate::edition::Imprint;
use crate::output::SitePath;
use crate::pipeline::Inputs;
use crate::quantity::Date;
use crate::theme::Theme;
use crate::watch::How;

use super::draft::{Occasion, Version};
use super::sweep::Reason;

/// Which theme the settings ask for.
type Choose = dyn Fn(&Inputs) -> Result<Theme, Vec<Fault>> + Send + Sync;
/// Which folders the settings take themes from, there or not.
type Themes = dyn Fn(&Inputs) -> Vec<PathBuf> + Send + Sync;

/// What a draft is worked on with.
pub struct Desk {
    /// The plan folder.
    pub plan: PathBuf,
    /// What the site says of itself: the edition that is worked on.
    pub imprint: Imprint,
    /// How changes are seen.
    pub how: How,
    /// Which theme the settings ask for.
    pub choose: Box<Choose>,
    /// Which folders they take themes from.
    pub themes: Box<Themes>,
    /// Which day it is.
    pub today: Box<dyn Fn() -> Date + Send + Sync>,
    /// Where the work is told.
    pub told: Told,
}

/// Whom the work is told.
pub type Told = Arc<dyn Fn(Report<'_>) + Send + Sync>;

/// What is told.
pub enum Report<'a> {
    /// The plan was followed; the site is as it is.
    Followed {
        /// What it was for.
        occasion: &'a Occasion,
        /// The plan.
        version: &'a Version,
        /// The time from the end of the change to the new site.
        took: Duration,
        /// The pages that changed, and why; those known so far where the next
        /// change came before all were looked at.
        pages: &'a [(SitePath, Reason)],
        /// The number of all pages, or of files where a folder was written.
        all: usize,
        /// Whether all pages were looked at.
        done: bool,
    },
    /// The plan is broken; the site stays as it was.
    Broken {
        /// What it was for.
        occasion: &'a Occasion,
        /// The plan.
        version: &'a Version,
    },
    /// Pages could not be made: the looks have faults.
    Faults(&'a [Fault]),
    /// The plan folder is gone, or cannot be watched, for that reason.
    Gone(String),
    /// It is back.
    Back,
}
