//! What may and may not happen to an output folder.

#![expect(
    clippy::disallowed_methods,
    reason = "tests look at the disk themselves"
)]

#[cfg(unix)]
mod links;
mod refusals;
mod switch;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::{collection, sample};
use tempfile::TempDir;

use super::path::OWN;
use super::{
    Delta, Entry, Folder, Mismatch, Refusal, Report, SitePath, Tree, Why, WriteError, view_hash,
};

type Files = BTreeMap<String, String>;

/// A folder `out` in a temporary folder.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join("out").join(path)
    }

    fn put(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
    }

    fn open(&self, force: bool) -> Result<Folder, WriteError> {
        Folder::open(&self.at(""), None, force)
    }

    fn write(&self, files: &[(&str, &str)]) -> Result<Report, WriteError> {
        self.write_tree(&tree(files), false)
    }

    fn write_by_force(&self, files: &[(&str, &str)]) -> Result<Report, WriteError> {
        self.write_tree(&tree(files), true)
    }

    fn write_tree(&self, tree: &Tree, force: bool) -> Result<Report, WriteError> {
        let mut folder = self.open(force)?;
        let delta = Delta::between(folder.manifest(), tree, 1);
        folder.write(tree, &delta)
    }

    /// All files but the writer's own.
    fn files(&self) -> Files {
        let mut files = Files::new();
        collect(&self.at(""), "", &mut files);
        files
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), files);
        } else if ![".planwright.json", ".planwright.lock"].contains(&name.as_str()) {
            let text = fs::read_to_string(entry.path()).unwrap();
            files.insert(format!("{prefix}{name}"), text);
        }
    }
}

fn path(text: &str) -> SitePath {
    SitePath::new(text).unwrap()
}

fn tree(files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::new();
    for (name, text) in files {
        tree.insert(path(name), Entry::new(text.as_bytes()))
            .unwrap();
    }
    tree
}

fn expect(files: &[(&str, &str)]) -> Files {
    let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    files.iter().map(owned).collect()
}

fn refusal<T: std::fmt::Debug>(result: Result<T, WriteError>) -> Refusal {
    result.unwrap_err().why
}

const SITE: &[(&str, &str)] = &[("index.html", "home"), ("goals/g1.html", "goal")];

#[test]
fn a_site_is_written_where_nothing_was() {
    let place = Place::new();
    let report = place.write(SITE).unwrap();
    let (written, bytes) = (report.written, report.bytes);
    assert_eq!((written, bytes), (2, 8));
    assert_eq!(place.files(), expect(SITE));
}

#[cfg(unix)]
#[test]
fn the_second_time_nothing_at_all_is_written() {
    use std::os::unix::fs::MetadataExt as _;
    let place = Place::new();
    let look = || {
        let names = [
            "",
            "goals",
            "index.html",
            "goals/g1.html",
            ".planwright.json",
        ];
        names.map(|name| {
            let found = fs::metadata(place.at(name)).unwrap();
            (
                found.ino(),
                found.mtime(),
                found.mtime_nsec(),
                found.ctime_nsec(),
            )
        })
    };
    place.write(SITE).unwrap();
    let before = look();
    let report = place.write(SITE).unwrap();
    assert_eq!((report.written, report.kept), (0, 2));
    assert_eq!(look(), before);
}

#[cfg(unix)]
#[test]
fn a_change_replaces_only_the_file_that_changed() {
    use std::os::unix::fs::MetadataExt as _;
    let place = Place::new();
    let inodes =
        || ["index.html", "goals/g1.html"].map(|name| fs::metadata(place.at(name)).unwrap().ino());
    place.write(SITE).unwrap();
    let before = inodes();
    place.write(&[SITE[0], ("goals/g1.html", "other")]).unwrap();
    assert_eq!(inodes()[0], before[0]);
    assert_ne!(inodes()[1], before[1]);
}

#[cfg(unix)]
#[test]
fn others_may_read_what_is_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    place.write(SITE).unwrap();
    place.put("plain", "");
    let mode = |name: &str| fs::metadata(place.at(name)).unwrap().permissions().mode();
    assert_eq!(mode("index.html"), mode("plain"));
}

#[test]
fn foreign_files_and_folders_stay() {
    let place = Place::new();
    place
        .write(&[SITE[0], SITE[1], ("old/a.html", "a")])
        .unwrap();
    place.put("CNAME", "plan.example");
    place.put("goals/mine.txt", "mine");
    fs::create_dir(place.at("old/empty")).unwrap();
    place.write(&[SITE[0]]).unwrap();
    let left = [
        SITE[0],
        ("CNAME", "plan.example"),
        ("goals/mine.txt", "mine"),
    ];
    assert_eq!(place.files(), expect(&left));
    assert!(place.at("old/empty").is_dir());
}

#[test]
fn folders_that_are_emptied_go() {
    let place = Place::new();
    place.write(&[("a/b/c.html", "c"), SITE[0]]).unwrap();
    place.write(&[SITE[0]]).unwrap();
    assert!(!place.at("a").exists());
}

#[test]
fn a_folder_may_become_a_file_and_back() {
    let place = Place::new();
    for files in [
        &[("a/b/c", "1"), ("a/d", "2")][..],
        &[("a", "3")],
        &[("a/b", "4")],
    ] {
        place.write(files).unwrap();
        assert_eq!(place.files(), expect(files));
    }
}

