//! The messages of each language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use super::{numbers, own};
use crate::config::in_sentence;

static WORDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/locale/words");

/// The languages that are complete, English first.
pub const LANGUAGES: [&str; 5] = ["en", "de", "fr", "es", "ar"];

/// The built-in files of a language, by name.
pub fn built_in(language: &str) -> BTreeMap<String, &'static str> {
    let files = WORDS.get_dir(language).map(Dir::files);
    let texts = files.into_iter().flatten().filter_map(|file| {
        let name = file.path().file_name()?.to_string_lossy().into_owned();
        Some((name, file.contents_utf8()?))
    });
    texts.collect()
}

type Bundle = FluentBundle<FluentResource>;

/// All messages for a language: English beneath, its own, the theme's. Those
/// of the theme that cannot be said with what they are given are left out.
pub(super) fn bundle(
    tag: &str,
    language: &str,
    own: &BTreeMap<String, String>,
) -> (Bundle, Vec<String>) {
    let (bundle, mut problems) = together(tag, language, own);
    let mut sound = own.clone();
    for name in BTreeSet::from([language, tag]) {
        let Some(text) = own.get(name) else { continue };
        let (kept, wrong) = own::sayable(&bundle, text);
        problems.extend(wrong.iter().map(|it| format!("words/{name}.ftl: {it}")));
        sound.insert(name.to_owned(), kept);
    }
    if sound == *own {
        return (bundle, problems);
    }
    (together(tag, language, &sound).0, problems)
}

fn together(tag: &str, language: &str, own: &BTreeMap<String, String>) -> (Bundle, Vec<String>) {
    let id: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_formatter(Some(numbers::in_messages));
    let added = bundle.add_function("LOWER", lower);
    added.expect("the only function has a name of its own");
    for text in built_in("en").values() {
        bundle.add_resource_overriding(resource(text).0);
    }
    if language != "en" {
        for text in built_in(language).values() {
            bundle.add_resource_overriding(resource(text).0);
        }
    }
    let mut problems = Vec::new();
    let mut spoken = LANGUAGES.contains(&language);
    for name in [language, tag] {
        let Some(text) = own.get(name) else { continue };
        spoken = true;
        let (resource, wrong) = resource(text);
        problems.extend(wrong.map(|wrong| format!("words/{name}.ftl: {wrong}")));
        bundle.add_resource_overriding(resource);
        if tag == language {
            break;
        }
    }
    if !spoken {
        problems.push(format!(
            "there are no words in `{tag}`: the site's own words are English; \
             the theme's `words/{language}.ftl` can bring them"
        ));
    }
    (bundle, problems)
}

/// What messages can call: `LOWER($label)` is a label within a sentence, in
/// languages that write it with a small letter there.
fn lower<'a>(given: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match given {
        [FluentValue::String(label)] => in_sentence(label).into(),
        [other] => other.clone(),
        _ => FluentValue::Error,
    }
}

/// What could be read of a text, and the first thing that could not.
fn resource(text: &str) -> (FluentResource, Option<String>) {
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, None),
        Err((resource, wrong)) => {
            let said = wrong.first().map(|wrong| {
                let line = text[..wrong.pos.start.min(text.len())].lines().count();
                format!("line {line}: {wrong}")
            });
            (resource, said)
        }
    }
}

/// The ids of all messages: English has every one, a theme may add some.
pub(super) fn ids(tag: &str, own: &BTreeMap<String, String>) -> BTreeSet<String> {
    let own = own
        .iter()
        .filter(|(name, _)| tag.starts_with(name.as_str()));
    let own = own.map(|(_, text)| text.as_str());
    let texts = built_in("en").into_values().chain(own);
    texts
        .flat_map(|text| text.lines())
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .filter(|id| id.starts_with(|c: char| c.is_ascii_alphabetic()))
        .map(str::to_owned)
        .collect()
}
