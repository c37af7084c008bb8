//! Which revision of a plan is published.

use std::path::Path;
use std::process::{Command, Stdio};

/// What git calls the revision of a folder, with `-dirty` where files have
/// changed since; none where git is not there or knows nothing of the folder.
pub(super) fn of(plan: &Path) -> Option<String> {
    let mut git = Command::new("git");
    git.arg("-C").arg(plan);
    git.args(["describe", "--always", "--dirty", "--abbrev=8"]);
    let run = git
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let revision = String::from_utf8(run.stdout).ok()?;
    let revision = revision.trim();
    (run.status.success() && !revision.is_empty()).then(|| revision.to_owned())
}
