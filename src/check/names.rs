//! Who is named in a plan, and which names mean one person.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use crate::config::{FieldType, Person};
use crate::diagnostic::Span;
use crate::plan::{Item, ItemIx, OwnValue};

use super::Subject;

/// Where a name stands: the item and the place.
pub(super) type Named = (ItemIx, Span);

/// Everybody who is named in the front matter of items that were not dropped,
/// by full name where `[people.*]` has one, else as written; with all places,
/// in the plan's order.
pub(super) fn all(subject: Subject<'_>) -> BTreeMap<&str, Vec<Named>> {
    let mut names: BTreeMap<&str, Vec<Named>> = BTreeMap::new();
    for (at, item) in subject.plan.all().filter(|(_, item)| !item.is_dropped()) {
        for (name, span) in in_item(subject, item) {
            names.entry(name).or_default().push((at, span));
        }
    }
    names.remove("");
    names
}

fn in_item<'a>(
    subject: Subject<'a>,
    item: &'a Item,
) -> impl Iterator<Item = (&'a str, Span)> + use<'a> {
    let raci = &item.raci;
    let lists = [&raci.contributors, &raci.consulted, &raci.informed];
    let stated = raci.owner.iter().chain(lists.into_iter().flatten());
    let stated = stated.map(|name| (name.value.as_str(), name.span));
    let is_person = |def: usize| subject.config.fields[def].holds == FieldType::Person;
    let own = item.own.iter().filter(move |field| is_person(field.def));
    let own = own.flat_map(|field| &field.values);
    stated.chain(own.filter_map(|value| match &value.value {
        OwnValue::Text(name) => Some((name.as_str(), value.span)),
        _ => None,
    }))
}

/// One person under several names.
#[derive(Debug)]
pub(super) struct Variants<'a> {
    /// The name to keep: that of `[people.*]`, else the one most used.
    pub name: &'a str,
    /// Who that is in `[people.*]`.
    pub listed: Option<&'a Person>,
    /// The other names.
    pub others: Vec<&'a str>,
}

/// People who go by several names.
///
/// Two names are one person's when they differ in case, accents, blanks or the
/// order "Doe, Jane" only; or in given names of which one is the other's
/// initial, or in further initials, if nobody else of that family name begins
/// with that letter. In doubt they are two people, and so are two people whom
/// `[people.*]` lists.
pub(super) fn variants<'a>(
    subject: Subject<'a>,
    names: &BTreeMap<&'a str, Vec<Named>>,
) -> Vec<Variants<'a>> {
    let people = &subject.config.people;
    let listed = people.iter().map(|person| person.name.as_str());
    let every: BTreeSet<&str> = names.keys().copied().chain(listed).collect();
    let mut families: BTreeMap<Initials, Vec<(Parts, &str)>> = BTreeMap::new();
    for name in every {
        let parts = Parts::of(name);
        let first = parts.given.first().and_then(|given| given.chars().next());
        let family = families.entry((parts.family.clone(), first)).or_default();
        family.push((parts, name));
    }
    let groups = families.into_values().flat_map(of_one);
    let variants = groups.filter_map(|group| {
        let listed: Vec<&Person> = group.iter().filter_map(|name| people.find(name)).collect();
        let used = |name: &str| names.get(name).map_or(0, Vec::len);
        let rank = |name: &&&str| (used(name), !name.contains(','), name.len());
        let most = || group.iter().max_by_key(rank);
        let name = match listed.as_slice() {
            [] => *most()?,
            [one] => &one.name,
            _ => return None,
        };
        let others = group.iter().filter(|it| **it != name);
        Some(Variants {
            name,
            listed: listed.first().copied(),
            others: others.copied().collect(),
        })
    });
    variants.collect()
}

