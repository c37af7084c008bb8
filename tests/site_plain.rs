//! The theme `plain`: every kind of page in another design.

mod support;

use std::path::Path;

use support::crawl::crawl;
use support::{TODAY, planwright};
use tempfile::TempDir;

fn site() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().to_str().expect("a path in Unicode");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let args = [
        "build",
        "sample-plan",
        "--theme",
        "plain",
        "--today",
        TODAY,
        "--out",
        out,
    ];
    planwright(root, &args).ok();
    folder
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let all = support::stamps(folder).into_iter();
    all.map(|(path, stamp)| (path, String::from_utf8_lossy(&stamp.bytes).into_owned()))
        .collect()
}

#[test]
fn it_is_whole() {
    assert_eq!(crawl(site().path()), [""; 0]);
}

#[test]
fn it_needs_little() {
    let folder = site();
    let all = files(folder.path());
    let assets: Vec<&str> = all
        .iter()
        .filter_map(|(path, _)| path.strip_prefix("assets/"))
        .collect();
    assert_eq!(
        assets,
        [
            "accent.css",
            "icon.svg",
            "minisearch.js",
            "plain.css",
            "report-pages.css",
            "search-find.js",
            "search-show.js"
        ]
    );
    let (_, css) = all
        .iter()
        .find(|(path, _)| path == "assets/plain.css")
        .expect("it is there");
    assert!(css.len() < 6000, "{} bytes", css.len());
    for (path, html) in all.iter().filter(|(path, _)| is_page(path)) {
        let searches = path == "search.html";
        assert_eq!(html.contains("<script"), searches, "{path} and scripts");
    }
}

#[test]
fn it_has_every_page_of_the_other_theme() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().to_str().expect("a path in Unicode");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    planwright(
        root,
        &["build", "sample-plan", "--today", TODAY, "--out", out],
    )
    .ok();
    let pages = |folder: &Path| -> Vec<String> {
        let all = files(folder).into_iter().map(|(path, _)| path);
        all.filter(|path| is_page(path)).collect()
    };
    assert_eq!(pages(site().path()), pages(folder.path()));
}

fn is_page(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|ending| ending == "html")
}
