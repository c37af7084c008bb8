//! What stands around every page.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::{Arc, PoisonError};

use serde::Serialize;

use crate::check::Subject;
use crate::locale::Locale;
use crate::output::{SitePath, view_hash};

use super::address;
use super::elsewhere::Elsewhere;
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
    /// The ways through the site, by section.
    #[serde(skip_serializing)]
    pub nav: Shared<Vec<NavSection>>,
    /// The edition of the plan that the site shows; none for the whole plan.
    pub edition: Option<EditionView>,
    /// How other sites and programs present the page.
    pub elsewhere: Elsewhere,
}

/// Part of a view that many pages share: made and hashed once for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared<T> {
    value: Arc<T>,
    hash: u128,
}

/// The ways through the site as seen from a page.
pub(super) type Nav = Shared<Vec<NavSection>>;

impl<T: Hash> Shared<T> {
    fn new(value: T) -> Self {
        Self {
            hash: view_hash(&value),
            value: Arc::new(value),
        }
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Hash for Shared<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

/// An edition of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EditionView {
    /// Its name in `plan.toml`.
    pub name: String,
    /// Whether it is not for everybody.
    pub restricted: bool,
}

/// Ways through the site that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NavSection {
    /// What it is called; it leads to the first of its pages.
    pub link: Words,
    /// Whether the page belongs to it.
    pub current: bool,
    /// Its pages.
    pub entries: Vec<NavEntry>,
}

/// A way through the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NavEntry {
    /// What it is called and where it leads.
    pub link: Words,
    /// Whether the page belongs to it.
    pub current: bool,
    /// Whether it is the page itself.
    pub here: bool,
}

/// The sections of the navigation, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// The whole plan: why and where.
    Plan,
    /// All items of a kind.
    Parts,
    /// What happens when.
    Time,
    /// How it goes.
    Progress,
    /// Who does it.
    People,
    /// Whether it holds together.
    Trace,
    /// The plan's own further pages.
    Reading,
}

impl Section {
    fn label(self, locale: &Locale) -> String {
        locale.say(match self {
            Self::Plan => "nav-plan",
            Self::Parts => "nav-parts",
            Self::Time => "nav-time",
            Self::Progress => "nav-progress",
            Self::People => "nav-people",
            Self::Trace => "nav-trace",
            Self::Reading => "nav-reading",
        })
    }
}

/// A page's place in the navigation.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub section: Section,
    pub label: String,
    pub path: SitePath,
}

impl Frame {
    /// The frame of a page. `section` is the navigation's entry that it
    /// belongs to.
    pub(super) fn of(pen: &Pen<'_, '_>, page: &str, title: &str, section: &SitePath) -> Self {
        let context = pen.context;
        let config = context.subject.config;
        Self {
            page: page.to_owned(),
            title: title.to_owned(),
            description: None,
            site: context.title.clone(),
            organization: config.organization.clone(),
            language: config.language.clone(),
            direction: if context.locale.is_rtl() {
                "rtl"
            } else {
                "ltr"
            }
            .to_owned(),
            root: pen.root(),
            logo: context.logo().map(|logo| pen.href(&address::file(logo))),
            nav: pen.nav(|| nav(pen, section)),
            edition: edition(context.subject),
            elsewhere: Elsewhere::of(pen),
        }
    }
}

fn edition(subject: Subject<'_>) -> Option<EditionView> {
    let name = subject.imprint.edition.as_ref()?;
    let config = subject.config;
    let audience = config.edition(name)?.audience.as_deref();
    let rank = audience.and_then(|audience| config.audiences.rank(audience));
    Some(EditionView {
        name: name.clone(),
        restricted: rank != Some(0),
    })
}

/// The navigation as seen from a page, which is that of the other pages of its
/// folder, unless the page stands in it or is shown at any address.
fn nav(pen: &Pen<'_, '_>, section: &SitePath) -> Nav {
    let context = pen.context;
    let is_in_it = context.nav.iter().any(|way| way.path == pen.page);
    if is_in_it || pen.page == address::not_found() {
        return Shared::new(sections(pen, section));
    }
    let mut seen = context.seen.lock().unwrap_or_else(PoisonError::into_inner);
    let from = (pen.page.folder().to_owned(), section.clone());
    let nav = seen
        .entry(from)
        .or_insert_with(|| Shared::new(sections(pen, section)));
    nav.clone()
}

fn sections(pen: &Pen<'_, '_>, section: &SitePath) -> Vec<NavSection> {
    let mut sections = Vec::new();
    for ways in pen.context.nav.chunk_by(|a, b| a.section == b.section) {
        let entries: Vec<NavEntry> = ways
            .iter()
            .map(|way| NavEntry {
                link: Words {
                    text: way.label.clone(),
                    href: Some(pen.href(&way.path)),
                },
                current: way.path == *section,
                here: way.path == pen.page,
            })
            .collect();
        sections.push(NavSection {
            link: Words {
                text: ways[0].section.label(&pen.context.locale),
                href: Some(pen.href(&ways[0].path)),
            },
            current: entries.iter().any(|entry| entry.current),
            entries,
        });
    }
    sections
}
