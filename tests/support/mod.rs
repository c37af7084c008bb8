//! A plan in a few lines, built by the real program, and its site read back.

#![allow(dead_code, reason = "each file of tests uses its part of this")]
#![expect(
    clippy::disallowed_methods,
    reason = "tests make the folders that the program reads"
)]

pub mod arbitrary;
pub mod crawl;
pub mod memory;
pub mod page;
pub mod server;
pub mod synthetic;
pub mod weight;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;

use tempfile::TempDir;

use page::Page;

/// The day on which all tests take place.
pub const TODAY: &str = "2026-11-23";

/// A plan folder, with a folder for its site beside it.
pub struct Plan {
    dir: Rc<TempDir>,
}

/// A plan without files.
pub fn plan() -> Plan {
    let plan = Plan {
        dir: Rc::new(TempDir::new().expect("a temporary folder")),
    };
    fs::create_dir(plan.folder()).expect("a folder");
    plan
}

/// A goal, its strategy, its action and its measure.
pub fn small_plan() -> Plan {
    plan()
        .file("index.md", "---\ntitle: Our plan\nvision: Everybody reads\n---\nWelcome.\n")
        .file("goals/G1.md", "# Read more\n\nMore people read.\n")
        .file("strategies/S1.md", "---\nsupports: G1\n---\n# Go where people are\n\nNot the reverse.\n")
        .file(
            "actions/A1.md",
            "---\nsupports: S1\nowner: Maya Okafor\nstatus: active\ndue: 2027-03-31\n---\n# Buy a bus\n\nWith shelves.\n",
        )
        .file(
            "measures/M1.md",
            "---\nmeasures: G1\nunit: loans\nbaseline: {value: 100, on: 2025-12-31}\n\
             targets: [{value: 140, on: 2026-12-31}]\ntarget: {value: 200, on: 2027-12-31}\nreadings:\n  - {on: 2026-06-30, value: 120}\n---\n# Loans a year\n\nCounted.\n\n## Method\n\nBy the till.\n",
        )
}

impl Plan {
    /// With a text file.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// With a file of bytes.
    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        self.write(path, bytes);
        self
    }

    /// Without a file.
    pub fn without(self, path: &str) -> Self {
        fs::remove_file(self.folder().join(path)).expect("a file to delete");
        self
    }

    /// Writes a file of the plan, old or new.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        write(&self.folder().join(path), bytes.as_ref());
    }

    /// The plan's folder.
    pub fn folder(&self) -> PathBuf {
        self.dir.path().join("plan")
    }

    /// The folder of the site.
    pub fn out(&self) -> PathBuf {
        self.dir.path().join("public")
    }

    /// `planwright build`.
    pub fn build(&self) -> Run {
        self.build_with(&[])
    }

    /// `planwright build` with more arguments.
    pub fn build_with(&self, more: &[&str]) -> Run {
        let out = self.out();
        let mut args = vec!["build", ".", "--today", TODAY, "--out"];
        args.push(out.to_str().expect("a path in Unicode"));
        args.extend(more);
        self.run(&args)
    }

    /// `planwright check`, a line for each error and warning.
    pub fn check(&self) -> Run {
        self.run(&["check", ".", "--today", TODAY, "--format", "short"])
    }

    /// `planwright check`, a line for each finding of a rule, hints among them.
    pub fn check_for(&self, rule: &str) -> Run {
        let select = ["--select", rule];
        let args = ["check", ".", "--today", TODAY, "--format", "short"];
        self.run(&[&args[..], &select[..]].concat())
    }

    /// Any command, in the plan's folder.
    pub fn run(&self, args: &[&str]) -> Run {
        let mut run = planwright(&self.folder(), args);
        run.out = self.out();
        run.dir = Some(Rc::clone(&self.dir));
        run
    }
}

/// Any command, in any folder.
pub fn planwright(folder: &Path, args: &[&str]) -> Run {
    let mut command = assert_cmd::Command::cargo_bin("planwright").expect("the program");
    let output = command
        .args(args)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .expect("a run");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run {
        code: output.status.code(),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
        out: PathBuf::new(),
        dir: None,
    }
}

/// How a command ended.
#[derive(Debug)]
pub struct Run {
    /// The exit code; none after a crash.
    pub code: Option<i32>,
    /// What it printed.
    pub stdout: String,
    /// What it said beside it.
    pub stderr: String,
    /// The folder of the site.
    pub out: PathBuf,
    /// What would be deleted with the plan.
    dir: Option<Rc<TempDir>>,
}

impl Run {
    /// It must have ended with this code.
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        self
    }

    /// All must be well.
    #[track_caller]
    pub fn ok(self) -> Self {
        self.code(0)
    }

    /// The findings, a line each.
    pub fn findings(&self) -> Vec<&str> {
        self.stdout.lines().collect()
    }

    /// Its only finding must say this; hints are left aside unless they do.
    #[track_caller]
    pub fn finds(&self, what: &str) {
        let mut found = self.findings();
        found.retain(|line| line.contains(what) || !line.contains(": info["));
        assert!(
            found.len() == 1 && found[0].contains(what),
            "{what}? {found:#?}"
        );
    }

    /// A page of the site.
    #[track_caller]
    pub fn page(&self, path: &str) -> Page {
        let html = fs::read_to_string(self.out.join(path));
        Page::parse(&html.unwrap_or_else(|_| panic!("{path} is not there:\n{}", self.stderr)))
    }

    /// Whether the site has a file.
    pub fn has(&self, path: &str) -> bool {
        self.out.join(path).is_file()
    }
}

/// A file on disk: whoever writes it anew, be it with the same bytes, changes
/// one of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    inode: u64,
    modified: SystemTime,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// All files of a folder, by path.
pub fn stamps(folder: &Path) -> BTreeMap<String, Stamp> {
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("readable"));
    let files = files.filter(|entry| entry.file_type().is_file());
    let stamps = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).expect("a path inside");
        (path.to_string_lossy().into_owned(), stamp(entry.path()))
    });
    stamps.collect()
}

fn stamp(file: &Path) -> Stamp {
    let metadata = fs::metadata(file).expect("a file");
    #[cfg(unix)]
    let inode = std::os::unix::fs::MetadataExt::ino(&metadata);
    #[cfg(not(unix))]
    let inode = 0;
    Stamp {
        inode,
        modified: metadata.modified().expect("a time"),
        bytes: fs::read(file).expect("readable"),
    }
}

/// Writes a file and the folders it lies in.
pub fn write(file: &Path, bytes: &[u8]) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, bytes).expect("a file");
}
