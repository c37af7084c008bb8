//! The file of an item whose id is the file's name.

use globset::Glob;
use percent_encoding::percent_decode_str;

use crate::mend::Change;
use crate::plan::Item;
use crate::source::SourceSet;

use super::{Refusal, Task};

/// Names of files that mean something else in a plan.
const OTHERS: [&str; 2] = ["readme", "index"];

/// Whether the id comes from the file's name.
pub(super) fn moves(task: &Task<'_>) -> bool {
    task.item().body.document.matter.get("id").is_none()
}

/// The path that the file gets.
pub(super) fn moved(task: &Task<'_>) -> Result<Option<String>, Refusal> {
    if !moves(task) {
        return Ok(None);
    }
    let path = &task.item().body.path;
    let name = file_name(path);
    let write_id = format!("write `id: {}` in `{path}` first", task.old);
    if name.strip_suffix(".md") != Some(task.old) {
        let message = format!("the id {} is not quite the name of `{path}`", task.old);
        return Err(Refusal::new(message).help(write_id));
    }
    let new = task.new;
    if new.starts_with('.') || OTHERS.contains(&new.to_lowercase().as_str()) {
        let message = format!("a file `{new}.md` would be no item");
        return Err(Refusal::new(message).help(write_id));
    }
    let to = format!("{}{new}.md", &path[..path.len() - name.len()]);
    let ignore = task.config.ignore.iter();
    let globs = ignore.filter_map(|pattern| Glob::new(pattern).ok());
    if globs
        .into_iter()
        .any(|glob| glob.compile_matcher().is_match(&to))
    {
        let message = format!("plan.toml ignores `{to}`");
        return Err(Refusal::new(message).help(write_id));
    }
    let is_taken = |other: &str| other != path && other.to_lowercase() == to.to_lowercase();
    let texts = task.sources.sources.iter().map(|source| &source.path);
    let others = task.sources.attachments.iter().map(|file| &file.path);
    if texts.chain(others).any(|other| is_taken(other)) {
        return Err(Refusal::new(format!("`{to}` is there already")).help(write_id));
    }
    Ok(Some(to))
}

/// The name by which a link leads to the file, made new.
pub(super) fn renamed(task: &Task<'_>, written: &str) -> Option<String> {
    let decoded = percent_decode_str(written).decode_utf8().ok()?;
    let name = file_name(&task.item().body.path);
    if decoded == name {
        return Some(format!("{}.md", task.new));
    }
    (name.strip_suffix(".md") == Some(&decoded)).then(|| task.new.to_owned())
}

/// Adds to the changes that the item's file gets another path.
pub(super) fn move_to(changes: &mut Vec<Change>, item: &Item, sources: &SourceSet, to: String) {
    let path = &item.body.path;
    if let Some(change) = changes.iter_mut().find(|change| change.path == *path) {
        change.to = to;
        return;
    }
    let text = &sources.source(item.body.document.source).text;
    changes.push(Change {
        path: path.clone(),
        to,
        after: text.to_string(),
        before: Some(text.clone()),
    });
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
