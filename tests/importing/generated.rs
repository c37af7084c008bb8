//! Plans made by chance: goals, objectives, measures, with any words in them.

use planwright::exchange::import::{Datum, Draft, DraftItem, Fields, Text};
use proptest::prelude::*;

use crate::ways::{Files, place, with};

/// A plan with goals, objectives and measures.
pub fn draft() -> impl Strategy<Value = Draft> {
    let goals = prop::collection::vec((item(), objectives()), 1..4);
    (
        words(),
        text(),
        prop::collection::vec(stakeholder(), 0..3),
        goals,
    )
        .prop_map(|(title, body, stakeholders, goals)| {
            let mut draft = Draft::default();
            draft.settings.within("plan").set("title", title);
            draft.home.body = body;
            draft.home.fields.set("stakeholders", stakeholders);
            for (goal, objectives) in goals {
                let at = push(&mut draft, "goal", goal, None);
                for (objective, measures) in objectives {
                    let at = push(&mut draft, "objective", objective, Some(("supports", at)));
                    for measure in measures {
                        push(&mut draft, "measure", measure, Some(("measures", at)));
                    }
                }
            }
            draft
        })
}

/// The files of a generated plan.
pub fn files(draft: Draft) -> Files {
    with(Files::new(), &place(draft, &Files::new()))
}

type Made = (String, Text);

fn push(
    draft: &mut Draft,
    kind: &str,
    (title, mut text): Made,
    to: Option<(&str, usize)>,
) -> usize {
    if let Some((field, at)) = to {
        text.fields.0.insert(0, (field.to_owned(), Datum::Item(at)));
    }
    draft.items.push(DraftItem {
        kind: kind.to_owned(),
        title,
        text,
        ..DraftItem::default()
    });
    draft.items.len() - 1
}

/// Words of a line, odd ones among them.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{2,8}( [a-z&<>*_#:-]{1,8}){0,4}",
        "[A-Z\u{e9}\u{5d0}\u{4e2d}]{1,4}",
        Just("= [x] \"quoted\" 'and' \\ more".to_owned()),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        words(),
        Just("- one\n  - two\n- [three](https://x.example)".to_owned()),
        Just("## Other information".to_owned()),
        Just("| a | b |\n|---|---|\n| 1 | 2 |".to_owned()),
        Just("[Source] of it".to_owned()),
    ];
    prop::collection::vec(block, 0..4).prop_map(|blocks| blocks.join("\n\n"))
}

fn item() -> impl Strategy<Value = Made> {
    let stakeholders = prop::collection::vec(stakeholder(), 0..3);
    let owner = prop::option::of("[A-Z][a-z]{2,6} [A-Z][a-z]{2,8}");
    (words(), text(), stakeholders, owner).prop_map(|(title, body, stakeholders, owner)| {
        let mut fields = Fields::default();
        fields.set("owner", owner.unwrap_or_default());
        fields.set("stakeholders", stakeholders);
        (title, Text { fields, body })
    })
}

fn objectives() -> impl Strategy<Value = Vec<(Made, Vec<Made>)>> {
    prop::collection::vec((item(), prop::collection::vec(measure(), 0..3)), 0..3)
}

fn stakeholder() -> impl Strategy<Value = Fields> {
    let role = || prop::sample::subsequence(vec!["performer", "beneficiary"], 0..=2);
    let part = (words(), role(), prop::option::of(words()));
    let parts = prop::collection::vec(part, 0..3);
    (words(), role(), prop::option::of(words()), parts).prop_map(|(name, role, text, parts)| {
        let mut fields = Fields::default();
        fields.set("name", name);
        fields.set("type", "group");
        fields.set("role", role);
        fields.set("text", text.unwrap_or_default());
        let parts = parts.into_iter().map(|(name, role, text)| {
            let mut fields = Fields::default();
            fields.set("name", name);
            fields.set("role", role);
            fields.set("text", text.unwrap_or_default());
            fields
        });
        fields.set("parts", parts.collect::<Vec<_>>());
        fields
    })
}

fn measure() -> impl Strategy<Value = Made> {
    let level = prop::sample::select(vec!["", "input", "activity", "output", "outcome"]);
    (
        words(),
        prop::option::of(value()),
        points(),
        points(),
        level,
    )
        .prop_map(|(title, baseline, targets, readings, level)| {
            let mut fields = Fields::default();
            fields.set("unit", "%");
            fields.set("level", level);
            if let Some(value) = baseline {
                fields.set("baseline", value);
            }
            fields.set("targets", all(targets));
            fields.set("readings", all(readings));
            (
                title,
                Text {
                    fields,
                    body: String::new(),
                },
            )
        })
}

fn value() -> impl Strategy<Value = Datum> {
    let value = -1_000_000..1_000_000_i32;
    value.prop_map(|it| Datum::Plain((f64::from(it) / 100.0).to_string()))
}

fn points() -> impl Strategy<Value = Vec<Point>> {
    let day = prop_oneof![
        (2020..2030_i32, 1..13_i32).prop_map(|(year, month)| format!("{year}-{month:02}-15")),
        (2020..2030_i32).prop_map(|year| format!("{year}-01-01..{year}-06-30")),
    ];
    let point = (prop::option::of(value()), day, prop::option::of(words()));
    prop::collection::vec(point, 0..3)
}

type Point = (Option<Datum>, String, Option<String>);

/// Points with a value, a note, or both.
fn all(points: Vec<Point>) -> Vec<Fields> {
    let points = points.into_iter().map(|(value, on, note)| {
        let mut fields = Fields::default();
        let note = note.or_else(|| value.is_none().then(|| "Said in words".to_owned()));
        if let Some(value) = value {
            fields.set("value", value);
        }
        fields.set("on", on);
        fields.set("note", note.unwrap_or_default());
        fields
    });
    points.collect()
}
