//! What a site says of whatever plan: nobody's secret.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::edition::Secret;
use crate::locale;
use crate::site::Looks;

use super::said::{Said, folded};

/// Short names of times that are worked out.
const TIMES: &str = "Q1 Q2 Q3 Q4 H1 H2 FY";

/// Fewer words than these, all of them said elsewhere, are nobody's secret.
const COMMON: usize = 5;

/// What the site says in its language, whatever the plan.
pub(super) fn spoken(looks: &Looks) -> Vec<Said> {
    let mut texts: Vec<String> = vec![TIMES.to_owned()];
    texts.extend(looks.theme.words.values().cloned());
    for language in [looks.language(), "en"] {
        let words = locale::built_in(language.split('-').next().unwrap_or_default());
        texts.extend(words.into_values().map(str::to_owned));
    }
    texts.push(looks.names_of_times().join("\n"));
    let texts = texts.par_iter().map(|text| Said::plainly(text));
    let templates = looks.theme.templates.par_iter();
    let templates = templates.map(|(_, text)| Said::in_markup(text));
    texts.chain(templates).collect()
}

/// What stands in the theme's sheets and scripts.
pub(super) fn beside(looks: &Looks) -> Vec<Said> {
    let assets = looks.theme.assets.par_iter();
    let texts = assets.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok());
    texts.map(Said::plainly).collect()
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

#[cfg(test)]
mod tests {
    use super::spoken;
    use crate::edition::Secret;
    use crate::leaks::finder::Finder;
    use crate::locale::LANGUAGES;
    use crate::site::Looks;
    use crate::theme::Theme;

    /// Or a hidden item of that id could be named by anybody.
    #[test]
    fn no_usual_id_is_said_anyway() {
        let ids = [
            "G1", "O3.2", "S1", "A1", "A12", "A2.1", "P4", "M1", "R9", "B1", "HB-1",
        ];
        let secrets: Vec<Secret> = ids
            .map(|id| Secret {
                words: id.to_owned(),
                place: None,
                is_name: true,
            })
            .into();
        let finder = Finder::of(&secrets, |secret| Some(secret.words.to_lowercase()));
        for language in LANGUAGES {
            let looks = Looks::new(Theme::default(), language).expect("a theme that works");
            let found = finder.found_in_all(&spoken(&looks), |said| &said.raw);
            let found: Vec<&str> = found.into_iter().map(|at| ids[at]).collect();
            assert_eq!(found, [""; 0], "{language}");
        }
    }
}
