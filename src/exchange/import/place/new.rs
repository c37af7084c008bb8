//! New files.

use std::collections::BTreeSet;

use crate::config::Config;
use crate::mend::Change;
use crate::plan::slug;

use super::super::{Datum, DraftItem, Fields, yaml};
use super::matching::Matched;

/// How long the words of a title may be in a file's name, in bytes.
const NAME: usize = 60;

/// A file that is not there yet.
pub(super) fn file(path: String, text: String) -> Change {
    Change {
        to: path.clone(),
        path,
        before: None,
        after: text,
    }
}

/// The path of a new item: the folder of its kind, its id and its title.
pub(super) fn path(
    item: &DraftItem,
    matched: &Matched,
    config: &Config,
    taken: &mut BTreeSet<String>,
) -> String {
    let folder = &config.kinds[matched.kind].folder;
    let id = slug(&matched.id);
    let words = slug(&item.title);
    let words = short(&words);
    let stem = if words == id {
        id
    } else {
        format!("{id}-{words}")
    };
    let names = (1..).map(|number| match number {
        1 => format!("{folder}/{stem}.md"),
        _ => format!("{folder}/{stem}-{number}.md"),
    });
    let mut free = names.filter(|path| taken.insert(path.to_lowercase()));
    free.next().expect("there are more numbers than files")
}

/// As many whole words as a file's name has room for.
fn short(words: &str) -> &str {
    if words.len() <= NAME {
        return words;
    }
    let end = words[..NAME].rfind('-').unwrap_or(NAME);
    words[..end].trim_end_matches(['-', '.'])
}

/// The text of a new item.
pub(super) fn item(item: &DraftItem, matched: &Matched) -> String {
    let mut fields = Fields::default();
    fields.set("id", matched.id.as_str());
    fields.set("title", item.title.as_str());
    fields.0.extend(item.text.fields.0.iter().cloned());
    text(&fields, &item.text.body)
}

/// Front matter and a text below it.
pub(super) fn text(fields: &Fields, body: &str) -> String {
    let is_said = |(_, value): &&(String, Datum)| !value.is_empty();
    let said = fields.0.iter().filter(is_said).cloned().collect();
    let matter = yaml::lines(&Fields(said));
    match body.trim_matches('\n') {
        "" => format!("---\n{matter}---\n"),
        body => format!("---\n{matter}---\n\n{body}\n"),
    }
}
