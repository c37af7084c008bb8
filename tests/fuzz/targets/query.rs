//! An expression, compiled and asked of each item of a plan, and the block of a
//! text that holds it.

use std::sync::LazyLock;

use planwright::document::{Document, Form};
use planwright::pipeline::{self, Checked, Inputs};
use planwright::plan::ItemIx;
use planwright::query::{Facts, Language, Problem, Quadrants, Run, View};
use planwright::source::SourceSet;

use super::{findings, lies_in, memory, plan, text};

static PLAN: LazyLock<(Inputs, Checked)> = LazyLock::new(|| {
    let inputs = memory::inputs(&plan::texts());
    let checked = pipeline::check(&inputs);
    (inputs, checked)
});

pub fn query(bytes: &[u8]) {
    let text = text(bytes);
    let (inputs, checked) = &*PLAN;
    let facts = Facts {
        plan: &checked.plan,
        trace: &checked.trace,
        config: &inputs.config,
        today: inputs.today,
    };
    let language = Language::of(&inputs.config);
    match language.compile(&text) {
        Ok(expression) => {
            let items = (0..checked.plan.items.len()).map(ItemIx);
            let (held, failed) = Run::new(&expression, &language, facts).among(items);
            let failed = failed.map_or(0, |(.., number)| number);
            assert!(held.len() + failed <= checked.plan.items.len());
        }
        Err(fault) => assert!(text.get(fault.at.clone()).is_some(), "{fault:?}"),
    }
    for word in ["plan", "swot", "impact-effort"] {
        block(&format!("- ```{word}\n  {text}\n  ```\n"), &language, facts);
    }
}

/// The blocks of a text, read and filled.
fn block(text: &str, language: &Language, facts: Facts<'_>) {
    let sources = SourceSet::in_memory([("a.md", text)]);
    let source = &sources.sources[0];
    let (document, _) = Document::read(source);
    for block in &document.views {
        if block.form != Form::View {
            let (_, found) = Quadrants::read(block);
            findings(&sources, &found);
            continue;
        }
        let (view, problems) = View::read(block, language, facts.config);
        for problem in problems {
            match problem {
                Problem::Setting(found) => drop(findings(&sources, &[*found])),
                Problem::Expression(text, fault) => {
                    lies_in(&source.text, text.span);
                    assert!(text.get(fault.at.clone()).is_some(), "{fault:?}");
                }
            }
        }
        let selected = view.select(language, facts);
        let shown: usize = selected.groups.iter().map(|group| group.items.len()).sum();
        assert_eq!(shown + selected.hidden, selected.count);
        assert!(shown <= view.limit);
    }
}
