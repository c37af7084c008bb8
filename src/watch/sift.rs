//! Which of the system's events are changes.

use std::collections::BTreeSet;
use std::time::Instant;

use notify::event::{MetadataKind, ModifyKind};
use notify::{Error, ErrorKind, Event, EventKind};

use super::Heard;
use super::places::Places;

/// What is to be told of an event, if anything.
pub(super) fn heard(event: Result<Event, Error>, places: &Places, at: Instant) -> Option<Heard> {
    let event = match event {
        Ok(event) => event,
        Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
            return Some(Heard::Blind(at));
        }
        Err(_) => return Some(Heard::Lost(at)),
    };
    if event.need_rescan() {
        return Some(Heard::Lost(at));
    }
    if is_departure(event.kind) && event.paths.iter().any(|path| places.has(path)) {
        return Some(Heard::Blind(at));
    }
    let is_change = is_change(event.kind);
    let paths = event.paths.into_iter().filter(|path| {
        is_change && places.show(path) && !(is_of_content(event.kind) && path.is_dir())
    });
    let paths: BTreeSet<_> = paths.collect();
    (!paths.is_empty()).then_some(Heard::Touched(paths, at))
}

/// Reading is no change, and reading is what follows each change.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(_)
        | EventKind::Other
        | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => false,
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) => true,
    }
}

/// A kind that says of a watched folder that it is watched no longer. One that
/// is made in its place may even have its number.
fn is_departure(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
    )
}

/// A kind that some systems give to a folder when something in it changed,
/// which has an event of its own.
fn is_of_content(kind: EventKind) -> bool {
    matches!(kind, EventKind::Modify(ModifyKind::Any))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Instant;

    use notify::event::{
        AccessKind, AccessMode, CreateKind, DataChange, Flag, MetadataKind, ModifyKind, RemoveKind,
        RenameMode,
    };
    use notify::{Error, ErrorKind, Event, EventKind};

    use super::heard;
    use crate::watch::Heard;
    use crate::watch::places::Places;

    /// Whether an event of that kind about that path below a folder is told.
    fn is_told(kind: EventKind, path: &str) -> bool {
        let disk = tempfile::tempdir().unwrap();
        let root = disk.path().canonicalize().unwrap();
        let told = tell(Ok(Event::new(kind).add_path(root.join(path))), &root);
        matches!(told, Some(Heard::Touched(paths, _)) if paths.contains(&root.join(path)))
    }

    #[expect(clippy::disallowed_methods, reason = "the time does not matter")]
    fn tell(event: Result<Event, Error>, root: &Path) -> Option<Heard> {
        let places = Places::find(&[root.to_owned()]).unwrap();
        heard(event, &places, Instant::now())
    }

    #[test]
    fn what_changes_something_is_told() {
        for kind in [
            EventKind::Any,
            EventKind::Create(CreateKind::File),
            EventKind::Modify(ModifyKind::Any),
            EventKind::Modify(ModifyKind::Data(DataChange::Any)),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)),
            EventKind::Modify(ModifyKind::Name(RenameMode::To)),
            EventKind::Remove(RemoveKind::Any),
        ] {
            assert!(is_told(kind, "a.md"), "{kind:?}");
            assert!(!is_told(kind, ".git/a.md"), "{kind:?}");
        }
    }

    #[test]
    fn reading_is_not_told() {
        for kind in [
            EventKind::Access(AccessKind::Open(AccessMode::Any)),
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)),
            EventKind::Other,
        ] {
            assert!(!is_told(kind, "a.md"), "{kind:?}");
        }
    }

    #[test]
    fn that_something_in_a_folder_changed_is_not_told_of_the_folder() {
        assert!(!is_told(EventKind::Modify(ModifyKind::Any), ""));
        let kind = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
        assert!(is_told(kind, ""));
    }

    #[test]
    fn what_was_missed_is_told() {
        let disk = tempfile::tempdir().unwrap();
        let missed = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        let told = |event| tell(event, disk.path());
        assert!(matches!(told(Ok(missed)), Some(Heard::Lost(_))));
        let root = disk.path().canonicalize().unwrap();
        let gone = Event::new(EventKind::Remove(RemoveKind::Folder)).add_path(root);
        assert!(matches!(told(Ok(gone)), Some(Heard::Blind(_))));
        let error = Error::generic("something else");
        assert!(matches!(told(Err(error)), Some(Heard::Lost(_))));
        let error = Error::new(ErrorKind::MaxFilesWatch);
        assert!(matches!(told(Err(error)), Some(Heard::Blind(_))));
    }
}
