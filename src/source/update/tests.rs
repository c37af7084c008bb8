#![expect(
    clippy::disallowed_methods,
    reason = "tests make the folders that they read, and turn the clock"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use globset::{Glob, GlobSet};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use tempfile::TempDir;

use super::{Changes, PlanFolder};
use crate::diagnostic::{Diagnostic, SourceId};
use crate::source::{MAX_ATTACHMENT, SourceSet, Stamp};

/// A plan folder on disk beside what is known of it.
struct World {
    /// Some folders above the plan, so that links upward stay within.
    disk: TempDir,
    root: PathBuf,
    known: PlanFolder,
}

impl World {
    fn new(files: &[(&str, &str)]) -> Self {
        let disk = TempDir::new().unwrap();
        let root = disk.path().canonicalize().unwrap().join("up/and/up/plan");
        fs::create_dir_all(&root).unwrap();
        for (path, text) in files {
            write(&root.join(path), text.as_bytes());
        }
        let mut known = PlanFolder::open(&root);
        known.clock = long_after;
        known.read(drafts());
        Self { disk, root, known }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        write(&self.at(path), text.as_bytes());
    }

    fn update(&mut self, touched: &[&str]) -> Changes {
        let touched = touched.iter().map(|path| self.at(path)).collect();
        self.known.update(&touched)
    }

    /// Updates, and compares what is known with what is there.
    #[track_caller]
    fn follow(&mut self, touched: &[&str]) -> Changes {
        let before = self.known.sources().clone();
        let changes = self.update(touched);
        self.compare(&before, &changes);
        changes
    }

    #[track_caller]
    fn compare(&self, before: &SourceSet, changes: &Changes) {
        let (mut fresh, mut problems) = SourceSet::open(&self.root);
        problems.extend(fresh.read_rest(&drafts()));
        let known = self.known.sources();
        assert_eq!(contents(known), contents(&fresh));
        assert!(known.sources.is_sorted_by(|a, b| a.id < b.id));
        assert_eq!(
            placed(self.known.problems(), known),
            placed(problems, &fresh)
        );
        assert_eq!(changes.modified, differing(before, &fresh));
        assert_eq!(changes.added, missing(&fresh, before));
        assert_eq!(changes.removed, missing(before, &fresh));
        for source in &known.sources {
            if let Some(old) = before.by_path(&source.path)
                && old.text == source.text
            {
                assert!(Arc::ptr_eq(&old.text, &source.text), "{}", source.path);
            }
        }
    }
}

fn write(file: &Path, bytes: &[u8]) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

fn drafts() -> GlobSet {
    GlobSet::builder()
        .add(Glob::new("drafts/**").unwrap())
        .build()
        .unwrap()
}

/// A clock by which all files have rested.
fn long_after() -> SystemTime {
    SystemTime::now() + Duration::from_mins(1)
}

fn contents(set: &SourceSet) -> Vec<(Arc<str>, Option<Vec<u8>>)> {
    let texts = set.sources.iter();
    let texts = texts.map(|file| (file.path.clone(), Some(file.text.as_bytes().to_vec())));
    let others = set.attachments.iter();
    let others = others.map(|file| (file.path.clone(), file.bytes.as_ref().map(|it| it.to_vec())));
    let mut all: Vec<_> = texts.chain(others).collect();
    all.sort();
    all
}

/// Problems with the path of their file: the numbers of files may differ.
fn placed(problems: Vec<Diagnostic>, set: &SourceSet) -> Vec<(Option<Arc<str>>, Diagnostic)> {
    let placed = problems.into_iter().map(|mut problem| {
        let place = problem.primary.as_mut();
        let path = place.map(|place| {
            let id = std::mem::replace(&mut place.span.source, SourceId(0));
            Arc::clone(&set.source(id).path)
        });
        (path, problem)
    });
    placed.collect()
}

fn differing(old: &SourceSet, new: &SourceSet) -> Vec<Arc<str>> {
    let old = contents(old);
    let differs = |(path, now): &(Arc<str>, Option<Vec<u8>>)| {
        old.iter()
            .any(|(before, then)| before == path && then != now)
    };
    let new = contents(new).into_iter();
    new.filter(differs).map(|(path, _)| path).collect()
}

fn missing(all: &SourceSet, some: &SourceSet) -> Vec<Arc<str>> {
    let some: BTreeSet<Arc<str>> = contents(some).into_iter().map(|(path, _)| path).collect();
    let all = contents(all).into_iter().map(|(path, _)| path);
    all.filter(|path| !some.contains(path)).collect()
}

