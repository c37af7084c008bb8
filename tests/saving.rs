//! How editors and other programs save, seen on disk: whatever they do, what
//! comes of it is the files that really changed.
#![expect(
    clippy::disallowed_methods,
    reason = "tests do on disk what editors do"
)]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use globset::GlobSet;
use planwright::source::{Changes, PlanFolder, SourceSet};
use planwright::watch::{How, News, Watcher};
use tempfile::TempDir;

/// Longer than any news takes.
const LONG: Duration = Duration::from_mins(1);
const OLD: &str = "# Read more\n\nMore people read.\n";
const NEW: &str = "# Read more\n\nMore people read more.\n";

/// A plan that is being written.
struct Written {
    disk: TempDir,
    root: PathBuf,
    watcher: Watcher,
    folder: PlanFolder,
}

/// What became of the files of a plan.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    modified: BTreeSet<String>,
    added: BTreeSet<String>,
    removed: BTreeSet<String>,
}

impl Written {
    fn new(files: &[(&str, &str)]) -> Self {
        let disk = TempDir::new().expect("a temporary folder");
        let root = disk.path().canonicalize().expect("a path").join("plan");
        write(&root.join("end.md"), "");
        for (path, text) in files {
            write(&root.join(path), text);
        }
        Self::watching(disk, root)
    }

    fn watching(disk: TempDir, root: PathBuf) -> Self {
        let watcher =
            Watcher::new(std::slice::from_ref(&root), How::System).expect("it can be watched");
        let mut folder = PlanFolder::open(&root);
        folder.read(GlobSet::empty());
        Self {
            disk,
            root,
            watcher,
            folder,
        }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn text(&self, path: &str) -> &str {
        let source = self.folder.sources().by_path(path);
        &source.expect("it is a file of the plan").text
    }

    /// What a save came to, seen as it happened, up to another save that tells
    /// where it ends. What is known then is what is there.
    #[track_caller]
    fn after(&mut self, save: impl FnOnce(&Self)) -> Outcome {
        let before = self.folder.sources().clone();
        save(self);
        let end = format!("{}.", self.text("end.md"));
        write(&self.at("end.md"), &end);
        let mut touched = BTreeSet::new();
        while self.text("end.md") != end {
            let changes = match self.watcher.next(LONG) {
                News::Touched(paths) => self.folder.update(&paths),
                News::Lost => self.folder.look_again(),
                news => panic!("{news:?} instead of the end"),
            };
            touched.extend(changes.paths().cloned());
        }
        self.is_read_as_if_afresh();
        let whole = Changes::between(&before, self.folder.sources());
        assert!(whole.paths().all(|path| touched.contains(path)));
        outcome(&whole)
    }

    #[track_caller]
    fn is_read_as_if_afresh(&self) {
        let (mut fresh, mut problems) = SourceSet::open(&self.root);
        problems.extend(fresh.read_rest(&GlobSet::empty()));
        let known = self.folder.sources();
        assert_eq!(contents(known), contents(&fresh));
        assert_eq!(known.attachments, fresh.attachments);
        assert_eq!(self.folder.problems(), problems);
    }

    /// That a save of `goals/g1.md` changes that file, and nothing else.
    #[track_caller]
    fn is_one_save(save: impl Fn(&Path)) {
        let files = [
            ("plan.toml", ""),
            ("goals/g1.md", OLD),
            ("goals/g2.md", OLD),
            ("goals/chart.svg", "<svg/>"),
        ];
        let mut written = Self::new(&files);
        let other = Arc::clone(&written.folder.sources().sources[3].text);
        let changes = written.after(|it| save(&it.at("goals")));
        assert_eq!(changes, modified(["goals/g1.md"]));
        assert_eq!(written.text("goals/g1.md"), NEW);
        let same = &written.folder.sources().sources[3].text;
        assert!(Arc::ptr_eq(&other, same), "another file was read again");
    }
}

fn outcome(changes: &Changes) -> Outcome {
    let names = |paths: &[Arc<str>]| {
        let paths = paths.iter().filter(|path| &***path != "end.md");
        paths.map(ToString::to_string).collect()
    };
    Outcome {
        modified: names(&changes.modified),
        added: names(&changes.added),
        removed: names(&changes.removed),
    }
}

fn contents(set: &SourceSet) -> Vec<(&str, &str)> {
    let sources = set.sources.iter();
    sources
        .map(|source| (&*source.path, &*source.text))
        .collect()
}

fn set<const N: usize>(paths: [&str; N]) -> BTreeSet<String> {
    paths.map(str::to_owned).into()
}

fn modified<const N: usize>(paths: [&str; N]) -> Outcome {
    Outcome {
        modified: set(paths),
        ..Outcome::default()
    }
}

fn write(file: &Path, text: &str) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("a file");
}

