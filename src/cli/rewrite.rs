//! Writing changed files of a plan: whole, with the rights that they had, and
//! only over what was read.

#![expect(
    clippy::disallowed_methods,
    reason = "the files of the plan are changed here and nowhere else"
)]

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::mend::Change;

use super::failure::Failure;

const MARK: &[u8] = b"\xef\xbb\xbf";

/// What was written, and what was left alone and why.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// The paths of the files that were written.
    pub done: Vec<String>,
    /// Files that were left alone, each with the reason.
    pub left: Vec<String>,
}

/// A change that can be made, looked at before any is.
struct Planned<'a> {
    change: &'a Change,
    from: PathBuf,
    to: PathBuf,
    has_mark: bool,
}

/// Writes all changes that can be made.
pub(super) fn each(folder: &Path, changes: &[Change]) -> Result<Written, Failure> {
    let mut written = Written::default();
    let mut planned = Vec::new();
    for change in changes {
        match plan(folder, change) {
            Ok(plan) => planned.push(plan),
            Err(why) => written.left.push(why),
        }
    }
    write(&planned, &mut written)?;
    Ok(written)
}

/// Writes all changes, or none where one of them cannot be made.
pub(super) fn all(folder: &Path, changes: &[Change]) -> Result<Written, Failure> {
    let planned = changes.iter().map(|change| plan(folder, change));
    let planned = planned.collect::<Result<Vec<_>, _>>().map_err(|why| {
        Failure::new(format!("{why}; nothing was written")).help("mend that, and run it again")
    })?;
    let mut written = Written::default();
    write(&planned, &mut written)?;
    Ok(written)
}

/// Looks whether a change can be made, and says why not.
fn plan<'a>(folder: &Path, change: &'a Change) -> Result<Planned<'a>, String> {
    let (from, to) = (folder.join(&change.path), folder.join(&change.to));
    let path = &change.path;
    if let Some(link) = link_on_the_way(folder, path) {
        return Err(format!(
            "`{path}` was left alone: `{link}` is a symbolic link"
        ));
    }
    let is_there = |path: &Path| path.symlink_metadata().is_ok();
    let takes_new_place = change.before.is_none() || from != to;
    // Where case makes no difference, the new name may be that of the old file.
    let is_same = || change.path.eq_ignore_ascii_case(&change.to) && change.before.is_some();
    if takes_new_place && is_there(&to) && !is_same() {
        return Err(format!("`{}` is there already", change.to));
    }
    let has_mark = match &change.before {
        Some(before) => is_as_read(&from, before).map_err(|why| format!("`{path}` {why}"))?,
        None => false,
    };
    Ok(Planned {
        change,
        from,
        to,
        has_mark,
    })
}

/// The first part of a path that is a symbolic link.
fn link_on_the_way(folder: &Path, path: &str) -> Option<String> {
    let ends = path.match_indices('/').map(|(at, _)| at);
    let parts = ends.chain([path.len()]).map(|end| &path[..end]);
    let mut links = parts.filter(|part| folder.join(part).is_symlink());
    links.next().map(str::to_owned)
}

/// Whether a file begins with a byte order mark; it must hold what was read.
fn is_as_read(file: &Path, before: &str) -> Result<bool, String> {
    let bytes = fs::read(file).map_err(|error| format!("was left alone: {error}"))?;
    let text = bytes.strip_prefix(MARK);
    let has_mark = text.is_some();
    if text.unwrap_or(&bytes) == before.as_bytes() {
        Ok(has_mark)
    } else {
        Err("was left alone: it does not hold what was read".to_owned())
    }
}

fn write(planned: &[Planned<'_>], written: &mut Written) -> Result<(), Failure> {
    for plan in planned {
        if let Err(error) = put(plan) {
            let done = match written.done.as_slice() {
                [] => "nothing was written".to_owned(),
                done => format!("written before that: {}", done.join(", ")),
            };
            let message = format!("cannot write `{}`: {error}", plan.change.to);
            return Err(Failure::new(message).help(done));
        }
        written.done.push(plan.change.to.clone());
    }
    Ok(())
}

/// Puts a whole file in its place at once.
fn put(plan: &Planned<'_>) -> io::Result<()> {
    let Planned { from, to, .. } = plan;
    let Some(before) = &plan.change.before else {
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(to)?;
        return file.write_all(plan.change.after.as_bytes());
    };
    if **before != *plan.change.after {
        if is_as_read(from, before).is_err() {
            return Err(io::Error::other("it was changed a moment ago"));
        }
        let folder = from.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new()
            .prefix(".planwright-")
            .tempfile_in(folder)?;
        if plan.has_mark {
            file.write_all(MARK)?;
        }
        file.write_all(plan.change.after.as_bytes())?;
        file.as_file()
            .set_permissions(fs::metadata(from)?.permissions())?;
        file.persist(from)?;
    }
    if from != to {
        fs::rename(from, to)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::{all, each};
    use crate::mend::Change;

    fn change(path: &str, before: &str, after: &str) -> Change {
        Change {
            path: path.to_owned(),
            to: path.to_owned(),
            before: Some(before.into()),
            after: after.to_owned(),
        }
    }

    fn folder(files: &[(&str, &str)]) -> TempDir {
        let folder = TempDir::new().expect("a folder");
        for (path, text) in files {
            fs::write(folder.path().join(path), text).expect("a file");
        }
        folder
    }

    #[test]
    fn what_was_changed_since_it_was_read_is_not_written_over() {
        let folder = folder(&[("a.md", "newer"), ("b.md", "old")]);
        let text = |path| fs::read_to_string(folder.path().join(path)).expect("a file");
        let changes = [change("a.md", "old", "x"), change("b.md", "old", "y")];
        let failure = all(folder.path(), &changes).expect_err("one is newer");
        assert!(failure.message.contains("`a.md`"), "{failure:?}");
        assert_eq!(text("b.md"), "old");
        let written = each(folder.path(), &changes).expect("the other is written");
        assert_eq!(
            (written.done.as_slice(), written.left.len()),
            (&["b.md".to_owned()][..], 1)
        );
        assert_eq!(
            (text("a.md"), text("b.md")),
            ("newer".to_owned(), "y".to_owned())
        );
    }

    #[test]
    fn nothing_is_put_where_something_is() {
        let folder = folder(&[("a.md", "old"), ("b.md", "mine")]);
        let mut moving = change("a.md", "old", "old");
        moving.to = "b.md".to_owned();
        let new = Change {
            before: None,
            ..change("b.md", "", "new")
        };
        for change in [moving, new] {
            let failure = all(folder.path(), &[change]).expect_err("it is there");
            assert!(
                failure.message.contains("`b.md` is there already"),
                "{failure:?}"
            );
        }
    }

    #[test]
    fn what_was_done_before_a_failure_is_said() {
        let folder = folder(&[("a.md", "old")]);
        let lost = Change {
            before: None,
            ..change("a.md/b.md", "", "new")
        };
        let failure = all(folder.path(), &[change("a.md", "old", "x"), lost])
            .expect_err("a file is no folder");
        assert_eq!(failure.help.as_deref(), Some("written before that: a.md"));
    }
}
