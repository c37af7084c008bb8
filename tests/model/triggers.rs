use super::small_plan;

#[track_caller]
fn state(trigger: &str) -> (String, bool) {
    let run = small_plan()
        .file(
            "contingencies/B1.md",
            &format!("---\nanswers: A1\ntrigger: {trigger}\n---\n# Rent a bus\n\nText.\n"),
        )
        .build()
        .ok();
    let page = run.page("contingencies/b1.html");
    let home = run.page("index.html");
    (
        page.text("dl.figures .mark"),
        home.texts(".decisions .title")
            .contains(&"B1 Rent a bus".to_owned()),
    )
}

#[test]
fn armed_tripped_or_expired() {
    for (trigger, shown) in [
        ("{measure: M1, below: 110, by: 2026-12-31}", "Armed"),
        ("{measure: M1, below: 130}", "Tripped"),
        ("{measure: M1, above: 110}", "Tripped"),
        ("{measure: M1, below: 110, by: 2026-09-30}", "Expired"),
        ("{item: A1, later_than: 30d}", "Armed"),
        ("When the bus breaks down", "Watched by people"),
    ] {
        assert_eq!(
            state(trigger),
            (shown.to_owned(), shown == "Tripped"),
            "{trigger}"
        );
    }
}

#[test]
fn lateness_trips_after_its_days() {
    let on = |day| {
        let plan = small_plan().file(
            "contingencies/B1.md",
            "---\nanswers: A1\ntrigger: {item: A1, later_than: 30d}\n---\n# B\n",
        );
        let run = plan
            .run(&["build", "--today", day, "--out", "../public"])
            .ok();
        run.page("contingencies/b1.html").text("dl.figures .mark")
    };
    assert_eq!(on("2027-04-30"), "Armed");
    assert_eq!(on("2027-05-01"), "Tripped");
}

#[test]
fn it_is_shown_on_the_risk() {
    let run = small_plan()
        .file(
            "risks/R1.md",
            "---\nthreatens: G1\nlikelihood: 4\nimpact: 5\nresponse: reduce\n---\n# Rain\n",
        )
        .file(
            "contingencies/B1.md",
            "---\nanswers: R1\ntrigger: {measure: M1, below: 130}\n---\n# Umbrella\n",
        )
        .build()
        .ok();
    let risk = run.page("risks/r1.html");
    assert_eq!(risk.section("Plan Bs"), ["Umbrella"]);
    assert!(risk.text("main").contains("When M1 reads below 130 loans"));
    assert!(risk.has(".mark.tripped"));
    assert_eq!(risk.fact("Score"), "20 of 25");
    assert_eq!(risk.fact("Response"), "Reduce");
}

#[test]
fn half_a_condition_is_found() {
    let plan = small_plan().file(
        "contingencies/B1.md",
        "---\nanswers: A1\ntrigger: {measure: M1}\n---\n# B\n\nText.\n",
    );
    plan.check()
        .code(1)
        .finds("contingencies/B1.md:3:10: error[S004]");
}
