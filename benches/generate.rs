//! Writes a plan of any size into a folder, for programs that are measured
//! from outside: `cargo bench --bench generate -- 10000 FOLDER [SEED]`.
//!
//! Or measures what a disk takes at least: `cargo bench --bench generate --
//! floor LISTING FOLDER` writes as many bytes to as many files as a listing
//! has, and no more.

#![expect(
    clippy::disallowed_methods,
    reason = "what is measured from outside lies on disk"
)]

mod plan;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

fn main() {
    let arguments = std::env::args().skip(1).filter(|it| it != "--bench");
    let arguments: Vec<String> = arguments.collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["floor", listing, folder] => floor(Path::new(listing), Path::new(folder)),
        [items, folder] => write(items, folder, "1"),
        [items, folder, seed] => write(items, folder, seed),
        _ => println!("usage: generate ITEMS FOLDER [SEED], or generate floor LISTING FOLDER"),
    }
}

fn write(items: &str, folder: &str, seed: &str) {
    let items = items.parse().expect("a number of items");
    let seed = seed.parse().expect("a seed is a number");
    let texts = plan::plan(items, seed);
    for (path, text) in &texts {
        put(&Path::new(folder).join(path), text.as_bytes());
    }
    println!("{} files in {folder}", texts.len());
}

/// Of a line, a size and a path: `find SITE -type f -printf '%s %P\n'`.
fn floor(listing: &Path, folder: &Path) {
    let listing = fs::read_to_string(listing).expect("readable");
    let files = listing.lines().map(|line| {
        let (size, path) = line.split_once(' ').expect("a size and a path");
        (folder.join(path), size.parse().expect("a number of bytes"))
    });
    let files: Vec<(PathBuf, usize)> = files.collect();
    let longest = files.iter().map(|(_, size)| *size).max().unwrap_or(0);
    let bytes = "so it is ".repeat(longest / 9 + 1);
    let folders: BTreeSet<_> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    let start = Instant::now();
    for folder in folders {
        fs::create_dir_all(folder).expect("writable");
    }
    for (path, size) in &files {
        fs::write(path, &bytes.as_bytes()[..*size]).expect("writable");
    }
    println!("{:.3}", start.elapsed().as_secs_f64());
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
    fs::write(path, bytes).expect("writable");
}
