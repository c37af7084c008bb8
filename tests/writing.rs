//! What is written, and what is left alone.

#![expect(
    clippy::disallowed_methods,
    reason = "tests change what lies in the output folder"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::{TODAY, plan, planwright, small_plan, stamps, write};

/// What is locked while a write lasts.
const LOCK: &str = ".planwright.lock";

/// The paths of the files that were made, changed or deleted.
fn changed<T: PartialEq>(before: &BTreeMap<String, T>, after: &BTreeMap<String, T>) -> Vec<String> {
    let mut paths: Vec<&String> = before.keys().chain(after.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    paths.retain(|path| *path != LOCK && before.get(*path) != after.get(*path));
    paths.into_iter().cloned().collect()
}

/// What is in all files of a folder, without the manifest.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = stamps(folder)
        .into_iter()
        .filter(|(path, _)| !path.starts_with(".planwright"));
    files.map(|(path, stamp)| (path, stamp.bytes)).collect()
}

#[test]
fn building_twice_writes_nothing() {
    let plan = small_plan();
    plan.build().ok();
    let before = stamps(&plan.out());
    let run = plan.build().ok();
    assert_eq!(changed(&before, &stamps(&plan.out())), [""; 0]);
    assert!(run.stderr.contains("nothing changed"), "{}", run.stderr);
}

#[test]
fn a_change_in_one_text_rewrites_only_the_pages_that_show_it() {
    let plan = small_plan();
    plan.build().ok();
    let before = stamps(&plan.out());
    plan.write(
        "strategies/S1.md",
        "---\nsupports: G1\n---\n# Go where people are\n\nOther words.\n",
    );
    let run = plan.build().ok();
    let (search, pages): (Vec<String>, Vec<String>) = changed(&before, &stamps(&plan.out()))
        .into_iter()
        .partition(|path| path.starts_with("search/"));
    assert_eq!(
        pages,
        [
            ".planwright.json",
            "downloads/plan.json",
            "downloads/plan.md",
            "downloads/plan.stratml.xml",
            "report.html",
            "strategies/s1.html"
        ]
    );
    assert!(search.contains(&"search/index.js".to_owned()), "{search:?}");
    assert!(run.stderr.contains("files written"), "{}", run.stderr);
}

#[test]
fn a_change_of_a_title_rewrites_all_pages_that_name_it() {
    let plan = small_plan();
    plan.build().ok();
    let before = contents(&plan.out());
    plan.write(
        "strategies/S1.md",
        "---\nsupports: G1\n---\n# Another title\n\nNot the reverse.\n",
    );
    plan.build().ok();
    let after = contents(&plan.out());
    let rewritten = changed(&before, &after);
    assert!(
        rewritten.contains(&"actions/a1.html".to_owned()),
        "{rewritten:?}"
    );
    for (path, bytes) in &after {
        assert!(
            !String::from_utf8_lossy(bytes).contains("Go where people are"),
            "{path} has the old title"
        );
    }
}

