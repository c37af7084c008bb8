//! What is never written over, and never deleted.

use std::fs;

use super::super::{Delta, Folder, Refusal, disk};
use super::{Place, SITE, expect, refusal, tree};

#[test]
fn a_folder_with_a_foreign_file_does_not_become_a_file() {
    let place = Place::new();
    place.write(&[("a/b", "1")]).unwrap();
    place.put("a/mine.txt", "mine");
    let refused = refusal(place.write_by_force(&[("a", "3")]));
    assert!(matches!(refused, Refusal::InTheWay), "{refused:?}");
    assert_eq!(
        place.files(),
        expect(&[("a/b", "1"), ("a/mine.txt", "mine")])
    );
}

#[test]
fn a_folder_that_holds_files_of_others_is_refused_unless_forced() {
    let place = Place::new();
    place.put("thesis.doc", "years of work");
    let refused = refusal(place.write(SITE));
    assert!(matches!(refused, Refusal::NotOurs(file) if file == "thesis.doc"));
    assert_eq!(place.files(), expect(&[("thesis.doc", "years of work")]));
    place.write_by_force(SITE).unwrap();
    place.write(SITE).expect("the folder is ours now");
    let both = [SITE[0], SITE[1], ("thesis.doc", "years of work")];
    assert_eq!(place.files(), expect(&both));
}

#[test]
fn a_foreign_file_where_a_page_must_go_is_named_and_kept_unless_forced() {
    let place = Place::new();
    place.write(&[SITE[0]]).unwrap();
    place.put("goals/g1.html", "mine");
    let error = place.write(&[("index.html", "new"), SITE[1]]).unwrap_err();
    assert!(error.to_string().contains("`goals/g1.html`"), "{error}");
    assert!(error.help().contains("--force"));
    assert_eq!(place.files(), expect(&[SITE[0], ("goals/g1.html", "mine")]));
    place.write_by_force(SITE).unwrap();
    assert_eq!(place.files(), expect(SITE));
}

#[test]
fn the_plan_is_never_written_over_but_may_hold_its_site() {
    let place = Place::new();
    place.put("plan/goals/g1.md", "# Grow");
    let plan = place.at("plan");
    let open = |out: &str| Folder::open(&place.at(out), Some(&plan), true);
    for out in [
        "plan",
        "",
        "plan/goals/..",
        "plan/none/..",
        "plan/goals/../../plan",
    ] {
        let refused = refusal(open(out));
        assert!(matches!(refused, Refusal::HoldsPlan), "{out}: {refused:?}");
    }
    for out in ["plan/public", "planned", "plan/none/../public"] {
        open(out).expect(out);
    }
}

#[test]
fn a_file_is_no_folder() {
    let place = Place::new();
    place.put("file", "");
    let refused = refusal(Folder::open(&place.at("file"), None, true));
    assert!(matches!(refused, Refusal::NotAFolder));
}

#[test]
fn a_hostile_manifest_deletes_nothing_outside() {
    let place = Place::new();
    place.write(SITE).unwrap();
    let secret = place.0.path().join("secret");
    fs::write(&secret, "precious").unwrap();
    let manifest = fs::read_to_string(place.at(".planwright.json")).unwrap();
    for hostile in [
        "../secret",
        secret.to_str().unwrap(),
        "goals/../../secret",
        "..\\\\secret",
    ] {
        place.put(".planwright.json", &manifest.replace("index.html", hostile));
        let folder = place.open(false).unwrap();
        assert!(
            folder
                .problem()
                .unwrap()
                .contains("cannot be a path of the site")
        );
        place.write(&[SITE[1]]).unwrap();
        assert!(secret.exists(), "{hostile}");
        assert!(
            place.at("index.html").exists(),
            "no longer listed: left alone"
        );
    }
}

#[test]
fn an_unreadable_manifest_is_explained_and_no_file_is_taken_for_ours() {
    let place = Place::new();
    place.write(SITE).unwrap();
    place.put(".planwright.json", "{");
    let error = place.write(SITE).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("is of no help: it is not well-formed"),
        "{error}"
    );
    place.write_by_force(SITE).unwrap();
    assert_eq!(place.write(SITE).unwrap().kept, 2);
}

#[test]
fn two_writes_do_not_mix() {
    let place = Place::new();
    place.write(SITE).unwrap();
    let mut slow = place.open(false).unwrap();
    let slow_tree = tree(&[("index.html", "slow")]);
    let slow_delta = Delta::between(slow.manifest(), &slow_tree, 1);

    let lock = disk::lock(&place.at(".planwright.lock")).unwrap();
    assert!(matches!(
        refusal(place.write(&[("index.html", "x")])),
        Refusal::Locked
    ));
    drop(lock);

    place.write(&[("index.html", "quick")]).unwrap();
    let refused = refusal(slow.write(&slow_tree, &slow_delta));
    assert!(matches!(refused, Refusal::ChangedMeanwhile));
    assert_eq!(place.files(), expect(&[("index.html", "quick")]));
}

#[cfg(unix)]
#[test]
fn too_many_open_files_are_said_with_what_to_do() {
    let error = std::io::Error::from_raw_os_error(24);
    let error = disk::at("write", &Place::new().at("index.html"))(error);
    assert!(error.help().contains("ulimit"), "{}", error.help());
}
