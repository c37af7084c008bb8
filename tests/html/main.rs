//! Whatever a text says, nothing in it can make a page run it.

#[path = "../support/mod.rs"]
mod support;
mod vectors;

use std::collections::BTreeSet;

use planwright::output::Entry;
use planwright::pipeline;
use planwright::theme::Theme;
use scraper::{ElementRef, Html, Selector};
use support::memory::{Texts, inputs};

/// The pages of a site whose texts hold every vector, by path.
fn pages(html: &str) -> Vec<(String, Html)> {
    let texts = vectors::plan(html);
    let tree = build(&texts);
    tree.into_iter()
        .filter(|(path, _)| path.strip_suffix(".html").is_some())
        .map(|(path, text)| (path, Html::parse_document(&text)))
        .collect()
}

/// The texts of a site, by path.
fn build(texts: &Texts) -> Vec<(String, String)> {
    let build = pipeline::build(&inputs(texts), &Theme::default(), None);
    let build = build.expect("templates that work");
    let errors = build.checked.diagnostics.iter();
    let errors: Vec<_> = errors.filter(|it| it.is_error()).collect();
    let tree = build.tree.unwrap_or_else(|| panic!("{errors:#?}"));
    let text = |entry: &Entry| {
        let bytes = entry.bytes().expect("nothing is kept in a clean build");
        String::from_utf8_lossy(bytes).into_owned()
    };
    tree.iter()
        .map(|(path, entry)| (path.to_string(), text(entry)))
        .collect()
}

/// What in a page could run, or fetch something from elsewhere.
fn faults(page: &Html) -> Vec<String> {
    let all = Selector::parse("*").expect("a selector");
    let faults = page.select(&all).filter(|it| is_fault(*it));
    faults.map(|it| it.html()).collect()
}

/// Elements that no page of ours has but where its frame puts them.
const STRANGE: [&str; 19] = [
    "applet",
    "base",
    "bgsound",
    "embed",
    "foreignObject",
    "frame",
    "frameset",
    "iframe",
    "image",
    "layer",
    "math",
    "noembed",
    "noframes",
    "object",
    "plaintext",
    "portal",
    "set",
    "template",
    "xmp",
];
/// Attributes that hold an address.
const ADDRESSES: [&str; 12] = [
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "ping",
    "poster",
    "src",
    "srcdoc",
    "srcset",
    "to",
];
/// The schemes of links.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

fn is_fault(element: ElementRef<'_>) -> bool {
    let (name, is_in_head) = (element.value().name(), within(element, "head"));
    let is_strange = STRANGE.contains(&name)
        || matches!(name, "script" | "style" | "link" | "meta") && !is_in_head
        || matches!(name, "noscript" | "script")
            && element.text().any(|text| text.contains("alert("));
    let is_loaded = matches!(
        name,
        "img" | "script" | "link" | "source" | "video" | "audio"
    );
    is_strange
        || element.value().attrs().any(|(attribute, value)| {
            let attribute = attribute.to_ascii_lowercase();
            let scheme = scheme(value);
            let is_far = scheme.is_some() || value.trim_start().starts_with(['/', '\\']);
            attribute.starts_with("on")
                || attribute == "style"
                || ADDRESSES.contains(&&*attribute)
                    && (is_loaded && is_far
                        || scheme.is_some_and(|it| !SCHEMES.contains(&it.as_str())))
        })
}

fn within(element: ElementRef<'_>, name: &str) -> bool {
    let mut above = element.ancestors().filter_map(ElementRef::wrap);
    above.any(|it| it.value().name() == name)
}

/// The scheme of an address as a browser sees it.
fn scheme(address: &str) -> Option<String> {
    let seen = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    let start: String = seen.take_while(|c| !"/?#".contains(*c)).collect();
    let (scheme, _) = start.split_once(':')?;
    Some(scheme.to_ascii_lowercase())
}

/// The elements around the text of a page, which no text can change.
fn frame(page: &Html) -> Vec<String> {
    let outer = Selector::parse("body > *").expect("a selector");
    page.select(&outer)
        .map(|it| it.value().name().to_owned())
        .collect()
}

#[test]
fn there_are_many_vectors_and_each_has_its_name() {
    let all = vectors::all();
    let names: BTreeSet<&str> = all.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names.len(), all.len());
    assert!(all.len() > 250, "{}", all.len());
}

#[test]
fn nothing_of_a_text_runs_where_html_is_cleaned_or_shown() {
    for html in ["sanitize", "escape"] {
        let found: Vec<_> = pages(html)
            .iter()
            .map(|(path, page)| (path.clone(), faults(page)))
            .filter(|(_, faults)| !faults.is_empty())
            .collect();
        assert!(found.is_empty(), "{html}: {found:#?}");
    }
}

#[test]
fn what_runs_would_be_seen() {
    for (path, page) in pages("allow") {
        if path.starts_with("actions/x1.html") {
            assert_eq!(faults(&page), ["<script>alert(1)</script>"]);
        }
    }
}

#[test]
fn no_text_breaks_out_of_its_place() {
    for html in ["sanitize", "escape", "allow"] {
        for (path, page) in pages(html) {
            let frame = frame(&page);
            let is_whole = frame.is_empty() || frame == ["a", "header", "main", "footer"];
            assert!(is_whole, "{html}, {path}: {frame:?}");
        }
    }
}
