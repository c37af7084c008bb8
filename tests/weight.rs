//! What pages weigh, and that they do not grow with the plan.

mod support;

use std::collections::BTreeMap;

use planwright::output::Tree;
use planwright::pipeline;
use planwright::theme::Theme;
use support::memory::inputs;
use support::synthetic::synthetic;
use support::weight::{Weight, first_search, weights};

fn site(items: usize) -> Tree {
    let built = pipeline::build(&inputs(&synthetic(items)), &Theme::default(), None);
    let built = built.expect("templates that work");
    built.tree.expect("a sound plan")
}

/// The heaviest page of each kind.
fn heaviest(tree: &Tree) -> BTreeMap<String, Weight> {
    let mut heaviest: BTreeMap<String, Weight> = BTreeMap::new();
    for page in weights(tree) {
        let most = heaviest.entry(page.kind.clone()).or_insert(page.clone());
        if page.html > most.html {
            *most = page;
        }
    }
    heaviest
}

/// Lists fill up to what a page has room for, and are as heavy as that at
/// most, at any size of plan.
const LISTS: [(&str, usize); 10] = [
    ("listing", 200_000),        // 200 rows of eight cells
    ("outline", 180_000),        // 300 rows
    ("person", 180_000),         // 60 rows of each section
    ("team", 180_000),           // the same, and its people
    ("problems", 450_000),       // 300 findings with their excerpts
    ("rule", 250_000),           // 200 findings with their excerpts
    ("timeline", 200_000),       // 200 bars
    ("roadmap", 120_000),        // 400 dates
    ("work-plan", 180_000),      // 200 actions with their milestones
    ("calendar-month", 120_000), // 20 dates of each day
];

/// What an item's page usually weighs with its sheets …
const USUAL: usize = 40_000;

/// … and a goal with all its parts, measures and charts at most.
const ITEM: usize = 75_000;

#[test]
fn pages_do_not_grow_with_the_plan() {
    let site_of_many = site(3_000);
    let (less, more) = (heaviest(&site(1_000)), heaviest(&site_of_many));
    let mut wrong = Vec::new();
    for (kind, page) in &more {
        let list = LISTS.iter().find(|(name, _)| name == kind);
        let before = less.get(kind).map_or(0, |page| page.html);
        let most = list.map_or(before * 13 / 10 + 1_000, |(_, most)| *most);
        if page.html > most {
            wrong.push(format!(
                "{}: {} bytes, {before} in a plan of a third",
                page.path, page.html
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let item = &more["item"];
    let all = item.html + item.css;
    assert!(all < ITEM, "{}: {all} bytes with its sheets", item.path);
    let mut items = weights(&site_of_many);
    items.retain(|page| page.kind == "item");
    items.sort_by_key(|page| page.html + page.css);
    let usual = &items[items.len() / 2];
    let all = usual.html + usual.css;
    assert!(all < USUAL, "{}: {all} bytes with its sheets", usual.path);
}

#[test]
fn a_first_search_moves_little() {
    let moved = first_search(&site(3_000), 3);
    assert!(moved < 300_000, "{moved} bytes");
}
