//! A plain page, the page for what is not there, and redirects.

use serde::Serialize;

use crate::output::SitePath;
use crate::plan::{PageIx, Place, Target};

use super::context::Context;
use super::frame::{self, Frame};
use super::made_from::Texts;
use super::pages::Page;
use super::pieces::{ItemLink, Pen};
use super::{address, body};

/// A plain page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PageView {
    /// What stands around it.
    pub frame: Frame,
    /// Its title.
    pub title: String,
    /// The text as HTML.
    pub body: String,
    /// The items that the text mentions.
    pub mentions: Vec<ItemLink>,
    /// Its file.
    pub path: String,
    /// Where its file can be edited.
    pub edit: Option<String>,
}

/// Plain pages, those of `site.nav` in the navigation; the page for what is
/// not there; a redirect for each old address.
pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    let subject = context.subject;
    let plan = subject.plan;
    let at = |path: &str| plan.pages.iter().position(|page| page.body.path == path);
    let in_nav: Vec<usize> = subject
        .config
        .site
        .nav
        .iter()
        .filter_map(|path| at(path))
        .collect();
    let rest = (0..plan.pages.len()).filter(|at| !in_nav.contains(at));
    let mut pages = Vec::new();
    for at in in_nav.iter().copied().chain(rest) {
        let text = &plan.pages[at];
        let path = address::html(&text.address);
        let page = Page::new("page.html", path, move |pen| view(pen, PageIx(at)))
            .showing(Texts::One(Place::Page(PageIx(at))));
        pages.push(if in_nav.contains(&at) {
            page.in_nav(frame::Section::Reading, &text.title)
        } else {
            page
        });
    }
    pages.push(Page::new("404.html", address::not_found(), |pen| {
        not_found(pen)
    }));
    for (from, to) in plan.redirects() {
        if let Ok(path) = SitePath::new(&format!("{from}.html")) {
            let to = address::html(to);
            pages.push(Page::new("redirect.html", path, move |pen| {
                redirect(pen, &to)
            }));
        }
    }
    pages
}

pub(super) fn view(pen: &Pen<'_, '_>, at: PageIx) -> PageView {
    let plan = pen.context.subject.plan;
    let page = &plan.pages[at.0];
    let mut items: Vec<_> = plan
        .targets(Place::Page(at))
        .iter()
        .filter_map(|target| match target {
            Target::Text {
                place: Place::Item(item),
                ..
            } => Some(*item),
            Target::Fact(fact) => Some(fact.item),
            _ => None,
        })
        .collect();
    items.sort_unstable();
    items.dedup();
    PageView {
        frame: Frame::of(pen, "page", &page.title, &address::html(&page.address)),
        title: page.title.clone(),
        body: body::render(pen, Place::Page(at)),
        mentions: items.into_iter().map(|item| pen.item(item)).collect(),
        path: page.body.path.clone(),
        edit: super::item::edit(pen, &page.body.path),
    }
}

/// The page for what is not there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NotFoundView {
    /// What stands around it.
    pub frame: Frame,
}

pub(super) fn not_found(pen: &Pen<'_, '_>) -> NotFoundView {
    let title = pen.say("not-found-title");
    NotFoundView {
        frame: Frame::of(pen, "not-found", &title, &address::not_found()),
    }
}

/// An old address that leads to a new one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RedirectView {
    /// What stands around it.
    pub frame: Frame,
    /// The new address.
    pub href: String,
}

pub(super) fn redirect(pen: &Pen<'_, '_>, to: &SitePath) -> RedirectView {
    let title = pen.say("moved-title");
    RedirectView {
        frame: Frame::of(pen, "redirect", &title, &address::not_found()),
        href: pen.href(to),
    }
}
