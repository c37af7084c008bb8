//! Many words, looked for all at once.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use crate::edition::Secret;

use super::said::Said;

/// Looks for secrets in texts.
pub(super) struct Finder<'a> {
    /// What each pattern stands for; nothing where it is no secret after all.
    secrets: Vec<Option<&'a Secret>>,
    automaton: Option<AhoCorasick>,
}

impl<'a> Finder<'a> {
    /// Looks for the secrets as `form` has them, each once.
    pub fn of(secrets: &'a [Secret], form: impl Fn(&Secret) -> Option<String>) -> Self {
        let mut seen = BTreeSet::new();
        let mut patterns = Vec::new();
        let mut kept = Vec::new();
        // A name counts for more than the same words elsewhere.
        let (names, others): (Vec<_>, Vec<_>) = secrets.iter().partition(|secret| secret.is_name);
        for secret in names.into_iter().chain(others) {
            if let Some(pattern) = form(secret).filter(|it| seen.insert(it.clone())) {
                patterns.push(pattern);
                kept.push(Some(secret));
            }
        }
        Self {
            automaton: AhoCorasick::new(&patterns)
                .ok()
                .filter(|_| !patterns.is_empty()),
            secrets: kept,
        }
    }

    /// Those that stand in a text as words of their own.
    pub fn found_in(&self, text: &str) -> Vec<&'a Secret> {
        let patterns = self.patterns_in(text).into_iter();
        patterns.filter_map(|at| self.secrets[at]).collect()
    }

    /// The patterns that stand in any of these texts.
    pub fn found_in_all(&self, said: &[Said], text: fn(&Said) -> &str) -> BTreeSet<usize> {
        let found = said.par_iter().map(|said| self.patterns_in(text(said)));
        found.reduce(BTreeSet::new, |mut all, found| {
            all.extend(found);
            all
        })
    }

    /// Looks no longer for these patterns, where they are of such a secret.
    pub fn forget(&mut self, patterns: &BTreeSet<usize>, such: impl Fn(&Secret) -> bool) {
        for at in patterns {
            self.secrets[*at] = self.secrets[*at].filter(|secret| !such(secret));
        }
    }

    fn patterns_in(&self, text: &str) -> BTreeSet<usize> {
        let Some(automaton) = &self.automaton else {
            return BTreeSet::new();
        };
        let found = automaton.find_overlapping_iter(text);
        let found = found.filter(|found| is_apart(text, found.start(), found.end()));
        found.map(|found| found.pattern().as_usize()).collect()
    }
}

/// Whether neither letters nor digits of the alphabets that put blanks between
/// words stand beside a place.
fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let goes_on = |c: char, with: Option<char>| {
        let runs_on = |c: char| c.is_alphanumeric() && (c.is_lowercase() || c.is_numeric());
        runs_on(c) && with.is_some_and(runs_on)
    };
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let ends = text[start..end].chars();
    let (first, last) = (ends.clone().next(), ends.clone().next_back());
    !before.is_some_and(|c| goes_on(c, first)) && !after.is_some_and(|c| goes_on(c, last))
}

#[cfg(test)]
mod tests {
    use super::is_apart;

    #[test]
    fn words_stand_apart() {
        let apart = |text: &str, word: &str| {
            let start = text.find(word).expect("the word");
            is_apart(text, start, start + word.len())
        };
        assert!(apart("see s9.", "s9"));
        assert!(apart("actions/s9.html", "s9"));
        assert!(!apart("s91", "s9"));
        assert!(!apart("is9", "s9"));
        assert!(apart("\u{8a08}\u{753b}\u{66f8}", "\u{753b}"));
    }
}
