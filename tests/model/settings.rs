use super::small_plan;

#[test]
fn unknown_and_wrong_settings_are_found_at_their_place() {
    for (toml, place, words) in [
        (
            "[plna]\ntitle = \"x\"\n",
            "plan.toml:1:2: error[S003]",
            "did you mean `plan`?",
        ),
        (
            "[plan]\ntitel = \"x\"\n",
            "plan.toml:2:1: error[S003]",
            "did you mean `title`?",
        ),
        (
            "[plan]\nlanguage = \"english!\"\n",
            "plan.toml:2:12: error[S004]",
            "language",
        ),
        (
            "[site]\naccent = \"red\"\n",
            "plan.toml:2:10: error[S004]",
            "#0b6e6e",
        ),
        (
            "[site]\nhtml = \"sanitise\"\n",
            "plan.toml:2:8: error[S004]",
            "did you mean `sanitize`?",
        ),
        (
            "[plan]\nstart = 2027\nend = 2026\n",
            "plan.toml:3:7: error[S004]",
            "ends before it starts",
        ),
        ("[plan\n", "plan.toml:1:", "S002"),
    ] {
        let run = small_plan().file("plan.toml", toml).check().code(1);
        run.finds(place);
        run.finds(words);
    }
}

#[test]
fn levels_are_the_plans_own() {
    let with = |toml: &str| {
        small_plan()
            .file("actions/A2.md", "---\ndue: 2027\n---\n# Loose\n\nText.\n")
            .file("plan.toml", toml)
            .check()
    };
    assert!(
        with("").ok().stdout.contains("actions/A2.md:4:"),
        "an orphan is a warning"
    );
    with("[checks]\norphan = \"error\"\n")
        .code(1)
        .finds("error[T001]");
    assert_eq!(with("[checks]\nT001 = \"off\"\n").ok().findings(), [""; 0]);
    assert_eq!(
        with("[checks.paths.\"actions/**\"]\nT = \"off\"\n")
            .ok()
            .findings(),
        [""; 0]
    );
}

#[test]
fn a_finding_can_be_accepted_with_a_reason() {
    let with = |allow: &str| {
        small_plan()
            .file(
                "actions/A2.md",
                &format!("---\ndue: 2027\nallow: {{{allow}}}\n---\n# Loose\n\nText.\n"),
            )
            .check()
    };
    assert_eq!(with("T001: it is a chore").ok().findings(), [""; 0]);
    with("T001: \"\"").code(1);
    assert!(
        with("T001: a chore, T003: by habit")
            .ok()
            .stdout
            .contains("S015"),
        "one that accepts nothing is found"
    );
}
