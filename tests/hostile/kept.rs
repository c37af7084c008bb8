//! The texts that the fuzzers start from, and those that once did harm.

use std::fs;
use std::path::{Path, PathBuf};

use super::targets;

/// The files of a target in a folder beside it, in order.
pub(super) fn files(folder: &str, target: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/fuzz").join(folder).join(target);
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|it| it.expect("readable").path()).collect();
    files.sort();
    files
}

/// Does with each text what its target does, and names those that do harm.
fn harm(folder: &str) -> Vec<String> {
    let mut harm = Vec::new();
    for (target, run) in targets::ALL {
        for file in files(folder, target) {
            let bytes = fs::read(&file).expect("readable");
            if std::panic::catch_unwind(|| run(&bytes)).is_err() {
                harm.push(file.display().to_string());
            }
        }
    }
    harm
}

#[test]
fn what_once_did_harm_does_none() {
    assert_eq!(harm("found"), [""; 0]);
}

#[test]
fn what_the_fuzzers_start_from_does_no_harm() {
    assert_eq!(harm("corpus"), [""; 0]);
}

#[test]
fn every_target_has_something_to_start_from() {
    for (target, _) in targets::ALL {
        assert!(!files("corpus", target).is_empty(), "{target}");
    }
}

#[test]
fn every_folder_is_that_of_a_target() {
    for folder in ["tests/fuzz/corpus", "tests/fuzz/found"] {
        for entry in fs::read_dir(folder).expect("kept texts") {
            let name = entry.expect("readable").file_name();
            let known = targets::ALL.iter().any(|(target, _)| name == *target);
            assert!(known, "{folder}/{}", name.display());
        }
    }
}
