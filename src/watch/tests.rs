#![expect(
    clippy::disallowed_methods,
    reason = "tests change the folders that they watch"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use super::{How, News, Watcher};

/// Longer than any news takes.
const LONG: Duration = Duration::from_secs(30);
const POLLING: How = How::Polling(Duration::from_millis(20));

struct Watched {
    disk: TempDir,
    root: PathBuf,
    watcher: Watcher,
}

impl Watched {
    fn new(how: How, files: &[&str]) -> Self {
        let disk = TempDir::new().unwrap();
        let root = disk.path().canonicalize().unwrap().join("plan");
        fs::create_dir(&root).unwrap();
        for file in files {
            write(&root.join(file), "old");
        }
        let watcher = Watcher::new(std::slice::from_ref(&root), how).unwrap();
        Self {
            disk,
            root,
            watcher,
        }
    }

    fn write(&self, path: &str) {
        write(&self.root.join(path), "new text");
    }

    /// What is told until a last file is written, which is left out.
    #[track_caller]
    fn told(&mut self) -> BTreeSet<String> {
        self.write("last");
        let mut told = BTreeSet::new();
        loop {
            match self.watcher.next(LONG) {
                News::Touched(paths) => told.extend(paths),
                news => panic!("{news:?} after {told:?}"),
            }
            if told.remove(&self.root.join("last")) {
                return told.iter().map(|path| self.shown(path)).collect();
            }
        }
    }

    fn shown(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap();
        below.to_str().unwrap().replace('\\', "/")
    }
}

fn write(file: &Path, text: &str) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn set<const N: usize>(paths: [&str; N]) -> BTreeSet<String> {
    paths.map(str::to_owned).into()
}

#[test]
fn what_is_written_made_moved_or_deleted_is_told() {
    for how in [How::System, POLLING] {
        let mut it = Watched::new(how, &["a.md", "b.md", "c.md", "goals/d.md"]);
        it.write("a.md");
        assert_eq!(it.told(), set(["a.md"]), "{how:?}");
        fs::rename(it.root.join("b.md"), it.root.join("e.md")).unwrap();
        assert_eq!(it.told(), set(["b.md", "e.md"]), "{how:?}");
        fs::remove_file(it.root.join("c.md")).unwrap();
        assert_eq!(it.told(), set(["c.md"]), "{how:?}");
        it.write("goals/d.md");
        assert_eq!(it.told(), set(["goals/d.md"]), "{how:?}");
    }
}

#[test]
fn what_lies_in_a_new_folder_is_told() {
    for how in [How::System, POLLING] {
        let mut it = Watched::new(how, &[]);
        fs::create_dir(it.root.join("new")).unwrap();
        assert_eq!(it.told(), set(["new"]), "{how:?}");
        // The system begins to watch it a moment after it tells of it.
        let is_told = |_| {
            it.write("new/a.md");
            it.told().contains("new/a.md")
        };
        assert!((0..100).any(is_told), "{how:?}");
    }
}

#[test]
fn reading_is_not_told() {
    for how in [How::System, POLLING] {
        let mut it = Watched::new(how, &["a.md", "goals/b.md"]);
        for file in ["a.md", "goals/b.md"] {
            fs::read(it.root.join(file)).unwrap();
        }
        fs::read_dir(it.root.join("goals")).unwrap().for_each(drop);
        assert_eq!(it.told(), set([]), "{how:?}");
    }
}

#[test]
fn what_is_hidden_is_not_told() {
    for how in [How::System, POLLING] {
        let mut it = Watched::new(how, &[".git/index", ".a.md.swp"]);
        it.write(".git/index");
        it.write(".git/objects/a");
        it.write(".a.md.swp");
        it.write(".b.md.swp");
        assert_eq!(it.told(), set([]), "{how:?}");
    }
}

#[test]
fn two_saves_within_a_second_are_told_by_looking() {
    let mut it = Watched::new(POLLING, &["a.md"]);
    for text in ["1", "2", "3"] {
        write(&it.root.join("a.md"), text);
        assert_eq!(it.told(), set(["a.md"]));
    }
}

#[test]
fn paths_are_told_as_they_lie_on_disk() {
    let disk = TempDir::new().unwrap();
    let root = disk.path().canonicalize().unwrap();
    write(&root.join("plan/a.md"), "old");
    let named = root.join("plan/../plan");
    let mut watcher = Watcher::new(&[named], How::System).unwrap();
    write(&root.join("plan/a.md"), "new");
    let told = News::Touched(BTreeSet::from([root.join("plan/a.md")]));
    let asked = super::now();
    assert_eq!(watcher.next(LONG), told);
    assert!(asked.elapsed() < LONG, "it waited on");
}

