//! `planwright rename`: another id, everywhere the item is named.
#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

mod support;

use std::fs;

use support::{Plan, plan, small_plan, stamps};

fn text(plan: &Plan, path: &str) -> String {
    fs::read_to_string(plan.folder().join(path)).unwrap_or_else(|_| panic!("{path} is not there"))
}

/// A plan in which A1 is named in every way there is.
fn named_everywhere() -> Plan {
    small_plan()
        .file("plan.toml", "[fields.partner]\nlabel = \"Partner\"\ntype = \"link\"\n")
        .file(
            "actions/A2.md",
            "---\nid: A2\nsupports: S1\ndepends_on:\r\n  - {id: 'a1', lag: 2w} # first\r\n\
             relates_to: [\"A1\", A11]\npartner: A1\n---\n# Two\n\n\
             See [[A1]], [[a1|the bus]], [[ A1#sub ]], [[A1.due]], [[actions/A1]], [x]( <A1.md#sub>),\n\
             [y](../actions/A1.md \"A1.md\"), ![z](/actions/A1), [r][bus] and `[[A1]]`.\n\n\
             [bus]: <../actions/A1.md#sub> 'A1'\n",
        )
        .file("actions/A11.md", "---\nsupports: S1\n---\n# Eleven\n\nA1 is another one: [[A11]].\n")
        .file(
            "contingencies/C1.md",
            "+++\nanswers = [\"A1\"]\ntrigger = {item = \"A1\", later_than = \"30d\"}\n+++\n# Walk\n\nSlowly.\n",
        )
        .file(
            "actions/A9.md",
            ";;;\n{\"supports\": \"S1\", \"depends_on\": [\"A1\"]}\n;;;\n# Nine\n\nText.\n",
        )
        .file(
            "actions/A1.md",
            "---\nsupports: S1\nowner: Maya Okafor\nstatus: active\ndue: 2027-03-31\n---\n# Buy a bus\n\n\
             ## Sub\n\nSee [above](#sub), [me](A1.md) and [the plan](../goals/G1.md).\n",
        )
        .file("guide.md", "# Guide\n\n[The bus](actions/A1.md) and [[A1]].\n")
}

#[test]
fn every_name_changes_and_nothing_else() {
    let plan = named_everywhere();
    let before = plan.check().ok();
    assert_eq!(plan.check_for("L012").findings().len(), 2, "two `a1`");
    let run = plan.run(&["rename", "a1", "Bus-1"]).ok();
    assert!(
        run.stderr
            .contains("`actions/A1.md` is `actions/Bus-1.md` now"),
        "{}",
        run.stderr
    );
    assert!(
        !run.stderr.contains("in a way that only you"),
        "{}",
        run.stderr
    );
    assert_eq!(
        text(&plan, "actions/A2.md"),
        "---\nid: A2\nsupports: S1\ndepends_on:\r\n  - {id: 'Bus-1', lag: 2w} # first\r\n\
         relates_to: [\"Bus-1\", A11]\npartner: Bus-1\n---\n# Two\n\n\
         See [[Bus-1]], [[Bus-1|the bus]], [[ Bus-1#sub ]], [[Bus-1.due]], [[actions/Bus-1]], [x]( <Bus-1.md#sub>),\n\
         [y](../actions/Bus-1.md \"A1.md\"), ![z](/actions/Bus-1), [r][bus] and `[[A1]]`.\n\n\
         [bus]: <../actions/Bus-1.md#sub> 'A1'\n"
    );
    assert_eq!(
        text(&plan, "actions/Bus-1.md"),
        "---\naliases: [A1]\nsupports: S1\nowner: Maya Okafor\nstatus: active\ndue: 2027-03-31\n---\n\
         # Buy a bus\n\n## Sub\n\nSee [above](#sub), [me](Bus-1.md) and [the plan](../goals/G1.md).\n"
    );
    assert!(text(&plan, "contingencies/C1.md").starts_with(
        "+++\nanswers = [\"Bus-1\"]\ntrigger = {item = \"Bus-1\", later_than = \"30d\"}\n+++\n"
    ));
    assert!(text(&plan, "actions/A9.md").contains("\"depends_on\": [\"Bus-1\"]"));
    assert_eq!(
        text(&plan, "guide.md"),
        "# Guide\n\n[The bus](actions/Bus-1.md) and [[Bus-1]].\n"
    );
    assert!(!plan.folder().join("actions/A1.md").exists());
    let after = plan.check().ok();
    assert_eq!(before.findings().len(), after.findings().len());
    assert!(plan.check_for("L012").findings().is_empty());
    assert!(
        plan.build().ok().has("actions/a1.html"),
        "the old address leads on"
    );
}

