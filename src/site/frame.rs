//! What stands around every page.

use serde::Serialize;

use crate::check::Subject;
use crate::config::Role;
use crate::diagnostic::Diagnostic;
use crate::output::SitePath;

use super::address;
use super::pieces::{Pen, Words};

/// What stands around a page's own content.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Frame {
    /// The kind of page: `home`, `item`, `listing`, …
    pub page: String,
    /// The page's title.
    pub title: String,
    /// One sentence for link previews.
    pub description: Option<String>,
    /// The plan's title.
    pub site: String,
    /// Whose plan it is.
    pub organization: Option<String>,
    /// The language's tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The way to the site's first folder: empty, `../`, …
    pub root: String,
    /// The logo's address.
    pub logo: Option<String>,
    /// The ways through the site.
    pub nav: Vec<NavEntry>,
}

/// A way through the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NavEntry {
    /// What it is called and where it leads.
    pub link: Words,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// Scripts written from right to left, by language.
const RTL: [&str; 10] = ["ar", "arc", "dv", "fa", "he", "ks", "ps", "sd", "ur", "yi"];

impl Frame {
    /// The frame of a page. `section` is the navigation's entry that it
    /// belongs to.
    pub(super) fn of(pen: &Pen<'_, '_>, page: &str, title: &str, section: &SitePath) -> Self {
        let context = pen.context;
        let config = context.subject.config;
        let primary = config.language.split('-').next().unwrap_or_default();
        let depth = pen.page.as_str().matches('/').count();
        let entries = context.nav.iter().map(|(label, path)| NavEntry {
            current: path == section,
            link: Words {
                text: label.clone(),
                href: Some(pen.href(path)),
            },
        });
        Self {
            page: page.to_owned(),
            title: title.to_owned(),
            description: None,
            site: context.title.clone(),
            organization: config.organization.clone(),
            language: config.language.clone(),
            direction: if RTL.contains(&primary) { "rtl" } else { "ltr" }.to_owned(),
            root: "../".repeat(depth),
            logo: context.logo().map(|logo| pen.href(&address::file(logo))),
            nav: entries.collect(),
        }
    }
}

/// The navigation: what would be empty is not in it.
pub(super) fn entries(
    subject: Subject<'_>,
    diagnostics: &[Diagnostic],
    has_people: bool,
) -> Vec<(String, SitePath)> {
    let (plan, config) = (subject.plan, subject.config);
    let mut entries = vec![("Plan".to_owned(), address::home())];
    if !plan.items.is_empty() {
        entries.push(("Outline".to_owned(), address::outline()));
    }
    for (kind, def) in config.kinds.all() {
        let shown = def.role != Role::Milestone && plan.items.iter().any(|item| item.kind == kind);
        if shown {
            entries.push((def.plural.clone(), address::listing(&def.folder)));
        }
    }
    if has_people {
        entries.push(("People".to_owned(), address::people()));
    }
    for path in &config.site.nav {
        let page = plan.pages.iter().find(|page| page.body.path == path.value);
        entries.extend(page.map(|page| (page.title.clone(), address::html(&page.address))));
    }
    if !diagnostics.is_empty() {
        entries.push(("Problems".to_owned(), address::problems()));
    }
    entries
}
