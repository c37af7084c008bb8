//! Where what is imported goes: ids, files, and what is in the plan already.

use planwright::exchange::import::{Datum, Draft, DraftItem, Fate, Fields, Placed, Text};

use crate::ways::{Files, checked, place, with};

/// A draft that is put together item by item.
#[derive(Default)]
struct Drafted(Draft);

impl Drafted {
    fn item(mut self, kind: &str, id: &str, title: &str, fields: &[(&str, &str)]) -> Self {
        let mut all = Fields::default();
        for (name, value) in fields {
            all.set(*name, *value);
        }
        self.0.items.push(DraftItem {
            kind: kind.to_owned(),
            id: (!id.is_empty()).then(|| id.to_owned()),
            title: title.to_owned(),
            text: Text {
                fields: all,
                body: String::new(),
            },
            place: format!("row {}", self.0.items.len() + 2),
        });
        self
    }

    fn body(mut self, body: &str) -> Self {
        let last = self.0.items.last_mut().expect("an item");
        body.clone_into(&mut last.text.body);
        self
    }

    fn with(mut self, name: &str, value: impl Into<Datum>) -> Self {
        let last = self.0.items.last_mut().expect("an item");
        last.text.fields.set(name, value);
        self
    }

    fn into(self, files: &Files) -> Placed {
        place(self.0, files)
    }
}

fn draft() -> Drafted {
    Drafted::default()
}

fn files(all: &[(&str, &str)]) -> Files {
    let all = all.iter();
    all.map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

/// Paths and fates in the order of the draft.
fn fates(placed: &Placed) -> Vec<(&str, Fate)> {
    let items = placed.items.iter();
    items.map(|item| (item.path.as_str(), item.fate)).collect()
}

fn losses(placed: &Placed) -> Vec<String> {
    let losses = placed.losses.iter();
    losses
        .map(|loss| format!("{}: {}", loss.place, loss.what))
        .collect()
}

/// The only change to a file that is there.
#[track_caller]
fn changed(placed: &Placed) -> &str {
    let changes = placed
        .changes
        .iter()
        .filter(|change| change.before.is_some());
    let changes: Vec<_> = changes.collect();
    assert_eq!(changes.len(), 1, "{changes:#?}");
    &changes[0].after
}

#[test]
fn a_new_plan_has_a_file_for_each_item() {
    let placed = draft()
        .item("goal", "", "Everybody finds a place to learn", &[])
        .item("goal", "G7", "Growth: \u{fc}berall", &[("owner", "Ada")])
        .item(
            "action",
            "x y",
            "A title that is longer than any file's name should ever be, and goes on",
            &[],
        )
        .into(&Files::new());
    let expected = [
        ("goals/g1-everybody-finds-a-place-to-learn.md", Fate::New),
        ("goals/g7-growth-uberall.md", Fate::New),
        (
            "actions/a1-a-title-that-is-longer-than-any-file-s-name-should-ever-be.md",
            Fate::New,
        ),
    ];
    assert_eq!(fates(&placed), expected);
    assert_eq!(
        losses(&placed),
        ["row 4: `x y` cannot be an id; the item has the next free one"]
    );
    let all = with(Files::new(), &placed);
    let expected = "---\nid: G7\ntitle: \"Growth: \u{fc}berall\"\nowner: Ada\n---\n";
    assert_eq!(all["goals/g7-growth-uberall.md"], expected);
    assert!(all.contains_key("plan.toml") && all.contains_key("index.md"));
}

#[test]
fn ids_are_those_of_the_file_before_those_that_are_made_up() {
    let placed = draft()
        .item("goal", "", "One", &[])
        .item("goal", "G1", "Two", &[])
        .item("goal", "g1", "Three", &[])
        .into(&Files::new());
    let ids: Vec<_> = placed.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["G2", "G1", "G3"]);
    assert_eq!(
        losses(&placed),
        ["row 4: `g1` is the id of another item; the item has the next free one"]
    );
}

