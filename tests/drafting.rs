//! A plan that is followed while it is written: what is served and what is
//! written, and what is said of it.

#![expect(clippy::disallowed_methods, reason = "a plan is written on disk")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use support::server::{Running, Server, client};
use tempfile::TempDir;

/// A plan of a goal, a strategy and an action, in a folder of its own.
struct Draft {
    folder: TempDir,
}

impl Draft {
    fn new() -> Self {
        let draft = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        draft.write("goals/G1.md", "# Be read\n");
        draft.write("strategies/S1.md", "---\nsupports: G1\n---\n# Be short\n");
        draft.write(
            "actions/A1.md",
            "---\nsupports: S1\n---\n# Write\n\nA first text.\n",
        );
        draft
    }

    fn plan(&self) -> PathBuf {
        self.folder.path().join("plan")
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.plan().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }

    fn serve(&self) -> Server {
        let server = Server::with(&self.plan(), &["--verbose"]);
        server.line("Serving");
        server
    }
}

#[test]
fn a_line_is_said_of_each_change_and_why_each_page_is_another() {
    let draft = Draft::new();
    let server = draft.serve();
    draft.write(
        "actions/A1.md",
        "---\nsupports: S1\n---\n# Write a lot\n\nA first text.\n",
    );
    let line = server.line("Changed");
    assert!(
        line.contains("actions/A1.md: ") && line.ends_with(" ms"),
        "{line}"
    );
    server.line("strategies/s1.html (what it shows of others changed)");
    server.line("actions/a1.html (its file changed)");
    assert!(server.text("strategies/s1.html").contains("Write a lot"));
    draft.write("actions/A2.md", "---\nsupports: S1\n---\n# Read\n");
    server.line("actions/a2.html (new)");
    fs::remove_file(draft.plan().join("actions/A2.md")).expect("a file");
    server.line("actions/a2.html (gone)");
    assert_eq!(server.plain(&client(), "actions/a2.html").status, 404);
}

#[test]
fn a_broken_plan_leaves_the_last_good_site() {
    let draft = Draft::new();
    let server = draft.serve();
    let good = server.text("actions/a1.html");
    draft.write("actions/A1.md", "---\nsupports: S7\n---\n# Write\n");
    server.line("error[L001]");
    server.line("actions/A1.md, 1 error");
    assert_eq!(server.text("actions/a1.html"), good);
    draft.write("actions/A1.md", "---\nsupports: S1\n---\n# Mended\n");
    server.line("Changed");
    assert!(server.text("actions/a1.html").contains("Mended"));
}

#[test]
fn a_plan_that_is_broken_from_the_start_is_waited_for() {
    let draft = Draft::new();
    draft.write("actions/A1.md", "---\nsupports: S7\n---\n# Write\n");
    let server = Server::start(&draft.plan());
    server.line("there is no site yet");
    assert!(server.text("actions/a1.html").contains("Not yet"));
    draft.write("actions/A1.md", "---\nsupports: S1\n---\n# Write\n");
    server.line("Serving");
    assert!(server.text("actions/a1.html").contains("Write"));
}

#[test]
fn looks_are_followed_and_their_faults_keep_pages_as_they_were() {
    let draft = Draft::new();
    let server = draft.serve();
    draft.write("theme/templates/item.html", "<p>{{ item.title }}</p>");
    server.line("actions/a1.html (the looks changed)");
    let good = server.text("actions/a1.html");
    assert_eq!(good, "<p>Write</p>");
    draft.write("theme/templates/item.html", "<p>{{ item.titel }}</p>");
    server.line("`item` has no field `titel`");
    assert_eq!(server.text("actions/a1.html"), good);
    draft.write("theme/templates/item.html", "<p>{{ item.title</p>");
    server.line("the last good site stays");
    draft.write("theme/templates/item.html", "<h1>{{ item.title }}</h1>");
    server.line("Changed");
    assert_eq!(server.text("actions/a1.html"), "<h1>Write</h1>");
}

