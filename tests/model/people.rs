use super::with_action;

#[test]
fn everybody_has_a_page_with_what_they_do() {
    let fields = "owner: M. Okafor\ncontributors: [Ann, Bob]\nconsulted: Cy\ninformed: [Di]\nstatus: active\ndue: 2026-01-31";
    let toml = "[people.maya]\nname = \"Maya Okafor\"\nrole = \"Director\"\nteam = \"Office\"\nemail = \"m@example.org\"\naliases = [\"M. Okafor\"]\n";
    let run = with_action(fields).file("plan.toml", toml).build().ok();
    let maya = run.page("people/maya-okafor.html");
    assert_eq!(maya.section("Late"), ["Two"]);
    assert_eq!(maya.section("Due next"), ["Buy a bus"]);
    assert_eq!(maya.href("Office"), "../teams/office.html");
    for (page, heading) in [
        ("people/ann.html", "Contributes to"),
        ("people/bob.html", "Contributes to"),
        ("people/cy.html", "Is consulted on"),
        ("people/di.html", "Is informed of"),
    ] {
        assert_eq!(run.page(page).section(heading), ["Two"], "{page}");
    }
    assert_eq!(
        run.page("teams/office.html").section("Late"),
        ["Two"],
        "the team is the owner's"
    );
    let people = run.page("people/index.html");
    assert_eq!(people.href("Maya Okafor"), "maya-okafor.html");
    let action = run.page("actions/a2.html");
    assert_eq!(action.fact("Accountable"), "Maya OkaforDirector");
    assert_eq!(action.fact("Contributing"), "Ann, Bob");
}
