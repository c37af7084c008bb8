//! Whole plans, from their files to the files of their sites.

use std::path::{Component, Path};
use std::sync::LazyLock;

use planwright::document::{Document, RawHtml};
use planwright::output::Tree;
use planwright::pipeline;
use planwright::site::Looks;
use planwright::source::SourceSet;
use planwright::theme::Theme;

use super::crawl::{self, Files};
use super::findings;
use super::memory::{self, Texts};

/// What stands before the path of a file, at the start of a line.
const MARK: &str = "=== ";

/// How often mending may find more to mend.
const ROUNDS: usize = 5;

static LOOKS: LazyLock<Looks> =
    LazyLock::new(|| Looks::new(Theme::default(), "en").expect("templates that work"));

pub fn whole(bytes: &[u8]) {
    site(&texts(&super::text(bytes)));
}

/// The files of a plan in one text: a line with a mark and a path before each.
fn texts(text: &str) -> Texts {
    let mut texts = Texts::new();
    let mut path = "index.md".to_owned();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(MARK) {
            Some(next) => next.trim_end_matches(['\r', '\n']).clone_into(&mut path),
            None if can_be(&path) => texts.entry(path.clone()).or_default().push_str(line),
            None => {}
        }
    }
    texts
}

/// Whether a text of that path can lie in a plan's folder.
fn can_be(path: &str) -> bool {
    let mut parts = path.split('/');
    let is_named =
        parts.all(|part| !(part.is_empty() || part.starts_with('.') || part.len() > 250));
    let ending = Path::new(path).extension().unwrap_or_default();
    is_named && !path.contains('\0') && (ending == "md" || ending == "csv" || path == "plan.toml")
}

/// Checks a plan, mends it, leaves out what cannot be mended, and makes its
/// site twice.
pub fn site(texts: &Texts) {
    let mut texts = texts.clone();
    texts.retain(|_, text| !holds_html(text));
    mend(&mut texts);
    let Some(tree) = make(&mut texts) else { return };
    for (path, _) in tree.iter() {
        let mut parts = Path::new(path.as_str()).components();
        assert!(parts.all(|part| matches!(part, Component::Normal(_))));
    }
    let mut files = files(&tree);
    files.remove("404.html"); // its links count from where the site is
    let wrong = crawl::crawl_files(&files);
    assert!(wrong.is_empty(), "{wrong:#?} of {texts:#?}");
    let again = make(&mut texts).expect("it was made before");
    for (path, bytes) in &self::files(&again) {
        let before = files.get(path);
        assert!(
            before.is_none_or(|before| before == bytes),
            "{path} of {texts:#?}"
        );
    }
    assert_eq!(again.len(), tree.len());
}

/// Whether a text holds HTML of its own: nobody follows where that leads, and it
/// need not be well-formed.
fn holds_html(text: &str) -> bool {
    let sources = SourceSet::in_memory([("a.md", text)]);
    Document::read(&sources.sources[0]).0.raw_html == RawHtml::Some
}

/// Mends what can be mended; there is an end to it.
fn mend(texts: &mut Texts) {
    for _ in 0..ROUNDS {
        let inputs = memory::inputs(texts);
        let found = pipeline::check(&inputs).diagnostics;
        let mended = findings(&inputs.sources, &found);
        if mended.is_empty() {
            return;
        }
        texts.extend(mended);
    }
    panic!("mending goes on and on: {texts:#?}");
}

/// The site of those texts that are sound; none where the settings are not.
fn make(texts: &mut Texts) -> Option<Tree> {
    loop {
        let inputs = memory::inputs(texts);
        let checked = pipeline::check(&inputs);
        let errors = checked.diagnostics.iter().filter(|found| found.is_error());
        let places = errors.filter_map(|found| found.primary.as_ref());
        let faulty: Vec<String> = places
            .map(|label| inputs.sources.source(label.span.source).path.to_string())
            .collect();
        if checked.is_sound() {
            let own;
            let looks = match inputs.config.language.as_str() {
                "en" => &*LOOKS,
                language => {
                    own = Looks::new(Theme::default(), language).expect("templates that work");
                    &own
                }
            };
            // Where a plan lets two pages have one address, none is made.
            return pipeline::make(checked, &inputs, looks, None).ok()?.tree;
        }
        let before = texts.len();
        texts.retain(|path, _| !faulty.contains(path));
        if texts.len() == before {
            return None;
        }
    }
}

fn files(tree: &Tree) -> Files {
    let files = tree.iter().map(|(path, entry)| {
        let bytes = entry.bytes().expect("nothing was there to keep");
        (path.to_string(), bytes.to_vec())
    });
    files.collect()
}
