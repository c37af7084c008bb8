//! Which words stand in which entries.

use std::collections::HashMap;

use super::entries::{EntryGroup, FIELDS};
use super::words::words;

/// A word and the numbers of the entries it stands in, in order, by field.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Postings<'e> {
    pub word: &'e str,
    pub fields: [Vec<u32>; FIELDS],
}

/// Texts of more entries than this are not told apart by a word: only its
/// other fields are kept.
const COMMON: usize = 4_000;

/// Where the words of texts are.
const TEXT: usize = FIELDS - 1;

/// All words, sorted.
pub(super) fn all(groups: &[EntryGroup]) -> Vec<Postings<'_>> {
    let mut met: HashMap<&str, [Vec<u32>; FIELDS]> = HashMap::new();
    for entry in groups.iter().flat_map(|group| &group.entries) {
        for (field, text) in entry.fields.iter().enumerate() {
            for word in words(text) {
                let numbers = &mut met.entry(word).or_default()[field];
                if numbers.last() != Some(&entry.number) {
                    numbers.push(entry.number);
                }
            }
        }
    }
    let met = met.into_iter();
    let mut all: Vec<_> = met
        .map(|(word, fields)| Postings { word, fields })
        .collect();
    all.sort_unstable_by_key(|it| it.word);
    all
}

impl Postings<'_> {
    /// In how many entries it stands, those with it in two fields twice.
    pub fn uses(&self) -> usize {
        self.fields.iter().map(Vec::len).sum()
    }

    /// Whether it stands anywhere but in running text.
    pub fn is_named(&self) -> bool {
        self.fields[..TEXT].iter().any(|field| !field.is_empty())
    }

    /// The numbers of each field as text, the empty fields at the end left
    /// out; `*` for a text field of too many.
    pub fn coded(&self) -> Vec<String> {
        let mut coded: Vec<String> = self.fields.iter().map(|field| gaps(field)).collect();
        if self.fields[TEXT].len() > COMMON {
            "*".clone_into(&mut coded[TEXT]);
        }
        while coded.last().is_some_and(String::is_empty) {
            coded.pop();
        }
        coded
    }
}

/// Sorted numbers, each less the one before, to base 36.
pub(super) fn gaps(numbers: &[u32]) -> String {
    let mut text = String::new();
    let mut last = 0;
    for number in numbers {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&base_36(number - last));
        last = *number;
    }
    text
}

fn base_36(mut number: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{COMMON, Postings, gaps};

    #[test]
    fn numbers_are_written_as_their_gaps() {
        assert_eq!(gaps(&[0, 1, 37, 37 + 36 * 36]), "0 1 10 100");
        assert_eq!(gaps(&[]), "");
    }

    #[test]
    fn a_word_of_most_texts_is_kept_where_it_says_something() {
        let mut word = Postings {
            word: "plan",
            fields: Default::default(),
        };
        word.fields[1] = vec![7];
        word.fields[4] = (0..=COMMON as u32).collect();
        assert_eq!(word.coded(), ["", "7", "", "", "*"]);
        word.fields[4].pop();
        assert_ne!(word.coded()[4], "*");
        word.fields[4].clear();
        assert_eq!(word.coded(), ["", "7"]);
    }

    proptest! {
        #[test]
        fn gaps_read_back(numbers in prop::collection::btree_set(0..100_000_u32, 0..50)) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let text = gaps(&numbers);
            let mut at = 0;
            let read = text.split(' ').filter(|gap| !gap.is_empty()).map(|gap| {
                at += u32::from_str_radix(gap, 36).unwrap();
                at
            });
            prop_assert_eq!(read.collect::<Vec<_>>(), numbers);
        }
    }
}
