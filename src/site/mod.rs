//! Which pages exist, where they are, and what they show.
//!
//! Each kind of page has a view: plain data in the order in which it is
//! shown, with addresses relative to the page. Templates turn views into
//! HTML; nothing here reads the clock, the disk, or another page.

mod address;
pub mod board;
mod body;
mod branches;
mod broken;
pub mod calendar;
mod chart;
mod context;
pub mod downloads;
mod elsewhere;
pub mod events;
mod facts;
pub mod family;
pub mod findings;
pub mod frame;
mod grid;
pub mod home;
pub mod item;
pub mod listing;
mod made_from;
pub mod map;
pub mod outline;
pub mod page;
mod pages;
pub mod paging;
pub mod people;
pub mod pieces;
pub mod problems;
mod quadrants;
mod render;
pub mod report;
pub mod risks;
pub mod roadmap;
mod scale;
pub mod scorecard;
pub mod search;
pub mod timeline;
pub mod traceability;
mod view;
mod words;
pub mod work_plans;

pub use broken::TemplateError;
pub use render::Looks;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::check::Subject;
use crate::diagnostic::{Diagnostic, Fault};
use crate::output::{Entry, Held, Manifest, SitePath, Take, Tree};
use crate::theme::Theme;

use context::Context;
use pages::Page;
use render::{Mastheads, Renderer};

/// The navigation of a site.
#[derive(Debug, Clone, Default)]
pub struct Ways(Vec<frame::Way>);

/// All pages of a site, and which is where.
struct Pages<'a> {
    all: Vec<Page<'a>>,
    places: HashMap<SitePath, usize>,
}

impl<'a> Pages<'a> {
    fn of(context: &Context<'a>) -> Self {
        let all = pages::all(context);
        let places = all.iter().enumerate();
        Self {
            places: places.map(|(at, page)| (page.path.clone(), at)).collect(),
            all,
        }
    }

    fn at(&self, path: &SitePath) -> Option<&Page<'a>> {
        self.all.get(*self.places.get(path)?)
    }
}

/// Pages that a thread makes before another one may have those that are left:
/// with more, one ends long after the others.
const FEW: usize = 32;

/// A site whose files are made one by one, or all together.
pub struct Site<'a> {
    context: Context<'a>,
    looks: &'a Looks,
    pages: OnceLock<Pages<'a>>,
    assets: OnceLock<Vec<(SitePath, Entry)>>,
    index: OnceLock<Vec<(SitePath, Entry)>>,
    downloads: OnceLock<Vec<(SitePath, Entry)>>,
    mastheads: Mastheads,
}

impl<'a> Site<'a> {
    /// The site of a plan.
    pub fn new(subject: Subject<'a>, diagnostics: &'a [Diagnostic], looks: &'a Looks) -> Self {
        let mut site = Self::within(subject, diagnostics, looks, &Ways::default());
        let pages = Pages::of(&site.context);
        site.context.nav = pages::ways(&pages.all);
        site.pages = OnceLock::from(pages);
        site
    }

    /// The site of a plan whose navigation is known to be that of another one.
    /// It is there sooner: which pages there are is found out when it matters.
    pub fn within(
        subject: Subject<'a>,
        diagnostics: &'a [Diagnostic],
        looks: &'a Looks,
        ways: &Ways,
    ) -> Self {
        let mut context = Context::new(subject, diagnostics, Arc::clone(&looks.locale));
        context.nav.clone_from(&ways.0);
        Self {
            context,
            looks,
            pages: OnceLock::new(),
            assets: OnceLock::new(),
            index: OnceLock::new(),
            downloads: OnceLock::new(),
            mastheads: Mastheads::default(),
        }
    }

    /// Its navigation.
    pub fn ways(&self) -> Ways {
        Ways(self.context.nav.clone())
    }

    /// All files.
    ///
    /// # Errors
    ///
    /// When templates do not work: one error each.
    pub fn tree(&self, previous: Option<&Manifest>) -> Result<Tree, Vec<TemplateError>> {
        self.tree_by_way_of(previous, &Held)
    }

