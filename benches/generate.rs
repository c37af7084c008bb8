//! Writes a plan of any size into a folder, for programs that are measured
//! from outside: `cargo bench --bench generate -- 10000 FOLDER [SEED]`.
//!
//! Or measures what a disk takes at least: `cargo bench --bench generate --
//! floor SITE FOLDER` writes the files of a site anew, with nothing but that.

#![expect(
    clippy::disallowed_methods,
    reason = "what is measured from outside lies on disk"
)]

mod plan;

use std::fs;
use std::path::Path;
use std::time::Instant;

fn main() {
    let arguments = std::env::args().skip(1).filter(|it| it != "--bench");
    let arguments: Vec<String> = arguments.collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["floor", site, folder] => floor(Path::new(site), Path::new(folder)),
        [items, folder] => write(items, folder, "1"),
        [items, folder, seed] => write(items, folder, seed),
        _ => println!("usage: generate ITEMS FOLDER [SEED], or generate floor SITE FOLDER"),
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

fn floor(site: &Path, folder: &Path) {
    let files = walkdir::WalkDir::new(site)
        .into_iter()
        .map(|it| it.expect("readable"));
    let files = files.filter(|it| it.file_type().is_file());
    let files: Vec<_> = files
        .map(|it| {
            let path = it.path().strip_prefix(site).expect("below it").to_owned();
            (folder.join(path), fs::read(it.path()).expect("readable"))
        })
        .collect();
    for (path, _) in &files {
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
    }
    let start = Instant::now();
    for (path, bytes) in &files {
        fs::write(path, bytes).expect("writable");
    }
    println!("{:.3}", start.elapsed().as_secs_f64());
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
    fs::write(path, bytes).expect("writable");
}
