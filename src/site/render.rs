//! From a view to a page, through a theme's templates.

use std::hash::Hash;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::locale::Locale;
use crate::output::{Entry, Manifest, SitePath, view_hash};
use crate::theme::Theme;

/// A template that does not work, as a report with its file, line and what is
/// there to use.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TemplateError {
    /// The page that was to be made; none where the templates cannot be read.
    pub page: Option<String>,
    /// The report.
    pub report: String,
}

/// Templates, ready, and the pages of the last build.
pub(super) struct Renderer<'a> {
    tera: Tera,
    fingerprint: u128,
    previous: Option<&'a Manifest>,
}

impl<'a> Renderer<'a> {
    pub fn new(
        theme: &Theme,
        locale: &Arc<Locale>,
        previous: Option<&'a Manifest>,
    ) -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.register_filter("code", code);
        let speaks = Arc::clone(locale);
        tera.register_filter("percent", move |share: i64, _: Kwargs, _: &State<'_>| {
            u8::try_from(share).map_or_else(
                |_| speaks.share(share as f64),
                |share| speaks.percent(share),
            )
        });
        let speaks = Arc::clone(locale);
        tera.register_filter("number", move |number: f64, _: Kwargs, _: &State<'_>| {
            speaks.number(number)
        });
        tera.register_function("say", Say(Arc::clone(locale)));
        let templates = theme
            .templates
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        tera.add_raw_templates(templates)
            .map_err(|error| TemplateError {
                page: None,
                report: error.to_string(),
            })?;
        Ok(Self {
            tera,
            fingerprint: theme.fingerprint(),
            previous,
        })
    }

    /// A page; not made again where the view is that of the last build.
    pub fn page<V: Serialize + Hash>(
        &self,
        template: &str,
        path: SitePath,
        view: &V,
    ) -> Result<(SitePath, Entry), TemplateError> {
        let hash = view_hash(&(template, view));
        let kept = self
            .previous
            .and_then(|last| last.kept(&path, hash, self.fingerprint));
        if let Some(kept) = kept {
            return Ok((path, kept));
        }
        let failed = |error: tera::Error| TemplateError {
            page: Some(path.as_str().to_owned()),
            report: error.to_string(),
        };
        let mut context = Context::from_serialize(view).map_err(failed)?;
        context.insert("planwright_version", env!("CARGO_PKG_VERSION"));
        let html = self.tera.render(template, &context).map_err(failed)?;
        Ok((path, Entry::rendered(html.into_bytes(), hash)))
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
