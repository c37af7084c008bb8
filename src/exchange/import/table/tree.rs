//! From entries to a draft: who stands below whom, and what that makes them.

use std::collections::BTreeMap;

use super::super::{Datum, Draft, DraftItem, Loss};
use super::columns::rank;
use super::entry::{Entry, Reference};
use super::heading::folded;
use super::number;

/// The kinds of levels from the top, by how many there are.
pub(in crate::exchange::import) fn kinds_of(levels: usize) -> &'static [&'static str] {
    match levels {
        0 | 1 => &["action"],
        2 => &["goal", "strategy"],
        3 => &["goal", "strategy", "action"],
        _ => &["goal", "objective", "strategy", "action"],
    }
}

/// Gives a kind to the entries of a sheet that have none, by how deep they
/// stand.
pub(in crate::exchange::import) fn give_kinds(entries: &mut [Entry], kinds: &[&'static str]) {
    let levels = entries
        .iter()
        .filter(|it| it.kind.is_none())
        .map(|it| it.depth + 1)
        .max();
    let by_count = kinds_of(levels.unwrap_or(0));
    let kinds = if kinds.is_empty() { by_count } else { kinds };
    for entry in entries {
        let last = kinds.len() - 1;
        entry.kind.get_or_insert(kinds[entry.depth.min(last)]);
    }
}

/// The draft that entries make.
pub(in crate::exchange::import) fn draft(mut entries: Vec<Entry>, mut losses: Vec<Loss>) -> Draft {
    let parents = resolve(&mut entries, &mut losses);
    let kinds = legalise(&mut entries, &parents, &mut losses);
    for entry in &mut entries {
        entry.finish(&mut losses);
    }
    name(&mut entries, &kinds, &mut losses);
    let items = entries.into_iter().zip(kinds).map(|(mut entry, kind)| {
        entry.text.fields.sort_kept();
        DraftItem {
            kind: kind.to_owned(),
            id: entry.number,
            title: entry.title,
            text: entry.text,
            place: entry.place,
        }
    });
    Draft {
        items: items.collect(),
        losses,
        ..Draft::default()
    }
}

/// Finds the entries that others name; those that stand above come first.
fn resolve(entries: &mut [Entry], losses: &mut Vec<Loss>) -> Vec<Vec<usize>> {
    let names = Names::of(entries);
    let mut parents: Vec<Vec<usize>> = entries
        .iter()
        .map(|it| it.above.into_iter().collect())
        .collect();
    for at in 0..entries.len() {
        for reference in std::mem::take(&mut entries[at].references) {
            let (found, lost) = names.find(&reference.words, at);
            for other in found {
                match reference.field {
                    "parent" if !parents[at].contains(&other) => parents[at].push(other),
                    "parent" => {}
                    field => entries[at].text.fields.add(field, Datum::Item(other)),
                }
            }
            say_lost(&mut entries[at], &reference, &lost, losses);
        }
    }
    parents
}

fn say_lost(entry: &mut Entry, reference: &Reference, lost: &[String], losses: &mut Vec<Loss>) {
    for words in lost {
        entry.keep(&reference.heading, words);
        losses.push(Loss {
            place: reference.place.clone(),
            what: format!(
                "no item is called `{words}`; kept as `{}`",
                reference.heading
            ),
        });
    }
}

/// Entries by what they are called.
struct Names(BTreeMap<String, Vec<usize>>);

impl Names {
    fn of(entries: &[Entry]) -> Self {
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut call = |name: String, at| names.entry(name).or_default().push(at);
        for (at, entry) in entries.iter().enumerate() {
            call(folded(&entry.title), at);
            if let Some(number) = &entry.number {
                call(folded(number), at);
                let kind = entry.kind.unwrap_or_default();
                call(folded(&format!("{kind} {number}")), at);
                call(folded(&format!("{number} {}", entry.title)), at);
                call(folded(&format!("{kind} {number} {}", entry.title)), at);
                if number.starts_with(|c: char| c.is_ascii_digit()) {
                    call(folded(&format!("{}{number}", letters(kind))), at);
                }
            }
        }
        Self(names)
    }

    /// The entries that words name, and the words that name none or several.
    fn find(&self, words: &str, from: usize) -> (Vec<usize>, Vec<String>) {
        if let Some(only) = self.only(words, from) {
            return (vec![only], Vec::new());
        }
        let (mut found, mut lost) = (Vec::new(), Vec::new());
        for part in words
            .split([',', ';', '\n'])
            .map(str::trim)
            .filter(|it| !it.is_empty())
        {
            match self.only(part, from) {
                Some(at) => found.push(at),
                None => lost.push(part.to_owned()),
            }
        }
        if found.is_empty() {
            lost = vec![words.split_whitespace().collect::<Vec<_>>().join(" ")];
        }
        (found, lost)
    }

    fn only(&self, words: &str, from: usize) -> Option<usize> {
        let known = |name: &str| {
            let mut all: Vec<usize> = self.0.get(&folded(name))?.clone();
            all.retain(|at| *at != from);
            all.dedup();
            (all.len() == 1).then(|| all[0])
        };
        known(words).or_else(|| {
            let split = number::split(words, true)?;
            known(&split.number).or_else(|| known(split.title))
        })
    }
}

/// Makes of each entry a kind that may stand where it stands, from the top
/// down, and writes the relations.
fn legalise(
    entries: &mut [Entry],
    parents: &[Vec<usize>],
    losses: &mut Vec<Loss>,
) -> Vec<&'static str> {
    let mut kinds: Vec<&'static str> = entries
        .iter()
        .map(|it| it.kind.unwrap_or("action"))
        .collect();
    let mut changed: BTreeMap<(usize, &str, &str, &str), Vec<usize>> = BTreeMap::new();
    let mut done = vec![false; entries.len()];
    for start in 0..entries.len() {
        let mut open = vec![start];
        while let Some(at) = open.last().copied() {
            let next = parents[at]
                .iter()
                .find(|it| !done[**it] && !open.contains(it));
            if let Some(next) = next {
                open.push(*next);
                continue;
            }
            open.pop();
            if std::mem::replace(&mut done[at], true) {
                continue;
            }
            if let Some(first) = parents[at].first() {
                let (was, above) = (kinds[at], kinds[*first]);
                if relation(was, above).is_none()
                    && let Some(instead) = instead(was, above)
                {
                    kinds[at] = instead;
                    let key = (entries[at].sheet, was, above, instead);
                    changed.entry(key).or_default().push(at);
                }
            }
        }
    }
    for at in 0..entries.len() {
        relate(at, &mut entries[at], &parents[at], &kinds, losses);
    }
    for ((_, was, above, instead), all) in changed {
        let place = entries[all[0]].place.clone();
        let count = all.len();
        let what = format!(
            "{count} of kind {was} right below a {above}, where none may stand: taken over as {instead}, this one the first"
        );
        losses.push(Loss { place, what });
    }
    kinds
}

