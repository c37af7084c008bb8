//! What is done with every server.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::support::TODAY;
use crate::support::synthetic::synthetic;

/// How often a delivery is killed.
const KILLS: usize = 20;

/// A target on a server of this machine.
pub struct Place {
    /// The section of `plan.toml`, named `web`.
    pub settings: String,
    /// What the program is started with.
    pub environment: Vec<(String, String)>,
    /// Where the server keeps the site.
    pub disk: PathBuf,
}

pub type Files = BTreeMap<String, Vec<u8>>;

/// A plan of some size with a target, in a version.
pub struct Plan {
    dir: tempfile::TempDir,
}

impl Plan {
    pub fn of(place: &Place, version: &str) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let plan = Self { dir };
        for (path, text) in synthetic(40) {
            plan.write(&path, &text);
        }
        let path = plan.folder().join("plan.toml");
        let settings = fs::read_to_string(&path).expect("settings");
        fs::write(&path, format!("{settings}\n{}", place.settings)).expect("written");
        plan.write(
            "pages/about.md",
            &format!("# About\n\nThis is {version}.\n"),
        );
        plan.write(&format!("pages/{version}.md"), "# Only here\n\nText.\n");
        plan
    }

    /// With words on every page.
    pub fn titled(self, title: &str) -> Self {
        let path = self.folder().join("plan.toml");
        let settings = fs::read_to_string(&path).expect("settings");
        let settings =
            settings.replace("[plan]\n", &format!("[plan]\norganization = \"{title}\"\n"));
        fs::write(&path, settings).expect("written");
        self
    }

    pub fn folder(&self) -> PathBuf {
        self.dir.path().join("plan")
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    /// The files that a build makes.
    pub fn built(&self) -> Files {
        let out = self.dir.path().join("out");
        let mut command = Command::new(env!("CARGO_BIN_EXE_planwright"));
        command
            .arg("build")
            .arg(self.folder())
            .args(["--today", TODAY]);
        let output = command.arg("--out").arg(&out).output().expect("a run");
        assert!(output.status.success(), "{output:?}");
        files(&out)
    }

    pub fn publish(&self, place: &Place, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_planwright"));
        command
            .arg("publish")
            .arg(self.folder())
            .args(["web", "--today", TODAY, "--format", "json"])
            .args(more)
            .env("NO_COLOR", "1")
            .env("USER", "maya")
            .env("HOSTNAME", "desk")
            .envs(place.environment.iter().cloned());
        command
    }
}

/// All files of a folder.
fn contents(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter();
    let files = entries.filter_map(|entry| entry.ok().filter(|it| it.file_type().is_file()));
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("inside");
        let path = path.to_string_lossy().into_owned();
        Some((path, fs::read(entry.path()).ok()?))
    };
    files.filter_map(file).collect()
}

/// All files of a site but those of the program.
pub fn files(folder: &Path) -> Files {
    let files = contents(folder).into_iter();
    files
        .filter(|(path, _)| !path.starts_with(".planwright"))
        .collect()
}

pub fn run(mut command: Command) -> Output {
    command.output().expect("a run")
}

/// The paths that a delivery sent.
#[track_caller]
pub fn sent(output: &Output) -> Vec<String> {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let sent = report["deliveries"][0]["sent"].as_array().expect("files");
    let path = |file: &serde_json::Value| file["path"].as_str().expect("a path").to_owned();
    sent.iter().map(path).collect()
}

/// A line of figures for whoever runs the tests.
fn told(place: &Place, what: &str, start: Instant, output: &Output) {
    let kind = place.settings.lines().find(|line| line.starts_with("kind"));
    let summary = String::from_utf8_lossy(&output.stderr);
    let summary = summary.lines().last().unwrap_or_default();
    let took = start.elapsed().as_secs_f64();
    eprintln!(
        "{} {what}: {took:.2} s, {summary}",
        kind.unwrap_or_default()
    );
}

/// A first delivery, one more, one after an edit, beside a file of others.
pub fn only_what_changed_is_sent(place: &Place) {
    let plan = Plan::of(place, "first");
    fs::write(place.disk.join("others.txt"), "of others").expect("written");
    let start = Instant::now();
    let first = run(plan.publish(place, &[]));
    assert!(sent(&first).len() > 60);
    told(place, "first", start, &first);
    let mut expected = plan.built();
    expected.insert("others.txt".to_owned(), b"of others".to_vec());
    assert!(
        files(&place.disk) == expected,
        "the site is not what is built"
    );

    let start = Instant::now();
    let again = run(plan.publish(place, &[]));
    assert_eq!(sent(&again), [""; 0]);
    told(place, "second", start, &again);

    plan.write("pages/about.md", "# About\n\nAnother text.\n");
    let start = Instant::now();
    let edited = run(plan.publish(place, &[]));
    let after = plan.built();
    let changed = after
        .iter()
        .filter(|(path, bytes)| expected.get(*path) != Some(*bytes));
    let changed: Vec<String> = changed.map(|(path, _)| path.clone()).collect();
    assert_eq!(sent(&edited), changed);
    assert!(changed.len() < 9, "{changed:?}");
    told(place, "after an edit", start, &edited);
    assert!(place.disk.join("others.txt").exists());
    assert!(!place.disk.join(".planwright.lock").exists());
    assert!(!place.disk.join(".planwright.part").exists());
}

