//! Messages of a theme in place of built-in ones, tried before they are said.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::words::built_in;

/// A text without the messages that cannot be said with what the built-in
/// ones of their names are given, and what is wrong with those.
pub(super) fn sayable(bundle: &FluentBundle<FluentResource>, text: &str) -> (String, Vec<String>) {
    let mut kept = String::with_capacity(text.len());
    let mut wrong = Vec::new();
    for entry in entries(text) {
        match id(entry).and_then(|id| fault(bundle, id)) {
            Some(why) => wrong.push(why),
            None => kept.push_str(entry),
        }
    }
    (kept, wrong)
}

/// Why a message that has a built-in one of its name cannot be said.
fn fault(bundle: &FluentBundle<FluentResource>, id: &str) -> Option<String> {
    let given = given(id)?;
    let arguments: FluentArgs<'_> = given.iter().map(|name| (name.as_str(), 1)).collect();
    let Some(pattern) = bundle.get_message(id).and_then(|it| it.value()) else {
        return Some(format!("the message `{id}` says nothing"));
    };
    let mut wrong = Vec::new();
    bundle.format_pattern(pattern, Some(&arguments), &mut wrong);
    let wrong = wrong.first()?;
    let given: Vec<String> = given.iter().map(|name| format!("`${name}`")).collect();
    let given = if given.is_empty() {
        "nothing".to_owned()
    } else {
        given.join(", ")
    };
    Some(format!(
        "the message `{id}` cannot be said: {wrong}; it is given {given}"
    ))
}

/// What a built-in message is given; none where there is no such message. A
/// number that is given in words is given as a number too.
fn given(id: &str) -> Option<BTreeSet<String>> {
    let texts = built_in("en");
    let entry = texts
        .values()
        .flat_map(|text| entries(text))
        .find(|entry| self::id(entry) == Some(id))?;
    let names = entry.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
        rest[..end.unwrap_or(rest.len())].to_owned()
    });
    let names: BTreeSet<String> = names.collect();
    let numbers = names
        .iter()
        .filter_map(|name| name.strip_suffix("-in-words"));
    Some(
        numbers
            .map(str::to_owned)
            .chain(names.iter().cloned())
            .collect(),
    )
}

/// The entries of a text, each with the lines that belong to it.
fn entries(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && line.starts_with(|c: char| c.is_ascii_alphabetic() || "-#".contains(c)) {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(text.len());
    starts
        .windows(2)
        .map(|ends| &text[ends[0]..ends[1]])
        .collect()
}

/// The id of a message.
fn id(entry: &str) -> Option<&str> {
    let (id, _) = entry.split_once('=')?;
    let id = id.trim_end();
    let is_id = id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    is_id.then_some(id)
}
