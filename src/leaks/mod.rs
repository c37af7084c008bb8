//! The second wall: hidden words, looked for in the bytes that are to be
//! published.
//!
//! An [`edition`](crate::edition) takes hidden things out before anything is
//! made of a plan. Here it is not believed that this has worked: every file
//! of the finished site is taken apart into what it says, and searched.

mod anyway;
mod finder;
mod packed;
mod said;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, code};
use crate::edition::{Secret, Secrets};
use crate::output::{Entry, SitePath, Tree};
use crate::site::Looks;

use finder::Finder;
use said::Said;

/// How many leaks are told.
const TOLD: usize = 50;

/// What of an edition's secrets stands in the files of its site.
pub fn find(tree: &Tree, secrets: &Secrets, edition: &str, looks: &Looks) -> Vec<Diagnostic> {
    let search = Search::of(secrets, looks);
    let files: Vec<_> = tree.iter().collect();
    let found: Vec<(&SitePath, Vec<&Secret>)> = files
        .into_par_iter()
        .filter_map(|(path, entry)| Some((path, entry.bytes()?)))
        .filter(|(path, bytes)| !is_of_theme(path, bytes, looks))
        .map(|(path, bytes)| (path, search.found_in(path, bytes)))
        .collect();
    let mut leaks: BTreeMap<&Secret, BTreeSet<&SitePath>> = BTreeMap::new();
    for (path, secrets) in found {
        for secret in secrets {
            leaks.entry(secret).or_default().insert(path);
        }
    }
    let told = leaks.iter().take(TOLD);
    let words = told.map(|(secret, paths)| words_found(secret, paths, edition));
    words.chain(copies(tree, secrets, edition)).collect()
}

/// What is looked for.
struct Search<'a> {
    ids: Finder<'a>,
    words: Finder<'a>,
}

impl<'a> Search<'a> {
    /// All secrets but those that are none: what the site says of whatever
    /// plan, and what a visible text says as well, unless it is a name.
    fn of(secrets: &'a Secrets, looks: &Looks) -> Self {
        let spoken = anyway::spoken(looks);
        let open = secrets.open.par_iter();
        let open: Vec<Said> = open.map(|text| Said::plainly(text)).collect();
        let mut search = Self {
            ids: Finder::of(&secrets.ids, |id| Some(id.words.to_lowercase())),
            words: Finder::of(&secrets.words, anyway::specific(&spoken, &open)),
        };
        let known = search.ids.found_in_all(&spoken, |said| &said.raw);
        search.ids.forget(&known, |_| true);
        for said in [spoken, anyway::beside(looks)] {
            let known = search.words.found_in_all(&said, |said| &said.folded);
            search.words.forget(&known, |_| true);
        }
        let known = search.words.found_in_all(&open, |said| &said.folded);
        search.words.forget(&known, |secret| !secret.is_name);
        search
    }

    fn found_in(&self, path: &SitePath, bytes: &[u8]) -> Vec<&'a Secret> {
        let mut found = Vec::new();
        for said in [Said::plainly(path.as_str()), Said::by(path, bytes)] {
            found.extend(self.ids.found_in(&said.raw));
            found.extend(self.words.found_in(&said.folded));
        }
        found
    }
}

/// Whether a file is the theme's own, to the byte.
fn is_of_theme(path: &SitePath, bytes: &[u8], looks: &Looks) -> bool {
    let name = path.as_str().strip_prefix("assets/");
    let own = name.and_then(|name| looks.theme.assets.get(name));
    own.is_some_and(|own| **own == *bytes)
}

fn words_found(secret: &Secret, paths: &BTreeSet<&SitePath>, edition: &str) -> Diagnostic {
    let words: String = secret.words.trim().chars().take(60).collect();
    let message = format!("the edition `{edition}` hides \u{201c}{words}\u{201d} and shows it");
    let mut found = Diagnostic::new(&code::LEAK, message);
    if let Some(place) = secret.place {
        found = found.at(place, "hidden here");
    }
    found.help(shown_in(paths)).help(
        "put the passage that says it between `::: audience …` and `:::`, \
         or mark the item or page that it stands in with an `audience`",
    )
}

fn shown_in(paths: &BTreeSet<&SitePath>) -> String {
    // Pages first: what is in a download stands on a page too.
    let all = paths.iter().map(|path| path.as_str());
    let (downloads, pages): (Vec<&str>, Vec<&str>) =
        all.partition(|path| path.starts_with("downloads/"));
    let named: Vec<&str> = pages.into_iter().chain(downloads).take(3).collect();
    let more = match paths.len() - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("it stands in {}{more} of the site", named.join(", "))
}

/// Hidden files that are in the site after all, under whatever name.
fn copies(tree: &Tree, secrets: &Secrets, edition: &str) -> Vec<Diagnostic> {
    let copy = |(path, entry): (&SitePath, &Entry)| {
        let bytes = entry.bytes().filter(|bytes| !bytes.is_empty())?;
        let mut hidden = secrets.files.iter();
        let (hidden, _) = hidden.find(|(_, hidden)| *hidden == bytes)?;
        let message = format!("the edition `{edition}` hides the file `{hidden}` and shows it");
        let found = Diagnostic::new(&code::LEAK, message);
        Some(found.help(shown_in(&BTreeSet::from([path]))))
    };
    tree.iter().filter_map(copy).collect()
}