#[test]
fn a_name_may_change_by_case_only() {
    let place = Place::new();
    place.write(&[("a12.html", "1")]).unwrap();
    place.write(&[("A12.html", "1")]).unwrap();
    assert_eq!(place.files(), expect(&[("A12.html", "1")]));
}

#[test]
fn looking_changes_nothing() {
    let place = Place::new();
    place.open(false).unwrap();
    assert!(!place.at("").exists());
}

#[test]
fn what_is_gone_or_altered_on_disk_is_written_again() {
    let place = Place::new();
    place.write(SITE).unwrap();
    fs::remove_file(place.at("index.html")).unwrap();
    place.put("goals/g1.html", "tampered with");
    assert_eq!(place.write(SITE).unwrap().written, 2);
    assert_eq!(place.files(), expect(SITE));
}

#[test]
fn an_unchanged_view_is_kept_and_one_whose_file_is_gone_is_not() {
    let place = Place::new();
    let view = view_hash("the view");
    let page = path("index.html");
    let mut tree = Tree::new();
    tree.insert(page.clone(), Entry::rendered(*b"home", view))
        .unwrap();
    place.write_tree(&tree, false).unwrap();

    let kept = || place.open(false).unwrap().manifest()?.kept(&page, view, 1);
    let mut again = Tree::new();
    again
        .insert(page.clone(), kept().expect("it is unchanged"))
        .unwrap();
    assert_eq!(place.write_tree(&again, false).unwrap().kept, 1);
    assert_eq!(kept(), again.get(&page).cloned(), "it stays so");

    place.put("index.html", "");
    assert_eq!(kept(), None);
}

#[test]
fn a_write_that_did_not_end_is_completed() {
    let place = Place::new();
    place.write(&[("old.html", "old"), SITE[0]]).unwrap();
    let next = [("index.html", "next"), SITE[1], ("new.html", "new")];
    let mut folder = place.open(false).unwrap();
    let delta = Delta::between(folder.manifest(), &tree(&next), 1);
    folder.save(folder.dirty(&delta)).unwrap();
    place.put("new.html", "ne");
    place.put(".planwright-Xy12", "go");
    place.put(".planwright-next/goals/g1.html", "go");

    let folder = place.open(false).unwrap();
    let delta = Delta::between(folder.manifest(), &tree(&next), 1);
    assert!(delta.write.contains(&(path("new.html"), Why::Unfinished)));
    place.write(&next).unwrap();
    assert_eq!(place.files(), expect(&next));
    assert_eq!(place.write(&next).unwrap().kept, 3, "and then it is clean");
}

#[test]
fn verifying_finds_what_differs_is_missing_or_too_much() {
    let place = Place::new();
    let site = [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")];
    place.write(&site).unwrap();
    let verify = |files| place.open(false).unwrap().verify(&tree(files)).unwrap();
    assert_eq!(verify(&site), []);
    place.put("a", "!");
    fs::remove_file(place.at("b")).unwrap();
    place.put("foreign", "5");
    let found = [
        Mismatch::Differs(path("a")),
        Mismatch::Missing(path("b")),
        Mismatch::Superfluous(path("d")),
    ];
    assert_eq!(verify(&site[..3]), found);
}

fn any_tree() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let names = [
        "index.html",
        "a",
        "A",
        "a/x.html",
        "a/y.html",
        "b/c/z.html",
        "b/c",
        "b/é",
        "many",
        "many/*",
    ];
    let file = (
        sample::select(names.to_vec()),
        sample::select(vec!["", "1", "2", "longer"]),
    );
    collection::vec(file, 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// After every write the folder is the tree and the foreign files.
    #[test]
    fn the_folder_equals_the_tree(trees in collection::vec(any_tree(), 1..6)) {
        let place = Place::new();
        place.write(&[]).unwrap();
        place.put("foreign.txt", "mine");
        place.put("mine/index.html", "mine");
        for files in trees {
            let folder = place.open(false).unwrap();
            let (mut tree, mut wanted) = (Tree::new(), Files::new());
            wanted.insert("foreign.txt".to_owned(), "mine".to_owned());
            wanted.insert("mine/index.html".to_owned(), "mine".to_owned());
            // So many files that their folder is exchanged.
            let numbers = |name: &str| if name.ends_with('*') { 20 } else { 1 };
            let files = files.iter().flat_map(|(name, text)| {
                (0..numbers(name)).map(move |at| (name.replace('*', &at.to_string()), text))
            });
            for (name, text) in files {
                let view = view_hash(text);
                let kept = folder.manifest().and_then(|m| m.kept(&path(&name), view, 1));
                let entry = kept.unwrap_or_else(|| Entry::rendered(text.as_bytes(), view));
                if tree.insert(path(&name), entry).is_ok() {
                    wanted.insert(name, (*text).to_owned());
                }
            }
            place.write_tree(&tree, false).unwrap();
            prop_assert_eq!(place.files(), wanted);
            prop_assert_eq!(place.open(false).unwrap().verify(&tree).unwrap(), []);
            prop_assert!(place.write_tree(&tree, false).unwrap().written == 0);
        }
        prop_assert!(place.files().keys().all(|name| !name.contains(OWN)));
    }
}
