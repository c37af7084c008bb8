//! The pieces that the browser loads. Browsers fetch no data from a folder,
//! so each piece is a script that hands its data over.
//!
//! The pieces of a kind are named after what is in them: a page that changes
//! renames few, and no cache mixes old ones with new.

use std::fmt::Write as _;

use serde::Serialize;

use crate::output::{Entry, SitePath, view_hash};
use crate::site::address;

use super::entries::{EntryGroup, Findable};
use super::postings::Postings;

/// A piece of the index is cut where a word's hash says so, so that an edit
/// moves no cut but its own; never before this many bytes …
const LEAST: usize = 8_000;

/// … and never after this many, unless a word alone has more.
const MOST: usize = 20_000;

/// One word in so many may begin a piece.
const CUTS: u128 = 128;

/// Entries of a piece.
pub(super) const SHELF: u32 = 16;

/// A piece: its name and its file.
pub(super) type Piece = (String, (SitePath, Entry));

/// A piece of that name.
pub(super) fn named(name: &str, json: &str) -> (SitePath, Entry) {
    let script = format!("planwrightSearch.take(\"{name}\", {json});\n");
    let path = address::search_piece(name);
    (path, Entry::new(script.into_bytes()))
}

/// A piece named after its content.
pub(super) fn hashed(prefix: char, json: &str) -> Piece {
    let hash = view_hash(json);
    let name = format!("{prefix}{:010x}", hash & 0xff_ffff_ffff);
    let file = named(&name, json);
    (name, file)
}

/// The index in pieces, each with its first word.
pub(super) fn of_words<'e>(words: &[Postings<'e>]) -> Vec<(&'e str, Piece)> {
    let mut pieces = Vec::new();
    let mut json = String::new();
    let mut first = "";
    for word in words {
        let entry = format!("{}:{}", to_json(word.word), to_json(&word.coded()));
        let cut = json.len() >= LEAST && view_hash(word.word).is_multiple_of(CUTS);
        if cut || json.len() + entry.len() > MOST && !json.is_empty() {
            pieces.push((first, hashed('w', &format!("{{{json}}}"))));
            json.clear();
        }
        let separator = if json.is_empty() {
            first = word.word;
            ""
        } else {
            ",\n"
        };
        let _ = write!(json, "{separator}{entry}");
    }
    if !json.is_empty() {
        pieces.push((first, hashed('w', &format!("{{{json}}}"))));
    }
    pieces
}

/// The entries in pieces of [`SHELF`], each with its number.
pub(super) fn of_entries(
    groups: &[EntryGroup],
    statuses: &[(String, String)],
) -> Vec<(u32, Piece)> {
    let mut pieces = Vec::new();
    for group in groups {
        for entries in group.entries.chunks(SHELF as usize) {
            let number = entries[0].number / SHELF;
            let rows: Vec<String> = entries.iter().map(|it| row(it, statuses)).collect();
            pieces.push((number, hashed('e', &format!("[{}]", rows.join(",\n")))));
        }
    }
    pieces
}

/// `[href, id, title, status, owner, about, tags]`, the empty end left out.
fn row(entry: &Findable, statuses: &[(String, String)]) -> String {
    let status = entry.status.as_ref();
    let status = status.and_then(|status| statuses.iter().position(|it| it == status));
    let mut cells = vec![
        to_json(entry.page.as_str()),
        to_json(&entry.id),
        to_json(&entry.title),
        status.map_or("\"\"".to_owned(), |status| status.to_string()),
        to_json(entry.owner.as_deref().unwrap_or_default()),
        to_json(&entry.about),
        to_json(&entry.tags.join(", ")),
    ];
    while cells.last().is_some_and(|cell| cell == "\"\"") {
        cells.pop();
    }
    format!("[{}]", cells.join(","))
}

/// JSON of what is no map with keys of its own.
pub(super) fn to_json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("text and numbers, which JSON has")
}
