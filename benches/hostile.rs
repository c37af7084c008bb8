//! How long texts of 1 MB take that are made to keep a reader busy, the checks
//! of what comes of them included: `cargo bench --bench hostile`, with part of
//! a target and a name to take those alone, and another size. What takes more
//! than a second is marked.
#![expect(clippy::disallowed_methods, reason = "a measurement asks the clock")]

#[path = "../tests/fuzz/targets/mod.rs"]
mod targets;

use std::time::{Duration, Instant};

use targets::large::{self, Large};

const SIZE: usize = 1 << 20;
const LONG: Duration = Duration::from_secs(1);

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|it| !it.starts_with("--"));
    let part = arguments.next().unwrap_or_default();
    let size = arguments
        .next()
        .map_or(SIZE, |size| size.parse().expect("bytes"));
    println!("| target | text | seconds | |");
    println!("|---|---|--:|---|");
    let is_meant = |large: &&Large| format!("{} {}", large.target, large.name).contains(&part);
    for large in large::ALL.iter().filter(is_meant) {
        let text = large.text(size);
        let begun = Instant::now();
        targets::named(large.target)(text.as_bytes());
        let took = begun.elapsed();
        let mark = if took > LONG { "too long" } else { "" };
        println!(
            "| {} | {} | {:.2} | {mark} |",
            large.target,
            large.name,
            took.as_secs_f64()
        );
    }
}
