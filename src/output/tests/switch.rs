//! The next site takes the place of the present one all at once.

use std::fs;
use std::io::{ErrorKind, Write};

use super::{Place, SITE, expect, path, refusal, tree};
use crate::output::{Delta, Entry, Folder, Refusal, Take, Tree};

/// A site with a folder in which everything changes with the `text`, but for
/// one page.
fn much(text: &str) -> Tree {
    let mut site = tree(SITE);
    let mut add = |name: &str, text: &str| {
        site.insert(path(name), Entry::new(text.as_bytes()))
            .expect("paths that do not clash");
    };
    for number in 0..40 {
        add(&format!("actions/a{number}.html"), text);
    }
    add("actions/kept.html", "kept");
    add(&format!("actions/{text}.html"), text);
    site
}

#[test]
fn what_stays_in_an_exchanged_folder_is_the_same_file() {
    let place = Place::new();
    place.write_tree(&much("old"), false).expect("a site");
    place.put("actions/mine.txt", "mine");
    place.put("actions/deep/mine.txt", "mine");
    fs::create_dir(place.at("actions/empty")).expect("a folder");
    place.write_tree(&much("new"), false).expect("a site");

    let files = place.files();
    assert_eq!(files["actions/a7.html"], "new");
    assert!(files.contains_key("actions/new.html"));
    assert!(!files.contains_key("actions/old.html"));
    assert_eq!(files["actions/kept.html"], "kept");
    assert_eq!(files["actions/mine.txt"], "mine");
    assert_eq!(files["actions/deep/mine.txt"], "mine");
    assert!(place.at("actions/empty").is_dir());
    assert!(!place.at(".planwright-next").exists());
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay_in_an_exchanged_folder() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let place = Place::new();
    place.write_tree(&much("old"), false).expect("a site");
    symlink("kept.html", place.at("actions/link")).expect("a link");
    let permissions = fs::Permissions::from_mode(0o750);
    fs::set_permissions(place.at("actions"), permissions).expect("a folder of ours");
    place.write_tree(&much("new"), false).expect("a site");

    let link = fs::read_link(place.at("actions/link")).expect("a link");
    assert_eq!(link.to_str(), Some("kept.html"));
    let mode = fs::metadata(place.at("actions"))
        .expect("a folder")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o750);
}

/// A folder that takes the files of a site as they are made.
fn taking(place: &Place, site: &Tree) -> (Folder, Tree) {
    let mut folder = place.open(false).expect("a folder of ours");
    folder.begin().expect("nobody else writes");
    let mut taken = Tree::new();
    for (path, entry) in site.iter() {
        let entry = folder.take(path, entry.clone());
        taken.insert(path.clone(), entry).expect("as before");
    }
    (folder, taken)
}

#[test]
fn files_that_are_taken_as_they_are_made_need_not_be_held() {
    let place = Place::new();
    place.write_tree(&much("old"), false).expect("a site");
    let before = place.files();
    let (mut folder, taken) = taking(&place, &much("new"));
    assert!(taken.iter().all(|(_, entry)| entry.bytes().is_none()));
    let unfinished = |name: &str| name.starts_with(".planwright-next/");
    let mut during = place.files();
    during.retain(|name, _| !unfinished(name));
    assert_eq!(during, before, "nothing of the site has changed yet");

    let delta = Delta::between(folder.manifest(), &taken, 1);
    let report = folder.write(&taken, &delta).expect("a site");
    assert_eq!((report.written, report.deleted, report.kept), (41, 1, 3));
    let again = place.write_tree(&much("new"), false).expect("a site");
    assert_eq!(again.written, 0);
}

