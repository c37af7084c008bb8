//! `[site]`: looks.

use crate::diagnostic::Diagnostic;
use crate::value::{Reader, Spanned, Table, Wrong, one_of};

/// How the site looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct SiteOptions {
    /// `theme`: a folder beside `plan.toml`, or the name of a built-in theme.
    pub theme: Option<Spanned<String>>,
    /// `logo`: an image of the plan folder.
    pub logo: Option<Spanned<String>>,
    /// `accent`: the one colour, as in `#0b6e6e`.
    pub accent: Option<Spanned<String>>,
    /// `edit_url`: where a file can be edited, `{path}` standing for it.
    pub edit_url: Option<Spanned<String>>,
    /// `index`: whether search engines may list the site; they may not unless
    /// it says so.
    pub index: bool,
    /// `image`: an image of the plan folder for previews of links.
    pub image: Option<Spanned<String>>,
    /// `nav`: further pages for the navigation, by their paths.
    pub nav: Vec<Spanned<String>>,
    /// The formats in which the site offers the plan.
    pub downloads: Vec<&'static str>,
    /// `html`: what becomes of HTML in the Markdown.
    pub html: HtmlPolicy,
}

/// What becomes of HTML in the Markdown. Whatever it is, the pages' content
/// security policy holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum HtmlPolicy {
    /// What could run or reach out is left out.
    #[default]
    Sanitize,
    /// It stands in the page as it is written, its tags closed in order.
    Allow,
    /// It is shown as the text that it is.
    Escape,
}

const HTML: [(&str, HtmlPolicy); 3] = [
    ("sanitize", HtmlPolicy::Sanitize),
    ("allow", HtmlPolicy::Allow),
    ("escape", HtmlPolicy::Escape),
];

/// How many of them a site offers where the plan chooses none: those that
/// people open, and the ones in which plans are exchanged.
const USUAL: usize = 7;

/// The names of all formats of downloads.
pub const DOWNLOADS: [&str; 11] = [
    "xlsx",
    "csv",
    "ical",
    "atom",
    "markdown",
    "json",
    "stratml",
    "stratml-1",
    "needs",
    "dot",
    "mermaid",
];

impl SiteOptions {
    /// Reads `[site]`.
    pub fn read(table: &Table, problems: &mut Vec<Diagnostic>) -> Self {
        let mut r = Reader::new(table);
        let site = Self {
            theme: r.text("theme"),
            logo: r.text("logo"),
            accent: r.parse("accent", colour),
            edit_url: r.parse("edit_url", edit_url),
            index: r
                .parse("index", super::kinds::yes_or_no)
                .is_some_and(|it| it.value),
            image: r.text("image"),
            nav: r.texts("nav"),
            downloads: downloads(&mut r),
            html: r
                .parse("html", |text| one_of(text, &HTML))
                .map_or_else(HtmlPolicy::default, |it| it.value),
        };
        problems.extend(r.finish("setting", []));
        site
    }
}

fn downloads(r: &mut Reader<'_>) -> Vec<&'static str> {
    if r.value("downloads").is_none() {
        return DOWNLOADS[..USUAL].into();
    }
    let words = DOWNLOADS.map(|name| (name, name));
    let chosen = r.parses("downloads", |text| one_of(text, &words));
    chosen.into_iter().map(|name| name.value).collect()
}

fn colour(text: &str) -> Result<String, Wrong> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let fits = matches!(digits.len(), 3 | 6) && digits.chars().all(|c| c.is_ascii_hexdigit());
    if fits {
        Ok(text.to_lowercase())
    } else {
        Err(Wrong::new(format!("`{text}` is not a colour")).help("write it as in `#0b6e6e`"))
    }
}

fn edit_url(text: &str) -> Result<String, Wrong> {
    let safe = text.starts_with("https://") || text.starts_with("http://");
    if safe && text.contains("{path}") {
        Ok(text.to_owned())
    } else {
        Err(Wrong::new("not an address with a place for the file")
            .help("write it as in `https://git.example.org/plan/edit/main/{path}`"))
    }
}
