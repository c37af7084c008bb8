//! The examples of the pages, tried.

use std::collections::BTreeMap;

use planwright::config;
use planwright::diagnostic::{Severity, SourceId, Span, Style, short};
use planwright::pipeline::{self, Inputs};
use planwright::quantity::Date;
use planwright::source::SourceSet;
use planwright::value::{Table, parse_toml};

use crate::page::{Fence, Page};

pub const FORMAT: &str = "src/reference/format.md";
pub const SETTINGS: &str = "src/reference/settings.md";

/// Files of a plan by their paths.
pub type Files = BTreeMap<String, String>;

/// What breaks or bothers in a plan, a line each.
pub fn findings(files: &Files) -> Vec<String> {
    let sources = SourceSet::in_memory(files)
        .with_attachment("assets/map.svg", b"<svg/>")
        .with_attachment("assets/logo.svg", b"<svg/>");
    let (settings, mut problems) = match sources.by_path("plan.toml") {
        Some(source) => parse_toml(source.id, &source.text, 0),
        None => (Table::empty(Span::file(SourceId(0))), Vec::new()),
    };
    let (config, found) = config::read(&settings);
    problems.extend(found);
    let inputs = Inputs {
        sources,
        config,
        problems,
        today: Date::constant(2026, 11, 23),
    };
    let found = pipeline::check(&inputs).diagnostics;
    let found = found.iter().filter(|it| it.severity >= Severity::Warn);
    found
        .map(|it| short::render(it, &inputs.sources, &Style::default()))
        .collect()
}

/// The path and the text of an example. YAML alone is front matter.
fn example(fence: &Fence) -> Option<(String, String)> {
    let (language, path) = fence.info.split_once(" file=")?;
    let text = match language {
        "yaml" => format!("---\n{}---\n", fence.text),
        _ => fence.text.clone(),
    };
    Some((path.to_owned(), text))
}

/// The plan that the examples of the format make together; those of one file
/// follow one another.
pub fn plan() -> Files {
    let mut files = Files::new();
    for (path, text) in Page::of(FORMAT).fences.iter().filter_map(example) {
        files.entry(path).or_default().push_str(&text);
    }
    files
}

#[test]
fn the_examples_of_the_format_make_a_sound_plan() {
    let files = plan();
    assert!(files.len() > 20, "{} examples were found", files.len());
    assert_eq!(findings(&files), [""; 0]);
}

#[test]
fn the_examples_of_the_settings_are_read() {
    let fences = Page::of(SETTINGS).fences;
    assert!(fences.len() > 2, "{} examples were found", fences.len());
    for fence in fences {
        let (path, text) = example(&fence).expect("it names its file");
        let others = ["how-we-work.md", "communication/news.md", "ideas/one.md"];
        let mut files: Files = others
            .map(|path| (path.to_owned(), "# A page\n".to_owned()))
            .into();
        files.insert(path, text);
        assert_eq!(findings(&files), [""; 0], "{}", fence.text);
    }
}

#[test]
fn the_complete_file_has_every_key() {
    let page = Page::of(SETTINGS);
    let complete = &page.fences.last().expect("it is the last").text;
    for name in page.names("key of") {
        let is_set = complete
            .lines()
            .any(|line| line.split_once(" = ").is_some_and(|(key, _)| key == name));
        assert!(is_set, "{name} is missing");
    }
}

#[test]
fn no_example_is_left_out() {
    for path in [FORMAT, SETTINGS] {
        for fence in Page::of(path).fences {
            let is_tried = fence.info.contains(" file=") || fence.info == "text";
            assert!(is_tried, "{path}: ```{} is not tried", fence.info);
        }
    }
}

#[test]
fn an_example_that_is_wrong_would_be_seen() {
    let mut files = plan();
    files.insert(
        "actions/a99.md".to_owned(),
        "---\nonwer: x\n---\n".to_owned(),
    );
    let found = findings(&files);
    assert!(found.iter().any(|it| it.contains("onwer")), "{found:?}");
}
