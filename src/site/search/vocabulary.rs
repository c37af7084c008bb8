//! A list of sorted words in little room: each says how much of the last word
//! it begins with.

/// Beginnings longer than this are written out: the length is one digit to
/// base 36.
const LONGEST: usize = 35;

/// `library`, `libraries`, `loan` as `0library 5ies …`: the number of
/// characters that a word has in common with the one before, and its rest.
pub(super) fn front_coded<'a>(sorted: impl IntoIterator<Item = &'a str>) -> String {
    let mut coded = String::new();
    let mut last = "";
    for word in sorted {
        let same = word.chars().zip(last.chars());
        let same = same.take_while(|(a, b)| a == b).take(LONGEST);
        let (characters, bytes) = same.fold((0, 0), |(characters, bytes), (c, _)| {
            (characters + 1, bytes + c.len_utf8())
        });
        if !coded.is_empty() {
            coded.push(' ');
        }
        coded.push(char::from_digit(characters, 36).unwrap_or('0'));
        coded.push_str(&word[bytes..]);
        last = word;
    }
    coded
}

/// The words of such a list, as the browser reads them.
pub(super) fn read(coded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for entry in coded.split(' ').filter(|entry| !entry.is_empty()) {
        let same = entry.chars().next().and_then(|c| c.to_digit(36));
        let last = words.last().map_or("", String::as_str).chars();
        let begin: String = last.take(same.unwrap_or_default() as usize).collect();
        words.push(begin + &entry[1..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{front_coded, read};

    #[test]
    fn a_word_keeps_what_it_shares_with_the_last() {
        let words = ["libraries", "library", "loan", "öl", "öle"];
        assert_eq!(front_coded(words), "0libraries 6y 1oan 0öl 2e");
    }

    proptest! {
        #[test]
        fn every_list_reads_back(words in prop::collection::btree_set("[a-zäß图]{1,50}", 0..40)) {
            let coded = front_coded(words.iter().map(String::as_str));
            prop_assert_eq!(read(&coded), words.into_iter().collect::<Vec<_>>());
        }
    }
}
