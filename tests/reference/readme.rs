//! What the README shows, done.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::examples::example;
use crate::page::Page;

/// A command and the lines shown below it.
struct Shown {
    command: String,
    output: Vec<String>,
}

fn shown(text: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            all.push(Shown {
                command: command.to_owned(),
                output: Vec::new(),
            });
        } else {
            let last = all.last_mut().expect("a command comes first");
            last.output.push(line.to_owned());
        }
    }
    all
}

/// Words of a command line, with what stands between quotes as one.
fn arguments(command: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    for (at, part) in command.split('"').enumerate() {
        if at % 2 == 1 {
            arguments.push(part.to_owned());
        } else {
            arguments.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    arguments
}

/// Whether a line is as shown, where `…` stands for anything.
fn fits(line: &str, shown: &str) -> bool {
    let mut rest = line;
    let mut parts = shown.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(after) = rest.strip_prefix(first) else {
        return false;
    };
    rest = after;
    let mut is_open = false;
    for part in parts {
        is_open = part.is_empty();
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    is_open || rest.is_empty()
}

#[test]
fn dots_stand_for_anything() {
    assert!(fits("Made 9 pages in 0.1 s", "Made 9 pages in … s"));
    assert!(fits("Made 9 pages", "Made …"));
    assert!(!fits("Made 9 pages", "Made 8 …"));
    assert!(!fits("Made 9 pages", "Made 9"));
}

/// Runs a command in a folder, and looks for what is shown of its output.
fn run(folder: &Path, Shown { command, output }: &Shown) {
    let arguments = arguments(command);
    assert_eq!(arguments[0], "planwright", "{command}");
    let done = Command::new(env!("CARGO_BIN_EXE_planwright"))
        .args(&arguments[1..])
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1795392000")
        .output()
        .expect("it runs");
    let said = [done.stdout, done.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(done.status.success(), "{command}\n{said}");
    for shown in output {
        let is_said = said.lines().any(|line| fits(line, shown));
        assert!(is_said, "{command} does not say `{shown}` but\n{said}");
    }
}

/// Writes the files and runs the commands of the README, in their order and in
/// one folder.
#[test]
fn the_five_minutes_go_as_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut count = 0;
    for fence in Page::of("README.md").fences {
        if let Some((path, text)) = example(&fence) {
            fs::write(folder.path().join(path), text).expect("its folder is there");
        }
        if fence.language == "console" {
            for shown in shown(&fence.text) {
                run(folder.path(), &shown);
                count += 1;
            }
        }
    }
    assert!(count > 3, "{count} commands were found");
}

#[test]
fn the_readme_shows_how_to_build_and_test() {
    let readme = fs::read_to_string("README.md").expect("readable");
    for command in [
        "cargo run --release -- build sample-plan --out public",
        "cargo test",
    ] {
        assert!(readme.contains(command), "{command} is missing");
    }
}

#[test]
fn the_links_of_the_readme_lead_somewhere() {
    for link in Page::of("README.md").links {
        let path = link.split('#').next().unwrap_or_default();
        let is_here = path.is_empty() || path.starts_with("https://") || Path::new(path).exists();
        assert!(is_here, "{link} leads nowhere");
    }
}