#[track_caller]
fn is(changes: &Changes, modified: &[&str], added: &[&str], removed: &[&str]) {
    let names = |paths: &[Arc<str>]| paths.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&changes.modified), modified);
    assert_eq!(names(&changes.added), added);
    assert_eq!(names(&changes.removed), removed);
}

#[test]
fn a_text_that_was_written_is_read_and_no_other() {
    let mut world = World::new(&[("a.md", "# A"), ("b.md", "# B"), ("c.png", "c")]);
    world.write("a.md", "# A2");
    world.write("b.md", "# B2");
    world.write("new.md", "# New");
    is(&world.update(&["a.md"]), &["a.md"], &[], &[]);
    assert_eq!(&*world.known.sources().sources[1].text, "# B");
    is(
        &world.follow(&["b.md", "new.md"]),
        &["b.md"],
        &["new.md"],
        &[],
    );
}

#[test]
fn an_attachment_that_was_written_is_read_and_no_other() {
    let mut world = World::new(&[("a.png", "1"), ("b.png", "1")]);
    let before = world.known.sources().attachments[1].clone();
    world.write("a.png", "2");
    is(&world.follow(&["a.png"]), &["a.png"], &[], &[]);
    let after = world.known.sources().attachments[1].clone();
    assert!(Arc::ptr_eq(&before.bytes.unwrap(), &after.bytes.unwrap()));
}

#[test]
fn the_same_text_again_is_no_change() {
    let mut world = World::new(&[("a.md", "# A"), ("plan.toml", "[plan]")]);
    world.write("a.md", "\u{feff}# A");
    world.write("plan.toml", "[plan]");
    assert!(world.follow(&["a.md", "plan.toml"]).is_empty());
}

#[test]
fn what_is_not_of_the_plan_is_no_change() {
    let mut world = World::new(&[("a.md", "# A"), ("out/.planwright.json", "{}")]);
    for path in [
        "README.md",
        "goals/readme.md",
        "a.md~",
        "#a.md#",
        ".a.md.swp",
        ".git/index",
        "drafts/deep/d.md",
        "theme/page.html",
        "out/index.html",
        "out/deep/index.html",
    ] {
        world.write(path, "x");
        assert!(world.follow(&[path]).is_empty(), "{path}");
    }
    assert!(world.follow(&["4913", "b.md", "no/such/folder"]).is_empty());
    assert!(
        world
            .follow(&["out", "theme", "drafts", "goals"])
            .is_empty()
    );
}

#[test]
fn paths_elsewhere_are_nothing() {
    let mut world = World::new(&[("a.md", "# A")]);
    let elsewhere = BTreeSet::from([PathBuf::from("/elsewhere/a.md"), PathBuf::from("/")]);
    assert!(world.known.update(&elsewhere).is_empty());
}

#[test]
fn a_folder_that_became_a_site_is_left_alone() {
    let mut world = World::new(&[("a.md", ""), ("out/b.md", "# B"), ("out/c.png", "")]);
    world.write("out/.planwright.json", "{}");
    let changes = world.follow(&["out/.planwright.json"]);
    is(&changes, &[], &[], &["out/b.md", "out/c.png"]);
    fs::remove_file(world.at("out/.planwright.json")).unwrap();
    let changes = world.follow(&["out/.planwright.json"]);
    is(&changes, &[], &["out/b.md", "out/c.png"], &[]);
}

#[test]
fn problems_stay_with_their_files() {
    let mut world = World::new(&[("b.md", "# B")]);
    write(&world.at("b.md"), b"\xff");
    let changes = world.follow(&["b.md"]);
    assert!(changes.problems);
    world.write("a.md", "# A");
    let changes = world.follow(&["a.md"]);
    is(&changes, &[], &["a.md"], &[]);
    assert!(!changes.problems);
    let place = world.known.problems()[0].primary.clone().unwrap();
    let sources = world.known.sources();
    assert_eq!(&*sources.source(place.span.source).path, "b.md");
}

#[test]
fn settings_come_and_go() {
    let mut world = World::new(&[("a.md", "# A")]);
    world.write("plan.toml", "[plan]");
    is(&world.follow(&["plan.toml"]), &[], &["plan.toml"], &[]);
    write(&world.at("plan.toml"), b"\xff");
    assert!(world.follow(&["plan.toml"]).concern("plan.toml"));
    fs::remove_file(world.at("plan.toml")).unwrap();
    is(&world.follow(&["plan.toml"]), &[], &[], &["plan.toml"]);
}