#[test]
fn an_id_that_is_written_down_changes_and_its_file_stays() {
    let plan = small_plan()
        .file(
            "actions/bus.md",
            "\u{feff}---\r\nid: \"A7\" # ours\r\naliases:\r\n  - OLD\r\nsupports: S1\r\n---\r\n# Bus\r\n\r\nText.\r\n",
        )
        .file("actions/A8.md", "---\nsupports: S1\ndepends_on: A7\n---\n# Eight\n\n[bus](bus.md)\n");
    plan.run(&["rename", "A7", "B-1"]).ok();
    assert_eq!(
        text(&plan, "actions/bus.md"),
        "\u{feff}---\r\nid: \"B-1\" # ours\r\naliases:\r\n  - OLD\r\n  - A7\r\nsupports: S1\r\n---\r\n# Bus\r\n\r\nText.\r\n"
    );
    assert_eq!(
        text(&plan, "actions/A8.md"),
        "---\nsupports: S1\ndepends_on: B-1\n---\n# Eight\n\n[bus](bus.md)\n"
    );
    assert_eq!(plan.check().ok().findings(), Vec::<&str>::new());
}

#[test]
fn an_item_without_front_matter_gets_some() {
    let plan = small_plan();
    plan.run(&["rename", "G1", "Readers"]).ok();
    assert_eq!(
        text(&plan, "goals/Readers.md"),
        "---\naliases: [G1]\n---\n\n# Read more\n\nMore people read.\n"
    );
    assert!(text(&plan, "measures/M1.md").starts_with("---\nmeasures: Readers\n"));
}

#[test]
fn there_and_back_again() {
    let plan = named_everywhere();
    plan.run(&["rename", "A1", "B1"]).ok();
    plan.run(&["rename", "B1", "A1"]).ok();
    plan.run(&["rename", "A1", "B1"]).ok();
    plan.check().ok();
    assert!(text(&plan, "actions/B1.md").contains("aliases: [A1, B1]\n"));
}

#[test]
fn only_the_case_of_letters_may_change() {
    let plan = small_plan();
    plan.run(&["rename", "A1", "a1"]).ok();
    assert!(
        text(&plan, "actions/a1.md").starts_with("---\nsupports: S1\n"),
        "no alias is needed"
    );
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let plan = small_plan();
    let before = stamps(&plan.folder());
    let run = plan.run(&["rename", "S1", "Bus", "--dry-run"]).ok();
    for line in [
        "rename from strategies/S1.md",
        "+++ b/strategies/Bus.md",
        "+aliases: [S1]",
        "-supports: S1",
        "+supports: Bus",
    ] {
        assert!(
            run.stdout.lines().any(|it| it == line),
            "{line} in {}",
            run.stdout
        );
    }
    assert!(stamps(&plan.folder()) == before);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let cases: [(&[&str], &str, Plan); 10] = [
        (&["A11", "B1"], "did you mean `A1`?", small_plan()),
        (&["A1", "s1"], "the id `s1` is taken", small_plan()),
        (&["A1", "a b"], "cannot be an id", small_plan()),
        (&["A1", "A1"], "has this id already", small_plan()),
        (&["A1", "index"], "would be no item", small_plan()),
        (
            &["A1", "old-1"],
            "plan.toml ignores `actions/old-1.md`",
            small_plan().file("plan.toml", "[plan]\nignore = [\"**/old-*\"]\n"),
        ),
        (
            &["OLD", "B1"],
            "`OLD` is an old id of A2",
            small_plan().file(
                "actions/A2.md",
                "---\nsupports: S1\naliases: OLD\n---\n# Two\n\nText.\n",
            ),
        ),
        (
            &["A1", "B1"],
            "`actions/A2.md` may name A1",
            small_plan().file(
                "actions/A2.md",
                "---\nsupports: S1\ndepends_on: [A1\n---\n# Two\n\nText.\n",
            ),
        ),
        (
            &["A1", "guide"],
            "`[[guide]]` in `actions/A2.md` leads elsewhere",
            small_plan().file("guide.md", "# Guide\n\nText.\n").file(
                "actions/A2.md",
                "---\nsupports: S1\n---\n# Two\n\n[[guide]]\n",
            ),
        ),
        (
            &["A1", "B.1"],
            "not be as well as before",
            small_plan().file(
                "actions/x.md",
                "---\nid: B-1\nsupports: S1\naliases: [actions/b.1]\n---\n# Two\n\nText.\n",
            ),
        ),
    ];
    for (ids, words, plan) in cases {
        let before = stamps(&plan.folder());
        let run = plan.run(&[&["rename"], ids].concat()).code(2);
        assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
        assert!(stamps(&plan.folder()) == before, "{ids:?}");
    }
}

