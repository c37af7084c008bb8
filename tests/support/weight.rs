//! What the pages of a site weigh, in uncompressed bytes.

use std::collections::BTreeMap;
use std::path::Path;

use planwright::output::{SitePath, Tree};

/// A page with what it weighs.
#[derive(Debug, Clone)]
pub struct Weight {
    /// Where it is.
    pub path: String,
    /// Its kind: what `data-page` says.
    pub kind: String,
    /// Its HTML.
    pub html: usize,
    /// The sheets that it loads.
    pub css: usize,
    /// The scripts that it loads.
    pub js: usize,
}

/// All pages of a site.
pub fn weights(tree: &Tree) -> Vec<Weight> {
    let sizes: BTreeMap<&str, usize> = tree
        .iter()
        .filter_map(|(path, entry)| Some((path.as_str(), entry.bytes()?.len())))
        .collect();
    let pages = tree.iter().filter(|(path, _)| {
        Path::new(path.as_str())
            .extension()
            .is_some_and(|it| it == "html")
    });
    pages
        .map(|(path, entry)| {
            let bytes = entry.bytes().expect("rendered");
            let html = std::str::from_utf8(bytes).expect("UTF-8");
            let loaded = |ending: &str| -> usize {
                let assets = loads(html).filter(|name| name.ends_with(ending));
                assets.filter_map(|name| sizes.get(name)).sum()
            };
            Weight {
                path: path.to_string(),
                kind: between(html, "data-page=\"", "\"").to_owned(),
                html: html.len(),
                css: loaded(".css"),
                js: loaded(".js"),
            }
        })
        .collect()
}

/// The assets that a page loads, from the site's first folder.
fn loads(html: &str) -> impl Iterator<Item = &str> {
    let head = between(html, "<head>", "</head>");
    let parts = head.split(['"']).filter(|part| part.contains("assets/"));
    parts.map(|part| part.trim_start_matches("../"))
}

fn between<'h>(html: &'h str, before: &str, after: &str) -> &'h str {
    let rest = html.split_once(before).map_or("", |(_, rest)| rest);
    rest.split_once(after).map_or("", |(it, _)| it)
}

/// The size of a file of the site.
pub fn size(tree: &Tree, path: &str) -> usize {
    let path = SitePath::new(path).expect("a path");
    let entry = tree.get(&path).expect("a file of the site");
    entry.bytes().map_or(0, |bytes| bytes.len())
}

/// What a first search loads at most: the library and the scripts, the index,
/// the words against which a misspelt one is held, the largest piece of words
/// for each of `words`, and the ten largest pieces of entries.
pub fn first_search(tree: &Tree, words: usize) -> usize {
    let scripts = [
        "search.css",
        "minisearch.js",
        "search-find.js",
        "search-show.js",
    ];
    let scripts = scripts
        .iter()
        .map(|name| size(tree, &format!("assets/{name}")));
    let pieces = |prefix: char, number: usize| -> usize {
        let all = tree.iter().filter(|(path, _)| {
            let name = path.as_str().strip_prefix("search/");
            name.is_some_and(|name| name.starts_with(prefix) && !name.starts_with("index"))
        });
        let mut sizes: Vec<usize> = all
            .filter_map(|(_, entry)| Some(entry.bytes()?.len()))
            .collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.into_iter().take(number).sum()
    };
    scripts.sum::<usize>()
        + size(tree, "search/index.js")
        + pieces('v', 1)
        + pieces('w', words)
        + pieces('e', 10)
}
