use crate::{plan, small_plan};

#[test]
fn an_item_says_who_has_a_part_in_it() {
    let text = "---\nstakeholders:\n  - {name: Readers, type: group, role: beneficiary, text: Come every day.}\n  \
                - name: Ada\n    parts:\n      - {name: Driver, role: performer, text: Four days a week.}\n      \
                - {name: Neighbour, role: beneficiary}\n---\n# Read more\n\nText.\n";
    let page = small_plan()
        .file("goals/G1.md", text)
        .build()
        .ok()
        .page("goals/g1.html");
    assert_eq!(
        page.texts("#section-stakeholders + dl dt"),
        ["Readers", "Ada"]
    );
    assert_eq!(
        page.texts("#section-stakeholders + dl dd"),
        [
            "Has a gain. Come every day.",
            "Driver: Four days a week. Neighbour: Has a gain."
        ]
    );
}

#[test]
fn targets_and_results_can_be_words() {
    let text = "---\nmeasures: G1\nunit: loans\ntarget: {value: 200, on: 2027-12-31, note: Half of them new.}\n\
                targets: [{note: A shelf in every bus.}]\nreadings:\n  - {on: 2026-01-01..2026-06-30, value: 120}\n  \
                - {on: 2026-09-30, note: The first bus has one.}\n---\n# Loans\n\nCounted.\n";
    let run = small_plan().file("measures/M1.md", text).build().ok();
    let page = run.page("measures/m1.html");
    assert_eq!(
        page.texts("#section-told + dl dd"),
        [
            "200 loans: Half of them new.",
            "A shelf in every bus.",
            "The first bus has one."
        ]
    );
    assert_eq!(
        page.texts("#section-told + dl small"),
        ["31 Dec 2027", "no day given", "30 Sept 2026"]
    );
    small_plan()
        .file(
            "measures/M1.md",
            "---\nmeasures: G1\nreadings:\n  - {on: 2026-09-30}\n---\n# Loans\n",
        )
        .check_for("M004")
        .finds("a reading must have a day and a value, or a note alone");
}

#[test]
fn what_is_kept_is_shown_folded() {
    let text = "---\nkept:\n  Cost centre: \"4711\"\n  \"a: b\": c\n---\n# Read more\n\nText.\n";
    let page = small_plan()
        .file("goals/G1.md", text)
        .build()
        .ok()
        .page("goals/g1.html");
    assert_eq!(
        page.texts("details.fold dl.told dt"),
        ["Cost centre", "a: b"]
    );
    plan()
        .file("goals/G1.md", "---\nkept: {a: [b]}\n---\n# Air\n\nText.\n")
        .check_for("S004")
        .finds("expected text, found a list");
}

#[test]
fn a_field_of_the_plan_of_that_name_is_the_plans_own() {
    let page = small_plan()
        .file("plan.toml", "[fields.stakeholders]\nlist = true\n")
        .file(
            "goals/G1.md",
            "---\nstakeholders: [Ada, Bo]\n---\n# Read more\n\nText.\n",
        )
        .build()
        .ok()
        .page("goals/g1.html");
    assert_eq!(page.fact("stakeholders"), "Ada, Bo");
}
