use super::plan;

#[test]
fn the_plan_on_a_page() {
    let run = plan()
        .file(
            "index.md",
            "---\ntitle: Open Doors\nvision: A door for everyone\nmission: We open them\nvalues:\n  - {name: Careful, text: We knock.}\n\
             stakeholders:\n  - {name: Staff, role: performer, text: Do it.}\n  - {name: Readers, role: beneficiary, text: Gain.}\n---\nAbout [[G1]].\n",
        )
        .file("goals/G1.md", "# A goal\n")
        .file("actions/A1.md", "---\nstatus: active\ndue: 2026-01-31\n---\n# A late action\n")
        .build()
        .ok();
    let home = run.page("index.html");
    assert_eq!(home.text("title"), "Open Doors");
    assert!(home.text("h1").contains("A door for everyone"));
    assert_eq!(home.fact("Careful"), "We knock.");
    assert!(home.fact("Staff").contains("Do it.") && home.fact("Readers").contains("Gain."));
    assert_eq!(home.texts(".goal h3"), ["G1A goal"]);
    assert_eq!(home.texts(".decisions .title"), ["A1 A late action"]);
    assert_eq!(home.text(".prose"), "About A goal.");
}

#[test]
fn a_page_that_would_be_empty_does_not_exist() {
    let run = plan()
        .file("goals/G1.md", "# A goal\n\nText.\n")
        .build()
        .ok();
    for page in [
        "people/index.html",
        "actions/index.html",
        "risks/index.html",
    ] {
        assert!(!run.has(page), "{page}");
    }
    assert!(
        !run.page("index.html")
            .texts("nav a")
            .contains(&"People".to_owned())
    );
}