    /// All files, each of them as it is once it is taken: so they need not all
    /// be held at once.
    ///
    /// # Errors
    ///
    /// When templates do not work: one error each.
    pub fn tree_by_way_of(
        &self,
        previous: Option<&Manifest>,
        way: &dyn Take,
    ) -> Result<Tree, Vec<TemplateError>> {
        let renderer = self.renderer(previous);
        let make = |page: &Page<'_>| {
            let from = page.made_from(&self.context);
            let kept = from.and_then(|from| renderer.kept_from(&page.path, from));
            let (path, entry) = match kept {
                Some(entry) => (page.path.clone(), entry),
                None => page.make(&self.context, &renderer)?,
            };
            let entry = way.take(&path, entry.made_from(from));
            Ok((path, entry))
        };
        let pages = self.all().par_iter().with_max_len(FEW);
        let (made, (downloads, index)) = rayon::join(
            || pages.map(make).collect::<Vec<_>>(),
            || {
                let downloads = || downloads::files(&self.context, &renderer, way);
                rayon::join(downloads, || self.index_by_way_of(way))
            },
        );
        let mut tree = Tree::new();
        let mut errors = Vec::new();
        for made in made.into_iter().chain(downloads) {
            match made {
                Ok((path, entry)) => put(&mut tree, &mut errors, path, entry),
                Err(error) => errors.push(error),
            }
        }
        for (path, entry) in self.assets().iter().cloned().chain(index) {
            put(&mut tree, &mut errors, path, entry);
        }
        errors.sort();
        errors.dedup_by(|a, b| a.fault.is_as(&b.fault));
        if errors.is_empty() {
            Ok(tree)
        } else {
            Err(errors)
        }
    }

    /// The paths of all pages.
    pub fn pages(&self) -> impl ExactSizeIterator<Item = &SitePath> {
        self.all().iter().map(|page| &page.path)
    }

    /// A page, made now, unless it is as in `previous`; none where there is no
    /// page of that path.
    pub fn page(
        &self,
        path: &SitePath,
        previous: Option<&Manifest>,
    ) -> Option<Result<Entry, TemplateError>> {
        let known = self.pages.get();
        let of_item = known.is_none().then(|| item::page_at(&self.context, path));
        let made = match of_item.flatten() {
            Some(page) => self.make(&page, previous),
            None => self.make(self.listed().at(path)?, previous),
        };
        Some(made.map(|(_, entry)| entry))
    }

    fn all(&self) -> &[Page<'a>] {
        &self.listed().all
    }

    fn listed(&self) -> &Pages<'a> {
        self.pages.get_or_init(|| Pages::of(&self.context))
    }

    /// The files that pages show or that make them what they are: the theme's
    /// assets and the plan's files.
    pub fn assets(&self) -> &[(SitePath, Entry)] {
        let looks = self.looks;
        self.assets
            .get_or_init(|| files(&self.context, &looks.theme))
    }

    /// A file that is no page; what is made of all the plan is made now, if it
    /// was not.
    pub fn file(&self, path: &SitePath) -> Option<&Entry> {
        let files = match path.folder() {
            "search" => self.index(),
            "downloads" => self.downloads(),
            _ if elsewhere::FILES.contains(&path.as_str()) => self.index(),
            _ => self.assets(),
        };
        let found = files.iter().find(|(at, _)| at == path);
        found.map(|(_, entry)| entry)
    }

    /// The files that are made of all the plan: the index of search, and what
    /// programs read.
    pub fn index(&self) -> &[(SitePath, Entry)] {
        self.index.get_or_init(|| self.index_by_way_of(&Held))
    }

    fn index_by_way_of(&self, way: &dyn Take) -> Vec<(SitePath, Entry)> {
        let files = elsewhere::files(&self.context, self.all()).into_iter();
        files.chain(search::files(&self.context, way)).collect()
    }

    /// The plan as files for other programs; one that cannot be made is not
    /// among them.
    fn downloads(&self) -> &[(SitePath, Entry)] {
        self.downloads.get_or_init(|| {
            let files = downloads::files(&self.context, &self.renderer(None), &Held);
            files.into_iter().filter_map(Result::ok).collect()
        })
    }

    fn renderer<'m>(&'m self, previous: Option<&'m Manifest>) -> Renderer<'m> {
        Renderer {
            looks: self.looks,
            previous,
            mastheads: &self.mastheads,
        }
    }

    fn make(
        &self,
        page: &Page<'_>,
        previous: Option<&Manifest>,
    ) -> Result<(SitePath, Entry), TemplateError> {
        page.make(&self.context, &self.renderer(previous))
    }
}

fn put(tree: &mut Tree, errors: &mut Vec<TemplateError>, path: SitePath, entry: Entry) {
    let page = path.as_str().to_owned();
    if let Err(clash) = tree.insert(path, entry) {
        errors.push(TemplateError {
            fault: Fault::said(&clash.to_string()),
            page: Some(page),
        });
    }
}

/// The theme's assets, the accent colour, and the plan's files.
fn files(context: &Context<'_>, theme: &Theme) -> Vec<(SitePath, Entry)> {
    let mut files = Vec::new();
    for (name, bytes) in &theme.assets {
        files.push((address::asset(name), Entry::new(bytes.clone())));
    }
    if let Some(accent) = &context.subject.config.site.accent {
        let css = format!(":root {{\n  --accent: {};\n}}\n", accent.value);
        files.retain(|(path, _)| path.as_str() != "assets/accent.css");
        files.push((address::asset("accent.css"), Entry::new(css.into_bytes())));
        let icon = theme.assets.get("icon.svg");
        if let Some(svg) = icon.and_then(|icon| std::str::from_utf8(icon).ok()) {
            let icon = elsewhere::icon(svg, &accent.value).into_bytes();
            files.retain(|(path, _)| path.as_str() != "assets/icon.svg");
            files.push((address::asset("icon.svg"), Entry::new(icon)));
        }
    }
    files.extend(report::sheet(context));
    for (from, to) in context.attachments() {
        let bytes = context.subject.sources.linked_bytes(from);
        files.extend(bytes.map(|bytes| (to, Entry::new(bytes))));
    }
    files
}