/// The names of each person of several names, among those with one family name
/// and one first letter.
fn of_one(family: Vec<(Parts, &str)>) -> Vec<Vec<&str>> {
    if is_one_person(&family) {
        let names: Vec<&str> = family.into_iter().map(|(_, name)| name).collect();
        return if names.len() > 1 {
            vec![names]
        } else {
            Vec::new()
        };
    }
    let mut same: BTreeMap<Parts, Vec<&str>> = BTreeMap::new();
    for (parts, name) in family {
        same.entry(parts).or_default().push(name);
    }
    same.into_values().filter(|names| names.len() > 1).collect()
}

/// Whether the given names fit together: at each place one full name at most
/// and initials of it, and nothing but initials where some leave out a name.
fn is_one_person(family: &[(Parts, &str)]) -> bool {
    let count = |(parts, _): &(Parts, &str)| parts.given.len();
    let most = family.iter().map(count).max().unwrap_or_default();
    let least = family.iter().map(count).min().unwrap_or_default();
    (0..most).all(|place| {
        let given = family
            .iter()
            .filter_map(|(parts, _)| parts.given.get(place));
        let given: BTreeSet<&str> = given.map(String::as_str).collect();
        let letters: BTreeSet<Option<char>> = given.iter().map(|it| it.chars().next()).collect();
        let full = given.iter().filter(|it| !is_initial(it)).count();
        letters.len() == 1 && full <= usize::from(place < least)
    })
}

/// A family name and the first letter of the given names.
type Initials = (String, Option<char>);

/// A name, taken apart; without case and accents.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Parts {
    family: String,
    /// Given names, and initials with their full stops.
    given: Vec<String>,
}

impl Parts {
    fn of(name: &str) -> Self {
        let folded = fold(name);
        let (given, family) = match folded.split_once(',') {
            Some((family, given)) if !given.contains(',') => (given, family),
            _ => (folded.as_str(), ""),
        };
        // "J.A. Doe" has two initials; in "Doe, J" the full stop may be absent.
        let spaced = given.replace('.', ". ");
        let stop = |word: &str| match word.chars().count() {
            1 if !family.is_empty() => format!("{word}."),
            _ => word.to_owned(),
        };
        let given = spaced.split_whitespace().map(stop);
        let family = family.split_whitespace().map(str::to_owned);
        let mut words: Vec<String> = given.chain(family).collect();
        // "Jane D." leaves the family name out: it is a name of its own.
        match words.pop().filter(|last| !is_initial(last)) {
            Some(family) => Self {
                family,
                given: words,
            },
            None => Self {
                family: folded,
                given: Vec::new(),
            },
        }
    }
}

/// Whether it is a letter and a full stop.
fn is_initial(word: &str) -> bool {
    word.ends_with('.') && word.chars().count() == 2
}

/// Lower case, without the accents of letters.
fn fold(name: &str) -> String {
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let plain: String = name.nfd().filter(|c| !is_accent(c)).collect();
    plain.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Parts, of_one};

    #[track_caller]
    fn one(names: &[&'static str], expected: bool) {
        let parts = names.iter().map(|name| (Parts::of(name), *name)).collect();
        let found = of_one(parts);
        assert_eq!(
            found.iter().any(|it| it.len() == names.len()),
            expected,
            "{names:?}"
        );
    }

    #[test]
    fn spellings_of_one_name() {
        one(&["Jane Doe", "jane  doe", "Doe, Jane", "Jané Doe"], true);
        one(
            &["Jane Doe", "J. Doe", "Jane A. Doe", "J.A. Doe", "Doe, J"],
            true,
        );
        one(&["OMB", "Omb"], true);
        one(
            &["Anna van der Berg", "van der Berg, Anna", "A. van der Berg"],
            true,
        );
    }

    #[test]
    fn in_doubt_two_people() {
        one(&["Jane Doe", "Janet Doe"], false);
        one(&["Jane Doe", "John Doe", "J. Doe"], false);
        one(&["Jane A. Doe", "Jane B. Doe", "Jane Doe"], false);
        one(&["Jane Doe", "Jane Alice Doe"], false);
        one(&["A Team", "Alpha Team"], false);
    }
}