#[test]
fn other_patterns_keep_what_they_do_not_match() {
    let mut world = World::new(&[("a.md", "# A"), ("drafts/d.md", "# D")]);
    let before = world.known.sources().clone();
    is(
        &world.known.read(GlobSet::empty()),
        &[],
        &["drafts/d.md"],
        &[],
    );
    is(&world.known.read(drafts()), &[], &[], &["drafts/d.md"]);
    world.compare(&before, &Changes::default());
}

#[test]
fn a_folder_that_is_gone_is_empty_until_it_is_back() {
    let mut world = World::new(&[("plan/a.md", "# A")]);
    let mut known = PlanFolder::open(&world.at("plan"));
    known.read(GlobSet::empty());
    fs::rename(world.at("plan"), world.at("away")).unwrap();
    is(&known.look_again(), &[], &[], &["a.md"]);
    assert!(
        known.problems()[0]
            .message
            .starts_with("there is no folder")
    );
    fs::rename(world.at("away"), world.at("plan")).unwrap();
    is(&known.look_again(), &[], &["a.md"], &[]);
    assert_eq!(known.problems(), []);
    world.follow(&["plan"]);
}

#[test]
fn a_folder_that_took_the_place_of_another_is_read() {
    let mut world = World::new(&[("goals/a.md", "# A"), ("goals/b.md", "# B")]);
    let aside = TempDir::new_in(world.disk.path()).unwrap();
    write(&aside.path().join("a.md"), b"# C");
    fs::rename(world.at("goals"), aside.path().join("old")).unwrap();
    fs::create_dir(world.at("goals")).unwrap();
    fs::rename(aside.path().join("a.md"), world.at("goals/a.md")).unwrap();
    is(
        &world.follow(&["goals"]),
        &["goals/a.md"],
        &[],
        &["goals/b.md"],
    );
}

#[test]
fn nothing_is_known_of_what_was_lost() {
    let mut world = World::new(&[("a.md", "# A"), ("b.md", "# B")]);
    world.known.clock = SystemTime::now;
    let before = world.known.sources().clone();
    world.write("a.md", "# C");
    let changes = world.known.look_again();
    world.compare(&before, &changes);
    is(&changes, &["a.md"], &[], &[]);
}

#[test]
fn an_attachment_is_read_once_there_is_room() {
    let mut world = World::new(&[("z.png", "1")]);
    let large: Vec<String> = (0..=16).map(|n| format!("{n}.bin")).collect();
    for name in &large {
        let file = fs::File::create(world.at(name)).unwrap();
        file.set_len(MAX_ATTACHMENT + 1).unwrap();
    }
    let large: Vec<&str> = large.iter().map(String::as_str).collect();
    let changes = world.follow(&large);
    assert_eq!(changes.modified, [Arc::from("z.png")]);
    world.write("z.png", "2");
    assert!(world.follow(&["z.png"]).is_empty());
    for name in &large[..2] {
        fs::remove_file(world.at(name)).unwrap();
    }
    let changes = world.follow(&large[..2]);
    assert_eq!(changes.modified, [Arc::from("z.png")]);
}

#[test]
fn an_attachment_that_grows_takes_room_from_others() {
    let large: Vec<String> = (0..16).map(|n| format!("{n:02}.bin")).collect();
    let files: Vec<(&str, &str)> = large.iter().map(|name| (name.as_str(), "")).collect();
    let mut world = World::new(&files);
    world.write("z.png", "1");
    world.follow(&["z.png"]);
    for name in &large {
        let file = fs::File::create(world.at(name)).unwrap();
        file.set_len(MAX_ATTACHMENT + 1).unwrap();
    }
    let names: Vec<&str> = large.iter().map(String::as_str).collect();
    assert!(world.follow(&names).concern("z.png"));
}

#[cfg(unix)]
#[test]
fn a_link_shows_what_it_leads_to() {
    let mut world = World::new(&[("goals/a.md", "# A"), ("drafts/d.md", "# D")]);
    std::os::unix::fs::symlink("goals", world.at("aims")).unwrap();
    std::os::unix::fs::symlink("drafts/d.md", world.at("d.md")).unwrap();
    let changes = world.follow(&["aims", "d.md"]);
    is(&changes, &[], &["aims/a.md", "d.md"], &[]);
    world.write("goals/a.md", "# B");
    world.write("drafts/d.md", "# E");
    let changes = world.follow(&["goals/a.md", "drafts/d.md"]);
    is(&changes, &["aims/a.md", "d.md", "goals/a.md"], &[], &[]);
}

