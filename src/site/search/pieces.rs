//! The pieces that the browser loads. Browsers fetch no data from a folder,
//! so each piece is a script that hands its data over.
//!
//! The pieces of a kind are named after what is in them: a page that changes
//! renames few, and no cache mixes old ones with new.

use rayon::prelude::*;
use serde::Serialize;

use crate::output::{Entry, SitePath, Take, view_hash};
use crate::site::address;

use super::entries::Findable;
use super::postings::Word;

/// A piece of the index is cut where a word's hash says so, so that an edit
/// moves no cut but its own; never before this many bytes …
const LEAST: usize = 8_000;

/// … and never after this many, unless a word alone has more.
const MOST: usize = 20_000;

/// One word in so many may begin a piece.
const CUTS: u128 = 128;

/// Entries of a piece.
pub(super) const SHELF: u32 = 16;

/// What stands between the entries of a piece.
const BETWEEN: &str = ",\n";

/// A piece: its name and its file.
pub(super) type Piece = (String, (SitePath, Entry));

/// A piece of that name.
pub(super) fn named(name: &str, json: &str, way: &dyn Take) -> (SitePath, Entry) {
    let script = format!("planwrightSearch.take(\"{name}\", {json});\n");
    let path = address::search_piece(name);
    let entry = way.take(&path, Entry::new(script.into_bytes()));
    (path, entry)
}

/// A piece named after its content.
pub(super) fn hashed(prefix: char, json: &str, way: &dyn Take) -> Piece {
    let hash = view_hash(json);
    let name = format!("{prefix}{:010x}", hash & 0xff_ffff_ffff);
    let file = named(&name, json, way);
    (name, file)
}

/// The index in pieces, each with its first word.
pub(super) fn of_words<'w>(words: &'w [Word], way: &dyn Take) -> Vec<(&'w str, Piece)> {
    let coded = words.par_iter().map(|(word, postings)| {
        let entry = format!("{}:{}", to_json(word), to_json(&postings.coded()));
        (&**word, entry)
    });
    let coded: Vec<(&str, String)> = coded.collect();
    let pieces = cut(&coded).into_par_iter().map(|piece| {
        let entries: Vec<&str> = piece.iter().map(|(_, entry)| &**entry).collect();
        let json = format!("{{{}}}", entries.join(BETWEEN));
        (piece[0].0, hashed('w', &json, way))
    });
    pieces.collect()
}

/// Cuts words into those of each piece.
fn cut<'c, 'w>(coded: &'c [(&'w str, String)]) -> Vec<&'c [(&'w str, String)]> {
    let mut pieces = Vec::new();
    let (mut from, mut len) = (0, 0);
    for (at, (word, entry)) in coded.iter().enumerate() {
        let may = len >= LEAST && view_hash(*word).is_multiple_of(CUTS);
        if may || len > 0 && len + entry.len() > MOST {
            pieces.push(&coded[from..at]);
            (from, len) = (at, 0);
        }
        len += entry.len() + if len > 0 { BETWEEN.len() } else { 0 };
    }
    if from < coded.len() {
        pieces.push(&coded[from..]);
    }
    pieces
}

/// Some entries, as they are shown.
pub(super) fn of_entries(rows: &[String], way: &dyn Take) -> Piece {
    hashed('e', &format!("[{}]", rows.join(BETWEEN)), way)
}

/// `[href, id, title, status, owner, about, tags]`, the empty end left out.
pub(super) fn row(entry: &Findable, statuses: &[(String, String)]) -> String {
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
