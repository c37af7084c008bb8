//! How the site speaks: the words of its pages, and how days, numbers and
//! money read in the language of the plan.
//!
//! Words are [Fluent](https://projectfluent.org) messages, a folder of files
//! for each language under `words/`. A theme's `words/LANGUAGE.ftl` takes the
//! place of single messages, or brings a language. Dates, numbers and lists
//! follow the Unicode locale data.

mod dates;
mod isolate;
mod numbers;
mod own;
mod words;

pub use words::{LANGUAGES, built_in};

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use icu_locale::{Direction, LocaleDirectionality};

use dates::Dates;
use numbers::Numbers;

/// Why loading formats cannot fail.
const THERE: &str = "the data of every locale is compiled in, that of the root at the least";

/// Words and formats of one language.
pub struct Locale {
    tag: String,
    /// The language and the country: `en_IE`.
    with_country: String,
    rtl: bool,
    bundle: FluentBundle<FluentResource>,
    /// The messages that take nothing, as they read.
    plain: HashMap<String, String>,
    dates: Dates,
    numbers: Numbers,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locale")
            .field("tag", &self.tag)
            .finish_non_exhaustive()
    }
}

fn with_country(tag: &str) -> String {
    let tag = icu_locale::LanguageIdentifier::try_from_str(tag);
    let mut tag = tag.unwrap_or(icu_locale::langid!("en"));
    icu_locale::LocaleExpander::new_common().maximize(&mut tag);
    match tag.region {
        Some(region) => format!("{}_{region}", tag.language),
        None => tag.language.to_string(),
    }
}

/// A message that cannot be put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoWords(String);

impl std::fmt::Display for NoWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoWords {}

impl Locale {
    /// The language of a BCP 47 tag. `own` are Fluent texts by language
    /// whose messages take the place of the built-in ones. Also gives what is
    /// wrong: with `own`, and a language that there are no words for, which
    /// are then English.
    pub fn new(tag: &str, own: &BTreeMap<String, String>) -> (Self, Vec<String>) {
        let locale = icu_locale::Locale::try_from_str(tag);
        let locale = locale.unwrap_or(icu_locale::locale!("en"));
        let language = locale.id.language.as_str().to_owned();
        let (bundle, problems) = words::bundle(tag, &language, own);
        let direction = LocaleDirectionality::new_common().get(&locale.id);
        let formats = formats(&locale);
        let mut made = Self {
            tag: tag.to_owned(),
            with_country: with_country(tag),
            rtl: direction == Some(Direction::RightToLeft),
            bundle,
            plain: HashMap::new(),
            dates: Dates::new(&formats),
            numbers: Numbers::new(&formats),
        };
        made.bundle.set_use_isolating(false);
        made.plain = made.without_arguments(own);
        (made, problems)
    }

    /// The language's tag, as in `de-AT`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The language with the country whose it is, or would most probably be:
    /// `en_IE`, `de_DE`.
    pub fn with_country(&self) -> &str {
        &self.with_country
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.rtl
    }

    /// A message that takes nothing.
    ///
    /// # Panics
    ///
    /// When there is none of that id: a slip in this program, which the tests
    /// of the words find.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, [])
    }

    /// A message with its arguments by name.
    ///
    /// # Panics
    ///
    /// As [`say`](Self::say). Where a theme's message asks for what it is not
    /// given, that part of it stays as it is written.
    pub fn say_with<'a, const N: usize>(
        &self,
        id: &str,
        arguments: [(&'a str, FluentValue<'a>); N],
    ) -> String {
        let arguments = arguments.into_iter().collect();
        match self.formatted(id, &arguments) {
            Some((words, _)) => words.into_owned(),
            None => panic!("there is no message `{id}`"),
        }
    }

    /// A message with its arguments.
    ///
    /// # Errors
    ///
    /// When there is no message of that id, or an argument is missing.
    pub fn phrase<'s>(
        &'s self,
        id: &str,
        arguments: &FluentArgs<'_>,
    ) -> Result<Cow<'s, str>, NoWords> {
        match self.formatted(id, arguments) {
            Some((words, None)) => Ok(words),
            Some((_, Some(wrong))) => Err(NoWords(format!("the message `{id}`: {wrong}"))),
            None => Err(NoWords(format!("there is no message `{id}`"))),
        }
    }

    /// A message, and what is wrong with its arguments; none where there is
    /// no such message.
    fn formatted<'s>(
        &'s self,
        id: &str,
        arguments: &FluentArgs<'_>,
    ) -> Option<(Cow<'s, str>, Option<FluentError>)> {
        if let Some(words) = self.plain.get(id) {
            return Some((Cow::Borrowed(words), None));
        }
        let pattern = self.bundle.get_message(id)?.value()?;
        let isolated = self.rtl.then(|| isolated(arguments));
        let arguments = isolated.as_ref().unwrap_or(arguments);
        let mut wrong = Vec::new();
        let words = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut wrong);
        Some((Cow::Owned(words.into_owned()), wrong.into_iter().next()))
    }

    fn without_arguments(&self, own: &BTreeMap<String, String>) -> HashMap<String, String> {
        let mut plain = HashMap::new();
        for id in words::ids(&self.tag, own) {
            if let Ok(words) = self.phrase(&id, &FluentArgs::new()) {
                let words = words.into_owned();
                plain.insert(id, words);
            }
        }
        plain
    }
}

/// The arguments of a message from right to left.
fn isolated<'a>(arguments: &'a FluentArgs<'a>) -> FluentArgs<'a> {
    let arguments = arguments.iter().map(|(name, value)| {
        let alone = match value {
            FluentValue::String(text) => isolate::within_rtl(text),
            _ => None,
        };
        let value = alone.map_or_else(|| value.clone(), FluentValue::from);
        (name.to_owned(), value)
    });
    arguments.collect()
}

/// The locale that formats follow. Plain English is that of the world, not of
/// one country: `15 Dec 2026` cannot be mistaken anywhere.
fn formats(locale: &icu_locale::Locale) -> icu_locale::Locale {
    if *locale == icu_locale::locale!("en") {
        return icu_locale::locale!("en-001");
    }
    locale.clone()
}

#[cfg(test)]
mod tests;
