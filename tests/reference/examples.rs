//! The examples of the pages, tried.

use planwright::diagnostic::{Severity, Style, short};
use planwright::pipeline;

use crate::page::{Fence, Page};
use crate::support::memory::{self, Texts};

pub const FORMAT: &str = "src/reference/format.md";
pub const SETTINGS: &str = "src/reference/settings.md";

/// What breaks or bothers in a plan, a line each.
pub fn findings(files: &Texts) -> Vec<String> {
    let mut inputs = memory::inputs(files);
    for image in ["assets/logo.svg", "assets/map.svg", "assets/card.png"] {
        inputs.sources = inputs.sources.with_attachment(image, b"<svg/>");
    }
    let found = pipeline::check(&inputs).diagnostics;
    let found = found.iter().filter(|it| it.severity >= Severity::Warn);
    found
        .map(|it| short::render(it, &inputs.sources, &Style::default()))
        .collect()
}

/// The path and the text of an example. YAML alone is front matter.
pub fn example(fence: &Fence) -> Option<(String, String)> {
    let text = match fence.language.as_str() {
        "yaml" => format!("---\n{}---\n", fence.text),
        _ => fence.text.clone(),
    };
    Some((fence.path.clone()?, text))
}

/// The plan that the examples of the format make together; those of one file
/// follow one another.
pub fn plan() -> Texts {
    let mut files = Texts::new();
    for (path, text) in Page::of(FORMAT).fences.iter().filter_map(example) {
        files.entry(path).or_default().push_str(&text);
    }
    files
}

#[test]
fn the_examples_of_the_format_make_a_sound_plan() {
    let files = plan();
    assert!(files.len() >= 20, "{} examples were found", files.len());
    assert_eq!(findings(&files), [""; 0]);
}

#[test]
fn the_examples_of_the_settings_are_read() {
    let fences = Page::of(SETTINGS).fences;
    assert!(fences.len() > 2, "{} examples were found", fences.len());
    for fence in fences {
        let others = ["how-we-work.md", "communication/news.md", "ideas/one.md"];
        let mut files: Texts = others
            .map(|path| (path.to_owned(), "# A page\n".to_owned()))
            .into();
        files.insert("plan.toml".to_owned(), fence.text.clone());
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
    for Fence {
        language,
        path,
        text,
    } in Page::of(FORMAT).fences
    {
        assert!(path.is_some() || language == "text", "not tried:\n{text}");
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