#[test]
fn a_file_that_is_poured_is_that_which_is_taken_whole() {
    let place = Place::new();
    place.write(SITE).expect("a site");
    let (mut folder, mut taken) = taking(&place, &much("new"));
    let mut add = |name: &str, entry| taken.insert(path(name), entry).expect("a path");
    let poured = |folder: &Folder, name: &str| {
        let halves = [&b"two "[..], b"halves"];
        let pour = |file: &mut dyn Write| halves.iter().try_for_each(|half| file.write_all(half));
        folder.pour(&path(name), 7, Box::new(pour))
    };
    add("downloads/a.json", poured(&folder, "downloads/a.json"));
    let whole = Entry::rendered(*b"two halves", 7);
    add(
        "downloads/b.json",
        folder.take(&path("downloads/b.json"), whole.clone()),
    );
    let delta = Delta::between(folder.manifest(), &taken, 1);
    let stamp = |name: &str| delta.next.files[&path(name)];
    assert_eq!(stamp("downloads/a.json"), stamp("downloads/b.json"));
    folder.write(&taken, &delta).expect("a site");
    assert_eq!(place.files()["downloads/a.json"], "two halves");

    let mut folder = place.open(false).expect("a folder of ours");
    folder.begin().expect("nobody else writes");
    let again = poured(&folder, "downloads/a.json");
    let staged = place
        .files()
        .into_keys()
        .filter(|name| name.ends_with("a.json"));
    assert_eq!(staged.count(), 1, "what is there already need not come");
    assert_eq!(
        (again.bytes(), again.stamp().view),
        (None, whole.stamp().view)
    );
}

#[test]
fn a_file_that_cannot_be_poured_is_said_by_the_write() {
    let place = Place::new();
    place.write(SITE).expect("a site");
    let before = place.files();
    let (mut folder, mut taken) = taking(&place, &much("new"));
    let name = path("downloads/a.json");
    let pour = |_: &mut dyn Write| Err(ErrorKind::StorageFull.into());
    let entry = folder.pour(&name, 7, Box::new(pour));
    taken.insert(name, entry).expect("a path");
    let delta = Delta::between(folder.manifest(), &taken, 1);
    let refused = refusal(folder.write(&taken, &delta));
    assert!(matches!(refused, Refusal::Io(_, error) if error.kind() == ErrorKind::StorageFull));
    drop(folder);
    assert_eq!(place.files(), before);
}

#[test]
fn a_site_that_could_not_be_taken_whole_changes_nothing() {
    let place = Place::new();
    place.write_tree(&much("old"), false).expect("a site");
    let before = place.files();
    let (mut folder, taken) = taking(&place, &much("new"));
    // It is on its way already.
    folder.take(&path("actions/a1.html"), Entry::new(*b"newer"));
    let delta = Delta::between(folder.manifest(), &taken, 1);
    assert!(matches!(
        refusal(folder.write(&taken, &delta)),
        Refusal::Io(..)
    ));
    drop(folder);
    assert_eq!(place.files(), before);
}

#[test]
fn a_write_that_is_given_up_leaves_nothing() {
    let place = Place::new();
    place.write_tree(&much("old"), false).expect("a site");
    let before = place.files();
    drop(taking(&place, &much("new")));
    assert_eq!(place.files(), before);
}

#[test]
fn nobody_else_writes_once_a_write_has_begun() {
    let place = Place::new();
    place.write(SITE).expect("a site");
    let (folder, _) = taking(&place, &much("new"));
    let mut other = place.open(false).expect("looking is allowed");
    assert!(matches!(refusal(other.begin()), Refusal::Locked));
    drop(folder);
    other.begin().expect("it has ended");
}

#[test]
fn what_a_write_left_behind_is_cleared_away_though_nothing_changes() {
    let place = Place::new();
    place.write(SITE).expect("a site");
    place.put(".planwright-next/goals/g1.html", "half");
    place.put(".planwright-a1b2c3", "half");
    place.open(false).expect("a folder of ours").tidy();
    assert_eq!(place.files(), expect(SITE));
}

#[test]
fn steps_before_one_that_the_system_refuses_are_undone() {
    let place = Place::new();
    let mut old = much("old");
    old.insert(path("gone/deep.html"), Entry::new(*b"deep"))
        .expect("paths that do not clash");
    place.write_tree(&old, false).expect("a site");
    let before = place.files();
    let mut new = much("new");
    new.insert(path("made/deep.html"), Entry::new(*b"deep"))
        .expect("paths that do not clash");
    new.insert(path("zz.html"), Entry::new(*b"last"))
        .expect("paths that do not clash");
    let (mut folder, taken) = taking(&place, &new);
    let delta = Delta::between(folder.manifest(), &taken, 1);
    // The last file to be put is lost, after all was found to be well.
    fs::remove_file(place.at(".planwright-next/zz.html")).expect("it was taken");
    folder.write(&taken, &delta).expect_err("nothing to put");
    drop(folder);
    assert_eq!(place.files(), before);
    assert!(!place.at("made").exists());
    place.write_tree(&new, false).expect("a site");
    assert_eq!(place.files()["zz.html"], "last");
}
