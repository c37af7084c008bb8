//! What a site says of whatever plan: nobody's secret.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::check;
use crate::edition::Secret;
use crate::locale;
use crate::site::Looks;

use super::said::{Said, folded};

/// Short names of times that are worked out.
const TIMES: &str = "Q1 Q2 Q3 Q4 H1 H2 FY";

/// Fewer words than these, all of them said elsewhere, are nobody's secret.
const COMMON: usize = 5;

/// All that the program, its looks and its language have to say.
pub(super) fn all(looks: &Looks) -> Vec<Said> {
    let mut texts: Vec<String> = vec![TIMES.to_owned()];
    texts.extend(looks.theme.templates.values().cloned());
    let assets = looks.theme.assets.values();
    texts.extend(assets.filter_map(|bytes| String::from_utf8(bytes.to_vec()).ok()));
    texts.extend(looks.theme.words.values().cloned());
    for language in [looks.language(), "en"] {
        let words = locale::built_in(language.split('-').next().unwrap_or_default());
        texts.extend(words.into_values().map(str::to_owned));
    }
    texts.push(looks.names_of_times().join("\n"));
    // What is found of editions is said in none.
    let rules = check::all().iter();
    for rule in rules.filter(|rule| rule.code.group() != "E") {
        texts.extend([rule.code.code, rule.code.name, rule.finds, rule.why].map(str::to_owned));
        let files = rule.bad.iter().chain(rule.good);
        texts.extend(files.flat_map(|(path, text)| [(*path).to_owned(), (*text).to_owned()]));
    }
    texts.par_iter().map(|text| Said::plainly(text)).collect()
}

/// The form in which secrets are looked for. Of words that name nothing, a few
/// that are all said elsewhere say nothing by standing together.
pub(super) fn specific(anyway: &[Said], open: &[Said]) -> impl Fn(&Secret) -> Option<String> {
    let words = |said: &[Said]| -> BTreeSet<String> {
        let words = said.iter().flat_map(|said| said.folded.split_whitespace());
        words.map(str::to_owned).collect()
    };
    let (anyway, open) = (words(anyway), words(open));
    move |secret| {
        let folded = folded(&secret.words);
        let words: Vec<&str> = folded.split(' ').collect();
        let is_common = |word: &&str| {
            let is_said = anyway.contains(*word) || (!secret.is_name && open.contains(*word));
            is_said || word.chars().all(char::is_numeric)
        };
        let says_nothing = words.len() < COMMON && words.iter().all(is_common);
        (!folded.is_empty() && !says_nothing).then_some(folded)
    }
}
