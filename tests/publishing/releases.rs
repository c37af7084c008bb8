//! Folders of this machine: releases that are switched at once.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::crawl::crawl;
use crate::support::synthetic::synthetic;
use crate::support::{Plan, Run, TODAY, plan, small_plan};

pub const TARGET: &str = "[publish.web]\nkind = \"folder\"\npath = \"../www\"\n";

/// `planwright publish` with a day.
pub fn publish(plan: &Plan, more: &[&str]) -> Run {
    plan.run(&[&["publish", "--today", TODAY], more].concat())
}

pub fn www(plan: &Plan) -> PathBuf {
    plan.folder().with_file_name("www")
}

fn published(more: &str) -> Plan {
    let plan = small_plan().file("plan.toml", &format!("{TARGET}{more}"));
    publish(&plan, &[]).ok();
    plan
}

fn edit(plan: &Plan, text: &str) {
    plan.write("goals/G1.md", format!("# Read more\n\n{text}\n"));
}

fn shown(plan: &Plan) -> String {
    let to = fs::read_link(www(plan)).expect("a link");
    to.to_string_lossy().into_owned()
}

fn releases(plan: &Plan) -> Vec<String> {
    let store = plan.folder().with_file_name(".www.releases");
    let entries = fs::read_dir(store)
        .expect("releases")
        .map(|it| it.expect("readable"));
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn each_delivery_is_a_release() {
    let plan = published("");
    assert_eq!(shown(&plan), ".www.releases/0001");
    assert_eq!(crawl(&www(&plan)), [""; 0]);
    let again = publish(&plan, &[]).ok();
    assert!(again.stderr.contains("nothing changed"), "{}", again.stderr);
    assert_eq!(shown(&plan), ".www.releases/0001");
    edit(&plan, "Another text.");
    publish(&plan, &[]).ok();
    assert_eq!(shown(&plan), ".www.releases/0002");
    plan.build().ok();
    let same = |path: &str| {
        let read = |folder: &Path| fs::read(folder.join(path)).expect("a page");
        assert!(read(&www(&plan)) == read(&plan.out()), "{path}");
    };
    for path in ["index.html", "goals/g1.html", "actions/a1.html"] {
        same(path);
    }
}

#[test]
fn what_has_not_changed_is_one_file_on_disk() {
    let plan = published("");
    edit(&plan, "Another text.");
    publish(&plan, &[]).ok();
    let store = plan.folder().with_file_name(".www.releases");
    let file = |release: &str, path: &str| {
        let path = store.join(release).join(path);
        fs::metadata(path).expect("a file").ino()
    };
    assert_eq!(file("0001", "404.html"), file("0002", "404.html"));
    assert_ne!(file("0001", "goals/g1.html"), file("0002", "goals/g1.html"));
}

#[test]
fn files_of_others_go_along() {
    let plan = published("keep = 1\n");
    fs::create_dir(www(&plan).join("theirs")).expect("a folder");
    fs::write(www(&plan).join("theirs/data.csv"), "1,2").expect("written");
    edit(&plan, "Another text.");
    publish(&plan, &[]).ok();
    let data = fs::read_to_string(www(&plan).join("theirs/data.csv"));
    assert_eq!(data.expect("it is there"), "1,2");
    assert_eq!(
        releases(&plan),
        ["0001", "0002"],
        "0001 was not made with it"
    );
    edit(&plan, "A third text.");
    let third = publish(&plan, &[]).ok();
    assert_eq!(releases(&plan), ["0001", "0003"], "0002 was made with it");
    assert!(
        third.stderr.contains("release 0001 stays"),
        "{}",
        third.stderr
    );
}

#[test]
fn a_file_of_others_is_not_written_over() {
    let plan = published("");
    fs::write(www(&plan).join("goals/g2.html"), "theirs").expect("written");
    plan.write("goals/G2.md", "# Write more\n\nText.\n");
    let refused = publish(&plan, &[]).code(2);
    insta::assert_snapshot!(refused.stderr, @"
    1 warning; `planwright check` shows them
    error: `../www` holds files of others where the site has to go: goals/g2.html
    help: move them away, choose another place, or give --adopt to write over them
    ");
    assert_eq!(releases(&plan), ["0001"]);
    publish(&plan, &["--adopt"]).ok();
    let page = fs::read_to_string(www(&plan).join("goals/g2.html")).expect("a page");
    assert!(page.contains("Write more"));
}

#[test]
fn one_goes_back_to_an_earlier_release() {
    let plan = published("");
    for text in ["Two.", "Three."] {
        edit(&plan, text);
        publish(&plan, &[]).ok();
    }
    publish(&plan, &["--rollback"]).ok();
    assert_eq!(shown(&plan), ".www.releases/0002");
    let list = publish(&plan, &["--releases"]).ok();
    insta::assert_snapshot!(list.stdout.replace(char::is_numeric, "0"), @"
    0000 00 files
    0000 00 files (shown)
    0000 00 files
    ");
    publish(&plan, &["--rollback=3"]).ok();
    assert_eq!(shown(&plan), ".www.releases/0003");
    publish(&plan, &["--rollback=0001"]).ok();
    let first = publish(&plan, &["--rollback"]).code(2);
    insta::assert_snapshot!(first.stderr.replace(&*plan.folder().to_string_lossy(), ""), @"
    error: `../www` has no release before this one
    help: `planwright publish TARGET --releases` lists them
    ");
    publish(&plan, &["--rollback=0009"]).code(2);
    publish(&plan, &[]).ok();
    assert_eq!(
        shown(&plan),
        ".www.releases/0004",
        "numbers are not used again"
    );
}

#[test]
fn old_releases_are_deleted() {
    let plan = published("keep = 2\n");
    for text in ["Two.", "Three.", "Four."] {
        edit(&plan, text);
        publish(&plan, &[]).ok();
    }
    assert_eq!(releases(&plan), ["0003", "0004"]);
    let store = plan.folder().with_file_name(".www.releases");
    assert!(!store.join("0001.carried").exists());
    // What looks like a release and is none of ours stays.
    fs::create_dir(store.join("0002")).expect("a folder");
    fs::write(store.join("0002/theirs.txt"), "theirs").expect("written");
    edit(&plan, "Five.");
    publish(&plan, &[]).ok();
    assert!(store.join("0002/theirs.txt").exists());
}

#[test]
fn a_release_that_was_not_made_to_its_end_is_cleared_away() {
    let plan = published("");
    let store = plan.folder().with_file_name(".www.releases");
    fs::create_dir_all(store.join(".planwright-0002/goals")).expect("a folder");
    fs::write(store.join(".planwright-0002/goals/g1.html"), "half").expect("written");
    edit(&plan, "Two.");
    publish(&plan, &[]).ok();
    assert_eq!(releases(&plan), ["0001", "0002"]);
    assert_eq!(crawl(&www(&plan)), [""; 0]);
}

#[test]
fn what_stands_there_already_is_left_alone() {
    let plan = small_plan().file("plan.toml", TARGET);
    fs::create_dir(www(&plan)).expect("a folder");
    let folder = publish(&plan, &[]).code(2);
    insta::assert_snapshot!(folder.stderr, @"
    error: `../www` is a folder
    help: move it away, so that a link to the newest release can stand there, or add `releases = false` to write into the folder itself
    ");
    fs::remove_dir(www(&plan)).expect("gone");
    std::os::unix::fs::symlink("elsewhere", www(&plan)).expect("a link");
    let link = publish(&plan, &[]).code(2);
    insta::assert_snapshot!(link.stderr, @"
    error: `../www` is neither a release nor a link to one
    help: choose another path, or move it away
    ");
    let in_place = format!("{TARGET}releases = false\n");
    fs::remove_file(www(&plan)).expect("gone");
    fs::create_dir(www(&plan)).expect("a folder");
    plan.write("plan.toml", in_place);
    publish(&plan, &[]).ok();
    assert_eq!(crawl(&www(&plan)), [""; 0]);
    let names = fs::read_dir(www(&plan)).expect("a folder");
    let own = names.filter_map(|it| it.ok()?.file_name().into_string().ok());
    let own: Vec<String> = own.filter(|name| name.starts_with('.')).collect();
    assert_eq!(own, [".planwright.json"]);
}

#[test]
fn the_plan_itself_is_not_written_over() {
    for path in [".", "..", "../plan"] {
        let target =
            format!("[publish.web]\nkind = \"folder\"\nreleases = false\npath = \"{path}\"\n");
        let plan = small_plan().file("plan.toml", &target);
        let refused = publish(&plan, &[]).code(2);
        assert!(
            refused.stderr.contains("holds the plan itself"),
            "{}",
            refused.stderr
        );
    }
}

/// A plan with words on each page that tell its version.
fn version(plan: &Plan, title: &str) {
    let settings = &synthetic(40)["plan.toml"];
    let settings = settings.replace("[plan]\n", &format!("[plan]\norganization = \"{title}\"\n"));
    plan.write("plan.toml", format!("{settings}\n{TARGET}keep = 100\n"));
    for name in ["North", "South"] {
        let path = format!("pages/{name}.md");
        if title.contains(name) {
            plan.write(&path, format!("# {title}\n\nOnly here.\n"));
        } else {
            let _none = fs::remove_file(plan.folder().join(path));
        }
    }
}

#[test]
fn readers_never_meet_two_releases_at_once() {
    const TITLES: [&str; 2] = ["City of Northfield", "City of Southport"];
    let texts = synthetic(40);
    let plan = texts
        .iter()
        .fold(plan(), |plan, (path, text)| plan.file(path, text));
    version(&plan, TITLES[0]);
    publish(&plan, &["--max-delete", "100"]).ok();
    let link = www(&plan);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let crawls = scope.spawn(|| {
            let (mut releases, mut count) = (BTreeSet::new(), 0);
            while !over.load(Ordering::Relaxed) {
                let release = link.canonicalize().expect("a release");
                assert_eq!(crawl(&release), [""; 0], "{release:?}");
                let pages = walkdir::WalkDir::new(&release).into_iter().flatten();
                let pages = pages.filter(|it| it.path().extension().is_some_and(|it| it == "html"));
                let title = |page: walkdir::DirEntry| {
                    let html = fs::read_to_string(page.path()).expect("a page");
                    TITLES.map(|title| html.contains(title))
                };
                let titles: BTreeSet<[bool; 2]> = pages.map(title).collect();
                assert!(!(titles.contains(&[true, false]) && titles.contains(&[false, true])));
                assert!(!titles.contains(&[true, true]), "a page of two releases");
                releases.insert(release);
                count += 1;
            }
            (releases.len(), count)
        });
        let reads = scope.spawn(|| {
            let mut count = 0;
            while !over.load(Ordering::Relaxed) {
                let home = fs::read_to_string(link.join("index.html")).expect("a home page");
                assert!(home.ends_with("</html>\n"), "half a page");
                count += 1;
            }
            count
        });
        for round in 1..=12 {
            version(&plan, TITLES[round % 2]);
            publish(&plan, &["--max-delete", "100"]).ok();
        }
        over.store(true, Ordering::Relaxed);
        let (releases, crawls) = crawls.join().expect("no broken link");
        let reads: usize = reads.join().expect("always a page");
        assert!(
            releases > 1 && reads > 100,
            "{releases} releases in {crawls}, {reads} reads"
        );
    });
}