#[test]
fn the_same_file_again_changes_nothing() {
    let made = || {
        draft()
            .item("goal", "", "One", &[("due", "2027"), ("owner", "no")])
            .body("Some *text*.")
            .item("measure", "M9", "Two", &[])
            .with("target", Datum::Plain("4.50".to_owned()))
            .with("tags", vec!["a", "b: c"])
    };
    let plan = with(Files::new(), &made().into(&Files::new()));
    let again = made().into(&plan);
    assert!(again.changes.is_empty(), "{:#?}", again.changes);
    assert!(again.items.iter().all(|item| item.fate == Fate::Same));
}

#[test]
fn what_the_file_says_otherwise_is_changed_and_all_else_stays() {
    let plan = files(&[(
        "goals/g1.md",
        "---\nid: G1 # ours\ntitle: One\n# Who does it.\nowner: Ada\ntags:\n  - a\n  - b\n\n# The end.\npriority: high\n---\n\nOur text.\n",
    )]);
    let placed = draft()
        .item("goal", "G1", "One", &[("owner", "Grace"), ("due", "2027")])
        .with("tags", vec!["c"])
        .into(&plan);
    let expected = "---\nid: G1 # ours\ntitle: One\n# Who does it.\nowner: Grace\ntags:\n  - c\n\n# The end.\npriority: high\ndue: \"2027\"\n---\n\nOur text.\n";
    assert_eq!(changed(&placed), expected);
}

#[test]
fn an_item_without_an_id_is_known_by_its_kind_and_title() {
    let plan = files(&[
        ("goals/far/away.md", "# Cleaner  Air\n"),
        (
            "objectives/o.md",
            "---\nsupports: away\n---\n# Cleaner air\n",
        ),
    ]);
    let placed = draft()
        .item("goal", "", "cleaner air", &[("owner", "Ada")])
        .item("goal", "", "cleaner air", &[])
        .into(&plan);
    let expected = [
        ("goals/far/away.md", Fate::Changed),
        ("goals/g1-cleaner-air.md", Fate::New),
    ];
    assert_eq!(fates(&placed), expected);
    assert_eq!(placed.others, Vec::<String>::new());
}

#[test]
fn an_item_is_known_by_its_old_ids() {
    let plan = files(&[("goals/g1.md", "---\naliases: [_old, other]\n---\n# Air\n")]);
    let placed = draft()
        .item("goal", "", "Clean air", &[])
        .with("aliases", vec!["_old"])
        .into(&plan);
    assert_eq!(
        changed(&placed),
        "---\naliases: [_old, other]\ntitle: Clean air\n---\n# Air\n"
    );
    let placed = draft()
        .item("goal", "g1", "Air", &[])
        .with("aliases", vec!["_new"])
        .into(&plan);
    let expected = "---\naliases:\n  - _old\n  - other\n  - _new\n---\n# Air\n";
    assert_eq!(changed(&placed), expected);
}

#[test]
fn an_id_of_another_kind_is_another_item() {
    let plan = files(&[("goals/x1.md", "# Air\n")]);
    let placed = draft().item("action", "X1", "Air", &[]).into(&plan);
    assert_eq!(fates(&placed), [("actions/a1-air.md", Fate::New)]);
    assert_eq!(
        losses(&placed),
        ["row 2: `X1` is the id of another item; the item has the next free one"]
    );
}

#[test]
fn a_text_is_put_in_place_of_the_one_that_was() {
    let plan = files(&[("goals/g1.md", "---\r\nowner: Ada\r\n---\r\n\r\nOld.\r\n")]);
    let placed = draft()
        .item("goal", "g1", "g1", &[])
        .body("New.\n\nMore.")
        .into(&plan);
    assert_eq!(
        changed(&placed),
        "---\r\nowner: Ada\r\n---\r\n\r\nNew.\r\n\r\nMore.\r\n"
    );
    let heading = files(&[("goals/g1.md", "# Air\n\nOld.\n")]);
    let placed = draft()
        .item("goal", "g1", "Air", &[])
        .body("New.")
        .into(&heading);
    assert_eq!(changed(&placed), "# Air\n\nNew.\n");
    let placed = draft().item("goal", "g1", "g1", &[]).into(&plan);
    assert!(placed.changes.iter().all(|change| change.before.is_none()));
}

