//! The plan as it would be, checked before anything is written.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, code};
use crate::mend::Change;
use crate::pipeline::{self, Checked, Inputs};
use crate::source::SourceSet;

use super::{Refusal, Task, is_kept, reviews};

/// The changes, if the plan is as well after them as before.
pub(super) fn holds(
    task: &Task<'_>,
    before: &Checked,
    inputs: &Inputs,
    mut changes: Vec<Change>,
) -> Result<Vec<Change>, Refusal> {
    let then = Inputs {
        sources: changed(&inputs.sources, &changes),
        problems: Vec::new(),
        ..inputs.clone()
    };
    let after = pipeline::check(&then);
    if !is_kept(before, task.at, &after, task.new) {
        let message = format!("{} would not be the same item as {}", task.new, task.old);
        return Err(Refusal::new(message).help("choose another id"));
    }
    match worse(&before.diagnostics, &after.diagnostics) {
        None => {
            let now = (&*after.plan, &then.sources);
            changes.extend(reviews::renamed(task, &before.reviews, now)?);
            Ok(changes)
        }
        Some(found) => Err(Refusal::new(format!(
            "the plan would not be as well as before: {}",
            found.message
        ))
        .help("choose another id, or mend that first")),
    }
}

/// The files as they would be.
fn changed(sources: &SourceSet, changes: &[Change]) -> SourceSet {
    let changes: BTreeMap<&str, &Change> = changes
        .iter()
        .map(|change| (change.path.as_str(), change))
        .collect();
    let files = sources
        .sources
        .iter()
        .map(|source| match changes.get(&*source.path) {
            Some(change) => (change.to.as_str(), change.after.as_str()),
            None => (&*source.path, &*source.text),
        });
    SourceSet {
        root: sources.root.clone(),
        attachments: sources.attachments.clone(),
        ..SourceSet::in_memory(files)
    }
}

/// What a renaming settles afterwards, or leaves to people.
const FOLLOWS: [&Code; 2] = [&code::MOVED_REFERENCE, &code::SUSPECT_LINK];

/// A finding of which there are more than before. That places which only a
/// person can change name the item by an old id is no fault, and the record of
/// reviews has yet to follow.
fn worse<'a>(before: &[Diagnostic], after: &'a [Diagnostic]) -> Option<&'a Diagnostic> {
    let (was, is) = (by_code(before), by_code(after));
    let more = is.iter().find(|(code, found)| {
        let old = was.get(*code).map_or(0, Vec::len);
        !FOLLOWS.contains(code) && found.len() > old
    });
    let (code, found) = more?;
    let known: Vec<&str> = was
        .get(code)
        .into_iter()
        .flatten()
        .map(|it| &*it.message)
        .collect();
    let new = found.iter().find(|found| !known.contains(&&*found.message));
    new.or(found.last()).copied()
}

fn by_code(found: &[Diagnostic]) -> BTreeMap<&'static Code, Vec<&Diagnostic>> {
    let mut codes: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for found in found {
        codes.entry(found.code).or_default().push(found);
    }
    codes
}
