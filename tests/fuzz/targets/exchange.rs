//! Files of other tools, imported into a plan that is empty.

use std::collections::BTreeSet;

use planwright::diagnostic::code;
use planwright::document::Document;
use planwright::exchange::import::table::{Options, Read};
use planwright::exchange::import::{self, Draft, Placed, Refusal, There};
use planwright::pipeline;
use planwright::plan::{Plan, can_be_id};
use planwright::source::SourceSet;

use super::findings;
use super::memory::{self, Texts};

pub fn csv(bytes: &[u8]) {
    table(bytes, import::csv::read);
}

pub fn xlsx(bytes: &[u8]) {
    table(bytes, import::xlsx::read);
}

pub fn json(bytes: &[u8]) {
    imported(|| import::json::read(bytes));
}

pub fn stratml(bytes: &[u8]) {
    imported(|| import::stratml::read(bytes));
}

pub fn outline(bytes: &[u8]) {
    for kind in [None, Some("action")] {
        imported(|| import::outline::read(bytes, kind));
        imported(|| import::opml::read(bytes, kind));
    }
}

fn table(bytes: &[u8], read: impl Fn(&[u8], &Options) -> Result<Read, Refusal>) {
    let of_actions = Options {
        kind: Some("action".to_owned()),
        day_first: Some(true),
        ..Options::default()
    };
    for options in [Options::default(), of_actions] {
        imported(|| read(bytes, &options).map(|read| read.draft));
    }
}

/// What an import writes has front matter without a fault, and the same import again changes nothing.
fn imported(read: impl Fn() -> Result<Draft, Refusal>) {
    let Ok(draft) = read() else { return };
    let mut texts = Texts::new();
    for change in place(draft, &texts).changes {
        assert_eq!(change.before, None, "nothing is there");
        texts.insert(change.to, change.after);
    }
    for (path, text) in &texts {
        inside(path);
        let sources = SourceSet::in_memory([(path, text)]);
        if sources.sources[0].is_markdown() {
            let (_, mut problems) = Document::read(&sources.sources[0]);
            problems.retain(|found| *found.code == code::INVALID_FRONT_MATTER);
            // All that a file of a megabyte says of one item may be more than is read.
            problems.retain(|found| !found.message.starts_with("there are more than"));
            assert_eq!(problems, [], "{path}: {text}");
        }
    }
    let inputs = memory::inputs(&texts);
    let mut problems = inputs.problems.iter();
    let is_of_value = problems.all(|found| *found.code == code::INVALID_VALUE);
    assert!(is_of_value, "{:?} of {texts:#?}", inputs.problems);
    findings(&inputs.sources, &pipeline::check(&inputs).diagnostics);
    let again = read().expect("it was read before");
    if are_told_apart(&again) {
        let changes = place(again, &texts).changes;
        assert_eq!(changes, [], "{texts:#?}");
    }
}

/// Whether each item has a title or an id that can be one, and no two have the
/// same kind and title, or the same id.
fn are_told_apart(draft: &Draft) -> bool {
    let mut seen = BTreeSet::new();
    let mut is_new = |name: String| seen.insert(name.to_lowercase());
    draft.items.iter().all(|item| {
        let is_new_id = item.id.as_ref().is_none_or(|id| is_new(id.clone()));
        let has_id = item.id.as_deref().is_some_and(can_be_id);
        let is_named = has_id || !item.title.trim().is_empty();
        is_named && is_new(format!("{} {}", item.kind, item.title)) && is_new_id
    })
}

/// What becomes of a draft in a plan of these texts.
fn place(draft: Draft, texts: &Texts) -> Placed {
    if texts.is_empty() {
        let settings = ("plan.toml".to_owned(), import::settings(&draft));
        let there = There {
            sources: &SourceSet::default(),
            config: &memory::inputs(&Texts::from([settings])).config,
            plan: &Plan::default(),
        };
        return import::place(draft, there);
    }
    let inputs = memory::inputs(texts);
    let checked = pipeline::check(&inputs);
    let there = There {
        sources: &inputs.sources,
        config: &inputs.config,
        plan: &checked.plan,
    };
    import::place(draft, there)
}

/// A path leads downward only.
#[track_caller]
fn inside(path: &str) {
    let fault = planwright::output::SitePath::new(path).err();
    assert_eq!(fault, None);
}
