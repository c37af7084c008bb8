use super::{plan, small_plan};

#[test]
fn the_next_free_id_beside_its_siblings() {
    let plan = small_plan().file(
        "actions/2026/A7.md",
        "---\nid: A7\nsupports: S1\n---\n# Seven\n\nText.\n",
    );
    let run = plan
        .run(&[
            "new",
            "action",
            "Paint: it all",
            "--supports",
            "s1",
            "--owner",
            "Maya Okafor",
            "--due",
            "FY27",
        ])
        .ok();
    assert_eq!(run.stdout.trim(), "./actions/2026/a8-paint-it-all.md");
    plan.check().ok();
    let page = plan.build().ok().page("actions/a8.html");
    assert_eq!(page.text("h1"), "Paint: it all");
    assert_eq!(page.text(".kind"), "Action A8");
    assert_eq!(page.fact("Accountable"), "Maya Okafor");
    assert_eq!(
        page.texts(".thread li").last().map(String::as_str),
        Some("S1 Go where people are")
    );
}

#[test]
fn each_kind_says_what_it_is_for_in_its_own_way() {
    for (kind, page, section) in [
        ("measure", "measures/m2.html", "Measures"),
        ("risk", "risks/r1.html", "Threatens"),
        ("contingency", "contingencies/c1.html", "Plan B for"),
    ] {
        let plan = small_plan();
        plan.run(&["new", kind, "Something", "--supports", "A1"])
            .ok();
        assert_eq!(
            plan.build().ok().page(page).section(section),
            ["Buy a bus"],
            "{kind}"
        );
    }
}

#[test]
fn the_first_of_its_kind_in_an_empty_plan() {
    let plan = plan().file("index.md", "# Our plan\n");
    let run = plan.run(&["new", "goal", "Read more"]).ok();
    assert_eq!(run.stdout.trim(), "./goals/g1-read-more.md");
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_is_written() {
    for (args, words) in [
        (&["new", "acton", "X"][..], "did you mean `action`?"),
        (
            &["new", "action", "X", "--supports", "S11"],
            "did you mean `S1`?",
        ),
        (&["new", "action", "X", "--supports", "M1"], "and M1 is one"),
        (
            &["new", "action", "X", "--id", "a1"],
            "the id `a1` is taken",
        ),
        (&["new", "action", "X", "--id", "a b"], "a b"),
        (&["new", "action", "X", "--due", "soon"], "soon"),
    ] {
        let plan = small_plan();
        let before = super::stamps(&plan.folder());
        let run = plan.run(args).code(2);
        assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
        assert!(super::stamps(&plan.folder()) == before, "{args:?}");
    }
}