#[test]
fn verify_proves_that_nothing_old_was_left() {
    let plan = small_plan();
    let run = plan.build_with(&["--verify"]).ok();
    assert!(run.stderr.contains("Verified"), "{}", run.stderr);
    let page = plan.out().join("goals/g1.html");
    let tampered = fs::read_to_string(&page)
        .expect("a page")
        .replace("Read more", "Read less");
    write(&page, tampered.as_bytes());
    let run = plan.build_with(&["--verify"]).code(2);
    assert!(
        run.stderr.contains("goals/g1.html differs"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_disk_has_lost_is_written_again() {
    let plan = small_plan();
    plan.build().ok();
    let before = contents(&plan.out());
    fs::remove_file(plan.out().join("goals/g1.html")).expect("a file");
    write(&plan.out().join("index.html"), b"cut");
    plan.build().ok();
    assert_eq!(changed(&before, &contents(&plan.out())), [""; 0]);
}

#[test]
fn foreign_files_are_never_touched() {
    let plan = small_plan();
    plan.build().ok();
    for file in ["CNAME", "goals/mine.txt", "mine/index.html"] {
        write(&plan.out().join(file), b"mine");
    }
    let before = stamps(&plan.out());
    plan.write("goals/G1.md", "# Another title\n\nText.\n");
    plan.build().ok();
    let after = stamps(&plan.out());
    for file in ["CNAME", "goals/mine.txt", "mine/index.html"] {
        assert!(before[file] == after[file], "{file}");
    }
}

#[test]
fn the_page_of_a_deleted_item_is_deleted_with_its_folder() {
    let plan = small_plan();
    plan.build().ok();
    let plan = plan.without("measures/M1.md");
    let run = plan.build().ok();
    assert!(!run.has("measures/m1.html") && !plan.out().join("measures").exists());
    assert_eq!(plan.build_with(&["--verify"]).ok().code, Some(0));
}

#[test]
fn a_folder_with_files_of_others_is_refused() {
    let plan = small_plan();
    write(&plan.out().join("thesis.doc"), b"years of work");
    let run = plan.build().code(2);
    assert!(
        run.stderr.contains("`thesis.doc`") && run.stderr.contains("--force"),
        "{}",
        run.stderr
    );
    assert_eq!(stamps(&plan.out()).len(), 1);
    plan.build_with(&["--force"]).ok();
    assert_eq!(stamps(&plan.out())["thesis.doc"].bytes, b"years of work");
}

#[test]
fn a_file_that_came_later_where_a_page_has_to_go_is_not_written_over() {
    let plan = small_plan();
    plan.build().ok();
    write(&plan.out().join("goals/g2.html"), b"mine");
    plan.write("goals/G2.md", "# Another goal\n\nText.\n");
    let before = stamps(&plan.out());
    let run = plan.build().code(2);
    assert!(run.stderr.contains("`goals/g2.html`"), "{}", run.stderr);
    assert_eq!(changed(&before, &stamps(&plan.out())), [""; 0]);
    let run = plan.build_with(&["--force"]).ok();
    assert_eq!(run.page("goals/g2.html").text("h1"), "Another goal");
}

#[test]
fn the_plan_is_never_written_over() {
    let plan = small_plan();
    let before = stamps(&plan.folder());
    for out in [".", "..", "../plan"] {
        for more in [&[][..], &["--force"]] {
            let args: Vec<&str> = ["build", "--today", TODAY, "--out", out]
                .iter()
                .chain(more)
                .copied()
                .collect();
            let run = plan.run(&args).code(2);
            assert!(
                run.stderr.contains("holds the plan itself"),
                "{}",
                run.stderr
            );
        }
    }
    assert_eq!(changed(&before, &stamps(&plan.folder())), [""; 0]);
}

#[test]
fn an_error_keeps_the_last_good_site_whole() {
    let plan = small_plan();
    plan.build().ok();
    let before = stamps(&plan.out());
    plan.write("goals/G1.md", "# Another title\n\nText.\n");
    plan.write(
        "goals/G2.md",
        "---\nstart: never\n---\n# A wrong date\n\nText.\n",
    );
    plan.build().code(1);
    assert_eq!(changed(&before, &stamps(&plan.out())), [""; 0]);
}

#[test]
fn warnings_break_the_build_only_where_asked_to() {
    let plan = small_plan().file("actions/A2.md", "# Supports nothing\n\nText.\n");
    plan.build_with(&["--strict"]).code(1);
    assert!(!plan.out().exists());
    plan.build().ok();
}

#[test]
fn the_day_alone_rewrites_only_what_changed() {
    let plan = small_plan();
    let on = |day| {
        plan.run(&["build", "--today", day, "--out", "../public"])
            .ok()
    };
    on("2026-11-23");
    let before = contents(&plan.out());
    on("2026-11-24");
    let after = contents(&plan.out());
    assert_eq!(
        changed(&before, &after),
        [
            "downloads/plan.json",
            "downloads/plan.xlsx",
            "index.html",
            "report.html"
        ],
        "only the home page, the report and two downloads name the day"
    );
    on("2027-04-01");
    assert!(
        changed(&after, &contents(&plan.out())).contains(&"actions/a1.html".to_owned()),
        "now it is late"
    );
}

#[test]
fn the_same_plan_is_the_same_site_anywhere() {
    let sample = support::synthetic::synthetic(60);
    let build = |files: Vec<(&String, &String)>| {
        let folder = plan();
        for (path, text) in files {
            folder.write(path, text);
        }
        folder.build().ok();
        contents(&folder.out())
    };
    let first = build(sample.iter().collect());
    let other_way_round = build(sample.iter().rev().collect());
    assert!(first.len() > 60);
    assert_eq!(changed(&first, &other_way_round), [""; 0]);
}

#[test]
fn the_site_does_not_know_where_the_plan_was() {
    let plan = small_plan();
    plan.build().ok();
    let parent = plan.folder().join("..");
    planwright(
        &parent,
        &["build", "plan", "--today", TODAY, "--out", "elsewhere/site"],
    )
    .ok();
    let elsewhere = contents(&parent.join("elsewhere/site"));
    assert_eq!(changed(&contents(&plan.out()), &elsewhere), [""; 0]);
    let folder = plan.folder().to_string_lossy().into_owned();
    for (path, bytes) in elsewhere {
        assert!(
            !String::from_utf8_lossy(&bytes).contains(&folder),
            "{path} names the plan's folder"
        );
    }
}