#[cfg(unix)]
#[test]
fn a_linked_folder_is_told_in_its_own_place() {
    let mut it = Watched::new(How::System, &["goals/a.md"]);
    for n in 0..20 {
        let link = it.root.join(format!("aims{n}"));
        std::os::unix::fs::symlink("goals", link).unwrap();
    }
    let folders = std::slice::from_ref(&it.root);
    it.watcher = Watcher::new(folders, How::System).unwrap();
    it.write("goals/a.md");
    assert_eq!(it.told(), set(["goals/a.md"]));
}

#[test]
fn several_folders_are_watched_at_once() {
    let it = Watched::new(How::System, &[]);
    let theme = it.disk.path().canonicalize().unwrap().join("theme");
    write(&theme.join("page.html"), "old");
    let mut watcher = Watcher::new(&[it.root, theme.clone()], How::System).unwrap();
    write(&theme.join("page.html"), "new");
    let told = News::Touched(BTreeSet::from([theme.join("page.html")]));
    assert_eq!(watcher.next(LONG), told);
}

#[test]
fn a_folder_that_was_replaced_needs_another_watcher() {
    for how in [How::System, POLLING] {
        let mut it = Watched::new(how, &["a.md"]);
        assert!(it.watcher.is_whole());
        let away = it.disk.path().join("away");
        fs::rename(&it.root, &away).unwrap();
        assert!(!it.watcher.is_whole());
        let folders = std::slice::from_ref(&it.root);
        assert!(Watcher::new(folders, how).is_err());
        fs::rename(&away, &it.root).unwrap();
        it.watcher = Watcher::new(folders, how).unwrap();
        assert!(it.watcher.is_whole());
        it.write("a.md");
        assert_eq!(it.told(), set(["a.md"]), "{how:?}");
    }
}

#[test]
fn a_folder_that_was_deleted_and_made_again_needs_another_watcher() {
    let mut it = Watched::new(How::System, &[]);
    fs::remove_dir(&it.root).unwrap();
    fs::create_dir(&it.root).unwrap();
    while it.watcher.is_whole() {
        assert_ne!(it.watcher.next(LONG), News::Quiet);
    }
    it.watcher = Watcher::new(std::slice::from_ref(&it.root), How::System).unwrap();
    assert!(it.watcher.is_whole());
    it.write("a.md");
    assert_eq!(it.told(), set(["a.md"]));
}

#[test]
fn waking_ends_the_wait_and_loses_nothing() {
    for how in [How::System, How::Polling(LONG)] {
        let mut it = Watched::new(how, &[]);
        let waker = it.watcher.waker();
        let thread = std::thread::spawn(move || waker.wake());
        assert_eq!(it.watcher.next(LONG), News::Woken);
        thread.join().unwrap();
        assert_eq!(it.watcher.next(Duration::ZERO), News::Quiet);
    }
    let mut it = Watched::new(How::System, &["a.md"]);
    it.write("a.md");
    it.watcher.waker().wake();
    assert!(std::iter::repeat_with(|| it.watcher.next(LONG)).any(|news| news == News::Woken));
}

#[test]
fn what_was_touched_before_waking_is_told_after() {
    let mut it = Watched::new(How::System, &[]);
    let paths = BTreeSet::from([it.root.join("a.md")]);
    let at = super::now();
    it.watcher
        .sender
        .send(super::Heard::Touched(paths.clone(), at))
        .unwrap();
    it.watcher.waker().wake();
    assert_eq!(it.watcher.next(LONG), News::Woken);
    assert_eq!(it.watcher.next(LONG), News::Touched(paths));
}

#[test]
fn what_came_while_nobody_waited_is_one_burst() {
    let mut it = Watched::new(How::System, &[]);
    let long_ago = super::now().checked_sub(Duration::from_secs(9)).unwrap();
    let paths: BTreeSet<PathBuf> = (0..9).map(|n| it.root.join(n.to_string())).collect();
    for path in &paths {
        let touched = super::Heard::Touched(BTreeSet::from([path.clone()]), long_ago);
        it.watcher.sender.send(touched).unwrap();
    }
    let expected = if cfg!(windows) {
        News::Lost
    } else {
        News::Touched(paths)
    };
    assert_eq!(it.watcher.next(LONG), expected);
}
