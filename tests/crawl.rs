//! Every link of a site leads somewhere, and every page is led to.

#![expect(
    clippy::disallowed_methods,
    reason = "tests break the sites that they crawl"
)]

mod support;

use std::fs;
use std::path::Path;

use support::crawl::crawl;
use support::synthetic::synthetic;
use support::{TODAY, plan, planwright, small_plan};

#[test]
fn the_sample_plan() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let out = folder.path().to_str().expect("a path in Unicode");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    planwright(
        root,
        &["build", "sample-plan", "--today", TODAY, "--out", out],
    )
    .ok();
    assert_eq!(crawl(folder.path()), [""; 0]);
}

#[test]
fn a_plan_of_three_hundred_items() {
    let folder = plan();
    for (path, text) in synthetic(300) {
        folder.write(&path, text);
    }
    folder.build().ok();
    assert_eq!(crawl(&folder.out()), [""; 0]);
}

#[test]
fn plans_that_lack_almost_everything() {
    for file in [
        "index.md",
        "goals/G1.md",
        "actions/A1.md",
        "notes/note.md",
        "contingencies/B1.md",
    ] {
        let folder = plan().file(file, "# Alone\n");
        folder.build().ok();
        assert_eq!(crawl(&folder.out()), [""; 0], "{file}");
    }
}

#[test]
fn names_that_need_encoding() {
    let folder = small_plan()
        .file("goals/größe 100%.md", "---\nid: Größe\nowner: \"A & B / C?\"\nteam: \"#1\"\n---\n# Größe\n\n![x](bild%20%231%3F.png)\n")
        .file("notes/wie? & warum#.md", "# Wie\n\n[[Größe]]\n\n## Über uns\n\n[hin](#über-uns)\n")
        .bytes("goals/bild #1?.png", b"\x89PNG")
        .file("plan.toml", "[people.x]\nname = \"目標\"\nteam = \"Ünter / uns\"\n");
    folder.build().ok();
    assert_eq!(crawl(&folder.out()), [""; 0]);
}

#[test]
fn the_crawler_sees_what_is_broken() {
    let folder = small_plan();
    folder.build().ok();
    let page = folder.out().join("goals/g1.html");
    let html = fs::read_to_string(&page).expect("a page");
    let broken = "<a href=\"gone.html\"></a><a href=\"../index.html#gone\"></a><a href=\"/abs.html\"></a>\
                  <img src=\"../../out.png\"><p id=\"page-main\"></p></body>";
    fs::write(&page, html.replace("</body>", broken)).expect("a page");
    fs::write(folder.out().join("lost.html"), "<p>").expect("a page");
    assert_eq!(
        crawl(&folder.out()),
        [
            "goals/g1.html: the anchor page-main is there twice",
            "goals/g1.html: gone.html is not there",
            "goals/g1.html: ../index.html#gone has no such anchor",
            "goals/g1.html: /abs.html is not a relative path",
            "goals/g1.html: ../../out.png leads out of the site",
            "lost.html: Unexpected token",
            "lost.html: no link leads here",
        ]
    );
}
