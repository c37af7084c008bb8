//! From a view to a page, through a theme's templates.

use std::hash::Hash;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::Fault;
use crate::locale::Locale;
use crate::output::{Entry, Manifest, SitePath, view_hash};
use crate::theme::Theme;

use super::broken::{self, TemplateError};

/// How a site looks and speaks: a theme's templates, ready, in a language.
/// It serves any number of sites.
#[derive(Debug)]
pub struct Looks {
    /// The theme.
    pub theme: Theme,
    /// What is wrong with the words in that language.
    pub notes: Vec<String>,
    pub(crate) locale: Arc<Locale>,
    tera: Tera,
    fingerprint: u128,
}

impl Looks {
    /// The language's names of months and days, as dates have them.
    pub fn names_of_times(&self) -> Vec<String> {
        self.locale.names_of_times()
    }

    /// The looks of a theme in the language of a BCP 47 tag.
    ///
    /// # Errors
    ///
    /// When templates cannot be read: one error each.
    pub fn new(theme: Theme, language: &str) -> Result<Self, Vec<TemplateError>> {
        let (locale, notes) = Locale::new(language, &theme.words);
        let locale = Arc::new(locale);
        let mut tera = Tera::new();
        tera.register_filter("code", code);
        let speaks = Arc::clone(&locale);
        tera.register_filter("percent", move |share: i64, _: Kwargs, _: &State<'_>| {
            u8::try_from(share).map_or_else(
                |_| speaks.share(share as f64),
                |share| speaks.percent(share),
            )
        });
        let speaks = Arc::clone(&locale);
        tera.register_filter("number", move |number: f64, _: Kwargs, _: &State<'_>| {
            speaks.number(number)
        });
        tera.register_function("say", Say(Arc::clone(&locale)));
        let templates = theme
            .templates
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        tera.set_fallback_prefixes(theme.beneath.iter().cloned())
            .and_then(|()| tera.add_raw_templates(templates))
            .map_err(|error| broken::unreadable(&theme, &error))?;
        Ok(Self {
            fingerprint: theme.fingerprint(),
            theme,
            notes,
            locale,
            tera,
        })
    }

    /// The [hash](Theme::fingerprint) of the theme, worked out once.
    pub fn fingerprint(&self) -> u128 {
        self.fingerprint
    }

    /// The tag of the language.
    pub fn language(&self) -> &str {
        self.locale.tag()
    }
}

/// Makes pages, but for those of the last build that are as they were.
#[derive(Clone, Copy)]
pub(super) struct Renderer<'a> {
    pub looks: &'a Looks,
    pub previous: Option<&'a Manifest>,
}

impl Renderer<'_> {
    /// A page; not made again where the view is that of the last build.
    pub fn page<V: Serialize + Hash>(
        &self,
        template: &str,
        path: SitePath,
        view: &V,
    ) -> Result<(SitePath, Entry), TemplateError> {
        let hash = view_hash(&(template, view));
        if let Some(kept) = self.kept(&path, hash) {
            return Ok((path, kept));
        }
        let failed = |fault| TemplateError {
            fault,
            page: Some(path.as_str().to_owned()),
        };
        let context = Context::from_serialize(view);
        let mut context = context.map_err(|error| failed(Fault::said(&error.to_string())))?;
        context.insert("planwright_version", env!("CARGO_PKG_VERSION"));
        let html = self.looks.tera.render(template, &context);
        let html = html.map_err(|error| {
            let shown = Value::from_serializable(view);
            failed(broken::failing(&self.looks.theme, &shown, &error))
        })?;
        Ok((path, Entry::rendered(html.into_bytes(), hash)))
    }
}

impl Renderer<'_> {
    /// A file that is no page; not made again where what it is made from is
    /// that of the last build.
    pub fn file(
        &self,
        path: SitePath,
        from: &impl Hash,
        make: impl FnOnce() -> Result<Vec<u8>, TemplateError>,
    ) -> Result<(SitePath, Entry), TemplateError> {
        let hash = view_hash(from);
        match self.kept(&path, hash) {
            Some(kept) => Ok((path, kept)),
            None => Ok((path, Entry::rendered(make()?, hash))),
        }
    }

    fn kept(&self, path: &SitePath, hash: u128) -> Option<Entry> {
        self.previous?.kept(path, hash, self.looks.fingerprint)
    }
}

/// A function: the message of an `id`, with the other arguments in it. What
/// is not HTML already is escaped.
struct Say(Arc<Locale>);

impl tera::Function<TeraResult<String>> for Say {
    fn call(&self, given: Kwargs, _: &State<'_>) -> TeraResult<String> {
        let id: &str = given.must_get("id")?;
        let mut arguments = FluentArgs::new();
        for (name, value) in given.iter() {
            arguments.set(name.to_string(), argument(value));
        }
        let words = self.0.phrase(id, &arguments);
        words
            .map(std::borrow::Cow::into_owned)
            .map_err(tera::Error::message)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

fn argument(value: &Value) -> FluentValue<'static> {
    match (value.as_f64(), value.as_str()) {
        (Some(number), _) => number.into(),
        (None, Some(text)) if value.is_safe() => text.to_owned().into(),
        (None, Some(text)) => escape(text).into(),
        (None, None) => escape(&value.to_string()).into(),
    }
}

/// A filter: words as HTML, with what stands between backticks as code.
fn code(text: &str, _: Kwargs, _: &State<'_>) -> String {
    let mut html = String::with_capacity(text.len() + 32);
    let parts = text.split('`');
    let last = parts.clone().count() - 1;
    for (at, part) in parts.enumerate() {
        let is_code = at % 2 == 1 && at < last;
        html.push_str(if is_code { "<code>" } else { "" });
        html.push_str(&escape(part));
        html.push_str(if is_code { "</code>" } else { "" });
    }
    html
}

/// Characters that mean something in HTML.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    html
}
