use super::{action_with, with_action};

#[test]
fn case_and_hyphens_do_not_matter() {
    for written in ["on-hold", "On Hold", "ON_HOLD", "onhold"] {
        assert_eq!(
            action_with(&format!("status: {written}")).fact("Status"),
            "On hold"
        );
    }
}

#[test]
fn plan_toml_renames_and_adds() {
    let plan = with_action("status: procurement")
        .file("plan.toml", "[statuses.active]\nlabel = \"Under way\"\n[statuses.procurement]\nlabel = \"Buying\"\nis = \"active\"\n");
    let run = plan.build().ok();
    assert_eq!(run.page("actions/a1.html").fact("Status"), "Under way");
    let page = run.page("actions/a2.html");
    assert_eq!(page.fact("Status"), "Buying");
    assert!(page.has("dd .mark.active"), "it counts as the state it is");
}

#[test]
fn an_unknown_one_is_mended() {
    with_action("status: actve")
        .check()
        .code(1)
        .finds("did you mean `active`?");
}
