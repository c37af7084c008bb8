//! Folders of this machine: killed deliveries, and a disk that is full.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::scenario::{Place, Plan, files, run, sent};

/// A folder as a target.
pub struct Folder {
    root: tempfile::TempDir,
    in_place: bool,
}

impl Folder {
    pub fn new(in_place: bool) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        Self { root, in_place }
    }

    fn site(&self) -> PathBuf {
        self.root.path().join("www/site")
    }

    pub fn place(&self) -> Place {
        let site = self.site();
        let more = if self.in_place {
            "releases = false\n"
        } else {
            ""
        };
        fs::create_dir_all(self.root.path().join("www")).expect("a folder");
        if self.in_place {
            fs::create_dir_all(&site).expect("a folder");
        }
        Place {
            settings: format!(
                "[publish.web]\nkind = \"folder\"\npath = \"{}\"\n{more}",
                site.display()
            ),
            environment: Vec::new(),
            disk: site,
        }
    }
}

/// A small disk in memory; it goes with the value.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    /// None where only root may make one.
    fn at(path: &'a Path, size: &str) -> Option<Self> {
        fs::create_dir_all(path).expect("a folder");
        let size = format!("size={size}");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(path);
        let mounted = mount.output().is_ok_and(|it| it.status.success());
        mounted.then_some(Self(path))
    }

    fn remount(&self, options: &str) {
        let options = format!("remount,{options}");
        let mut mount = Command::new("mount");
        assert!(
            mount
                .args(["-o", &options])
                .arg(self.0)
                .status()
                .expect("mount")
                .success()
        );
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg(self.0).status();
    }
}

/// What is said of a full disk; what was shown stays whole, and when there is
/// space again, the delivery is completed.
pub fn full(folder: &Folder) -> Option<String> {
    let www = folder.root.path().join("www");
    let Some(disk) = SmallDisk::at(&www, "3m") else {
        eprintln!("Not tried: a full disk, for no disk can be mounted here.");
        return None;
    };
    let place = folder.place();
    let plan = Plan::of(&place, "first");
    sent(&run(plan.publish(&place, &[])));
    let before = plan.built();
    let attachment: Vec<u8> = (0..3_000_000_u32).map(|at| (at % 251) as u8).collect();
    let plan = plan.titled("Another");
    plan.write("pages/more.md", "# More\n\n[All](all.zip)\n");
    fs::write(plan.folder().join("pages/all.zip"), attachment).expect("written");
    let after = plan.built();
    let output = run(plan.publish(&place, &[]));
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let there = files(&place.disk);
    for path in before.keys() {
        let shown = there.get(path);
        let whole = shown == before.get(path) || shown == after.get(path);
        assert!(whole, "{path} is broken");
    }
    disk.remount("size=20m");
    sent(&run(plan.publish(&place, &[])));
    assert!(files(&place.disk) == after, "the site is not whole");
    let said = said(&output, folder);
    // Which file it was depends on which came first.
    let said = cut(&said, "cannot send ", ": `DIR");
    Some(cut(&said, ".planwright-0002/", "`: No space"))
}

/// What is said of a disk that cannot be written to.
pub fn read_only(folder: &Folder) -> Option<String> {
    let www = folder.root.path().join("www");
    let Some(disk) = SmallDisk::at(&www, "9m") else {
        eprintln!("Not tried: a disk that is read only, for none can be mounted here.");
        return None;
    };
    let place = folder.place();
    sent(&run(Plan::of(&place, "first").publish(&place, &[])));
    let before = files(&place.disk);
    disk.remount("ro");
    let other = Plan::of(&place, "first").titled("Another");
    let output = run(other.publish(&place, &[]));
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(files(&place.disk) == before);
    Some(said(&output, folder))
}

/// What was said, but of the plan.
fn said(output: &std::process::Output, folder: &Folder) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let lines = text.lines().filter(|line| !line.contains("warning"));
    let text = lines.collect::<Vec<_>>().join("\n");
    text.replace(&folder.root.path().display().to_string(), "DIR")
}

/// A text without what stands between two others.
fn cut(text: &str, before: &str, after: &str) -> String {
    let parts = text.split_once(before);
    let parts = parts.and_then(|(start, rest)| Some((start, rest.split_once(after)?.1)));
    let whole = |(start, end)| format!("{start}{before}…{after}{end}");
    parts.map_or_else(|| text.to_owned(), whole)
}
