use super::{plan, small_plan};

#[test]
fn a_kind_of_the_plans_own() {
    let run = small_plan()
        .file(
            "plan.toml",
            "[kinds.initiative]\nlabel = \"Initiative\"\nsupports = [\"strategy\"]\n",
        )
        .file("initiatives/I1.md", "---\nsupports: S1\n---\n# Buses\n")
        .file("actions/A2.md", "---\nsupports: I1\n---\n# Paint them\n")
        .build()
        .ok();
    assert_eq!(run.page("initiatives/index.html").text("h1"), "Initiatives");
    let line = run.page("actions/a2.html").texts(".thread li");
    assert_eq!(
        line[1..],
        ["G1 Read more", "S1 Go where people are", "I1 Buses"]
    );
}

#[test]
fn a_built_in_kind_under_another_name() {
    let run = plan()
        .file(
            "plan.toml",
            "[kinds.strategy]\nlabel = \"Practice\"\nfolder = \"practices\"\n",
        )
        .file("goals/G1.md", "# Goal\n")
        .file("practices/P1.md", "---\nsupports: G1\n---\n# By folder\n")
        .file(
            "x/P2.md",
            "---\nkind: practice\nsupports: G1\n---\n# By its new name\n",
        )
        .file(
            "x/P3.md",
            "---\nkind: strategy\nsupports: G1\n---\n# By its old name\n",
        )
        .build()
        .ok();
    let listing = run.page("practices/index.html");
    assert_eq!(listing.text("h1"), "Practices");
    assert_eq!(
        listing.texts("tbody th"),
        ["By folder", "By its new name", "By its old name"]
    );
    assert_eq!(run.page("practices/p1.html").text(".kind"), "Practice P1");
    assert!(
        run.page("goals/g1.html")
            .text("main")
            .contains("Carried by 3 practices")
    );
}

#[test]
fn a_kind_that_is_off_or_unknown() {
    let plan = small_plan().file("plan.toml", "[kinds.objective]\nenabled = false\n");
    plan.file("x/o.md", "---\nkind: objective\n---\n# O\n\nText.\n")
        .check()
        .code(1)
        .finds("x/o.md:2:7: error[S006]");
    let unknown = small_plan().file("x/o.md", "---\nkind: gaol\n---\n# O\n\nText.\n");
    unknown.check().code(1).finds("did you mean `goal`?");
}

#[test]
fn items_are_in_the_order_of_their_numbers() {
    let folder = plan();
    for id in ["A10", "A2", "A1.10", "A1.9", "A1"] {
        folder.write(&format!("actions/{id}.md"), format!("# Title of {id}\n"));
    }
    let listing = folder.build().ok().page("actions/index.html");
    assert_eq!(
        listing.texts("tbody td .id"),
        ["A1", "A1.9", "A1.10", "A2", "A10"]
    );
}

#[test]
fn a_plan_keeps_its_kinds_where_none_is_enabled() {
    let off =
        |kind: &planwright::config::KindDef| format!("[kinds.{}]\nenabled = false\n", kind.name);
    let all: String = planwright::config::Kinds::default()
        .iter()
        .map(off)
        .collect();
    let run = small_plan().file("plan.toml", &all).check().code(1);
    run.finds("error[S004]");
    run.finds("at least one kind");
}
