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

/// A help line that names the nearest known word.
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, known).map(|word| format!("did you mean `{word}`?"))
}

fn distance(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(a, b)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_fingers_is_recognised() {
        assert_eq!(nearest("onwer", ["owner", "due"]), Some("owner"));
        assert_eq!(nearest("S11", ["S2", "S1"]), Some("S1"));
        assert_eq!(nearest("vission", ["mission", "vision"]), Some("vision"));
        assert_eq!(nearest("budget", ["owner", "due"]), None);
    }
}
