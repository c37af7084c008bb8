use super::{Plan, plan};

fn measure(fields: &str) -> Plan {
    plan().file("goals/G1.md", "# Goal\n\nText.\n").file(
        "measures/M1.md",
        &format!("---\nmeasures: G1\nunit: \"%\"\n{fields}\n---\n# Happy people\n\nText.\n"),
    )
}

const LINE: &str = "baseline: {value: 40, on: 2025-12-31}\ntarget: {value: 80, on: 2027-12-31}\n";

#[test]
fn attainment_expectation_and_forecast_are_shown() {
    let readings = "readings:\n  - {on: 2026-03-31, value: 45}\n  - {on: 2026-06-30, value: 50}\n  - {on: 2026-09-30, value: 60}\n";
    let page = measure(&format!("{LINE}{readings}"))
        .build()
        .ok()
        .page("measures/m1.html");
    assert!(page.fact("Latest reading").starts_with("60 %"));
    assert!(
        page.fact("Attainment").starts_with("50 %"),
        "20 of 40: {}",
        page.fact("Attainment")
    );
    assert!(
        page.fact("Expected by then").starts_with("55 %"),
        "273 of 730 days: {}",
        page.fact("Expected by then")
    );
    assert!(page.fact("Health").starts_with("On track"));
    assert_eq!(page.fact("Baseline"), "40 % on 31 Dec 2025");
    assert!(page.fact("Target").starts_with("80 % on 31 Dec 2027"));
    assert!(
        page.fact("Target").contains("the trend leads to 96.7 %"),
        "{}",
        page.fact("Target")
    );
    assert!(page.has("figure.chart svg"));
}

#[test]
fn readings_come_from_a_file() {
    let plan = measure(&format!("{LINE}readings: readings/m1.csv")).file(
        "readings/m1.csv",
        "date,value,note\r\n2026-06-30,30,\"A bad, bad month\"\r\n2026-Q3,35\r\n",
    );
    let page = plan.build().ok().page("measures/m1.html");
    assert_eq!(
        page.texts(".data tbody th"),
        ["30 Jun 2026", "30 Sept 2026"]
    );
    assert_eq!(
        page.texts(".data tbody td:last-child"),
        ["A bad, bad month", ""]
    );
    assert!(
        page.fact("Health").starts_with("Off track"),
        "it falls where it is to rise"
    );
}

#[test]
fn a_fall_can_be_what_is_wanted() {
    let fields = "baseline: {value: 80, on: 2025-12-31}\ntarget: {value: 40, on: 2027-12-31}\nreadings:\n  - {on: 2026-12-31, value: 60}\n  - {on: 2026-06-30, value: 70}\n";
    let page = measure(fields).build().ok().page("measures/m1.html");
    assert!(
        page.fact("Attainment").starts_with("25 %"),
        "the future does not count yet"
    );
    assert!(page.fact("Health").starts_with("On track"));
}

#[test]
fn thresholds_are_the_plans_own() {
    let reading = "readings:\n  - {on: 2026-12-31, value: 55}\n";
    let health = |toml: &str| {
        let plan = measure(&format!("{LINE}{reading}")).file("plan.toml", toml);
        let run = plan
            .run(&["build", "--today", "2027-01-01", "--out", "../public"])
            .ok();
        run.page("measures/m1.html").fact("Health")
    };
    assert!(health("").starts_with("At risk"), "15 of 20 are 75 %");
    assert!(health("[health]\nat_risk = 70\noff_track = 50\n").starts_with("On track"));
    assert!(health("[health]\nat_risk = 99\noff_track = 80\n").starts_with("Off track"));
}

#[test]
fn a_measure_says_what_it_counts() {
    let page = measure(&format!("{LINE}level: Outcome")).build().ok();
    let page = page.page("measures/m1.html");
    assert_eq!(page.fact("Level"), "Outcome");
}
