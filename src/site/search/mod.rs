//! Search: a page of its own and, behind it, an index in pieces.
//!
//! The index is that of MiniSearch, made here and cut by word: a query loads
//! the pieces that hold its words, then the entries that it found.
//!
//! | file of `search/` | what is in it | loaded |
//! |---|---|---|
//! | `index.js` | which piece holds what; kinds, states, the words of the script | first |
//! | `w….js` | words with the entries they stand in | where a query's words are |
//! | `e….js` | entries as they are shown | for the hits shown |
//! | `v….js` | the words most used, against which a misspelt one is held | where a word is found nowhere |
//! | `f….js` | entries by state, owner and team | for the filters |

mod entries;
mod filters;
mod pieces;
mod postings;
mod said;
mod vocabulary;
mod words;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::output::{Entry, SitePath, Take};

use super::address;
use super::context::Context;
use super::frame::Frame;
use super::pages::Page;
use super::pieces::Pen;

pub use said::said;
pub use words::fold;

use filters::Filters;
use pieces::{Piece, SHELF, hashed, to_json};
use postings::{Word, Words};

/// The page of search.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SearchView {
    /// What stands around it.
    pub frame: Frame,
    /// The whole plan, for those whose browser runs no scripts.
    pub outline: Option<String>,
}

pub(super) fn pages<'a>(_: &Context<'a>) -> Vec<Page<'a>> {
    vec![Page::new("search.html", address::search(), view)]
}

fn view(pen: &Pen<'_, '_>) -> SearchView {
    let title = pen.context.locale.say("search-title");
    let has_items = !pen.context.subject.plan.items.is_empty();
    SearchView {
        frame: Frame::of(pen, "search", &title, &address::search()),
        outline: has_items.then(|| pen.href(&address::outline())),
    }
}

/// How many words a misspelt one is held against.
const VOCABULARY: usize = 8_000;

/// Words of fewer letters are not taken for misspelt.
const SHORTEST: usize = 4;

/// Entries that are read at a time, by one thread.
const SHARE: usize = 64 * SHELF as usize;

/// All pieces of the index, each of them taken as soon as it is made.
pub(super) fn files(context: &Context<'_>, way: &dyn Take) -> Vec<(SitePath, Entry)> {
    let groups = entries::all(context);
    let statuses = entries::statuses(context);
    let shares = groups.iter().flat_map(|group| {
        let entries = group.entries.chunks(SHARE);
        (group.first..).step_by(SHARE).zip(entries)
    });
    let shares: Vec<(u32, &[entries::Entry<'_>])> = shares.collect();
    let read = shares.into_par_iter().with_max_len(1);
    let read = read.map(|(first, entries)| Read::of(first, entries, (context, &statuses, way)));
    let read = read.reduce(Read::default, Read::and);
    let words = read.words.sorted();
    let of_words = pieces::of_words(&words, way);
    let vocabulary = hashed('v', &to_json(&vocabulary(&words)), way);
    let filters = hashed('f', &read.filters.to_json(), way);
    let index = Index {
        count: groups.iter().map(|group| group.entries.len()).sum(),
        shelf: SHELF,
        kinds: groups
            .iter()
            .map(|group| (group.label.as_str(), group.first, group.entries.len()))
            .collect(),
        words: list(of_words.iter().map(|(word, piece)| (*word, piece))),
        entries: list(read.pieces.iter().map(|(number, piece)| (number, piece))),
        vocabulary: &vocabulary.0,
        filters: &filters.0,
        statuses: &statuses,
        say: say(context),
    };
    let index = pieces::named("index", &to_json(&index), way);
    let of_words = of_words.into_iter().map(|(_, piece)| piece);
    let of_entries = read.pieces.into_iter().map(|(_, piece)| piece);
    let all = of_words.chain(of_entries).chain([vocabulary, filters]);
    all.map(|(_, file)| file).chain([index]).collect()
}

/// What was read of entries.
#[derive(Default)]
struct Read {
    words: Words,
    filters: Filters,
    /// What is shown of them, each piece with its number.
    pieces: Vec<(u32, Piece)>,
}

impl Read {
    fn of(
        first: u32,
        entries: &[entries::Entry<'_>],
        (context, statuses, way): (&Context<'_>, &[(String, String)], &dyn Take),
    ) -> Self {
        let mut read = Self::default();
        let shelves = (first..).step_by(SHELF as usize);
        for (first, shelf) in shelves.zip(entries.chunks(SHELF as usize)) {
            let rows = (first..).zip(shelf).map(|(number, entry)| {
                let entry = entry.found(context);
                read.words.read(number, &entry);
                read.filters.read(number, &entry);
                pieces::row(&entry, statuses)
            });
            let rows: Vec<String> = rows.collect();
            let piece = pieces::of_entries(&rows, way);
            read.pieces.push((first / SHELF, piece));
        }
        read
    }

    /// This and what was read of entries that follow.
    fn and(self, next: Self) -> Self {
        let mut pieces = self.pieces;
        pieces.extend(next.pieces);
        Self {
            words: self.words.and(next.words),
            filters: self.filters.and(next.filters),
            pieces,
        }
    }
}

/// What the browser reads first.
#[derive(Serialize)]
struct Index<'a> {
    /// How many entries there are.
    count: usize,
    /// How many entries are in a piece.
    shelf: u32,
    /// Label, first number and how many.
    kinds: Vec<(&'a str, u32, usize)>,
    /// `word piece word piece …`: the first word of each.
    words: String,
    /// `number piece …`: the number of the first entry by `shelf`.
    entries: String,
    vocabulary: &'a str,
    filters: &'a str,
    /// Class and label.
    statuses: &'a [(String, String)],
    /// What the script says.
    say: BTreeMap<&'static str, String>,
}

fn list<'p, K: std::fmt::Display>(pieces: impl Iterator<Item = (K, &'p Piece)>) -> String {
    let pairs: Vec<String> = pieces
        .map(|(key, (name, _))| format!("{key} {name}"))
        .collect();
    pairs.join(" ")
}

/// The words that stand in titles, tags and owners and then those that stand
/// in most texts, sorted. Ids and numbers are not among them: those nearest
/// to one are others.
fn vocabulary(words: &[Word]) -> String {
    let is_word =
        |word: &str| word.chars().count() >= SHORTEST && !word.chars().any(char::is_numeric);
    let known = words.iter().filter(|(word, _)| is_word(word));
    let mut known: Vec<&Word> = known.collect();
    known.sort_by_key(|(_, it)| (!it.is_named(), usize::MAX - it.uses()));
    known.truncate(VOCABULARY);
    let mut known: Vec<&str> = known.into_iter().map(|(word, _)| &**word).collect();
    known.sort_unstable();
    vocabulary::front_coded(known)
}

/// What the script says; it fills in what stands in braces.
fn say(context: &Context<'_>) -> BTreeMap<&'static str, String> {
    let say = |id: &str| context.locale.say(id);
    let with = |id: &str, name: &'static str| {
        let blank = format!("{{{name}}}");
        context.locale.say_with(id, [(name, blank.into())])
    };
    BTreeMap::from([
        ("found", with("search-found", "count")),
        ("none", say("search-none")),
        ("near", with("search-near", "words")),
        ("some", say("search-some")),
        ("begins", say("search-begins")),
        ("common", say("search-common")),
        ("all", say("search-all")),
        ("next", with("search-next", "count")),
    ])
}
