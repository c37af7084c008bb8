//! Which words stand in which entries.

use ahash::AHashMap;

use super::entries::{FIELDS, Findable};
use super::words::words;

/// The words of entries that were read, each with where it stands.
#[derive(Debug, Default)]
pub(super) struct Words(AHashMap<Box<str>, Postings>);

/// The numbers of the entries that a word stands in, in order, by field.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Postings {
    fields: [Vec<u32>; FIELDS],
    /// In how many texts it stands.
    texts: usize,
    /// The entry of the last of them.
    last: Option<u32>,
}

/// Texts of more entries than this are not told apart by a word: only its
/// other fields are kept.
const COMMON: usize = 4_000;

/// Where the words of texts are.
const TEXT: usize = FIELDS - 1;

impl Words {
    /// Takes those of an entry, whose number follows all that were read.
    pub fn read(&mut self, number: u32, entry: &Findable) {
        for (field, text) in entry.fields.iter().enumerate() {
            for word in words(text) {
                let postings = match self.0.get_mut(word) {
                    Some(known) => known,
                    None => self.0.entry(word.into()).or_default(),
                };
                postings.stand_in(field, number);
            }
        }
    }

    /// These and those of entries that follow.
    pub fn and(mut self, next: Self) -> Self {
        if self.0.is_empty() {
            return next;
        }
        for (word, postings) in next.0 {
            self.0.entry(word).or_default().and(postings);
        }
        self
    }

    /// All of them, sorted.
    pub fn sorted(self) -> Vec<(Box<str>, Postings)> {
        let mut all: Vec<_> = self.0.into_iter().collect();
        all.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        all
    }
}

impl Postings {
    fn stand_in(&mut self, field: usize, entry: u32) {
        let entries = &mut self.fields[field];
        if field != TEXT && entries.last() != Some(&entry) {
            entries.push(entry);
        }
        if field == TEXT && self.last.replace(entry) != Some(entry) {
            self.texts += 1;
            entries.push(entry);
            self.forget_common();
        }
    }

    /// These and those of entries that follow.
    fn and(&mut self, next: Self) {
        for (known, mut numbers) in self.fields.iter_mut().zip(next.fields) {
            known.append(&mut numbers);
        }
        self.texts += next.texts;
        self.last = next.last.or(self.last);
        self.forget_common();
    }

    fn forget_common(&mut self) {
        if self.texts > COMMON {
            self.fields[TEXT] = Vec::new();
        }
    }

    /// In how many entries it stands, those with it in two fields twice.
    pub fn uses(&self) -> usize {
        let others = self.fields[..TEXT].iter();
        others.map(Vec::len).sum::<usize>() + self.texts
    }

    /// Whether it stands anywhere but in running text.
    pub fn is_named(&self) -> bool {
        self.fields[..TEXT].iter().any(|field| !field.is_empty())
    }

    /// The numbers of each field as text, the empty fields at the end left
    /// out; `*` for a text field of too many.
    pub fn coded(&self) -> Vec<String> {
        let mut coded: Vec<String> = self.fields.iter().map(|field| gaps(field)).collect();
        if self.texts > COMMON {
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
        push_base_36(&mut text, number - last);
        last = *number;
    }
    text
}

fn push_base_36(text: &mut String, number: u32) {
    if number >= 36 {
        push_base_36(text, number / 36);
    }
    text.extend(char::from_digit(number % 36, 36));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{COMMON, Postings, TEXT, gaps};

    #[test]
    fn numbers_are_written_as_their_gaps() {
        assert_eq!(gaps(&[0, 1, 37, 37 + 36 * 36]), "0 1 10 100");
        assert_eq!(gaps(&[]), "");
    }

    #[test]
    fn a_word_of_most_texts_is_kept_where_it_says_something() {
        let mut word = Postings::default();
        word.stand_in(1, 7);
        assert_eq!(word.coded(), ["", "7"]);
        let mut next = Postings::default();
        for entry in 0..COMMON as u32 {
            next.stand_in(TEXT, entry);
            next.stand_in(TEXT, entry);
        }
        word.and(next);
        assert_ne!(word.coded()[TEXT], "*");
        let mut one = Postings::default();
        one.stand_in(TEXT, COMMON as u32);
        word.and(one);
        assert_eq!(word.coded(), ["", "7", "", "", "*"]);
        assert_eq!(word.uses(), COMMON + 2);
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