/// Writes what an entry has to do with those above it.
fn relate(
    at: usize,
    entry: &mut Entry,
    parents: &[usize],
    kinds: &[&'static str],
    losses: &mut Vec<Loss>,
) {
    for parent in parents {
        let name = relation(kinds[at], kinds[*parent]).unwrap_or_else(|| {
            losses.push(Loss {
                place: entry.place.clone(),
                what: format!(
                    "a {} cannot stand below a {}; written as `relates_to`",
                    kinds[at], kinds[*parent]
                ),
            });
            "relates_to"
        });
        entry.text.fields.add(name, Datum::Item(*parent));
    }
}

/// The field by which one kind names another above it.
fn relation(kind: &str, above: &str) -> Option<&'static str> {
    match (kind, above) {
        ("measure", "goal" | "objective" | "strategy" | "action") => Some("measures"),
        ("risk", _) => Some("threatens"),
        ("contingency", "risk" | "action" | "strategy") => Some("answers"),
        ("objective" | "strategy", "goal")
        | ("strategy", "objective")
        | ("action", "strategy" | "objective" | "action" | "contingency")
        | ("milestone", "action") => Some("supports"),
        _ => None,
    }
}

/// What a kind becomes below another where it may not stand.
fn instead(kind: &str, above: &str) -> Option<&'static str> {
    if rank(kind)? > 4 {
        return None;
    }
    match above {
        "goal" if kind == "goal" => Some("objective"),
        "goal" | "objective" => Some("strategy"),
        "strategy" | "action" => Some("action"),
        _ => None,
    }
}

/// Makes ids of numbers.
fn name(entries: &mut [Entry], kinds: &[&'static str], losses: &mut Vec<Loss>) {
    for (entry, kind) in entries.iter_mut().zip(kinds) {
        let Some(number) = entry.number.take() else {
            continue;
        };
        let bare = number.trim().trim_end_matches(['.', ')', ':']);
        let id = if bare.starts_with(|c: char| c.is_ascii_digit()) {
            format!("{}{bare}", letters(kind))
        } else {
            bare.replace(char::is_whitespace, "-")
        };
        if id.len() < 40 && crate::plan::can_be_id(&id) {
            entry.number = Some(id);
        } else {
            entry.keep("Number", &number);
            losses.push(Loss {
                place: entry.place.clone(),
                what: format!("`{number}` cannot be an id; kept as `Number`"),
            });
        }
    }
}

/// What ids of a kind begin with.
fn letters(kind: &str) -> &'static str {
    match kind {
        "goal" => "G",
        "objective" => "O",
        "strategy" => "S",
        "milestone" => "MS",
        "measure" => "M",
        "risk" => "R",
        "contingency" => "C",
        _ => "A",
    }
}
