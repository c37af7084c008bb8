//! The shape of the code, held.
#![expect(
    clippy::disallowed_methods,
    reason = "tests read the code that they hold"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order of the table in `lib.rs`.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").expect("lib.rs is there");
    let rows = lib.lines().filter_map(|line| line.strip_prefix("//! | "));
    let cells = rows.filter_map(|row| row.split(" | ").nth(1));
    let names = cells.filter_map(|cell| cell.split('`').nth(1));
    names.map(str::to_owned).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("readable"));
    let files = entries.map(walkdir::DirEntry::into_path);
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// The module of a file: its folder or file right under `src`.
fn module_of(path: &Path) -> Option<String> {
    let inner = path.strip_prefix("src").ok()?;
    let first = inner
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    Some(first.trim_end_matches(".rs").to_owned())
}

/// The modules that a file uses, each with the line that does.
fn uses(text: &str) -> Vec<(usize, String)> {
    let mut uses = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for after in code.split("crate::").skip(1) {
            let name: String = after
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            uses.push((number + 1, name));
        }
    }
    uses
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let modules = modules();
    let place = |name: &str| modules.iter().position(|module| module == name);
    let mut wrong = Vec::new();
    for path in rust_files(Path::new("src")) {
        let Some(at) = module_of(&path).and_then(|module| place(&module)) else {
            continue;
        };
        let text = fs::read_to_string(&path).expect("readable");
        for (line, used) in uses(&text) {
            if place(&used).is_some_and(|used| used > at) {
                wrong.push(format!(
                    "{}:{line} uses {used}, which stands below it",
                    path.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_use_of_a_module_below_would_be_seen() {
    let found = uses("use crate::site::Tree; // crate::plan\nlet x = crate::cli::run();");
    assert_eq!(found, [(1, "site".to_owned()), (2, "cli".to_owned())]);
}

#[test]
fn every_module_of_lib_is_there_and_no_other() {
    let mut on_disk: Vec<String> = fs::read_dir("src")
        .expect("src is there")
        .filter_map(|entry| module_of(&entry.expect("readable").path()))
        .filter(|name| name != "lib" && name != "main")
        .collect();
    let mut listed = modules();
    on_disk.sort();
    listed.sort();
    assert_eq!(on_disk, listed);
}

/// Lines before the tests of a file.
fn lines_of_code(text: &str) -> usize {
    text.lines()
        .take_while(|line| *line != "mod tests {")
        .count()
}

#[test]
fn files_stay_short() {
    const MOST: usize = 400;
    let mut lengths: Vec<(usize, PathBuf)> = rust_files(Path::new("src"))
        .into_iter()
        .filter(|path| !path.ends_with("tests.rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("readable");
            (lines_of_code(&text), path)
        })
        .collect();
    lengths.sort();
    let long: Vec<String> = lengths
        .iter()
        .filter(|(lines, _)| *lines > MOST)
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "over {MOST} lines:\n{}", long.join("\n"));
    let median = lengths[lengths.len() / 2].0;
    assert!(median <= 150, "the median file has {median} lines");
}

#[test]
fn the_top_level_holds_what_was_agreed() {
    let agreed = [
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "benches",
        "sample-plan",
        "src",
        "tests",
        "themes",
    ];
    let ignored = ["target", "public", "node_modules"];
    for entry in fs::read_dir(".").expect("readable") {
        let name = entry
            .expect("readable")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let known = name.starts_with('.') || agreed.contains(&&*name) || ignored.contains(&&*name);
        assert!(known, "{name} has no place at the top level");
    }
    for name in agreed {
        assert!(Path::new(name).exists(), "{name} is missing");
    }
}

#[test]
fn names_that_say_nothing_are_not_used() {
    for path in rust_files(Path::new("src")) {
        let name = path.to_string_lossy().into_owned();
        for word in ["utils", "helpers", "misc", "common"] {
            assert!(!name.contains(word), "{name}");
        }
        let text = fs::read_to_string(&path).expect("readable");
        assert!(!text.contains("static mut"), "{name} has global state");
    }
}
