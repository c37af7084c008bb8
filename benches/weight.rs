//! What the pages of plans of 100, 1,000 and 10,000 items weigh, in
//! uncompressed bytes: `cargo bench --bench weight`.

#[path = "../tests/support/memory.rs"]
mod memory;
#[expect(dead_code, reason = "plans with faults are for other benches")]
#[path = "../tests/support/synthetic.rs"]
mod synthetic;
#[path = "../tests/support/weight.rs"]
mod weight;

use planwright::output::Tree;
use planwright::pipeline;
use planwright::theme::Theme;
use weight::{Weight, first_search, weights};

const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// Words of a search, each in a piece of its own.
const WORDS: usize = 3;

fn main() {
    println!(
        "| items | pages | item page: median | largest | its CSS | its JS | first search | largest page |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|---|");
    for items in SIZES {
        let texts = synthetic::synthetic(items);
        let inputs = memory::inputs(&texts);
        let built = pipeline::build(&inputs, &Theme::default(), None);
        let tree = built.expect("templates that work").tree;
        println!("| {items} {}", row(&tree.expect("a sound plan")));
    }
}

fn row(tree: &Tree) -> String {
    let mut pages = weights(tree);
    pages.sort_by_key(|page| page.html);
    let items: Vec<&Weight> = pages.iter().filter(|page| page.kind == "item").collect();
    let (median, most) = (items[items.len() / 2], items[items.len() - 1]);
    let largest = &pages[pages.len() - 1];
    format!(
        "| {} | {} | {} | {} | {} | {} | {} {} ({}) |",
        pages.len(),
        median.html,
        most.html,
        most.css,
        most.js,
        first_search(tree, WORDS),
        largest.html,
        largest.path,
        largest.kind,
    )
}