/// Deliveries that are killed at any moment, each completed by the next.
pub fn a_delivery_that_is_killed_is_completed(place: &Place) {
    let versions = [
        Plan::of(place, "first").titled("The one"),
        Plan::of(place, "second").titled("The other"),
    ];
    let built = versions.each_ref().map(Plan::built);
    let start = Instant::now();
    sent(&run(versions[0].publish(place, &["--max-delete", "100"])));
    let took = start.elapsed();
    let mut random = fastrand::Rng::with_seed(7);
    let mut resumed = 0;
    for kill in 0..KILLS {
        let [old, new] = if kill % 2 == 0 { [0, 1] } else { [1, 0] };
        let mut command = versions[new].publish(place, &[]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program");
        if random.bool() {
            wait_until_it_sends(place, &mut child);
            std::thread::sleep(took.mul_f64(random.f64() / 3.0));
        } else {
            std::thread::sleep(took.mul_f64(random.f64()));
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        std::thread::sleep(Duration::from_millis(100)); // what is under way arrives
        assert_whole(place, [&built[old], &built[new]]);
        // The lock of the dead is waited for elsewhere.
        let _none = fs::remove_file(place.disk.join(".planwright.lock"));
        let next = sent(&run(versions[new].publish(place, &[])));
        let differ = |path: &&String| built[old].get(*path) != built[new].get(*path);
        let all = built[new].keys().filter(differ).count();
        resumed += usize::from((1..all).contains(&next.len()));
        let mut there = files(&place.disk);
        there.remove("others.txt");
        assert!(there == built[new], "kill {kill}: the site is not whole");
    }
    eprintln!("{resumed} of {KILLS} had told what had arrived");
}

/// That each page of both sites is there as in one of them.
fn assert_whole(place: &Place, [old, new]: [&Files; 2]) {
    let there = files(&place.disk);
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        let shown = there.get(path);
        let is_one = [old, new].iter().any(|site| site.get(path) == shown);
        assert!(is_one && shown.is_some(), "{path} is broken");
    }
}

/// A delivery whose line is cut says so, and leaves whole pages; the next one
/// completes it.
pub fn a_cut_line_is_told_of(place: &Place, behind: impl Fn(usize) -> Place) {
    let old = Plan::of(place, "first").titled("The one");
    sent(&run(old.publish(place, &[])));
    let new = Plan::of(place, "second").titled("The other");
    let built = [old.built(), new.built()];
    for bytes in [2_000, 100_000, 400_000] {
        let line = behind(bytes);
        let cut = Plan::of(&line, "second").titled("The other");
        let output = run(cut.publish(&line, &[]));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("cannot be reached"), "{said}");
        assert!(said.contains("it goes on where it stopped"), "{said}");
        assert_whole(place, [&built[0], &built[1]]);
        // The lock that could not be given back is waited for elsewhere.
        let _none = fs::remove_file(place.disk.join(".planwright.lock"));
    }
    sent(&run(new.publish(place, &["--max-delete", "100"])));
    assert!(files(&place.disk) == built[1], "the site is not whole");
}

/// Waits for the first change, or for the end.
fn wait_until_it_sends(place: &Place, child: &mut Child) {
    let manifest = || fs::read(place.disk.join(".planwright.json")).ok();
    let before = manifest();
    while manifest() == before && child.try_wait().expect("known").is_none() {
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// What a delivery says that fails, without anything left behind.
pub fn refusal(place: &Place) -> String {
    let plan = Plan::of(place, "first");
    let before = contents(&place.disk);
    let output = run(plan.publish(place, &["--verbose"]));
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(contents(&place.disk) == before, "something was left behind");
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(!text.contains("hunter2"), "{text}");
    let shown = text.lines().filter(|line| !line.contains("warning"));
    shown.collect::<Vec<_>>().join("\n")
}

/// A delivery that ends well.
pub fn is_published(place: &Place) {
    let plan = Plan::of(place, "first");
    sent(&run(plan.publish(place, &[])));
    assert!(files(&place.disk) == plan.built());
}

/// A delivery that is asked to stop, once it has begun to send.
pub fn stops(place: &Place) {
    let plan = Plan::of(place, "first");
    let mut command = plan.publish(place, &[]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().expect("the program");
    while files(&place.disk).len() < 10 {
        std::thread::sleep(Duration::from_millis(1));
    }
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .arg(id)
            .status()
            .expect("kill")
            .success()
    );
    let output = child.wait_with_output().expect("an end");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("was stopped"), "{said}");
    assert!(!place.disk.join(".planwright.lock").exists());
    let all = plan.built();
    let next = sent(&run(plan.publish(place, &[])));
    assert!(
        next.len() < all.len(),
        "{} files were sent again",
        next.len()
    );
    assert!(files(&place.disk) == all);
}