/// Writes as a careful editor does, to be sure that it is on disk.
fn write_and_wait(file: &Path, text: &str) {
    let mut file = File::create(file).expect("a file");
    file.write_all(text.as_bytes()).expect("room");
    file.sync_all().expect("a disk");
}

fn rename(from: &Path, to: &Path) {
    fs::rename(from, to).expect("another name");
}

fn delete(file: &Path) {
    fs::remove_file(file).expect("a file");
}

#[test]
fn a_file_that_is_emptied_and_written() {
    Written::is_one_save(|goals| {
        let mut file = File::create(goals.join("g1.md")).expect("a file");
        let (first, rest) = NEW.split_at(9);
        for part in [first, rest] {
            file.write_all(part.as_bytes()).expect("room");
        }
    });
}

#[test]
fn another_file_that_takes_its_place() {
    for name in ["g1.md.tmp-83912", ".goutputstream-X1Y2Z3", "g1.md~tmp.md"] {
        Written::is_one_save(|goals| {
            write_and_wait(&goals.join(name), NEW);
            rename(&goals.join(name), &goals.join("g1.md"));
        });
    }
}

#[test]
fn vim_that_keeps_the_old_file_until_the_new_one_is_written() {
    Written::is_one_save(|goals| {
        write(&goals.join(".g1.md.swp"), "b0VIM");
        write(&goals.join("4913"), "");
        delete(&goals.join("4913"));
        rename(&goals.join("g1.md"), &goals.join("g1.md~"));
        write_and_wait(&goals.join("g1.md"), NEW);
        delete(&goals.join("g1.md~"));
        delete(&goals.join(".g1.md.swp"));
    });
}

#[test]
fn vim_that_keeps_a_copy_for_good() {
    Written::is_one_save(|goals| {
        write(&goals.join("g1.md~"), OLD);
        write_and_wait(&goals.join("g1.md"), NEW);
    });
}

#[cfg(unix)]
#[test]
fn emacs_that_locks_saves_by_itself_and_keeps_the_old_file() {
    Written::is_one_save(|goals| {
        let lock = goals.join(".#g1.md");
        std::os::unix::fs::symlink("maya@desk.4711:1764000000", &lock).expect("a link");
        write(&goals.join("#g1.md#"), "# Read more\n\nMore peo");
        rename(&goals.join("g1.md"), &goals.join("g1.md~"));
        write_and_wait(&goals.join("g1.md"), NEW);
        delete(&goals.join("#g1.md#"));
        delete(&lock);
    });
}

#[test]
fn sed_in_place() {
    Written::is_one_save(|goals| {
        let text = fs::read_to_string(goals.join("g1.md")).expect("a text");
        write(
            &goals.join("sedAb3xYz"),
            &text.replace("read.", "read more."),
        );
        rename(&goals.join("sedAb3xYz"), &goals.join("g1.md"));
    });
}

#[test]
fn a_swap_file_while_one_types_is_nothing() {
    let mut written = Written::new(&[("goals/g1.md", OLD)]);
    let changes = written.after(|it| {
        write(&it.at("goals/.g1.md.swp"), "b0VIM");
        write(&it.at("goals/#g1.md#"), "# Rea");
        write(&it.at("goals/~$g1.docx"), "Maya");
    });
    assert_eq!(changes, Outcome::default());
}

#[test]
fn a_save_of_the_same_text_is_nothing() {
    let mut written = Written::new(&[("goals/g1.md", OLD)]);
    let changes = written.after(|it| write(&it.at("goals/g1.md"), OLD));
    assert_eq!(changes, Outcome::default());
}

#[test]
fn a_site_that_is_built_in_the_plan_is_nothing() {
    let mut written = Written::new(&[("goals/g1.md", OLD)]);
    let changes = written.after(|it| {
        write(&it.at("public/.planwright.json"), "{}");
        write(&it.at("public/index.html"), "<p>");
        write(&it.at("public/goals/g1.html"), "<p>");
    });
    assert_eq!(changes, Outcome::default());
}

