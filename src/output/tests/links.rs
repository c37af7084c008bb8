//! No write and no deletion goes through a link.

use std::fs;
use std::os::unix::fs::symlink;

use super::super::Folder;
use super::{Place, Refusal, SITE, expect, refusal};

#[test]
fn a_linked_folder_is_refused_for_writing_and_for_deleting() {
    let place = Place::new();
    let elsewhere = place.0.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    place.write(SITE).unwrap();
    fs::rename(place.at("goals/g1.html"), elsewhere.join("g1.html")).unwrap();
    fs::remove_dir(place.at("goals")).unwrap();
    symlink(&elsewhere, place.at("goals")).unwrap();
    for files in [&[SITE[0]][..], &[SITE[0], ("goals/g2.html", "2")]] {
        for result in [place.write(files), place.write_by_force(files)] {
            let error = result.unwrap_err();
            assert_eq!(error.path, place.at("goals"));
            assert!(matches!(error.why, Refusal::LinkedFolder));
        }
    }
    let names: Vec<_> = fs::read_dir(&elsewhere).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing was written, nothing deleted");
}

#[test]
fn a_link_in_place_of_a_page_is_foreign_and_its_target_is_never_written() {
    let place = Place::new();
    let target = place.0.path().join("target");
    fs::write(&target, "precious").unwrap();
    place.write(SITE).unwrap();
    fs::remove_file(place.at("index.html")).unwrap();
    symlink(&target, place.at("index.html")).unwrap();
    assert!(matches!(refusal(place.write(SITE)), Refusal::Foreign(..)));
    place.write(&[SITE[1]]).unwrap();
    assert!(place.at("index.html").is_symlink(), "not ours to delete");
    place.write_by_force(SITE).unwrap();
    assert_eq!(place.files(), expect(SITE));
    assert!(!place.at("index.html").is_symlink());
    assert_eq!(fs::read_to_string(target).unwrap(), "precious");
}

#[test]
fn the_folder_itself_may_be_a_link() {
    let place = Place::new();
    let real = place.0.path().join("real");
    fs::create_dir(&real).unwrap();
    symlink(&real, place.at("").parent().unwrap().join("out")).unwrap();
    place.write(SITE).unwrap();
    assert_eq!(fs::read_to_string(real.join("index.html")).unwrap(), "home");
}

#[test]
fn a_plan_is_recognised_through_a_link() {
    let place = Place::new();
    place.put("plan/index.md", "");
    symlink(place.at("plan"), place.at("other")).unwrap();
    let plan = place.at("plan");
    let opened = Folder::open(&place.at("other"), Some(&plan), true);
    assert!(matches!(refusal(opened), Refusal::HoldsPlan));
}
