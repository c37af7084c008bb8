//! Which pages exist, where they are, and what they show.
//!
//! Each kind of page has a view: plain data in the order in which it is
//! shown, with addresses relative to the page. Templates turn views into
//! HTML; nothing here reads the clock, the disk, or another page.

mod address;
mod body;
mod chart;
mod context;
mod facts;
pub mod family;
pub mod findings;
pub mod frame;
pub mod home;
pub mod item;
pub mod listing;
pub mod outline;
pub mod page;
pub mod people;
pub mod pieces;
pub mod problems;
mod render;
mod view;
mod words;

pub use render::TemplateError;

use rayon::prelude::*;

use crate::check::Subject;
use crate::config::Kind;
use crate::diagnostic::Diagnostic;
use crate::output::{Entry, Manifest, SitePath, Tree};
use crate::plan::{ItemIx, PageIx};
use crate::theme::Theme;

use context::Context;
use pieces::Pen;
use problems::By;
use render::Renderer;

/// A page to be made.
enum Job<'a> {
    Home,
    Item(ItemIx),
    Page(PageIx),
    Outline,
    Listing(Kind),
    People,
    Person(&'a str),
    Team(&'a str),
    Family(usize),
    Problems(By),
    Rule(&'a str),
    NotFound,
    Redirect(SitePath, SitePath),
}

/// The whole site: pages, the theme's assets and the plan's files.
///
/// # Errors
///
/// When templates do not work: one error each.
pub fn build(
    subject: Subject<'_>,
    diagnostics: &[Diagnostic],
    theme: &Theme,
    previous: Option<&Manifest>,
) -> Result<Tree, Vec<TemplateError>> {
    let context = Context::new(subject, diagnostics);
    let renderer = Renderer::new(theme, previous).map_err(|error| vec![error])?;
    let made: Vec<Result<(SitePath, Entry), TemplateError>> = jobs(&context)
        .into_par_iter()
        .map(|job| make(&context, &renderer, job))
        .collect();
    let mut tree = Tree::new();
    let mut errors = Vec::new();
    for page in made {
        match page {
            Ok((path, entry)) => put(&mut tree, &mut errors, path, entry),
            Err(error) => errors.push(error),
        }
    }
    for (path, entry) in files(&context, theme) {
        put(&mut tree, &mut errors, path, entry);
    }
    errors.sort();
    errors.dedup_by(|a, b| a.report == b.report);
    if errors.is_empty() {
        Ok(tree)
    } else {
        Err(errors)
    }
}

fn put(tree: &mut Tree, errors: &mut Vec<TemplateError>, path: SitePath, entry: Entry) {
    let page = path.as_str().to_owned();
    if let Err(clash) = tree.insert(path, entry) {
        errors.push(TemplateError {
            page: Some(page),
            report: clash.to_string(),
        });
    }
}

/// All pages; one that would be empty does not exist.
fn jobs<'a>(context: &Context<'a>) -> Vec<Job<'a>> {
    let subject = context.subject;
    let plan = subject.plan;
    let mut jobs = vec![Job::Home, Job::NotFound];
    jobs.extend(plan.all().map(|(at, _)| Job::Item(at)));
    jobs.extend((0..plan.pages.len()).map(|at| Job::Page(PageIx(at))));
    if !plan.items.is_empty() {
        jobs.push(Job::Outline);
    }
    let kinds = subject.config.kinds.all().map(|(kind, _)| kind);
    let used = kinds.filter(|kind| plan.items.iter().any(|item| item.kind == *kind));
    jobs.extend(used.map(Job::Listing));
    if !context.people.is_empty() {
        jobs.push(Job::People);
    }
    jobs.extend(context.people.names().map(Job::Person));
    jobs.extend(context.people.team_names().map(Job::Team));
    jobs.extend((0..subject.config.plans.len()).map(Job::Family));
    if !context.diagnostics.is_empty() {
        jobs.extend(By::ALL.into_iter().map(Job::Problems));
        let rules = problems::spoken(context.diagnostics);
        jobs.extend(rules.into_iter().map(Job::Rule));
    }
    let redirects = plan.redirects().filter_map(|(from, to)| {
        Some(Job::Redirect(
            SitePath::new(&format!("{from}.html")).ok()?,
            address::html(to),
        ))
    });
    jobs.extend(redirects);
    jobs
}

fn make(
    context: &Context<'_>,
    renderer: &Renderer<'_>,
    job: Job<'_>,
) -> Result<(SitePath, Entry), TemplateError> {
    let subject = context.subject;
    let pen = |page: SitePath| Pen::new(context, page);
    match job {
        Job::Home => {
            let pen = pen(address::home());
            renderer.page("home.html", pen.page.clone(), &home::view(&pen))
        }
        Job::Item(at) => {
            let pen = pen(address::html(&subject.plan[at].address));
            renderer.page("item.html", pen.page.clone(), &item::view(&pen, at))
        }
        Job::Page(at) => {
            let pen = pen(address::html(&subject.plan.pages[at.0].address));
            renderer.page("page.html", pen.page.clone(), &page::view(&pen, at))
        }
        Job::Outline => {
            let pen = pen(address::outline());
            renderer.page("outline.html", pen.page.clone(), &outline::view(&pen))
        }
        Job::Listing(kind) => {
            let pen = pen(address::listing(&subject.config.kinds[kind].folder));
            renderer.page("listing.html", pen.page.clone(), &listing::view(&pen, kind))
        }
        Job::People => {
            let pen = pen(address::people());
            renderer.page("people.html", pen.page.clone(), &people::view(&pen))
        }
        Job::Person(name) => {
            let slug = context.people.person_slug(name).unwrap_or_default();
            let pen = pen(address::person(slug));
            renderer.page("person.html", pen.page.clone(), &people::person(&pen, name))
        }
        Job::Team(name) => {
            let slug = context.people.team_slug(name).unwrap_or_default();
            let pen = pen(address::team(slug));
            renderer.page("team.html", pen.page.clone(), &people::team(&pen, name))
        }
        Job::Family(at) => {
            let plan = &subject.config.plans[at];
            let pen = pen(address::family(&plan.name));
            renderer.page("family.html", pen.page.clone(), &family::view(&pen, plan))
        }
        Job::Problems(by) => {
            let pen = pen(by.address());
            renderer.page("problems.html", pen.page.clone(), &problems::view(&pen, by))
        }
        Job::Rule(tag) => {
            let pen = pen(address::rule(tag));
            renderer.page("rule.html", pen.page.clone(), &problems::rule(&pen, tag))
        }
        Job::NotFound => {
            let pen = pen(address::not_found());
            renderer.page("404.html", pen.page.clone(), &page::not_found(&pen))
        }
        Job::Redirect(from, to) => {
            let pen = pen(from);
            renderer.page(
                "redirect.html",
                pen.page.clone(),
                &page::redirect(&pen, &to),
            )
        }
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
    }
    for (from, to) in context.attachments() {
        let bytes = context.subject.sources.linked_bytes(from);
        files.extend(bytes.map(|bytes| (to, Entry::new(bytes))));
    }
    files
}
