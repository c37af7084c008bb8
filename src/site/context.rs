//! What every page is made from.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock};

use crate::check::Subject;
use crate::config::Kind;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::output::SitePath;
use crate::plan::{Item, ItemIx, Place, Target};
use crate::query::Language;

use super::address;
use super::frame::{Nav, Way};
use super::people::Directory;
use super::words::{self, KindWords};

/// The plan, what follows from it, and where everything will be.
pub(super) struct Context<'a> {
    pub subject: Subject<'a>,
    pub diagnostics: &'a [Diagnostic],
    /// The findings of each item, by id.
    pub findings: BTreeMap<&'a str, Vec<&'a Diagnostic>>,
    pub people: Directory<'a>,
    /// What views ask in.
    pub language: Language,
    pub title: String,
    /// How the site speaks.
    pub locale: Arc<Locale>,
    /// What each kind is called, by its place in the settings.
    kinds: Vec<KindWords>,
    /// The items of each kind that are not dropped, by its place in the
    /// settings.
    live: Vec<Vec<ItemIx>>,
    /// The page of each item, and of each plain page.
    items: Vec<SitePath>,
    pages: Vec<SitePath>,
    home: SitePath,
    /// The ways through the site, in order.
    pub nav: Vec<Way>,
    /// How they are seen from the pages of a folder that belong to a section.
    pub seen: Mutex<HashMap<(String, SitePath), Nav>>,
    /// The hash of [all but words](super::made_from::apart_from_words).
    pub apart_from_words: OnceLock<u128>,
}

impl<'a> Context<'a> {
    pub fn new(subject: Subject<'a>, diagnostics: &'a [Diagnostic], locale: Arc<Locale>) -> Self {
        let mut findings: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for found in diagnostics {
            if let Some(id) = &found.subject {
                findings.entry(id).or_default().push(found);
            }
        }
        let people = Directory::of(subject);
        let title = subject.config.title.clone();
        let title = title.or_else(|| subject.plan.home.title.clone());
        let kinds = subject.config.kinds.iter();
        let kinds = kinds.map(|def| words::kind(&locale, def)).collect();
        let mut live = vec![Vec::new(); subject.config.kinds.iter().count()];
        for (at, item) in subject.plan.all().filter(|(_, item)| !item.is_dropped()) {
            live[item.kind.0].push(at);
        }
        Self {
            live,
            subject,
            diagnostics,
            findings,
            nav: Vec::new(),
            seen: Mutex::default(),
            apart_from_words: OnceLock::new(),
            people,
            language: Language::of(subject.config),
            title: title.unwrap_or_else(|| locale.say("family-plan")),
            kinds,
            items: subject
                .plan
                .items
                .iter()
                .map(|it| address::html(&it.address))
                .collect(),
            pages: subject
                .plan
                .pages
                .iter()
                .map(|it| address::html(&it.address))
                .collect(),
            home: address::html(subject.plan.address(Place::Home)),
            locale,
        }
    }

    /// The item at a place.
    pub fn item(&self, at: ItemIx) -> &'a Item {
        &self.subject.plan.items[at.0]
    }

    /// The items of a kind that are not dropped, in the plan's order.
    pub fn live(&self, kind: Kind) -> &[ItemIx] {
        &self.live[kind.0]
    }

    /// What a kind is called.
    pub fn kind(&self, kind: Kind) -> &KindWords {
        &self.kinds[kind.0]
    }

    /// What an item's kind is called.
    pub fn kind_label(&self, at: ItemIx) -> &str {
        &self.kind(self.item(at).kind).label
    }

    /// The page of a text.
    pub fn page_of(&self, place: Place) -> &SitePath {
        match place {
            Place::Home => &self.home,
            Place::Item(at) => &self.items[at.0],
            Place::Page(at) => &self.pages[at.0],
        }
    }

    /// The title of a text.
    pub fn title_of(&self, place: Place) -> String {
        match place {
            Place::Home => self.title.clone(),
            Place::Item(at) => self.item(at).title.clone(),
            Place::Page(at) => self.subject.plan.pages[at.0].title.clone(),
        }
    }

    /// The path of the logo, where the file is there.
    pub fn logo(&self) -> Option<&'a str> {
        let logo = self.subject.config.site.logo.as_ref()?;
        let path = logo.trim_start_matches("./");
        self.subject.sources.can_be_linked(path).then_some(path)
    }

    /// The path of the image for previews, where the file is there.
    pub fn image(&self) -> Option<&'a str> {
        let image = self.subject.config.site.image.as_ref()?;
        let path = image.trim_start_matches("./");
        self.subject.sources.can_be_linked(path).then_some(path)
    }

    /// The plain files that texts refer to, with their paths in the site.
    pub fn attachments(&self) -> Vec<(&'a str, SitePath)> {
        let mut paths: Vec<&str> = Vec::new();
        for (place, _) in self.subject.plan.bodies() {
            paths.extend(self.subject.plan.targets(place).iter().filter_map(
                |target| match target {
                    Target::Attachment(path) => Some(path.as_str()),
                    _ => None,
                },
            ));
        }
        let all = self.subject.sources.linkable();
        paths.extend(all.filter(|path| path.starts_with("assets/")));
        paths.extend(self.logo());
        paths.extend(self.image());
        paths.sort_unstable();
        paths.dedup();
        paths
            .into_iter()
            .map(|path| (path, address::file(path)))
            .collect()
    }
}