/// A file is written and shown elsewhere as if its size and times were the
/// same; something else makes the whole folder be looked at.
#[track_caller]
fn is_read_again(world: &mut World, file: &str, touched: &str, shown: &str) {
    world.write(file, "# Other");
    let stamp = Stamp::of(&fs::metadata(world.at(file)).unwrap());
    let note = world.known.notes.get_mut(shown).unwrap();
    note.stamp = Some(stamp);
    let new = format!("new-{shown}").replace('/', "-");
    world.write(&new, "");
    let changes = world.follow(&[&new, touched]);
    assert!(changes.concern(shown), "{changes:?}");
}

#[test]
fn what_was_touched_is_read_even_if_it_looks_as_it_did() {
    for touched in ["goals/a.md", "goals", ""] {
        let mut world = World::new(&[("goals/a.md", "# A")]);
        is_read_again(&mut world, "goals/a.md", touched, "goals/a.md");
    }
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_read_even_if_it_looks_as_it_did() {
    let mut world = World::new(&[("goals/a.md", "# A")]);
    std::os::unix::fs::symlink("goals", world.at("aims")).unwrap();
    world.follow(&["aims"]);
    is_read_again(&mut world, "goals/a.md", "goals/a.md", "aims/a.md");
}

#[cfg(unix)]
#[test]
fn a_file_of_two_names_is_read_by_both() {
    let mut world = World::new(&[("a.md", "# A")]);
    fs::hard_link(world.at("a.md"), world.at("b.md")).unwrap();
    world.follow(&["b.md"]);
    world.write("a.md", "# Longer");
    is(&world.follow(&["a.md"]), &["a.md", "b.md"], &[], &[]);
}

#[test]
fn accents_of_both_kinds_are_told_apart() {
    let mut world = World::new(&[("caf\u{e9}.md", "# A")]);
    world.write("cafe\u{301}.md", "# B");
    world.follow(&["cafe\u{301}.md"]);
    fs::remove_file(world.at("caf\u{e9}.md")).unwrap();
    world.follow(&["caf\u{e9}.md"]);
    world.write("cafe\u{301}.md", "# C");
    is(
        &world.follow(&["cafe\u{301}.md"]),
        &["caf\u{e9}.md"],
        &[],
        &[],
    );
}

/// Something done to a plan folder.
#[derive(Debug, Clone)]
enum Deed {
    Write(&'static str, &'static [u8]),
    Replace(&'static str, &'static [u8]),
    Delete(&'static str),
    Move(&'static str, &'static str),
    Folder(&'static str),
    Link(&'static str, &'static str),
    Lock(&'static str, bool),
    Pipe(&'static str),
}

impl Deed {
    /// Does it as far as that is possible and says what was touched.
    fn done(&self, root: &Path) -> BTreeSet<PathBuf> {
        let at = |path: &str| root.join(path);
        let path = self.path();
        let from = if let Self::Move(from, _) = self {
            from
        } else {
            path
        };
        if leads_out(root, path) || leads_out(root, from) {
            return BTreeSet::new();
        }
        let mut touched = made_room(root, path);
        touched.extend(really(&at(path)));
        match self {
            Self::Write(path, bytes) => drop(fs::write(at(path), bytes)),
            Self::Replace(path, bytes) => {
                fs::write(at("temporary"), bytes).unwrap();
                if fs::rename(at("temporary"), at(path)).is_err() {
                    fs::remove_file(at("temporary")).unwrap();
                }
                touched.insert(at("temporary"));
            }
            Self::Delete(path) if at(path).is_dir() && !at(path).is_symlink() => {
                unlock(&at(path));
                drop(fs::remove_dir_all(at(path)));
            }
            Self::Delete(path) => drop(fs::remove_file(at(path))),
            Self::Move(from, to) => {
                touched.extend(really(&at(from)));
                drop(fs::rename(at(from), at(to)));
            }
            Self::Folder(path) => drop(fs::create_dir(at(path))),
            Self::Link(to, path) => link(to, &at(path)),
            Self::Lock(path, locked) => lock(&at(path), *locked),
            Self::Pipe(path) => pipe(&at(path)),
        }
        touched.extend(really(&at(path)));
        touched
    }

    fn path(&self) -> &'static str {
        match self {
            Self::Write(path, _)
            | Self::Replace(path, _)
            | Self::Delete(path)
            | Self::Move(_, path)
            | Self::Folder(path)
            | Self::Link(_, path)
            | Self::Lock(path, _)
            | Self::Pipe(path) => path,
        }
    }
}

/// The entry of a path, and the file that it leads to, where they really lie.
fn really(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().unwrap().canonicalize();
    let entry = folder.map(|folder| folder.join(path.file_name().unwrap()));
    entry.into_iter().chain(path.canonicalize()).collect()
}

/// Whether something else than the plan would be changed.
fn leads_out(root: &Path, path: &str) -> bool {
    let path = root.join(path);
    let ends = path.ancestors().find_map(|path| path.canonicalize().ok());
    !ends.unwrap().starts_with(root)
}

/// Makes the folder that a path lies in, and says what that touched.
fn made_room(root: &Path, path: &str) -> BTreeSet<PathBuf> {
    let folder = root.join(path).parent().unwrap().to_owned();
    let missing = folder.ancestors().take_while(|folder| !folder.exists());
    let touched = missing.map(Path::to_owned).collect();
    drop(fs::create_dir_all(folder));
    touched
}

#[cfg(unix)]
fn link(to: &str, at: &Path) {
    drop(std::os::unix::fs::symlink(to, at));
}

#[cfg(unix)]
fn lock(at: &Path, locked: bool) {
    use std::os::unix::fs::PermissionsExt;
    if at.exists() && !at.is_symlink() {
        let mode = if locked { 0 } else { 0o755 };
        drop(fs::set_permissions(at, fs::Permissions::from_mode(mode)));
    }
}

/// Something that is neither a file nor a folder.
#[cfg(unix)]
fn pipe(at: &Path) {
    drop(std::os::unix::net::UnixListener::bind(at));
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) {}
#[cfg(not(unix))]
fn lock(_: &Path, _: bool) {}
#[cfg(not(unix))]
fn pipe(_: &Path) {}

/// Lets everything in a folder be read, and so deleted.
fn unlock(folder: &Path) {
    lock(folder, false);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.path().is_dir() && !entry.path().is_symlink()) {
        unlock(&entry.path());
    }
}

fn path() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a.md",
        "b.md",
        "plan.toml",
        "README.md",
        "x.png",
        "caf\u{e9}.md",
        "cafe\u{301}.md",
        ".hidden.md",
        "b.md~",
        "goals",
        "goals/a.md",
        "goals/x.csv",
        "goals/y.png",
        "goals/deep",
        "goals/deep/c.md",
        "drafts",
        "drafts/d.md",
        "theme",
        "theme/e.md",
        "out",
        "out/f.md",
        "out/.planwright.json",
    ])
}

