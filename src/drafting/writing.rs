//! A site that follows its plan, written into a folder.

use std::path::Path;
use std::time::Instant;

use crate::diagnostic::Fault;
use crate::output::{Delta, Folder, SitePath, Why, WriteError};
use crate::pipeline;

use super::desk::Report;
use super::draft::{Draft, Occasion, Version, faults, now};
use super::sweep::{Reason, Reasons};

/// Writes a plan's site into a folder and follows the plan, until the program
/// ends. With `force`, the folder may hold foreign files.
///
/// # Errors
///
/// When the folder must not be written to, or cannot be at first.
pub fn write(mut draft: Draft, out: &Path, force: bool) -> Result<(), WriteError> {
    let mut version = draft.version();
    follow(&draft, (out, force), &version, &Occasion::default(), now())?;
    loop {
        if let Some((occasion, at)) = draft.wait() {
            version = draft.version();
            if let Err(error) = follow(&draft, (out, force), &version, &occasion, at) {
                let mut fault = Fault::said(&error.to_string());
                fault.help.push(error.help().to_owned());
                (draft.desk().told)(Report::Faults(&[fault]));
            }
        }
    }
}

/// Makes the folder what the version of the plan is, if a site can be made of
/// it.
fn follow(
    draft: &Draft,
    (out, force): (&Path, bool),
    version: &Version,
    occasion: &Occasion,
    at: Instant,
) -> Result<(), WriteError> {
    let told = &draft.desk().told;
    let looks = version.looks.as_ref().ok().filter(|_| version.is_sound());
    let Some(looks) = looks else {
        told(Report::Broken { occasion, version });
        return Ok(());
    };
    let mut folder = Folder::open(out, Some(&draft.desk().plan), force)?;
    folder.begin()?;
    let made = pipeline::files_into(&version.checked, &version.inputs, looks, &folder);
    let (tree, leaks) = match made {
        Ok(made) => made,
        Err(errors) => {
            told(Report::Faults(&faults(errors)));
            return Ok(());
        }
    };
    if !leaks.is_empty() {
        let version = &version.with(leaks);
        told(Report::Broken { occasion, version });
        return Ok(());
    }
    let (last, made_from) = (folder.manifest(), pipeline::made_from(&version.inputs));
    let delta = Delta::between(last, &tree, looks.fingerprint()).made_from(made_from, last);
    folder.write(&tree, &delta)?;
    told(Report::Followed {
        occasion,
        version,
        took: at.elapsed(),
        pages: &pages(&delta, version, occasion),
        all: tree.len(),
        done: true,
    });
    Ok(())
}

/// The files that were written or deleted, and why.
fn pages(delta: &Delta, version: &Version, occasion: &Occasion) -> Vec<(SitePath, Reason)> {
    let reasons = Reasons::new(version, occasion);
    let written = delta.write.iter().map(|(path, why)| {
        let reason = match why {
            Why::New => Reason::New,
            _ if occasion.looks => Reason::Looks,
            _ => reasons.of(path),
        };
        (path.clone(), reason)
    });
    let gone = delta.delete.iter().map(|path| (path.clone(), Reason::Gone));
    written.chain(gone).collect()
}