#[test]
fn what_settings_ignore_is_followed() {
    let draft = Draft::new();
    let server = draft.serve();
    draft.write("plan.toml", "[plan]\nignore = [\"actions/**\"]\n");
    server.line("actions/a1.html (gone)");
    draft.write("plan.toml", "[plan]\ntitle = \"All of it\"\n");
    server.line("actions/a1.html (new)");
    assert!(server.text("index.html").contains("All of it"));
}

#[test]
fn a_plan_that_goes_away_and_comes_back_is_followed_again() {
    let draft = Draft::new();
    let server = draft.serve();
    let away = draft.folder.path().join("away");
    fs::rename(draft.plan(), &away).expect("a folder");
    server.line("gone");
    assert!(server.text("actions/a1.html").contains("Write"));
    fs::write(
        away.join("actions/A1.md"),
        "---\nsupports: S1\n---\n# Elsewhere\n",
    )
    .expect("a file");
    fs::rename(&away, draft.plan()).expect("a folder");
    server.line("back");
    server.line("Changed");
    assert!(server.text("actions/a1.html").contains("Elsewhere"));
}

#[test]
fn changes_that_the_system_does_not_tell_of_are_seen_by_looking() {
    let draft = Draft::new();
    let server = Server::with(&draft.plan(), &["--poll", "50"]);
    server.line("Serving");
    draft.write("actions/A1.md", "---\nsupports: S1\n---\n# Seen\n");
    server.line("Changed");
    assert!(server.text("actions/a1.html").contains("Seen"));
}

#[test]
fn a_port_that_is_taken_is_said_with_the_next() {
    let draft = Draft::new();
    let server = draft.serve();
    let port = server
        .url
        .trim_end_matches('/')
        .rsplit(':')
        .next()
        .expect("a port")
        .to_owned();
    let mut second = Command::new(env!("CARGO_BIN_EXE_planwright"));
    let second = second
        .args(["serve", "--port", &port])
        .arg(draft.plan())
        .assert();
    let said = String::from_utf8_lossy(&second.get_output().stderr).into_owned();
    assert!(
        said.contains(&format!("port {port} is taken")) && said.contains("try --port "),
        "{said}"
    );
    second.code(2);
}

#[test]
fn a_folder_is_kept_as_a_clean_build_makes_it() {
    let draft = Draft::new();
    let out = draft.out();
    let running = Running::start(
        &draft.plan(),
        &["watch", "--verbose", "--out", &out.to_string_lossy()],
    );
    running.line("Made");
    same_as_built(&draft, &out);
    draft.write("actions/A1.md", "---\nsupports: S1\n---\n# Write more\n");
    running.line("actions/a1.html (its file changed)");
    same_as_built(&draft, &out);
    draft.write("actions/A1.md", "---\nsupports: S7\n---\n# Broken\n");
    running.line("the last good site stays");
    let page = fs::read_to_string(out.join("actions/a1.html")).expect("a page");
    assert!(page.contains("Write more"));
}

fn same_as_built(draft: &Draft, out: &Path) {
    let clean = draft.folder.path().join("clean");
    let mut build = Command::new(env!("CARGO_BIN_EXE_planwright"));
    let build = build
        .args(["build", "--today", "2026-11-23", "--out"])
        .arg(&clean);
    build.arg(draft.plan()).assert().success();
    let files = |folder: &Path| {
        let all = walkdir::WalkDir::new(folder)
            .sort_by_file_name()
            .into_iter();
        let files = all.map(|entry| entry.expect("readable").into_path());
        let files = files.filter(|path| path.is_file() && !path.ends_with(".planwright.lock"));
        let read = |path: PathBuf| {
            let name = path.strip_prefix(folder).expect("in it").to_owned();
            (name, fs::read(path).expect("readable"))
        };
        files.map(read).collect::<Vec<_>>()
    };
    assert!(
        files(out) == files(&clean),
        "the folder is not what a clean build makes"
    );
}
