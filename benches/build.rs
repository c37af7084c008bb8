//! What a build costs, from texts in memory to pages in memory.
//!
//! `cargo bench` compares plans of 100, 1,000 and 10,000 items; add a name to
//! run one of them: `cargo bench -- render`.

#[path = "../tests/support/memory.rs"]
mod memory;
#[path = "../tests/support/synthetic.rs"]
mod synthetic;

use std::collections::BTreeMap;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use planwright::config::DOWNLOADS;
use planwright::exchange::export::Format;
use planwright::locale::Locale;
use planwright::output::Delta;
use planwright::pipeline::{self, Inputs};
use planwright::theme::Theme;
use planwright::trace::Trace;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// Reading, tracing and checking.
#[divan::bench(args = SIZES, max_time = 10)]
fn check(bencher: Bencher<'_, '_>, items: usize) {
    let texts = synthetic::synthetic(items);
    let inputs = memory::inputs(&texts);
    bencher
        .counter(ItemsCount::new(items))
        .bench(|| pipeline::check(black_box(&inputs)));
}

/// What follows from a plan that is read.
#[divan::bench(args = SIZES, max_time = 10)]
fn trace(bencher: Bencher<'_, '_>, items: usize) {
    let texts = synthetic::synthetic(items);
    let inputs = memory::inputs(&texts);
    let checked = pipeline::check(&inputs);
    bencher
        .counter(ItemsCount::new(items))
        .bench(|| Trace::of(black_box(&checked.plan), &inputs.config, inputs.today));
}

/// A plan of 10,000 items in the format of another tool, on one core.
#[divan::bench(args = DOWNLOADS, max_time = 10)]
fn export(bencher: Bencher<'_, '_>, format: &str) {
    let texts = synthetic::synthetic(10_000);
    let inputs = memory::inputs(&texts);
    let checked = pipeline::check(&inputs);
    let (locale, _) = Locale::new("en", &BTreeMap::new());
    let mut formats = Format::ALL.into_iter();
    let format = formats.find(|it| it.name() == format).expect("a format");
    bencher.bench(|| {
        let made = format.make(checked.subject(black_box(&inputs)), &locale, "../");
        made.expect("the plan fits").whole().packed()
    });
}

/// The rules alone, over a plan that is read and traced, on one core.
#[divan::bench(args = SIZES, max_time = 10)]
fn rules(bencher: Bencher<'_, '_>, items: usize) {
    let texts = synthetic::synthetic(items);
    judged(bencher, &memory::inputs(&texts), items);
}

/// The rules over a plan in which each item has faults, on one core.
#[divan::bench(args = [1_000, 10_000, 100_000], max_time = 20)]
fn rules_of_faults(bencher: Bencher<'_, '_>, items: usize) {
    let texts = synthetic::faulty(items);
    judged(bencher, &memory::inputs(&texts), items);
}

fn judged(bencher: Bencher<'_, '_>, inputs: &Inputs, items: usize) {
    let checked = pipeline::check(inputs);
    bencher
        .counter(ItemsCount::new(items))
        .bench(|| planwright::check::check(checked.subject(black_box(inputs)), Vec::new()));
}

/// All of it, with every page rendered.
#[divan::bench(args = SIZES, max_time = 20)]
fn render(bencher: Bencher<'_, '_>, items: usize) {
    let texts = synthetic::synthetic(items);
    let (inputs, theme) = (memory::inputs(&texts), Theme::default());
    bencher
        .counter(ItemsCount::new(items))
        .bench(|| pipeline::build(black_box(&inputs), &theme, None));
}

/// All of it once more, with nothing changed since the last time.
#[divan::bench(args = SIZES, max_time = 20)]
fn render_again(bencher: Bencher<'_, '_>, items: usize) {
    let texts = synthetic::synthetic(items);
    let (inputs, theme) = (memory::inputs(&texts), Theme::default());
    let built = pipeline::build(&inputs, &theme, None).expect("templates that work");
    let tree = built.tree.expect("a sound plan");
    let last = Delta::between(None, &tree, theme.fingerprint()).next;
    bencher
        .counter(ItemsCount::new(items))
        .bench(|| pipeline::build(black_box(&inputs), &theme, Some(&last)));
}

/// An edition that shows every second item, searched for what it hides.
#[divan::bench(args = SIZES, max_time = 20)]
fn edition(bencher: Bencher<'_, '_>, items: usize) {
    let mut texts = synthetic::synthetic(items);
    let settings = texts.get_mut("plan.toml").expect("settings");
    settings.push_str(
        "\n[audiences]\norder = [\"public\", \"board\"]\n\n[editions.public]\naudience = \"public\"\n",
    );
    let items_of = texts.values_mut().filter(|text| text.contains("\nid: "));
    for text in items_of.step_by(2) {
        *text = text.replacen("\nid: ", "\naudience: public\nid: ", 1);
    }
    let (mut inputs, theme) = (memory::inputs(&texts), Theme::default());
    inputs.imprint.edition = Some("public".to_owned());
    bencher.counter(ItemsCount::new(items)).bench(|| {
        let build = pipeline::build(black_box(&inputs), &theme, None).expect("templates that work");
        assert!(build.tree.is_some(), "{:#?}", build.checked.diagnostics);
    });
}
