//! Which pages there are: each module of a kind of page lists its own.

use std::hash::Hash;

use rayon::prelude::*;
use serde::Serialize;

use crate::output::{Entry, SitePath};

use super::TemplateError;
use super::context::Context;
use super::frame::{Section, Way};
use super::made_from::{self, Texts};
use super::pieces::Pen;
use super::render::Renderer;
use super::{
    board, calendar, downloads, family, home, item, listing, map, outline, page, people, problems,
    report, roadmap, scorecard, search, timeline, traceability, work_plans,
};

type Make<'a> = dyn Fn(&Renderer<'_>, &Pen<'_, '_>) -> Result<(SitePath, Entry), TemplateError>
    + Send
    + Sync
    + 'a;

/// A page to be made.
pub(super) struct Page<'a> {
    pub path: SitePath,
    template: &'static str,
    way: Option<Way>,
    texts: Texts,
    make: Box<Make<'a>>,
}

impl<'a> Page<'a> {
    /// A page: its template, where it is, and what it shows.
    pub fn new<V: Serialize + Hash>(
        template: &'static str,
        path: SitePath,
        view: impl Fn(&Pen<'_, '_>) -> V + Send + Sync + 'a,
    ) -> Self {
        Self {
            path,
            template,
            way: None,
            texts: Texts::None,
            make: Box::new(move |renderer, pen| {
                let view = view(pen);
                renderer.page(template, pen, &view)
            }),
        }
    }

    /// The page with a place in the navigation.
    pub fn in_nav(mut self, section: Section, label: impl Into<String>) -> Self {
        self.way = Some(Way {
            section,
            label: label.into(),
            path: self.path.clone(),
        });
        self
    }

    /// The page, which shows running words of texts.
    pub fn showing(self, texts: Texts) -> Self {
        Self { texts, ..self }
    }

    /// The hash of all that it is made from; none where that is all of the
    /// plan.
    pub fn made_from(&self, context: &Context<'_>) -> Option<u128> {
        made_from::page(context, self.texts)
    }

    /// Whether it is a page that people may look for.
    pub fn is_listed(&self) -> bool {
        !matches!(self.template, "404.html" | "redirect.html")
    }

    /// The page, rendered.
    pub fn make(
        &self,
        context: &Context<'_>,
        renderer: &Renderer<'_>,
    ) -> Result<(SitePath, Entry), TemplateError> {
        let pen = Pen::new(context, self.path.clone()).showing(self.texts);
        (self.make)(renderer, &pen)
    }
}

/// All pages, those of a section in the order of its navigation; a page that
/// would be empty is not among them.
pub(super) fn all<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let kinds = [
        home::pages,
        outline::pages,
        map::pages,
        report::pages,
        family::pages,
        listing::pages,
        item::pages,
        timeline::pages,
        roadmap::pages,
        work_plans::pages,
        calendar::pages,
        scorecard::pages,
        board::pages,
        people::pages,
        traceability::pages,
        problems::pages,
        page::pages,
        downloads::pages,
        search::pages,
    ];
    let kinds = kinds.into_par_iter().with_max_len(1);
    let pages: Vec<Vec<Page<'a>>> = kinds.map(|pages| pages(context)).collect();
    pages.into_iter().flatten().collect()
}

/// The ways to those pages that have a place in the navigation.
pub(super) fn ways(pages: &[Page<'_>]) -> Vec<Way> {
    let mut ways: Vec<Way> = pages.iter().filter_map(|page| page.way.clone()).collect();
    ways.sort_by_key(|way| way.section);
    ways
}
