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
mod pieces;
mod postings;
mod said;
mod vocabulary;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::output::{Entry, SitePath};

use super::address;
use super::context::Context;
use super::frame::Frame;
use super::pages::Page;
use super::pieces::Pen;

pub use said::said;
pub use words::fold;

use entries::{EntryGroup, Findable};
use pieces::{Piece, hashed, to_json};
use postings::{Postings, gaps};

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

/// All pieces of the index.
pub(super) fn files(context: &Context<'_>) -> Vec<(SitePath, Entry)> {
    let groups = entries::all(context);
    let words = postings::all(&groups);
    let statuses = statuses(&groups);
    let of_words = pieces::of_words(&words);
    let of_entries = pieces::of_entries(&groups, &statuses);
    let vocabulary = hashed('v', &to_json(&vocabulary(&words)));
    let filters = hashed('f', &filters(&groups));
    let index = Index {
        count: groups.iter().map(|group| group.entries.len()).sum(),
        shelf: pieces::SHELF,
        kinds: groups
            .iter()
            .map(|group| (group.label.as_str(), group.first, group.entries.len()))
            .collect(),
        words: list(of_words.iter().map(|(word, piece)| (*word, piece))),
        entries: list(of_entries.iter().map(|(number, piece)| (number, piece))),
        vocabulary: &vocabulary.0,
        filters: &filters.0,
        statuses: &statuses,
        say: say(context),
    };
    let mut files = vec![pieces::named("index", &to_json(&index))];
    let of_words = of_words.into_iter().map(|(_, piece)| piece);
    let of_entries = of_entries.into_iter().map(|(_, piece)| piece);
    let all = of_words.chain(of_entries).chain([vocabulary, filters]);
    // Pieces of one name are of one content.
    let all: BTreeMap<String, (SitePath, Entry)> = all.collect();
    files.extend(all.into_values());
    files
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

/// The states that entries have, by label.
fn statuses(groups: &[EntryGroup]) -> Vec<(String, String)> {
    let entries = groups.iter().flat_map(|group| &group.entries);
    let all: BTreeSet<_> = entries.filter_map(|entry| entry.status.clone()).collect();
    all.into_iter().collect()
}

/// The words that stand in titles, tags and owners and then those that stand
/// in most texts, sorted. Ids and numbers are not among them: those nearest
/// to one are others.
fn vocabulary(words: &[Postings<'_>]) -> String {
    let is_word =
        |word: &str| word.chars().count() >= SHORTEST && !word.chars().any(char::is_numeric);
    let mut known: Vec<&Postings<'_>> = words.iter().filter(|it| is_word(it.word)).collect();
    known.sort_by_key(|it| (!it.is_named(), usize::MAX - it.uses()));
    known.truncate(VOCABULARY);
    let mut known: Vec<&str> = known.into_iter().map(|it| it.word).collect();
    known.sort_unstable();
    vocabulary::front_coded(known)
}

/// The numbers of the entries of each state, owner and team.
fn filters(groups: &[EntryGroup]) -> String {
    let by = |value: fn(&Findable) -> Option<&String>| {
        let mut lists: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for entry in groups.iter().flat_map(|group| &group.entries) {
            if let Some(value) = value(entry) {
                lists.entry(value).or_default().push(entry.number);
            }
        }
        let lists = lists.into_iter();
        let lists: Vec<(&str, String)> = lists.map(|(value, all)| (value, gaps(&all))).collect();
        to_json(&lists)
    };
    format!(
        "{{\"status\":{},\n\"owner\":{},\n\"team\":{}}}",
        by(|entry| entry.status.as_ref().map(|(_, label)| label)),
        by(|entry| entry.owner.as_ref()),
        by(|entry| entry.team.as_ref()),
    )
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