#[test]
fn a_folder_that_is_moved_in_and_out() {
    let mut written = Written::new(&[("goals/g1.md", OLD)]);
    let elsewhere = written.disk.path().join("elsewhere");
    write(&elsewhere.join("deep/a1.md"), OLD);
    write(&elsewhere.join("chart.svg"), "<svg/>");
    let both = set(["actions/chart.svg", "actions/deep/a1.md"]);
    let changes = written.after(|it| rename(&elsewhere, &it.at("actions")));
    assert_eq!(changes.added, both);
    let changes = written.after(|it| write(&it.at("goals/g1.md"), NEW));
    assert_eq!(changes, modified(["goals/g1.md"]));
    let changes = written.after(|it| rename(&it.at("actions"), &elsewhere));
    assert_eq!(changes.removed, both);
}

#[test]
fn a_folder_that_is_deleted_and_made_again() {
    let mut written = Written::new(&[("goals/g1.md", OLD), ("goals/g2.md", OLD)]);
    let changes = written.after(|it| {
        for name in ["g1.md", "g2.md"] {
            delete(&it.at("goals").join(name));
        }
        fs::remove_dir(it.at("goals")).expect("an empty folder");
    });
    assert_eq!(changes.removed, set(["goals/g1.md", "goals/g2.md"]));
    let changes = written.after(|it| write(&it.at("goals/g1.md"), NEW));
    assert_eq!(changes.added, set(["goals/g1.md"]));
}

#[test]
fn the_plan_folder_itself_that_is_replaced() {
    let mut written = Written::new(&[("goals/g1.md", OLD)]);
    let folders = [written.root.clone()];
    rename(&written.root, &written.disk.path().join("away"));
    assert!(!written.watcher.is_whole());
    write(&written.at("goals/g1.md"), NEW);
    write(&written.at("end.md"), "");
    written.watcher = Watcher::new(&folders, How::System).expect("it can be watched");
    let changes = written.folder.look_again();
    assert_eq!(outcome(&changes), modified(["goals/g1.md"]));
    let changes = written.after(|it| write(&it.at("goals/g1.md"), OLD));
    assert_eq!(changes, modified(["goals/g1.md"]));
}

#[test]
fn another_branch_that_is_checked_out() {
    let disk = TempDir::new().expect("a temporary folder");
    let root = disk.path().canonicalize().expect("a path").join("plan");
    fs::create_dir(&root).expect("a folder");
    if !git(&root, &["init", "-q"]) {
        assert!(std::env::var_os("CI").is_none(), "git is missing");
        return;
    }
    let paths: Vec<String> = (0..300)
        .map(|n| format!("goals/{}/g{n}.md", n % 7))
        .collect();
    let commit = |text: &str| {
        for path in &paths {
            write(&root.join(path), text);
        }
        assert!(git(&root, &["add", "."]) && git(&root, &["commit", "-qm", "A state"]));
    };
    write(&root.join("end.md"), "");
    write(&root.join("same.md"), OLD);
    commit(OLD);
    assert!(git(&root, &["checkout", "-qb", "other"]));
    delete(&root.join(&paths[0]));
    write(&root.join("new/only.md"), OLD);
    assert!(git(&root, &["rm", "-q", "--cached", &paths[0]]));
    let paths = paths[1..].to_vec();
    for path in &paths {
        write(&root.join(path), NEW);
    }
    assert!(git(&root, &["add", "."]) && git(&root, &["commit", "-qm", "Another"]));

    let mut written = Written::watching(disk, root);
    let changes = written.after(|it| assert!(git(&it.root, &["checkout", "-q", "-"])));
    assert_eq!(changes.modified, paths.iter().cloned().collect());
    assert_eq!(changes.added, set(["goals/0/g0.md"]));
    assert_eq!(changes.removed, set(["new/only.md"]));
}

/// Whether git did it.
fn git(folder: &Path, arguments: &[&str]) -> bool {
    let mut git = Command::new("git");
    git.current_dir(folder);
    for setting in [
        "user.name=Maya",
        "user.email=maya@example.org",
        "commit.gpgsign=false",
        "core.autocrlf=false",
    ] {
        git.args(["-c", setting]);
    }
    git.args(arguments).stderr(Stdio::null());
    git.status().is_ok_and(|status| status.success())
}
