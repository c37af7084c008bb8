//! From a view to a page, through a theme's templates.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::{FluentArgs, FluentValue};
use serde::Serialize;
use tera::value::Key;
use tera::{Context, Kwargs, Map, State, Tera, TeraResult, Value};

use crate::diagnostic::Fault;
use crate::locale::Locale;
use crate::output::{Entry, Manifest, SitePath, view_hash};
use crate::theme::Theme;

use super::broken::{self, TemplateError};
use super::frame::Shared;
use super::pieces::Pen;

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
    pub mastheads: &'a Mastheads,
}

/// What stands above the pages of a site, rendered once for all those that
/// have the same.
#[derive(Default)]
pub(super) struct Mastheads(Mutex<HashMap<u128, Above>>);

/// What stands above a page.
#[derive(Clone)]
struct Above {
    /// The navigation, for templates.
    nav: Value,
    /// The masthead, rendered.
    masthead: Value,
}

/// The template of what stands above a page.
const MASTHEAD: &str = "masthead.html";

/// What a masthead is not given, as pages that share one differ in it.
const OWN: [&str; 3] = ["title", "description", "elsewhere"];

impl Renderer<'_> {
    /// A page; not made again where the view is that of the last build.
    pub fn page<V: Serialize + Hash>(
        &self,
        template: &str,
        pen: &Pen<'_, '_>,
        view: &V,
    ) -> Result<(SitePath, Entry), TemplateError> {
        let path = pen.page.clone();
        let hash = view_hash(&(template, view));
        if let Some(kept) = self.kept(&path, hash) {
            return Ok((path, kept));
        }
        let html = self
            .html(template, pen, view)
            .map_err(|fault| TemplateError {
                fault,
                page: Some(path.as_str().to_owned()),
            })?;
        Ok((path, Entry::rendered(html.into_bytes(), hash)))
    }

    fn html(
        &self,
        template: &str,
        pen: &Pen<'_, '_>,
        view: &impl Serialize,
    ) -> Result<String, Fault> {
        let view = Value::try_from_serializable(view);
        let view = view.map_err(|error| Fault::said(&error.to_string()))?;
        let mut fields = view.into_map().unwrap_or_default();
        let mut frame = fields.swap_remove(&Key::Str("frame"));
        let mut masthead = None;
        if let Some(mut inner) = frame.take().and_then(Value::into_map) {
            let above = self.above(pen, &inner)?;
            inner.insert(Key::Str("nav"), above.nav);
            fields.insert(Key::Str("frame"), inner.into());
            masthead = Some(above.masthead);
        }
        let context = context(&fields, masthead);
        let html = self.looks.tera.render(template, &context);
        html.map_err(|error| broken::failing(&self.looks.theme, &fields.into(), &error))
    }

    /// What stands above a page with this frame.
    fn above(&self, pen: &Pen<'_, '_>, frame: &Map) -> Result<Above, Fault> {
        let nav = pen.nav(Shared::default);
        let get = |name| frame.get(&Key::Str(name)).map(ToString::to_string);
        let key = view_hash(&(get("page"), get("root"), get("logo"), &nav));
        let mastheads = || {
            self.mastheads
                .0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(above) = mastheads().get(&key) {
            return Ok(above.clone());
        }
        let nav = Value::from_serializable(&*nav);
        let mut shared = frame.clone();
        shared.retain(|name, _| !OWN.iter().any(|own| name.as_str() == Some(own)));
        shared.insert(Key::Str("nav"), nav.clone());
        let fields = Map::from_iter([(Key::Str("frame"), shared.into())]);
        let html = self.looks.tera.render(MASTHEAD, &context(&fields, None));
        let html =
            html.map_err(|error| broken::failing(&self.looks.theme, &fields.into(), &error))?;
        let above = Above {
            nav,
            masthead: Value::safe_string(&html),
        };
        mastheads().insert(key, above.clone());
        Ok(above)
    }
}

/// What a template is given: a view's fields, and what every page has.
fn context(fields: &Map, masthead: Option<Value>) -> Context {
    let mut context = Context::new();
    for (name, value) in fields {
        context.insert_value(name.to_string(), value.clone());
    }
    context.insert("planwright_version", env!("CARGO_PKG_VERSION"));
    if let Some(masthead) = masthead {
        context.insert_value("masthead", masthead);
    }
    context
}

impl Renderer<'_> {
    /// A page as in the last build, if that was made from the same.
    pub fn kept_from(&self, path: &SitePath, from: u128) -> Option<Entry> {
        self.previous?.kept_from(path, from, self.looks.fingerprint)
    }

    /// A file as in the last build, if its view was the same.
    pub fn kept(&self, path: &SitePath, view: u128) -> Option<Entry> {
        self.previous?.kept(path, view, self.looks.fingerprint)
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
