//! The ways that the tests go: from a file to a plan, from a plan to a file.

use std::collections::BTreeMap;

use planwright::exchange::export;
use planwright::exchange::import::{self, Draft, Placed, There};
use planwright::pipeline::{self, Checked, Inputs};
use planwright::source::SourceSet;

use crate::support::memory;

/// The files of a plan, by path.
pub type Files = BTreeMap<String, String>;

/// The plan that is made of some files.
pub fn checked(files: &Files) -> (Inputs, Checked) {
    let inputs = memory::inputs(files);
    let checked = pipeline::check(&inputs);
    (inputs, checked)
}

/// What becomes of a draft in a plan.
pub fn place(draft: Draft, files: &Files) -> Placed {
    let (inputs, checked) = if files.is_empty() {
        let settings = Files::from([("plan.toml".to_owned(), import::settings(&draft))]);
        let mut there = checked(&settings);
        there.0.sources = SourceSet::default();
        there
    } else {
        checked(files)
    };
    let there = There {
        sources: &inputs.sources,
        config: &inputs.config,
        plan: &checked.plan,
    };
    import::place(draft, there)
}

/// The files with those of an import.
pub fn with(mut files: Files, placed: &Placed) -> Files {
    for change in &placed.changes {
        files.insert(change.to.clone(), change.after.clone());
    }
    files
}

/// A plan as StratML.
pub fn to_stratml(files: &Files, part: export::stratml::Part) -> export::stratml::Written {
    let (inputs, checked) = checked(files);
    let found: Vec<_> = checked
        .diagnostics
        .iter()
        .filter(|it| it.is_error())
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    export::stratml::write(checked.subject(&inputs), part).expect("the plan has goals")
}

/// A StratML document as a new plan.
pub fn from_stratml(text: &str) -> (Files, Placed) {
    let draft = import::stratml::read(text.as_bytes()).expect("it is StratML");
    let placed = place(draft, &Files::new());
    (with(Files::new(), &placed), placed)
}