#[test]
fn what_only_a_person_should_change_is_told_and_still_leads_there() {
    let plan = small_plan().file(
        "actions/A2.md",
        "---\nsupports: S1\ndepends_on: \"\\x411\"\n---\n# Two\n\nText.\n",
    );
    let run = plan.run(&["rename", "A1", "B1"]).ok();
    assert!(
        run.stderr.contains("actions/A2.md:3 names A1"),
        "{}",
        run.stderr
    );
    plan.check().ok();
}

#[test]
#[cfg(unix)]
fn a_file_behind_a_link_stops_all_of_it() {
    let plan = small_plan().file(
        "kept/A2.md",
        "---\nsupports: S1\ndepends_on: A1\n---\n# Two\n\nText.\n",
    );
    let link = plan.folder().join("actions/A2.md");
    std::os::unix::fs::symlink("../kept/A2.md", link).expect("a link");
    let before = stamps(&plan.folder());
    let run = plan.run(&["rename", "A1", "B1"]).code(2);
    assert!(
        run.stderr.contains("symbolic link; nothing was written"),
        "{}",
        run.stderr
    );
    assert!(stamps(&plan.folder()) == before);
}

#[test]
fn a_plan_elsewhere_is_named() {
    let plan = plan().file("p/goals/G1.md", "# One\n\nText.\n");
    plan.run(&["rename", "G1", "G2", "p"]).ok();
    assert!(text(&plan, "p/goals/G2.md").contains("aliases: [G1]"));
}

#[test]
fn any_item_of_a_real_plan_can_be_renamed() {
    let inputs = sample_plan();
    let plan = planwright::pipeline::check(&inputs).plan;
    let ids: Vec<&str> = plan.ids().step_by(8).collect();
    assert!(ids.len() > 15, "{ids:?}");
    for id in ids {
        let renaming = planwright::rename::rename(&inputs, id, "renamed.once").expect("a new id");
        assert_eq!(renaming.left, [""; 0], "{id}");
        assert!(!renaming.changes.is_empty());
    }
}

/// The sample plan as it lies on disk.
fn sample_plan() -> planwright::pipeline::Inputs {
    let folder = std::path::Path::new("sample-plan");
    let (mut sources, mut problems) = planwright::source::SourceSet::open(folder);
    problems.extend(sources.read_rest(&globset::GlobSet::empty()));
    let settings = sources.by_path("plan.toml").expect("settings");
    let (settings, _) = planwright::value::parse_toml(settings.id, &settings.text, 0);
    let (config, _) = planwright::config::read(&settings);
    planwright::pipeline::Inputs {
        sources,
        config,
        problems,
        today: planwright::quantity::Date::constant(2026, 11, 23),
        imprint: planwright::edition::Imprint::default(),
    }
}