#[test]
fn an_item_without_front_matter_gets_some() {
    let plan = files(&[("goals/g1.md", "# Air\n\nText.\n")]);
    let placed = draft()
        .item("goal", "g1", "Air", &[("owner", "Ada")])
        .into(&plan);
    assert_eq!(changed(&placed), "---\nowner: Ada\n---\n\n# Air\n\nText.\n");
}

#[test]
fn front_matter_that_is_no_yaml_is_left_to_people() {
    let plan = files(&[
        ("goals/g1.md", "+++\nowner = \"Ada\"\n+++\n# Air\n"),
        ("goals/g2.md", "---\n{owner: Ada}\n---\n# Sea\n"),
    ]);
    let placed = draft()
        .item("goal", "g1", "Air", &[("owner", "Grace"), ("due", "2027")])
        .item("goal", "g2", "Sea", &[("owner", "Grace")])
        .into(&plan);
    let hand = "its front matter is no YAML of one field a line, so";
    let expected = [
        format!("goals/g1.md: {hand} `owner`, `due` must be changed by hand"),
        format!("goals/g2.md: {hand} `owner` must be changed by hand"),
    ];
    assert_eq!(losses(&placed), expected);
    assert!(placed.changes.iter().all(|change| change.before.is_none()));
}

#[test]
fn the_settings_of_a_plan_are_its_own() {
    let mut made = draft().item("goal", "", "One", &[]);
    made.0.settings.within("plan").set("title", "Theirs");
    made.0.settings.within("people").set("ada", "x");
    let plan = files(&[("plan.toml", "[plan]\ntitle = \"Ours\"\n")]);
    let placed = made.into(&plan);
    assert!(
        placed
            .changes
            .iter()
            .all(|change| change.path != "plan.toml")
    );
    let expected = "the whole file: it sets `people.ada` to `x`, but plan.toml is the plan's own and stays as it is";
    assert_eq!(
        losses(&placed),
        [
            "the whole file: it sets `plan.title` to `Theirs`, but plan.toml is the plan's own and stays as it is",
            expected,
        ]
    );
}

#[test]
fn what_the_plan_has_beside_the_file_is_named_and_left_alone() {
    let plan = files(&[
        ("goals/g1.md", "# Air\n"),
        ("goals/g2.md", "# Sea\n"),
        ("risks/r1.md", "# Rain\n"),
    ]);
    let placed = draft().item("goal", "", "Sea", &[]).into(&plan);
    assert_eq!(placed.others, ["g1"]);
}

#[test]
fn items_refer_to_one_another_by_the_ids_that_they_get() {
    let placed = draft()
        .item("goal", "", "Air", &[])
        .item("strategy", "", "Plant", &[])
        .with("supports", Datum::List(vec![Datum::Item(0)]))
        .into(&files(&[("goals/g1.md", "# Sea\n")]));
    let all = with(files(&[("goals/g1.md", "# Sea\n")]), &placed);
    let strategy = &all["strategies/s1-plant.md"];
    assert!(strategy.contains("supports:\n  - g2\n"), "{strategy}");
    let (_, plan) = checked(&all);
    assert!(plan.is_sound(), "{:#?}", plan.diagnostics);
}

#[test]
fn a_kind_that_the_plan_does_not_have_becomes_an_action() {
    let placed = draft().item("tactic", "", "Plant", &[]).into(&Files::new());
    assert_eq!(fates(&placed), [("actions/a1-plant.md", Fate::New)]);
    assert_eq!(
        losses(&placed),
        ["row 2: the plan has no kind `tactic`; taken over as action"]
    );
}