fn deed() -> impl Strategy<Value = Deed> {
    let bytes = prop::sample::select(vec![
        &b""[..],
        b"# A\n",
        b"# B\n",
        b"a\xff",
        b"\0",
        b"\xff\xfe",
    ]);
    let target = prop::sample::select(vec!["a.md", "goals", "..", ".", "nowhere", "deep"]);
    prop_oneof![
        6 => (path(), bytes.clone()).prop_map(|(path, bytes)| Deed::Write(path, bytes)),
        2 => (path(), bytes).prop_map(|(path, bytes)| Deed::Replace(path, bytes)),
        3 => path().prop_map(Deed::Delete),
        3 => (path(), path()).prop_map(|(from, to)| Deed::Move(from, to)),
        1 => path().prop_map(Deed::Folder),
        1 => (target, path()).prop_map(|(to, path)| Deed::Link(to, path)),
        1 => (path(), any::<bool>()).prop_map(|(path, locked)| Deed::Lock(path, locked)),
        1 => path().prop_map(Deed::Pipe),
    ]
}

/// Deeds of one round, and whether it is known what they touched.
fn round() -> impl Strategy<Value = (Vec<Deed>, bool)> {
    let is_known = prop_oneof![9 => Just(true), 1 => Just(false)];
    (prop::collection::vec(deed(), 1..4), is_known)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn after_any_deeds_all_is_as_if_read_afresh(rounds in prop::collection::vec(round(), 1..12)) {
        let mut world = World::new(&[
            ("a.md", "# A"), ("plan.toml", ""), ("goals/a.md", "# G"), ("goals/y.png", "y"),
            ("goals/deep/c.md", "# C"), ("drafts/d.md", "# D"), ("theme/e.md", ""),
        ]);
        let root = world.root.clone();
        for (deeds, is_known) in rounds {
            let touched: BTreeSet<PathBuf> = deeds.iter().flat_map(|deed| deed.done(&root)).collect();
            let before = world.known.sources().clone();
            let changes = if is_known {
                world.known.clock = long_after;
                world.known.update(&touched)
            } else {
                world.known.clock = SystemTime::now;
                world.known.look_again()
            };
            world.compare(&before, &changes);
        }
        unlock(&root);
    }
}
