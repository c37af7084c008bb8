//! "Did you mean …?" by edit distance over what is known.

/// The letters over which a word is no slip of the fingers.
const LONGEST: usize = 200;

/// The known word nearest to what was written, if one is near enough: a third
/// of its letters may differ, by the Damerau–Levenshtein distance without
/// regard to case. Of two that are equally near, the one with the same first
/// letter: few people misspell that.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = written.to_lowercase();
    let length = wanted.chars().count();
    if length > LONGEST {
        return None;
    }
    let limit = length.div_ceil(3).max(1);
    let first = wanted.chars().next();
    let alike = |word: &&str| word.chars().count().abs_diff(length) <= limit;
    let ranked = known.into_iter().filter(alike).map(|word| {
        let folded = word.to_lowercase();
        let begins_so = folded.chars().next() == first;
        (distance(&wanted, &folded), !begins_so, word)
    });
    let near = ranked.filter(|(distance, ..)| *distance <= limit);
    near.min().map(|(.., word)| word)
}

/// The letters under which one more or less makes another word.
const SHORTEST: usize = 4;

/// The known word that was surely meant, if any: one letter is wrong, missing,
/// too many or in another place, the first letter and all digits are right,
/// and no other known word is as near. Case, spaces, `_` and `-` do not count.
pub fn surely<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = letters(written);
    let length = wanted.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return None;
    }
    let near = |word: &&str| {
        let word = letters(word);
        word.chars().count().abs_diff(length) <= 1 && distance(&wanted, &word) <= 1
    };
    let mut near = known.into_iter().filter(near);
    let (found, other) = (near.next()?, near.next());
    let word = letters(found);
    let begins_so = word.chars().next() == wanted.chars().next();
    (other.is_none() && begins_so && digits(&word).eq(digits(&wanted))).then_some(found)
}

fn letters(word: &str) -> String {
    let letters = word
        .trim()
        .chars()
        .filter(|c| !matches!(c, ' ' | '_' | '-'));
    letters.flat_map(char::to_lowercase).collect()
}

fn digits(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| c.is_numeric())
}

/// A help line that names the nearest known word.
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, known).map(|word| format!("did you mean `{word}`?"))
}

fn distance(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(a, b)
}

#[cfg(test)]
mod tests {
    use super::{nearest, surely};

    #[test]
    fn a_slip_of_the_fingers_is_recognised() {
        assert_eq!(nearest("onwer", ["owner", "due"]), Some("owner"));
        assert_eq!(nearest("S11", ["S2", "S1"]), Some("S1"));
        assert_eq!(nearest("vission", ["mission", "vision"]), Some("vision"));
        assert_eq!(nearest("budget", ["owner", "due"]), None);
    }

    #[test]
    fn only_what_can_mean_nothing_else_is_sure() {
        let states = ["planned", "active", "on-hold", "done", "dropped"];
        for (written, meant) in [
            ("actve", Some("active")),
            ("Actvie", Some("active")),
            ("of hold", Some("on-hold")),
            ("o-track", None),
            ("on hol", Some("on-hold")),
            ("gone", None),
            ("don", None),
            ("actv", None),
        ] {
            assert_eq!(surely(written, states), meant, "{written}");
        }
        assert_eq!(surely("sorth", ["north", "south"]), None);
        assert_eq!(surely("wave-2", ["wave-1"]), None, "digits are no slips");
    }
}
