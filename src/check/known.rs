//! Suggestions for many findings, without comparing everything with everything.

use crate::diagnostic::nearest;

/// How many letters are compared with letters before suggestions end: about a
/// tenth of a second. Thousands of unknown ids in a plan of thousands have
/// one cause, and the first dozens of suggestions show it.
const BUDGET: usize = 40_000_000;

/// What a comparison costs beside its letters.
const OVERHEAD: usize = 64;

/// Words that somebody may have meant.
#[derive(Debug)]
pub(super) struct Known<'a> {
    words: Vec<&'a str>,
    letters: usize,
    left: usize,
}

impl<'a> Known<'a> {
    pub fn new(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        Self {
            letters: words.iter().map(|word| word.len()).sum(),
            left: BUDGET,
            words,
        }
    }

    /// The nearest known word; the first call always looks for one.
    pub fn nearest(&mut self, written: &str) -> Option<&'a str> {
        if self.left == 0 {
            return None;
        }
        let cost = self.letters * written.len() + self.words.len() * OVERHEAD;
        self.left = self.left.saturating_sub(cost);
        nearest(written, self.words.iter().copied())
    }

    /// A help line that names the nearest known word.
    pub fn did_you_mean(&mut self, written: &str) -> Option<String> {
        self.nearest(written)
            .map(|word| format!("did you mean `{word}`?"))
    }
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn a_large_plan_gets_its_first_suggestions_and_no_more() {
        let ids: Vec<String> = (0..10_000).map(|number| format!("A{number}")).collect();
        let mut known = Known::new(ids.iter().map(String::as_str));
        assert_eq!(known.nearest("B77"), Some("A77"));
        known.left = 1;
        assert_eq!(known.nearest("B77"), Some("A77"));
        assert_eq!(known.nearest("B77"), None);
    }
}
