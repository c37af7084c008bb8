use super::with_action;

const FIELDS: &str = "[plan]\ncurrency = \"EUR\"\n[fields.grant]\ntype = \"money\"\n[fields.reach]\nlabel = \"People reached\"\ntype = \"number\"\n\
    [fields.approved]\ntype = \"date\"\n[fields.legal]\ntype = \"bool\"\n[fields.area]\ntype = \"term\"\nvalues = [\"North\", \"South\"]\nlist = true\n\
    [fields.sponsor]\ntype = \"person\"\nkinds = [\"action\"]\n[fields.brief]\ntype = \"link\"\n[people.mo]\nname = \"Maya Okafor\"\n";

#[test]
fn each_is_shown_as_what_it_is() {
    let fields = "grant: 12k\nreach: 1200\napproved: 2026-05\nlegal: yes\narea: [north, South]\nsponsor: mo\nbrief: G1";
    let page = with_action(fields)
        .file("plan.toml", FIELDS)
        .build()
        .ok()
        .page("actions/a2.html");
    assert!(
        page.fact("grant").contains("12,000"),
        "{}",
        page.fact("grant")
    );
    assert_eq!(page.fact("People reached"), "1,200");
    assert_eq!(page.fact("approved"), "May 2026");
    assert_eq!(page.fact("legal"), "yes");
    assert_eq!(page.fact("area"), "North, South");
    assert_eq!(page.href("Maya Okafor"), "../people/maya-okafor.html");
    assert_eq!(page.href("G1 Read more"), "../goals/g1.html");
}

#[test]
fn what_does_not_fit_is_found() {
    for (field, words) in [
        ("grant: some", "some"),
        ("reach: many", "many"),
        ("approved: soon", "soon"),
        ("legal: perhaps", "perhaps"),
        ("area: Nort", "did you mean `North`?"),
        ("reach: [1, 2]", "list"),
        ("raech: 3", "did you mean `reach`?"),
    ] {
        let run = with_action(field).file("plan.toml", FIELDS).check().code(1);
        run.finds("actions/A2.md:3:");
        run.finds(words);
    }
}

#[test]
fn a_field_is_for_its_kinds_and_may_be_required() {
    let toml = "[fields.sponsor]\ntype = \"person\"\nkinds = [\"goal\"]\nrequired = true\n";
    let run = with_action("sponsor: Maya")
        .file("plan.toml", toml)
        .check()
        .code(1);
    let codes: Vec<bool> = ["S004", "S005"]
        .iter()
        .map(|code| run.stdout.contains(code))
        .collect();
    assert_eq!(
        codes,
        [true, true],
        "wrong on an action, missing on a goal: {}",
        run.stdout
    );
}
