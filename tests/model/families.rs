use super::with_action;

#[test]
fn a_plan_within_the_plan_has_a_home_of_its_own() {
    let toml = "[plans.marketing]\ntitle = \"The campaign\"\nhorizon = \"tactical\"\nowner = \"Maya Okafor\"\nsummary = \"Posters.\"\n\
                [plans.hiring]\ntitle = \"New people\"\nfolder = \"hiring\"\n";
    let run = with_action("plan: marketing")
        .file("plan.toml", toml)
        .file(
            "hiring/actions/h1.md",
            "---\nsupports: S1\n---\n# Advertise\n",
        )
        .build()
        .ok();
    let campaign = run.page("plans/marketing.html");
    assert_eq!(campaign.text("h1"), "The campaign");
    assert_eq!(campaign.text(".page-head .kind"), "Plans, Tactical plan");
    assert_eq!(campaign.section("Actions"), ["Two"]);
    assert_eq!(
        run.page("plans/hiring.html").section("Actions"),
        ["Advertise"]
    );
    assert_eq!(
        run.page("actions/a2.html").href("The campaign"),
        "../plans/marketing.html"
    );
    assert_eq!(
        run.page("index.html").href("The campaign"),
        "plans/marketing.html"
    );
}

#[test]
fn an_unknown_one_is_mended() {
    let plan = with_action("plan: maketing").file("plan.toml", "[plans.marketing]\n");
    plan.check().code(1).finds("did you mean `marketing`?");
}
