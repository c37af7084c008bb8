//! Which words stand in which entries.

use ahash::AHashMap;

use super::entries::{FIELDS, Findable};
use super::words::words;

/// The words of entries that were read, each with where it stands: in a box,
/// since a table has more places than words.
#[derive(Debug, Default)]
pub(super) struct Words(AHashMap<Box<str>, Box<Postings>>);

/// A word with where it stands.
pub(super) type Word = (Box<str>, Box<Postings>);

/// The numbers of the entries that a word stands in, by field.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Postings([Gaps; FIELDS]);

/// Texts of more entries than this are not told apart by a word: only its
/// other fields are kept.
const COMMON: usize = 4_000;

/// Where the words of texts are.
const TEXT: usize = FIELDS - 1;

/// The most numbers that are kept of a field.
const MOST: [usize; FIELDS] = [usize::MAX, usize::MAX, usize::MAX, usize::MAX, COMMON];

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
            self.0.entry(word).or_default().and(*postings);
        }
        self
    }

    /// All of them, sorted.
    pub fn sorted(self) -> Vec<Word> {
        let mut all: Vec<_> = self.0.into_iter().collect();
        all.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        all
    }
}

impl Postings {
    fn stand_in(&mut self, field: usize, entry: u32) {
        self.0[field].push(entry, MOST[field]);
    }

    /// These and those of entries that follow.
    fn and(&mut self, next: Self) {
        for ((known, next), most) in self.0.iter_mut().zip(next.0).zip(MOST) {
            known.append(&next, most);
        }
    }

    /// In how many entries it stands, those with it in two fields twice.
    pub fn uses(&self) -> usize {
        self.0.iter().map(|field| field.count).sum()
    }

    /// Whether it stands anywhere but in running text.
    pub fn is_named(&self) -> bool {
        self.0[..TEXT].iter().any(|field| field.count > 0)
    }

    /// The numbers of each field as text, the empty fields at the end left
    /// out; `*` for a text field of too many.
    pub fn coded(&self) -> Vec<&str> {
        let mut coded: Vec<&str> = self.0.iter().map(|field| &*field.text).collect();
        if self.0[TEXT].count > COMMON {
            coded[TEXT] = "*";
        }
        while coded.last().is_some_and(|field| field.is_empty()) {
            coded.pop();
        }
        coded
    }
}

/// Numbers in order, as they are written: each less the one before, to base 36.
/// So they take half the room of numbers.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Gaps {
    /// Empty where there are more than are kept.
    text: String,
    count: usize,
    first: u32,
    last: u32,
}

impl Gaps {
    /// Adds a number that is none of those before; once there are more than
    /// `most`, they are but counted.
    pub fn push(&mut self, number: u32, most: usize) {
        if self.count > 0 && self.last == number {
            return;
        }
        let one = Self {
            text: String::new(),
            count: 1,
            first: number,
            last: number,
        };
        self.append(&one, most);
    }

    /// Adds numbers that are all higher.
    pub fn append(&mut self, next: &Self, most: usize) {
        if next.count == 0 {
            return;
        }
        if self.count == 0 {
            self.first = next.first;
        }
        let count = self.count + next.count;
        if count > most {
            self.text = String::new();
        } else {
            if self.count > 0 {
                self.text.push(' ');
            }
            push_base_36(&mut self.text, next.first - self.last);
            let rest = next.text.find(' ').map_or("", |at| &next.text[at..]);
            self.text.push_str(rest);
        }
        (self.count, self.last) = (count, next.last);
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }
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

    use super::{COMMON, Gaps, Postings, TEXT};

    fn gaps(numbers: &[u32]) -> Gaps {
        let mut gaps = Gaps::default();
        for number in numbers {
            gaps.push(*number, usize::MAX);
        }
        gaps
    }

    #[test]
    fn numbers_are_written_as_their_gaps() {
        assert_eq!(gaps(&[0, 1, 37, 37 + 36 * 36]).as_str(), "0 1 10 100");
        assert_eq!(gaps(&[7, 7]).as_str(), "7");
        assert_eq!(gaps(&[]).as_str(), "");
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
        assert!(word.is_named());
    }

    proptest! {
        #[test]
        fn gaps_read_back(numbers in prop::collection::btree_set(0..100_000_u32, 0..50)) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let mut at = 0;
            let gaps = gaps(&numbers);
            let read = gaps.as_str().split(' ').filter(|gap| !gap.is_empty()).map(|gap| {
                at += u32::from_str_radix(gap, 36).unwrap();
                at
            });
            prop_assert_eq!(read.collect::<Vec<_>>(), numbers);
        }

        /// In two parts they are what they are in one.
        #[test]
        fn gaps_join(
            numbers in prop::collection::btree_set(0..100_000_u32, 0..50),
            cut in 0..51_usize,
            most in 0..60_usize,
        ) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let of = |numbers: &[u32]| {
                let mut gaps = Gaps::default();
                for number in numbers {
                    gaps.push(*number, most);
                }
                gaps
            };
            let (before, after) = numbers.split_at(cut.min(numbers.len()));
            let mut joined = of(before);
            joined.append(&of(after), most);
            prop_assert_eq!(joined, of(&numbers));
        }
    }
}
